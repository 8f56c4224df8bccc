"""The key of the service being looked at: where it comes from, and that it never follows the service elsewhere."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from translator.host import host_of, is_loopback
from translator.i18n import tr
from translator.messages import explain
from translator.settings import Service
from translator.translation.errors.keys import (
    KeyMalformed,
    KeyProblem,
    KeyStoreError,
    KeyStoreMissing,
    KeyStoreUntrusted,
)
from translator.translation.ports import KeyStatus
from translator.ui.loop.tasks import Tasks
from translator.ui.ports import KeyStore
from translator.ui.settings.services.new_service import fresh_id
from translator.ui.settings.services.screen import ServicesScreen
from translator.ui.settings.services.selection import Selection

UnsavedKey = tuple[str, KeyProblem]
"""The id of a service, and why its key was not stored."""

_NO_KEY_THERE = (KeyStoreMissing, KeyStoreUntrusted)


class KeyPresenter:
    """Asks the key store one thing after another, never two at a time.

    ``select`` looks at a service by its id: at one whose key could not be stored while the user was elsewhere.
    """

    def __init__(
        self, screen: ServicesScreen, selection: Selection, keys: KeyStore, tasks: Tasks, select: Callable[[str], None]
    ) -> None:
        self._screen = screen
        self._selection = selection
        self._keys = keys
        self._tasks = tasks
        self._select = select
        self._being_stored: set[str] = set()
        self.unsaved: UnsavedKey | None = None
        """What is being said of a key that was not stored."""
        self._one_at_a_time = asyncio.Lock()
        self._listeners: list[Callable[[KeyStatus | None], None]] = []

    def tell(self, listener: Callable[[KeyStatus | None], None]) -> None:
        """Call this whenever it is known where the key comes from; with None where the keyring does not say."""
        self._listeners.append(listener)

    def _tell(self, status: KeyStatus | None) -> None:
        for listener in self._listeners:
            listener(status)

    @property
    def is_busy(self) -> bool:
        """Whether a key is on its way into the keyring."""
        return bool(self._being_stored)

    # Commands

    def look(self) -> None:
        """Say where the key comes from. The key field starts afresh, unless what is in it is being stored."""
        self.unsaved = None
        self._screen.show_problem("key", "")
        self._screen.offer_session(offered=False)
        if self._selection.service.id in self._being_stored:
            self._screen.show_key(tr("Saving…"), stored=False, storing=True)
            return
        self._screen.forget_key()
        self._screen.show_key(tr("Looking…"), stored=False, storing=False)
        self._tasks.start("key status", self._look(self._selection.service))

    def store(self, key: str) -> None:
        """Keep this key in the keyring."""
        if not key.strip():
            self._screen.focus("key")
            return
        service_id = self._selection.service.id
        if service_id not in self._being_stored:
            self._tasks.start(f"key of {service_id}", self._store(service_id, key))

    def keep_for_session(self, key: str) -> None:
        """Keep this key in memory."""
        service = self._selection.service
        try:
            self._keys.keep_for_session(service, key)
        except KeyMalformed as error:
            self._say(error)
            return
        self.look()

    def delete(self) -> None:
        """Remove the key."""
        service = self._selection.service
        self._tasks.start(f"key of {service.id}", self._delete(service))

    # What they do

    async def _look(self, service: Service) -> None:
        try:
            async with self._one_at_a_time:
                status = await self._keys.status(service)
        except KeyStoreError as error:
            if self._is_shown(service):
                self._screen.show_key(explain(error).sentence, stored=False, storing=False)
                self._tell(KeyStatus.NONE if isinstance(error, _NO_KEY_THERE) else None)
            return
        if self._is_shown(service):
            own = status in (KeyStatus.STORED, KeyStatus.SESSION)
            self._screen.show_key(_words(status, service), stored=own, storing=False)
            self._tell(status)

    async def _store(self, service_id: str, key: str) -> None:
        self._being_stored.add(service_id)
        self._tasks.cancel("key status")
        self.look()
        error: KeyProblem | None = None
        try:
            async with self._one_at_a_time:
                service = self._selection.find(service_id)
                if service is None:  # it went elsewhere meanwhile, and its keys with it
                    return
                await self._keys.store(service, key)
        except KeyProblem as problem:
            error = problem
        finally:
            self._being_stored.discard(service_id)
        if error is not None:
            is_there = service_id == self._selection.service.id
            self.tell_unsaved((service_id, error))
            self._screen.offer_session(offered=is_there and isinstance(error, KeyStoreError))
        elif service_id == self._selection.service.id:
            self.look()

    def tell_unsaved(self, unsaved: UnsavedKey) -> None:
        """Say why a key was not stored, wherever the user is by now; it is still in its field if that was left so."""
        service_id, error = unsaved
        if service_id != self._selection.service.id:
            self._select(service_id)
        self._tasks.cancel("key status")
        self.unsaved = unsaved
        self._screen.show_key(tr("Not saved"), stored=False, storing=False)
        self._say(error)
        self._screen.insist_on_key()

    async def _delete(self, service: Service) -> None:
        try:
            async with self._one_at_a_time:
                await self._keys.forget(service)
        except KeyStoreError as error:
            if self._is_shown(service):
                self.look()
                self._say(error)
            return
        if self._is_shown(service):
            self.look()

    async def forget(self, service: Service) -> None:
        """Remove the key of a service that is about to go. Raises KeyStoreError where one may stay behind."""
        try:
            async with self._one_at_a_time:
                await self._keys.forget(service)
        except _NO_KEY_THERE:
            return  # nothing of ours was ever kept there

    async def move(self, service: Service, base_url: str) -> None:
        """Give the service an address at another place. Its key is for the old one, and does not come along.

        Where the keyring does not let it go, the service gets another id: what stays behind belongs to nobody.
        """
        async with self._one_at_a_time:
            if self._selection.find(service.id) is None:  # it was removed meanwhile
                return
            sentence = await self._leave_behind(service)
            if sentence is None:
                service = self._selection.give_id(service, fresh_id(service.id))
                sentence = tr("A key stored for the old address is not used here. {host} needs its own, if any.")
            now = self._selection.find(service.id) or service
            self._selection.change(replace(now, base_url=base_url))
        if self._is_shown(service):
            self.look()
            self._screen.show_problem("key", sentence.format(host=urlsplit(base_url).hostname))

    async def _leave_behind(self, service: Service) -> str | None:
        """Remove the key, and return what to say of it, or None where one may still be there.

        Asked for its status, the key store may not know of a key that a locked keyring holds: only a key removed
        is a key gone.
        """
        try:
            had_key = await self._keys.status(service) in (KeyStatus.STORED, KeyStatus.SESSION)
            await self._keys.forget(service)
        except KeyStoreError:
            return None
        return tr("The key was for the old address and has been removed. Enter the one for {host}.") if had_key else ""

    def _is_shown(self, service: Service) -> bool:
        return service.id == self._selection.service.id

    def _say(self, error: KeyProblem) -> None:
        self._screen.show_problem("key", explain(error).sentence)


def _words(status: KeyStatus, service: Service) -> str:
    local = tr("None. A server on this computer seldom needs one.")
    return {
        KeyStatus.STORED: tr("In the system keyring."),
        KeyStatus.SESSION: tr("For this session only."),
        KeyStatus.ENVIRONMENT: tr("From the environment variable OPENAI_API_KEY."),
        KeyStatus.NONE: local if is_loopback(host_of(service.base_url)) else tr("None."),
    }[status]
