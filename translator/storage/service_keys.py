"""The keys of services, wherever they come from: this session, the keyring, the environment."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol, TypeVar

from translator.daemon_thread import start_in_daemon_thread
from translator.host import host_of, is_loopback
from translator.secret import Secret
from translator.settings import Service
from translator.translation.errors.keys import KeyMalformed, KeyStoreError, KeyStoreHung
from translator.translation.ports import KeyStatus

T = TypeVar("T")

PATIENCE = 5.0
"""Seconds until the user is told that the keyring does not answer."""

LONGER_PATIENCE = 60.0
"""Seconds that a command goes on waiting after it has said so: the keyring may be asking for its password."""

_ENVIRONMENT_HOST = "api.openai.com"


class Secrets(Protocol):
    """Where keys are kept. Every call may block, and raises KeyStoreError."""

    def prepare(self) -> None:
        """Do what the first call would otherwise take its time for. Asks the user for nothing."""
        ...

    def read(self, service_id: str) -> str | None:
        """Return the service's key, or None."""
        ...

    def write(self, service_id: str, key: str) -> None:
        """Keep the key."""
        ...

    def delete(self, service_id: str) -> None:
        """Remove the key; nothing happens where there is none."""
        ...


class ServiceKeys:
    """The Keys port, and what the settings and the ``key`` command need beyond it.

    ``environment_key`` is what OPENAI_API_KEY held. It serves api.openai.com, and ``given_address``, the address
    given on this process's command line; never another service. The service whose id is ``unstored_id`` has no
    entry in the keyring and is not looked up there.

    A keyring that has not answered after ``patience`` seconds is given up; or, where there is ``still_waiting``, that
    is called, and the keyring given a minute more. An answer that comes later still is waited for by the next call.
    """

    def __init__(
        self,
        secrets: Secrets,
        environment_key: str | None = None,
        *,
        given_address: str = "",
        unstored_id: str = "",
        patience: float = PATIENCE,
        still_waiting: Callable[[], None] | None = None,
    ) -> None:
        self._secrets = secrets
        self._environment_key = Secret(environment_key or "").strip()
        self._given_address = given_address
        self._unstored_id = unstored_id
        self._patience = patience
        self._still_waiting = still_waiting
        self._reading: dict[str, asyncio.Future[str | None]] = {}
        self._under_way: set[asyncio.Future[Any]] = set()
        self._turns: dict[str, threading.Event] = {}
        self._wishes = 0
        self._forgetting: dict[str, int] = {}
        """By service, which wish its removal is that is under way."""
        self._session: dict[str, str] = {}
        self._read: dict[str, str] = {}
        self._without: set[str] = set()
        self._changes = 0

    def __repr__(self) -> str:
        return "ServiceKeys()"

    async def warm(self) -> None:
        """Have the keyring found before a key is wanted. Whatever is wrong with it is said when one is."""
        with suppress(KeyStoreError):
            await self._ask(self._secrets.prepare)

    async def close(self) -> None:
        """Wait a moment for what the keyring is still doing.

        A thread that comes back to a loop that is being taken apart, or runs while Python ends, crashes the process.
        One that is frozen comes back to nothing.
        """
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=self._patience)

    async def key_for(self, service: Service) -> str | None:
        """Return the service's key, or None where there is none.

        Raises KeyStoreError where only the keyring could know, and it cannot be asked. A service on this computer
        seldom has a key, so for one a keyring that cannot be asked counts as one that has none.
        """
        return (await self._find(service))[1]

    async def status(self, service: Service) -> KeyStatus:
        """Return where the service's key comes from. Raises KeyStoreError as key_for does."""
        return (await self._find(service))[0]

    async def store(self, service: Service, key: str) -> None:
        """Keep the key in the keyring. Raises KeyMalformed, and KeyStoreError; then nothing has changed.

        A keyring that stores it only after KeyStoreHung, or after nobody waits any more, has stored it all the same:
        it is used from then on, unless it was to be forgotten meanwhile.
        """
        cleaned = clean_key(key, service.name)
        replaced = self._session.get(service.id)
        self._wishes += 1
        wish = self._wishes
        writing = self._change(service.id, lambda: self._secrets.write(service.id, cleaned))
        writing.add_done_callback(lambda done: self._note_stored(service.id, cleaned, replaced, wish, done))
        try:
            await self._wait_for(writing)
        except KeyStoreError as error:
            error.also_from_environment = not self._environment_key and self._environment_serves(service)
            raise

    def _note_stored(
        self, service_id: str, key: str, replaced: str | None, wish: int, done: asyncio.Future[None]
    ) -> None:
        """Use the key that the keyring has now, unless the user has given another for this session meanwhile.

        Nor is it used where the user wanted it forgotten after that: it is removed in a moment.
        """
        if done.cancelled() or done.exception() is not None or wish < self._forgetting.get(service_id, 0):
            return
        if self._session.get(service_id) in (replaced, key):
            self._session.pop(service_id, None)
        self._without.discard(service_id)
        self._read[service_id] = key
        self._changes += 1

    def keep_for_session(self, service: Service, key: str) -> None:
        """Keep the key in memory until the process ends. Raises KeyMalformed."""
        self._session[service.id] = clean_key(key, service.name)

    async def forget(self, service: Service) -> None:
        """Remove the service's key from memory and keyring. Raises KeyStoreError; memory is then already empty.

        A keyring that does not answer removes it later, if ever; it is not asked for the key until then.
        """
        self._session.pop(service.id, None)
        self._changes += 1  # what is being read now is to be forgotten
        self._wishes += 1
        wish = self._forgetting[service.id] = self._wishes
        removing = self._change(service.id, lambda: self._secrets.delete(service.id))
        removing.add_done_callback(lambda _: self._note_removed(service.id, wish))
        await self._wait_for(removing)

    def _note_removed(self, service_id: str, wish: int) -> None:
        """Ask the keyring again from now on: it has no key, or one that it could not remove."""
        if self._forgetting.get(service_id) == wish:
            del self._forgetting[service_id]
        self._read.pop(service_id, None)
        self._changes += 1

    async def _find(self, service: Service) -> tuple[KeyStatus, str | None]:
        if service.id not in self._session:
            try:
                found = await self._find_outside(service)
            except KeyStoreError:
                if service.id not in self._session:  # or the user has given one while the keyring was asked
                    raise
            else:
                if service.id not in self._session:
                    return found
        return KeyStatus.SESSION, self._session[service.id]

    async def _find_outside(self, service: Service) -> tuple[KeyStatus, str | None]:
        """Return what the keyring or the environment has. Raises KeyStoreError as key_for does."""
        spare = self._environment_key if self._environment_serves(service) else ""
        try:
            stored = await self._stored(service)
        except KeyStoreError as error:
            if not spare and not is_loopback(host_of(service.base_url)):
                error.also_from_environment = self._environment_serves(service)
                raise
            self._without.add(service.id)
            stored = None
        if stored:
            return KeyStatus.STORED, stored
        return (KeyStatus.ENVIRONMENT, spare) if spare else (KeyStatus.NONE, None)

    async def _stored(self, service: Service) -> str | None:
        if service.id == self._unstored_id or service.id in self._without or service.id in self._forgetting:
            return None
        if service.id in self._read:
            return self._read[service.id]
        changes, key = self._changes, None
        try:
            key = await self._wait_for(self._start_reading(service.id))
        except KeyStoreError:
            if changes == self._changes:
                raise
        if changes != self._changes:  # stored or removed meanwhile: what was read may be the key of before, or a fault
            return await self._stored(service)
        if key:
            self._read[service.id] = key
        return key

    def _start_reading(self, service_id: str) -> asyncio.Future[str | None]:
        """Return the read that is under way, or start one: a second would ask the user for the password twice."""
        reading = self._reading.get(service_id)
        if reading is None:
            reading = self._start(lambda: _secret(self._secrets.read(service_id)))
            self._reading[service_id] = reading
            reading.add_done_callback(lambda _: self._reading.pop(service_id))
        return reading

    async def _ask(self, call: Callable[[], T]) -> T:
        return await self._wait_for(self._start(call))

    def _change(self, service_id: str, call: Callable[[], None]) -> asyncio.Future[None]:
        """Start a change of what the keyring has, which is made after those before it: the last one counts."""
        before, made = self._turns.get(service_id), threading.Event()
        self._turns[service_id] = made

        def in_turn() -> None:
            if before is not None:
                before.wait()
            try:
                call()
            finally:
                made.set()

        return self._start(in_turn)

    def _start(self, call: Callable[[], T]) -> asyncio.Future[T]:
        started = start_in_daemon_thread(call)
        self._under_way.add(started)
        started.add_done_callback(self._under_way.discard)
        return started

    async def _wait_for(self, answer: asyncio.Future[T]) -> T:
        answer.add_done_callback(_hear)
        patience = [self._patience, LONGER_PATIENCE] if self._still_waiting else [self._patience]
        for count, seconds in enumerate(patience):
            if count and self._still_waiting:
                self._still_waiting()
            done, _ = await asyncio.wait([answer], timeout=seconds)
            if done:
                return answer.result()
        raise KeyStoreHung

    def _environment_serves(self, service: Service) -> bool:
        if self._given_address and service.base_url == self._given_address:
            return True
        return service.base_url.startswith("https://") and host_of(service.base_url) == _ENVIRONMENT_HOST


def _hear(answer: asyncio.Future[T]) -> None:
    """Take note of an error that came too late for anybody, so that it is not logged as forgotten."""
    if not answer.cancelled():
        answer.exception()


def _secret(key: str | None) -> Secret | None:
    return None if key is None else Secret(key)


def clean_key(key: str, service: str = "") -> Secret:
    """Return the key without the blanks around it that come with a paste. Raises KeyMalformed."""
    cleaned = Secret(key).strip()
    if not cleaned or not all("!" <= character <= "~" for character in cleaned):
        raise KeyMalformed(service)
    return cleaned
