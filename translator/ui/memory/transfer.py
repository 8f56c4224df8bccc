"""Takes files into the memory and writes them, one at a time, and says how far it is."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from translator.i18n import tr
from translator.joining import sentences
from translator.language.tag import LanguagePair
from translator.memory_words import explain_kept, explain_written
from translator.translation.memory.exchange import UnitFileInvalid
from translator.translation.memory.store import MemoryUnusable, UnitStore
from translator.ui.loop.tasks import Tasks
from translator.ui.memory.screen import MemoryFiles, TransferScreen
from translator.ui.memory.words import explain_not_written, explain_reading, explain_taken_in, explain_writing
from translator.ui.vocabulary import Severity

_NAME = "transfer"


@dataclass(slots=True)
class _Underway:
    """A file that is being read or written."""

    path: Path
    units: int = 0
    is_cancelled: bool = False


class Transfer:
    """Works in a task of its own. ``changed`` is called once the memory has new units."""

    def __init__(
        self, screen: TransferScreen, store: UnitStore, files: MemoryFiles, changed: Callable[[], None]
    ) -> None:
        self._screen = screen
        self._store = store
        self._files = files
        self._changed = changed
        self._tasks = Tasks()
        self._underway: _Underway | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read or written."""
        return self._underway is not None

    async def close(self) -> None:
        """End everything that runs. What was taken in stays."""
        await self._tasks.close()

    def take_in(self, path: Path) -> None:
        """Keep the units of this file, unless another is being read or written."""
        self._begin(path, self._take_in)

    def export(self, path: Path, languages: LanguagePair | None) -> None:
        """Write all units, or those of a pair, into this file, unless another is being read or written."""
        self._begin(path, partial(self._write, languages=languages))

    def cancel(self) -> None:
        """Stop: what was taken in stays, and what was not written through is no file."""
        if self._underway is not None:
            self._underway.is_cancelled = True

    def _begin(self, path: Path, work: Callable[[_Underway], Awaitable[str]]) -> None:
        if self._underway is None:
            self._underway = _Underway(path)
            self._tasks.start(_NAME, self._guarded(self._underway, work))

    async def _guarded(self, underway: _Underway, work: Callable[[_Underway], Awaitable[str]]) -> None:
        severity: Severity = "error"
        sentence, name = "", underway.path.name
        try:
            sentence, severity = await work(underway), "info"
        except UnitFileInvalid as fault:
            sentence = _with_kept(str(fault), underway)
        except MemoryUnusable as fault:
            sentence = _with_kept(tr("The memory cannot be used now: {reason}.").format(reason=fault), underway)
        except OSError as fault:
            reason = fault.strerror or str(fault)
            sentence = _with_kept(
                tr("It did not work with {name}: {reason}.").format(name=name, reason=reason), underway
            )
        finally:
            self._underway = None
            self._screen.show_progress("", None)
        self._screen.show_notice(sentence, severity)

    async def _take_in(self, underway: _Underway) -> str:
        name = underway.path.name

        def tell(units: int, share: float) -> None:
            underway.units = units
            self._screen.show_progress(explain_reading(name, units, share), int(share * 100))

        tell(0, 0)
        try:
            taken = await self._files.take_in(underway.path, tell, lambda: underway.is_cancelled)
        finally:
            if underway.units:
                self._changed()
        return explain_taken_in(name, taken, is_cancelled=underway.is_cancelled)

    async def _write(self, underway: _Underway, languages: LanguagePair | None) -> str:
        name = underway.path.name
        self._screen.show_progress(explain_writing(name, 0, 0), None)
        total = await self._store.count() if languages is None else 0

        def tell(units: int) -> None:
            percent = min(100, units * 100 // total) if total else None
            self._screen.show_progress(explain_writing(name, units, total), percent)

        written = await self._files.write(underway.path, languages, tell, lambda: underway.is_cancelled)
        return explain_not_written(name) if underway.is_cancelled and not written else explain_written(name, written)


def _with_kept(sentence: str, underway: _Underway) -> str:
    return sentences(sentence, explain_kept(underway.path.name, underway.units)) if underway.units else sentence
