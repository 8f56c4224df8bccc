"""Run inside a private session bus: says as JSON what KeyringSecrets does with the keyring that is there.

``python keyring_probe.py STEP...``, each of ``write:ID:KEY``, ``read:ID``, ``delete:ID``, ``name``, ``lock``,
``freeze`` (stops the daemon whose process id is in KEYRING_PID). After ``freeze`` the process must still end.
"""

import asyncio
import json
import os
import signal
import sys

from translator.settings import Service
from translator.storage.keyring_secrets import KeyringSecrets
from translator.storage.service_keys import ServiceKeys
from translator.translation.errors.base import TranslationError

PATIENCE_SECONDS = 15.0  # a busy machine takes its time to load what the keyring needs: it has not hung
SHORT_PATIENCE_SECONDS = 2.0  # with one that has


def lock() -> None:
    """Lock the default collection, as a lock screen does."""
    import secretstorage

    connection = secretstorage.dbus_init()
    secretstorage.get_default_collection(connection).lock()
    connection.close()


async def act(keys: ServiceKeys, secrets: KeyringSecrets, step: str) -> object:
    """Do one step and return what came of it."""
    verb, _, rest = step.partition(":")
    name, _, key = rest.partition(":")
    service = Service(name, name, base_url="https://far.example/v1")
    if verb == "write":
        return await keys.store(service, key)
    if verb == "read":
        return await keys.key_for(service)
    if verb == "delete":
        return await keys.forget(service)
    if verb == "lock":
        return lock()
    if verb == "freeze":
        return os.kill(int(os.environ["KEYRING_PID"]), signal.SIGSTOP)
    return secrets.backend_name()


async def main(steps: list[str]) -> None:
    """Do the steps, each with a memory of its own, and print what came of them."""
    secrets = KeyringSecrets()
    outcomes: list[object] = []
    patience = PATIENCE_SECONDS
    for step in steps:
        try:
            outcomes.append(await act(ServiceKeys(secrets, patience=patience), secrets, step))
        except TranslationError as error:
            outcomes.append(error.code)
        if step == "freeze":
            patience = SHORT_PATIENCE_SECONDS
    print(json.dumps(outcomes), flush=True)  # noqa: T201 - this is what the test reads


asyncio.run(main(sys.argv[1:]))
