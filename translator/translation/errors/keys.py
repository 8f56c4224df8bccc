"""There is no usable key."""

from translator.translation.errors.base import TranslationError


class KeyProblem(TranslationError):
    """There is no usable key.

    ``only_from_environment`` is true for an address that was given for this run alone: no key can be stored for it.
    ``also_from_environment`` is true where a key in OPENAI_API_KEY would do, and there is none.
    """

    code = "key"
    only_from_environment: bool = False
    also_from_environment: bool = False


class KeyMissing(KeyProblem):
    """No key is stored for this service."""

    code = "key_missing"
    was_sent = False


class KeyRefused(KeyProblem):
    """The service does not accept the key."""

    code = "key_refused"


class KeyWanted(KeyRefused):
    """The service asks for a key, and none was sent: one on this computer is asked without, if none is stored."""

    code = "key_wanted"


class KeyMalformed(KeyProblem):
    """The key holds characters that cannot travel in a header, such as blanks or letters beyond ASCII."""

    code = "key_malformed"
    was_sent = False


class KeyStoreError(KeyProblem):
    """The operating system's keyring cannot serve. ``detail`` is the backend's name, if there is one."""

    code = "keyring"
    was_sent = False


class KeyStoreMissing(KeyStoreError):
    """There is no keyring on this system."""

    code = "keyring_missing"


class KeyStoreUntrusted(KeyStoreError):
    """The configured backend keeps keys in plain text, or nowhere."""

    code = "keyring_untrusted"


class KeyStoreLocked(KeyStoreError):
    """The keyring is locked."""

    code = "keyring_locked"


class KeyStoreRefused(KeyStoreError):
    """The user dismissed the prompt, or the system refused."""

    code = "keyring_refused"


class KeyStoreHung(KeyStoreError):
    """The keyring does not answer."""

    code = "keyring_hung"


class KeyTooLong(KeyStoreError):
    """The key is longer than the keyring can hold."""

    code = "keyring_too_small"


class KeyNotKept(KeyStoreError):
    """The keyring took the key, but does not give it back."""

    code = "keyring_not_kept"
