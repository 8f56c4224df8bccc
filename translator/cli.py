"""The command line: argv to the window, or to a command. Imports nothing heavy before it must."""

import errno
import gc
import os
import sys
from collections.abc import Callable, MutableMapping

from translator.assets import resources
from translator.i18n import install, tr
from translator.locales.chosen import chosen_language
from translator.secret import Secret

INTERRUPTED = 130

_UNWRITABLE = {errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EFBIG, errno.EBADF}

_SUMMONS = ("--clipboard", "--selection", "--region")

Command = Callable[[list[str], str], int]


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for; return the exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    _open_missing_streams()
    install(resources() / "i18n", chosen_language)
    environment_key = take_environment_key(os.environ)
    try:
        return _written_out(given, environment_key)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Nobody reads any more. What is still buffered has nowhere to go, and must not raise again at exit.
        _let_output_go()
        return 1
    except OSError as fault:
        if fault.errno not in _UNWRITABLE:
            raise
        _let_output_go()
        sys.stderr.write(tr("The output could not be written: {reason}.").format(reason=fault.strerror) + "\n")
        return 1


def _written_out(arguments: list[str], environment_key: str) -> int:
    """Run it, and have all that it wrote taken: what is left to the end of the process goes wrong unheard."""
    try:
        return _run(arguments, environment_key)
    finally:
        sys.stdout.flush()


def _open_missing_streams() -> None:
    """Give a process that was started without them (by a shell's >&-, or as a windowed program) its streams.

    What is written to an output that is missing is lost, and that is an error, as it is to other commands.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            place = os.open(os.devnull, os.O_RDONLY) if name == "stdout" else os.devnull
            setattr(sys, name, open(place, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - to the end; a descriptor


def _let_output_go() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def take_environment_key(environment: MutableMapping[str, str]) -> str:
    """Return what OPENAI_API_KEY holds, and remove every OPENAI variable.

    The others would send the user's text to other addresses, or reach services that are not OpenAI's.
    """
    key = environment.get("OPENAI_API_KEY", "")
    for name in [name for name in environment if name.upper().startswith("OPENAI_")]:
        if environment is os.environ:
            _wipe(name)
        del environment[name]
    return Secret(key)


def _wipe(name: str) -> None:
    """Overwrite the variable where the process was given it: the system goes on showing that place to others."""
    if os.name == "posix":
        import ctypes

        find = ctypes.CDLL(None).getenv
        find.restype = ctypes.c_void_p
        if place := find(os.fsencode(name)):
            ctypes.memset(place, 0, len(ctypes.string_at(place)))


def _run(arguments: list[str], environment_key: str) -> int:
    if len(arguments) == 1 and arguments[0] in _SUMMONS:
        return _summon(arguments[0], environment_key)
    from translator.commands.parser_words import translate_parser_words

    translate_parser_words()
    command = _commands().get(arguments[0]) if arguments else None
    if command:
        return command(arguments[1:], environment_key)
    return _window(arguments, environment_key)


def _commands() -> dict[str, Command]:
    return {
        "text": _text, "key": _key, "doctor": _doctor, "usage": _usage, "memory": _memory, "glossary": _glossary,
    }  # fmt: skip


def _text(arguments: list[str], environment_key: str) -> int:
    from translator.commands.text.text import main as text

    return text(arguments, environment_key)


def _key(arguments: list[str], environment_key: str) -> int:
    from translator.commands.key import main as key

    return key(arguments, environment_key)


def _doctor(arguments: list[str], environment_key: str) -> int:
    from translator.commands.doctor.doctor import main as doctor

    return doctor(arguments, environment_key)


def _usage(arguments: list[str], _: str) -> int:
    from translator.commands.usage import main as usage

    return usage(arguments)


def _memory(arguments: list[str], _: str) -> int:
    from translator.commands.memory import main as memory

    return memory(arguments)


def _glossary(arguments: list[str], _: str) -> int:
    from translator.commands.glossary import main as glossary

    return glossary(arguments)


def _window(arguments: list[str], environment_key: str) -> int:
    from translator.commands.window import parse

    options = parse(arguments, environment_key)
    if options.summons:
        return _summon(f"--{options.summons}", environment_key)
    from translator.commands.calling.entering import enter

    standing = enter(options)
    if isinstance(standing, int):
        return standing
    gc.disable()  # most of what is made now is here to stay; ui/loop/garbage.py collects once the window is at work
    from translator.ui.loop.plain_import import restore_import

    restore_import()
    from translator.app import run_window

    return run_window(options, standing)


def _summon(option: str, environment_key: str) -> int:
    from translator.commands.calling.summon import OPTIONS, summon

    return summon(OPTIONS[option], environment_key)
