"""Keys in the operating system's keyring: the only importer of keyring.

Only backends that protect what they keep are used: Secret Service, KWallet, the macOS Keychain and the Windows
Credential Manager. The choice is made here, because keyring's own takes plain text or nothing where those are
installed or configured. Every call blocks, and a frozen keyring blocks for ever: ServiceKeys calls from a thread.

Errors are raised without their cause, since nobody can say what a backend writes into its messages.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Protocol, TypeVar

from translator import APPLICATION_ID
from translator.translation.errors.keys import (
    KeyNotKept,
    KeyStoreError,
    KeyStoreLocked,
    KeyStoreMissing,
    KeyStoreRefused,
    KeyStoreUntrusted,
    KeyTooLong,
)

T = TypeVar("T")

_TRUSTED = {
    "keyring.backends.SecretService": ("Keyring", "Secret Service"),
    "keyring.backends.libsecret": ("Keyring", "Secret Service"),
    "keyring.backends.kwallet": ("DBusKeyring", "KWallet"),
    "keyring.backends.macOS": ("Keyring", "macOS Keychain"),
    "keyring.backends.Windows": ("WinVaultKeyring", "Windows Credential Manager"),
}
LONGEST_ON_WINDOWS = 1280
"""Characters: the Credential Manager holds 2,560 bytes of UTF-16."""


class Backend(Protocol):
    """What is used of a keyring backend."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return the secret, or None."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep the secret."""
        ...

    def delete_password(self, service: str, username: str) -> None:
        """Remove the secret."""
        ...


class KeyringSecrets:
    """One entry for each service, under the application's id.

    ``choose`` finds the backend; it raises KeyStoreError where there is none to use.
    """

    def __init__(self, choose: Callable[[], Backend] | None = None) -> None:
        self._choose = choose or trusted_backend
        self._backend: Backend | None = None

    def prepare(self) -> None:
        """Find the keyring, which takes half a second the first time. Raises as backend_name does."""
        self._chosen()

    def backend_name(self) -> str:
        """Return the name the user knows the keyring by. Raises KeyStoreMissing, KeyStoreUntrusted."""
        return _name(self._chosen())

    def read(self, service_id: str) -> str | None:
        """Return the service's key, or None. Raises KeyStoreError."""
        backend = self._chosen()
        return _asked(backend, lambda: backend.get_password(APPLICATION_ID, service_id)) or None

    def write(self, service_id: str, key: str) -> None:
        """Keep the key and read it back. Raises KeyStoreError, KeyNotKept where it did not come back."""
        backend = self._chosen()
        if type(backend).__module__ == "keyring.backends.Windows" and len(key) > LONGEST_ON_WINDOWS:
            raise KeyTooLong(detail=_name(backend))
        _asked(backend, lambda: backend.set_password(APPLICATION_ID, service_id, key))
        if self.read(service_id) != key:
            raise KeyNotKept(detail=_name(backend))

    def delete(self, service_id: str) -> None:
        """Remove the key; nothing happens where there is none. Raises KeyStoreError."""
        if self.read(service_id) is not None:
            backend = self._chosen()
            _asked(backend, lambda: backend.delete_password(APPLICATION_ID, service_id))

    def _chosen(self) -> Backend:
        # One that is missing is looked for again: the user may start it meanwhile.
        if self._backend is None:
            self._backend = self._choose()
        return self._backend


def trusted_backend() -> Backend:
    """Return the best keyring that is here and protects what it keeps. Raises KeyStoreMissing, KeyStoreUntrusted."""
    found: list[tuple[float, Backend]] = []
    for module, (name, _) in _TRUSTED.items():
        kind = getattr(import_module(module), name)
        if kind.viable:
            found.append((kind.priority, kind()))
    if found:
        return max(found, key=lambda pair: pair[0])[1]
    other = _untrusted_name()
    raise KeyStoreUntrusted(detail=other) if other else KeyStoreMissing()


def _untrusted_name() -> str:
    """Return the name of the backend that keyring itself would use, where it is one we do not trust."""
    import keyring
    from keyring.backends import chainer, fail

    backend = keyring.get_keyring()
    return "" if isinstance(backend, chainer.ChainerBackend | fail.Keyring) else backend.name


def _name(backend: Backend) -> str:
    kind = type(backend)
    return _TRUSTED.get(kind.__module__, ("", kind.__name__))[1]


_KINDS: dict[str, type[KeyStoreError]] = {
    "KeyringLocked": KeyStoreLocked,
    "LockedException": KeyStoreLocked,
    "InitError": KeyStoreRefused,
    "PromptDismissedException": KeyStoreRefused,
    "PasswordSetError": KeyStoreRefused,
    "PasswordDeleteError": KeyStoreRefused,
    "NoKeyringError": KeyStoreMissing,
    "SecretServiceNotAvailableException": KeyStoreMissing,
}
"""The errors of keyring and of the libraries below it, by name: they are not imported to be recognised."""


def _asked(backend: Backend, call: Callable[[], T]) -> T:
    """Return what the call returns, with the backend's errors as ours."""
    try:
        return call()
    except Exception as error:  # noqa: BLE001 - backends let through whatever their libraries raise
        names = (kind.__name__ for kind in type(error).__mro__)
        known = (_KINDS[name] for name in names if name in _KINDS)
        failure = next(known, KeyStoreError)(detail=_name(backend))
    raise failure
