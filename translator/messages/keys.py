"""What is said where there is no usable key."""

from translator.i18n import tr
from translator.messages.message import NextStep, Table, Words
from translator.translation.errors.keys import (
    KeyMalformed,
    KeyMissing,
    KeyNotKept,
    KeyProblem,
    KeyRefused,
    KeyStoreError,
    KeyStoreHung,
    KeyStoreLocked,
    KeyStoreMissing,
    KeyStoreRefused,
    KeyStoreUntrusted,
    KeyTooLong,
    KeyWanted,
)


def keys() -> Table:
    """Return the words for keys that are missing or wrong."""
    step = NextStep.ENTER_KEY
    replace = tr("Store another with: translator key set {name}")
    return {
        KeyProblem: Words(tr("{service} needs a usable key."), step, replace),
        KeyMissing: Words(
            tr("No key is stored for {service}."), step, tr("Store one with: translator key set {name}"),
        ),
        KeyRefused: Words(tr("{service} does not accept the key."), step, replace),
        KeyWanted: Words(
            tr("{service} wants a key, and none has been given."), step, tr("Store it with: translator key set {name}"),
        ),
        KeyMalformed: Words(
            tr("The key for {service} holds characters that no key has, such as blanks or accented letters."),
            step, replace,
        ),
    }  # fmt: skip


def also_from_environment() -> str:
    """Return what can be done where the keyring is of no use, and the service is one that the environment serves."""
    return tr("The key can also be given in the environment variable OPENAI_API_KEY.")


def keyrings() -> Table:
    """Return the words for the system's keyring."""
    step = NextStep.ENTER_KEY
    elsewhere = tr("See what is wrong with: translator doctor")
    unlock = tr("Unlock the keyring, then try again.")

    def words(sentence: str, command_step: str, bare: str = "") -> Words:
        return Words(sentence, step, command_step, bare, "" if command_step == elsewhere else None)

    return {
        KeyStoreError: words(
            tr("The system's keyring cannot be used: {detail}."), elsewhere, tr("The system's keyring cannot be used."),
        ),
        KeyStoreMissing: Words(
            tr("This system has no keyring to keep the key in."), step,
            tr("Install and start a keyring, such as GNOME Keyring or KWallet; translator doctor shows what is found."),
            doctor_step=tr("Install and start a keyring, such as GNOME Keyring or KWallet."),
        ),
        KeyStoreUntrusted: words(
            tr("The key was not read or stored: {detail} does not protect what it keeps."), elsewhere,
            tr("The key was not read or stored: the keyring does not protect what it keeps."),
        ),
        KeyStoreLocked: words(tr("The system's keyring is locked."), unlock),
        KeyStoreRefused: words(tr("The system's keyring refused access to the key."), unlock),
        KeyStoreHung: words(
            tr("The system's keyring does not answer; it may be waiting for its password."),
            tr("Unlock the keyring, or restart it, then try again."),
        ),
        KeyTooLong: words(
            tr("The key was not stored: it is longer than {detail} can hold."), elsewhere,
            tr("The key was not stored: it is longer than the keyring can hold."),
        ),
        KeyNotKept: words(
            tr("The key was not stored: {detail} took it but does not give it back."), elsewhere,
            tr("The key was not stored: the keyring took it but does not give it back."),
        ),
    }  # fmt: skip
