"""What the doctor finds on the way to a translation: the keyring, the key in it, the service that it is for.

What one of them lacks, those behind it lack as well: it is told once, where it is missing.
"""

import asyncio

from translator import parts
from translator.books import Books
from translator.commands.doctor.check import Check
from translator.commands.ending import problem_of
from translator.commands.key import status_words
from translator.daemon_thread import call_in_daemon_thread
from translator.engines.network.address import is_given
from translator.host import host_of, is_loopback
from translator.i18n import ntr, tr
from translator.joining import sentences
from translator.locales.numbers import grouped
from translator.messages.keys import also_from_environment
from translator.settings import Service
from translator.storage.keyring_secrets import KeyringSecrets
from translator.storage.service_keys import ServiceKeys
from translator.translation.errors.base import TranslationError
from translator.translation.errors.connections import TimedOut
from translator.translation.errors.keys import KeyMissing, KeyStoreError, KeyStoreHung
from translator.translation.ports import KeyStatus

ENDPOINT_PATIENCE = 10.0
"""Seconds in which the service has to list its models."""


async def check_keyring(secrets: KeyringSecrets, patience: float) -> Check:
    """Say which keyring is used, and whether it answers."""

    def look() -> str:
        name = secrets.backend_name()
        secrets.read("doctor")
        return name

    try:
        return Check("keyring", tr("Keyring"), await call_in_daemon_thread(look, patience), ok=True)
    except TimeoutError:
        return Check("keyring", tr("Keyring"), _words(KeyStoreHung()), None)
    except TranslationError as error:
        return Check("keyring", tr("Keyring"), _words(error), None)


async def check_key(keys: ServiceKeys, service: Service, *, is_keyring_told: bool) -> Check:
    """Say where the service's key comes from; ``is_keyring_told`` where the keyring was found to be of no use."""
    needed = not service.is_demo and not is_loopback(host_of(service.base_url))
    try:
        status = KeyStatus.NONE if service.is_demo else await keys.status(service)
    except KeyStoreError as error:
        return Check("key", tr("Key"), _behind(error) if is_keyring_told else _words(error), ok=False)
    if status is not KeyStatus.NONE:
        return Check("key", tr("Key"), status_words(status).format(service=service.name), ok=True)
    if not needed:
        return Check("key", tr("Key"), tr("none is needed"), ok=True)
    missing = KeyMissing(service.name)
    missing.only_from_environment = is_given(service)
    return Check("key", tr("Key"), _words(missing), ok=False)


def _behind(error: KeyStoreError) -> str:
    """Return what is wrong with a key that is behind a keyring of which all else has been said."""
    also = also_from_environment() if error.also_from_environment else ""
    return sentences(tr("It cannot be read from the keyring."), also)


async def check_endpoint(keys: ServiceKeys, service: Service, books: Books) -> Check:
    """Say whether the service answers, by asking for its models."""
    title = tr("Endpoint")
    if service.is_demo:
        return Check("endpoint", title, tr("works offline"), ok=True)
    engine = await asyncio.to_thread(parts.make_engine, service, keys, books)
    try:
        async with asyncio.timeout(ENDPOINT_PATIENCE):
            count = len(await engine.models())
    except TimeoutError:
        return Check("endpoint", title, _words(TimedOut(service.name)), ok=False)
    except (KeyMissing, KeyStoreError):
        return Check("endpoint", title, tr("not asked, as there is no key"), ok=False)
    except TranslationError as error:
        return Check("endpoint", title, _words(error), ok=False)
    finally:
        await engine.aclose()
    found = ntr("answers, with {count} model", "answers, with {count} models", count).format(count=grouped(count))
    return Check("endpoint", title, found, ok=True)


def _words(error: TranslationError) -> str:
    problem = problem_of(error, in_doctor=True)
    return sentences(problem.sentence, problem.step)
