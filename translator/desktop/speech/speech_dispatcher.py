"""Speech on Linux: speech-dispatcher, which every desktop's screen reader uses."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import NamedTuple

from translator.desktop.speech.pieces import cut
from translator.desktop.speech.ssip import Connection, connected
from translator.desktop.speech.voices import Voice, best_voice
from translator.language.tag import LanguageTag
from translator.surroundings.voices import CannotSpeak, NoVoice

PROGRAM = "speech-dispatcher"
MODULE_FOLDERS = tuple(
    Path(f"/usr/{folder}/speech-dispatcher-modules")
    for folder in ("lib", "lib64", "libexec", "local/lib", "local/libexec", "lib/x86_64-linux-gnu")
)
"""Where distributions put the programs that drive a synthesiser."""

_DUMMY = "dummy"
"""Speaks one recorded sentence, which says that there is no synthesiser."""
_NEEDS_MORE = {"sd_dummy", "sd_generic"}
"""Are there without any synthesiser."""
_WAITS_SECONDS = (0, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6)
"""A service that was just started listens a little later: 0.3 s on a machine at rest."""
_CLIENT = "user:translator:reading"


class Choice(NamedTuple):
    """Who speaks a language: a module, and the language as the module writes it."""

    module: str
    language: str


class SpeechDispatcher:
    """Implements ``ui.desktop_ports.Speech`` through its socket, at ``address``. Starts the service where it can.

    A connection lasts as long as a text is read: the service ends by itself once nobody uses it. It speaks by its
    module for a language, so what the user has set up there holds.
    """

    def __init__(
        self, address: Path, *, program: str = PROGRAM, modules: Sequence[Path] = MODULE_FOLDERS,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:  # fmt: skip
        self._address = address
        self._program = program
        self._modules = modules
        self._sleep = sleep
        self._known: dict[LanguageTag, Choice] = {}

    async def can_speak(self) -> bool:
        """Return whether a synthesiser is installed; where that cannot be seen, ask the service."""
        if await asyncio.to_thread(self._has_synthesiser):
            return True
        try:
            async with self._connected() as connection:
                return bool(await _real_modules(connection))
        except CannotSpeak:
            return False

    async def speak(self, text: str, language: LanguageTag | None) -> None:
        """Read it aloud; return when it has been said, or when another program has stopped it. Raises CannotSpeak."""
        pieces = await asyncio.to_thread(cut, text, language.language if language else "")
        async with self._connected() as connection:
            await self._choose(connection, language)
            # A screen reader that says the name of the button just pressed stops what is merely "text".
            await connection.ask("SET self PRIORITY message")
            for event in ("END", "CANCEL"):
                await connection.ask(f"SET self NOTIFICATION {event} on")
            for piece in pieces:
                if not await connection.say(piece):
                    return

    async def _choose(self, connection: Connection, language: LanguageTag | None) -> None:
        """Let somebody speak who speaks the language. Raises NoVoice."""
        if not await _real_modules(connection):
            raise CannotSpeak("no speech synthesiser is installed, or none works")
        if language is None:
            return
        choice = self._known.get(language) or await _find(connection, language)
        self._known[language] = choice
        await connection.ask(f"SET self OUTPUT_MODULE {choice.module}")
        await connection.ask(f"SET self LANGUAGE {choice.language.lower()}")

    def _has_synthesiser(self) -> bool:
        if shutil.which(self._program) is None:
            return False
        programs = {path.name for folder in self._modules for path in folder.glob("sd_*")}
        return not programs <= _NEEDS_MORE

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[Connection]:
        async with AsyncExitStack() as stack:
            try:
                connection = await stack.enter_async_context(connected(str(self._address), _CLIENT))
            except OSError:
                await self._start()
                connection = await self._patiently_connected(stack)
            yield connection

    async def _patiently_connected(self, stack: AsyncExitStack) -> Connection:
        fault: OSError | None = None
        for seconds in _WAITS_SECONDS:
            await self._sleep(seconds)
            try:
                return await stack.enter_async_context(connected(str(self._address), _CLIENT))
            except OSError as refused:
                fault = refused
        raise CannotSpeak(str(fault)) from fault

    async def _start(self) -> None:
        """Start the service, as its own clients do; it refuses where the user does not want that."""
        program = await asyncio.to_thread(shutil.which, self._program)
        if program is None:
            raise CannotSpeak("speech-dispatcher is not installed")
        where = ("--communication-method", "unix_socket", "--socket-path", str(self._address))
        quiet = asyncio.subprocess.DEVNULL
        try:
            started = await asyncio.create_subprocess_exec(
                program, "--spawn", *where, stdin=quiet, stdout=quiet, stderr=quiet
            )
        except OSError as fault:
            raise CannotSpeak(str(fault)) from fault
        if await started.wait():
            raise CannotSpeak("speech-dispatcher does not start")


def socket_address(environment: Mapping[str, str]) -> Path | None:
    """Return where speech-dispatcher listens, or would; None where it is another kind of place than a file."""
    given = environment.get("SPEECHD_ADDRESS", "unix_socket")
    method, _, path = given.partition(":")
    if method != "unix_socket":
        return None
    if path:
        return Path(path)
    runtime = environment.get("XDG_RUNTIME_DIR")
    cache = environment.get("XDG_CACHE_HOME") or str(Path(environment.get("HOME", "/"), ".cache"))
    return Path(runtime or cache, "speech-dispatcher", "speechd.sock")


async def _real_modules(connection: Connection) -> Sequence[str]:
    return [name for name in await connection.ask("LIST OUTPUT_MODULES") if name != _DUMMY]


async def _find(connection: Connection, language: LanguageTag) -> Choice:
    """Return who speaks a language: the module that the user has chosen, if it does. Raises NoVoice."""
    preferred = await connection.ask("GET OUTPUT_MODULE")
    modules = dict.fromkeys([*preferred, *await _real_modules(connection)])
    for module in (name for name in modules if name != _DUMMY):
        await connection.ask(f"SET self OUTPUT_MODULE {module}")
        listed = (line.split("\t") for line in await connection.ask("LIST SYNTHESIS_VOICES"))
        languages = dict.fromkeys(line[1] for line in listed if len(line) > 1)
        best = best_voice((Voice(name, name) for name in languages), language)
        if best is not None:
            return Choice(module, best.language)
    raise NoVoice
