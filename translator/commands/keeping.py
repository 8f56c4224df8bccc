"""What the commands that work on what is kept have in common: the books, opened and closed, and faults in words."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from translator.books import Books, make_books
from translator.commands.ending import Status, UsageProblem
from translator.commands.interruptible import run_interruptibly
from translator.commands.tags import parse_tag
from translator.commands.terminal import say
from translator.i18n import tr
from translator.joining import sentences
from translator.language.tag import LanguagePair
from translator.places import find_places
from translator.settings import Budget
from translator.translation.glossary.exchange import TermFileInvalid
from translator.translation.glossary.store import GlossaryUnusable
from translator.translation.memory.exchange import UnitFileInvalid
from translator.translation.memory.store import MemoryUnusable


class FileProblem(Exception):
    """A file could not be read or written. The message is a sentence that says which, and why."""

    def __init__(self, path: Path, fault: OSError) -> None:
        words = tr("It did not work with {name}: {reason}.")
        super().__init__(words.format(name=path, reason=fault.strerror or str(fault)))


def with_books(work: Callable[[Books], Awaitable[None]]) -> int:
    """Do this with the user's books, and close them; return the exit status, having said what went wrong."""
    books = make_books(find_places(), Budget)
    try:
        run_interruptibly(_close_after(work, books))
    except UsageProblem as problem:
        say(sentences(problem.sentence, problem.step))
        return Status.USAGE
    except (MemoryUnusable, GlossaryUnusable) as fault:
        say(tr("The database cannot be used now: {reason}.").format(reason=str(fault).rstrip(".")))
        return Status.FAILED
    except (FileProblem, UnitFileInvalid, TermFileInvalid) as fault:
        say(str(fault))
        return Status.FAILED
    finally:
        if books.database.notice:
            say(books.database.notice)
    return Status.COMPLETE


async def _close_after(work: Callable[[Books], Awaitable[None]], books: Books) -> None:
    try:
        await work(books)
    finally:
        await books.close()


def pair_of(source: str, target: str) -> LanguagePair | None:
    """Return the pair of two tags, None for neither. Raises UsageProblem."""
    if not source and not target:
        return None
    if not source or not target:
        raise UsageProblem(tr("A pair has two languages."), tr("Give both --from and --to."))
    return LanguagePair(parse_tag(source), parse_tag(target))
