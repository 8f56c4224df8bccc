"""The keyring: a real gnome-keyring, none at all, and backends that misbehave."""

import sys
from pathlib import Path

import pytest

from tests.storage.private_keyring import in_private_session, probe, probe_without_bus
from translator import APPLICATION_ID
from translator.storage import keyring_secrets
from translator.storage.keyring_secrets import KeyringSecrets
from translator.translation.errors.keys import (
    KeyNotKept,
    KeyStoreError,
    KeyStoreLocked,
    KeyStoreMissing,
    KeyStoreRefused,
    KeyTooLong,
)


def test_a_key_is_kept_in_a_real_keyring_and_removed_again(tmp_path: Path) -> None:
    steps = ["name", "read:a", "write:a:sk-1", "write:b:sk-2", "read:a", "read:b", "delete:a", "read:a", "delete:a"]
    assert probe(tmp_path, *steps) == ["Secret Service", None, None, None, "sk-1", "sk-2", None, None, None]


def test_the_entry_bears_the_applications_id_and_the_services(tmp_path: Path) -> None:
    script = (
        "import keyring\n"
        "from translator.storage.keyring_secrets import KeyringSecrets\n"
        "KeyringSecrets().write('openai', 'sk-1')\n"
        f"print(keyring.get_password('{APPLICATION_ID}', 'openai'))\n"
    )
    assert in_private_session(tmp_path, [sys.executable, "-c", script]).stdout.endswith("sk-1\n")


def test_a_locked_keyring_that_nobody_unlocks_says_so(tmp_path: Path) -> None:
    # Without a screen the daemon cannot ask for the password: the prompt counts as dismissed.
    assert probe(tmp_path, "write:a:sk-1", "lock", "read:a", "write:a:sk-2") == [
        None, None, "keyring_locked", "keyring_locked",
    ]  # fmt: skip


def test_a_frozen_keyring_is_given_up_and_does_not_keep_the_process_from_ending(tmp_path: Path) -> None:
    assert probe(tmp_path, "write:a:sk-1", "freeze", "read:a")[2] == "keyring_hung"


def test_without_a_session_bus_there_is_no_keyring(tmp_path: Path) -> None:
    assert probe_without_bus(tmp_path, "name", "read:a", "write:a:sk-1") == ["keyring_missing"] * 3


def test_a_configured_backend_that_keeps_nothing_is_not_trusted(tmp_path: Path) -> None:
    found = probe_without_bus(tmp_path, "write:a:sk-1", PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring")
    assert found == ["keyring_untrusted"]


def test_a_configured_backend_in_plain_text_is_not_trusted_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "plain.py").write_text(
        "from keyring.backend import KeyringBackend\n"
        "class Keyring(KeyringBackend):\n"
        "    priority = 9\n"
        "    def set_password(self, service, username, password):\n"
        f"        open({str(tmp_path / 'leak')!r}, 'w').write(password)\n"
        "    def get_password(self, service, username): return 'sk-1'\n"
        "    def delete_password(self, service, username): pass\n"
    )
    root = str(Path(__file__).parents[2])
    kept = {"PYTHON_KEYRING_BACKEND": "plain.Keyring", "PYTHONPATH": f"{root}:{tmp_path}"}
    assert probe_without_bus(tmp_path, "read:a", "write:a:sk-1", **kept) == ["keyring_untrusted"] * 2
    assert not (tmp_path / "leak").exists()


class FakeBackend:
    """A keyring backend that does what the test needs."""

    def __init__(self, failure: Exception | None = None, *, keeps: bool = True) -> None:
        self.failure = failure
        self.keeps = keeps
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        self.fail()
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.fail()
        if self.keeps:
            self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.fail()
        del self.entries[service, username]

    def fail(self) -> None:
        if self.failure:
            raise self.failure


def _failures() -> list[tuple[Exception, type[KeyStoreError]]]:
    from keyring import errors
    from secretstorage import exceptions

    return [
        (errors.KeyringLocked(), KeyStoreLocked),
        (exceptions.LockedException(), KeyStoreLocked),
        (errors.InitError("Failed to create the collection: Prompt dismissed."), KeyStoreRefused),
        (exceptions.PromptDismissedException(), KeyStoreRefused),
        (errors.PasswordSetError("sk-1"), KeyStoreRefused),
        (errors.NoKeyringError(), KeyStoreMissing),
        (exceptions.SecretServiceNotAvailableException(), KeyStoreMissing),
        (ConnectionResetError("sk-1"), KeyStoreError),
        (RuntimeError("sk-1"), KeyStoreError),
    ]


@pytest.mark.parametrize(
    ("failure", "expected"), _failures(), ids=lambda value: getattr(value, "__name__", repr(value))
)
def test_a_backends_error_becomes_ours_and_carries_none_of_its_words(
    failure: Exception, expected: type[KeyStoreError]
) -> None:
    secrets = KeyringSecrets(lambda: FakeBackend(failure))
    with pytest.raises(expected) as caught:
        secrets.write("a", "sk-1")
    assert type(caught.value) is expected
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    assert "sk-1" not in repr(caught.value)


def test_a_keyring_that_forgets_is_found_out() -> None:
    with pytest.raises(KeyNotKept):
        KeyringSecrets(lambda: FakeBackend(keeps=False)).write("a", "sk-1")


def test_windows_is_not_given_more_than_it_holds() -> None:
    class WinVaultKeyring(FakeBackend):
        pass

    WinVaultKeyring.__module__ = "keyring.backends.Windows"
    secrets = KeyringSecrets(WinVaultKeyring)
    secrets.write("a", "k" * keyring_secrets.LONGEST_ON_WINDOWS)
    with pytest.raises(KeyTooLong):
        secrets.write("b", "k" * (keyring_secrets.LONGEST_ON_WINDOWS + 1))
    assert secrets.read("b") is None


def test_a_keyring_that_is_started_later_is_found() -> None:
    available: list[FakeBackend] = []

    def choose() -> FakeBackend:
        if not available:
            raise KeyStoreMissing
        return available[0]

    secrets = KeyringSecrets(choose)
    with pytest.raises(KeyStoreMissing):
        secrets.read("a")
    available.append(FakeBackend())
    assert secrets.read("a") is None
