"""What is written down when the program goes wrong, and what is told of it at the next start.

While the program runs there is one file for it in a folder of the user's state, held locked. Python's faulthandler
writes to it when a signal ends the process; unhandled exceptions are written to it as they come. A run that ends as
it should, with nothing to tell, removes its file. The next start finds what others have left, whose lock is gone with
them, and makes a report of it, once.

Nothing of what the program works with gets there: of an exception its type, and the files, lines and functions it
passed; no message, no variable, no argument. Files are named from the package on, never from the user's home.
"""

import contextlib
import faulthandler
import os
import re
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import CodeType, TracebackType
from typing import Literal

from translator import __version__
from translator.i18n import ntr, tr

MOST_FAULTS = 20
"""Different exceptions that one run writes down."""

MOST_FRAMES = 30
"""Places that are written down of one exception: the innermost ones."""

MOST_CAUSES = 5
MOST_REPORTS = 5
"""Reports that are kept: the latest ones."""

MOST_READ = 200_000
"""Bytes that are read of what a run has left."""

_RUNNING = "running-*.log"
_OWN = "|"
"""Our own lines begin with it: what else there is was written by faulthandler."""

_FATAL = re.compile(r"(?:Fatal Python error|Windows fatal exception): [\w ,.:-]{1,80}", re.ASCII)
_THREAD = re.compile(
    r"(?:Current thread|Thread) 0x[0-9a-f]+ (?:\[[\w -]{1,40}\] )?\(most recent call first\):", re.ASCII
)
_FRAME = re.compile(r'\s{0,4}File "(?P<file>.{1,1000})", line (?P<line>\d+|\?\?\?) in (?P<function>\S{1,200})')
_COUNT = re.compile(r", (?P<count>\d{7}) times: ")
_PACKAGES = re.compile(r".*/(?:site-packages|dist-packages|python3\.\d+)/")
_PACKAGE = Path(__file__).parent.as_posix() + "/"


@dataclass(frozen=True, slots=True)
class CrashReport:
    """What an earlier run has left: ``text`` may be shown and sent, and is also in the file at ``path``.

    ``kind`` says whether a signal ended that run, or it went on; ``count`` is the number of exceptions.
    """

    path: Path
    text: str
    kind: Literal["ended", "faults"]
    count: int

    @property
    def summary(self) -> str:
        """What happened, in one sentence."""
        if self.kind == "ended":
            return tr("Translator ended unexpectedly the last time.")
        return ntr(
            "Something went wrong inside Translator the last time.",
            "Something went wrong inside Translator {count} times the last time.",
            self.count,
        ).format(count=self.count)


class CrashWatch:
    """Writes down what goes wrong in this run, and finds what went wrong in earlier ones. It never raises."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._path: Path | None = None
        self._descriptor = -1
        self._places: dict[str, int] = {}
        self._counts: dict[str, int] = {}

    def begin(self) -> None:
        """Have it written down when a signal ends this process. Where the folder cannot be written, nothing is."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            path = self._folder / f"running-{os.getpid()}-{time.time_ns()}.log"
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
            self._path = path
            _lock(self._descriptor)
            os.write(self._descriptor, _header().encode())
            faulthandler.enable(self._descriptor)

    def write(self, kind: type[BaseException], fault: BaseException | None, trace: TracebackType | None) -> None:
        """Write down an exception that nobody handled; one that came before is counted. Safe in any thread."""
        if self._path is None or not issubclass(kind, Exception):
            return
        block = "".join(_describe(kind, fault, trace))
        with self._lock, contextlib.suppress(OSError):
            self._note(block)

    def end(self) -> None:
        """This run ends as it should. Its file stays only if there is something to tell."""
        if self._path is None:
            return
        path, self._path = self._path, None
        faulthandler.disable()
        os.close(self._descriptor)
        if not self._places:
            with contextlib.suppress(OSError):
                path.unlink()

    def previous(self) -> CrashReport | None:
        """Return what an earlier run has left that was not told before: the latest, where several did."""
        with contextlib.suppress(OSError):
            left = sorted(self._folder.glob(_RUNNING), key=lambda path: path.stat().st_mtime)
            reports = [report for path in left if (report := self._collect(path))]
            self._forget_old()
            return reports[-1] if reports else None
        return None

    def _note(self, block: str) -> None:
        """Write the block with its count, or only the count where it is there already."""
        if block not in self._places and len(self._places) >= MOST_FAULTS:
            block = f"{_OWN}others\n"
        count = self._counts[block] = self._counts.get(block, 0) + 1
        written = f"{min(count, 9_999_999):07}".encode()
        if block in self._places:
            end = os.lseek(self._descriptor, 0, os.SEEK_CUR)
            os.lseek(self._descriptor, self._places[block], os.SEEK_SET)
            os.write(self._descriptor, written)
            os.lseek(self._descriptor, end, os.SEEK_SET)
            return
        before = f"{_OWN}\n{_OWN}{_now()}, ".encode()
        self._places[block] = os.lseek(self._descriptor, 0, os.SEEK_CUR) + len(before)
        os.write(self._descriptor, before + written + f" times: {block.removeprefix(_OWN)}".encode())

    def _collect(self, path: Path) -> CrashReport | None:
        """Make a report of what a run has left; None where it still runs, or nothing is wrong."""
        claimed = path.with_suffix(".claimed")
        try:
            with path.open("rb") as file:
                _lock(file.fileno())
                when = os.fstat(file.fileno()).st_mtime
                path.rename(claimed)  # fails where another start was faster, and on Windows while the run goes on
                left = file.read(MOST_READ).decode("utf-8", "replace")
        except OSError:
            return None
        report = self._report(left, when, path.stem.removeprefix("running-"))
        claimed.unlink()
        return report

    def _report(self, left: str, when: float, name: str) -> CrashReport | None:
        lines = list(_clean(left.splitlines()))
        is_fatal = any(_FATAL.fullmatch(line) for line in lines)
        count = sum(int(found["count"]) for line in lines if (found := _COUNT.search(line)))
        if not is_fatal and not count:
            return None
        text = "\n".join(_COUNT.sub(lambda found: f", {int(found['count'])} times: ", line) for line in lines) + "\n"
        path = self._folder / f"report-{time.strftime('%Y%m%dT%H%M%SZ', time.gmtime(when))}-{name}.txt"
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
        return CrashReport(path, text, "ended" if is_fatal else "faults", count)

    def _forget_old(self) -> None:
        for report in sorted(self._folder.glob("report-*.txt"))[:-MOST_REPORTS]:
            report.unlink()


def _lock(descriptor: int) -> None:
    """Hold the file until this process ends, however it ends. Raises OSError where another one does.

    Windows has no such lock, and needs none: there an open file cannot be renamed.
    """
    with contextlib.suppress(ImportError):
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _header() -> str:
    """Return what this run is: versions, system and time, not the computer's name."""
    qt = getattr(sys.modules.get("PySide6"), "__version__", "none")
    python = ".".join(map(str, sys.version_info[:3]))
    system = " ".join((os.uname().sysname, os.uname().release, os.uname().machine)) if os.name == "posix" else os.name
    return f"{_OWN}Translator {__version__}, Python {python}, Qt {qt}, {system}\n{_OWN}Begun {_now()}\n"


def _now() -> str:
    return time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime())


def _describe(kind: type[BaseException], fault: BaseException | None, trace: TracebackType | None) -> Iterator[str]:
    """Yield the lines that tell of an exception, and of those behind it."""
    yield f"{_OWN}{_type_name(kind)}\n"
    yield from _frames(trace)
    causes = islice(_causes(fault), MOST_CAUSES)
    for relation, cause in causes:
        yield f"{_OWN}{relation} {_type_name(type(cause))}\n"
        yield from _frames(cause.__traceback__)


def _causes(fault: BaseException | None) -> Iterator[tuple[str, BaseException]]:
    """Yield what caused it and what it holds, each once."""
    seen = {id(fault)}
    waiting = [fault]
    while waiting:
        current = waiting.pop(0)
        if current is None:
            continue
        inner = current.exceptions if isinstance(current, BaseExceptionGroup) else ()
        hidden = None if current.__suppress_context__ else current.__context__
        behind = (("caused by", current.__cause__), ("while handling", hidden), *(("holding", each) for each in inner))
        for relation, cause in behind:
            if cause is not None and id(cause) not in seen:
                seen.add(id(cause))
                waiting.append(cause)
                yield relation, cause


def _type_name(kind: type[BaseException]) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"[:120].replace("\n", " ")


def _frames(trace: TracebackType | None) -> Iterator[str]:
    places: list[tuple[CodeType, int]] = []
    while trace is not None:
        places.append((trace.tb_frame.f_code, trace.tb_lineno))
        trace = trace.tb_next
    if len(places) > MOST_FRAMES:
        yield f"{_OWN}  …\n"
    for code, line in places[-MOST_FRAMES:]:
        yield f"{_OWN}  {_place(code.co_filename, str(line), code.co_qualname)}\n"


def _place(file: str, line: str, function: str) -> str:
    return f"{_relative(file)}:{line} in {function}"


def _relative(file: str) -> str:
    """Return the file's name from its package on; of one that is nobody's, the name alone."""
    name = file.replace("\\", "/")
    if name.startswith(_PACKAGE):
        return "translator/" + name.removeprefix(_PACKAGE)
    inside = _PACKAGES.match(name)
    return name[inside.end() :] if inside else name.rpartition("/")[2]


def _clean(lines: Iterable[str]) -> Iterator[str]:
    """Yield our own lines, and of faulthandler's those that say where it was, without the user's folders."""
    for line in lines:
        if line.startswith(_OWN):
            yield line.removeprefix(_OWN)
        elif frame := _FRAME.fullmatch(line):
            yield f"  {_place(frame['file'], frame['line'], frame['function'])}"
        elif _FATAL.fullmatch(line) or _THREAD.fullmatch(line):
            yield line
