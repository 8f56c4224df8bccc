"""How much is in the translation memory, and what came of files of units, for window and command line alike."""

from translator.i18n import ntr, tr
from translator.joining import sentences
from translator.locales.numbers import grouped
from translator.translation.memory.exchange import TakenIn


def explain_units(total: int) -> str:
    """Return how many units there are."""
    return ntr("{n} unit", "{n} units", total).format(n=grouped(total))


def explain_answers(total: int) -> str:
    """Return how many answers of services are remembered."""
    return ntr("{n} answer of services", "{n} answers of services", total).format(n=grouped(total))


def explain_kept(name: str, units: int) -> str:
    """Return how many units of a file the memory has."""
    words = ntr("{n} unit of {name} is in the memory.", "{n} units of {name} are in the memory.", units)
    return words.format(n=grouped(units), name=name)


def explain_taken(name: str, taken: TakenIn) -> str:
    """Return how many units of a file the memory has, and how many of them it had not before, if not all."""
    return sentences(explain_kept(name, taken.units), _how_many_are_new(taken))


def explain_written(name: str, units: int) -> str:
    """Return how many units were written into a file."""
    return ntr("{n} unit is in {name}.", "{n} units are in {name}.", units).format(n=grouped(units), name=name)


def _how_many_are_new(taken: TakenIn) -> str:
    if taken.new >= taken.units:
        return ""
    if not taken.new:
        return tr("Nothing in it is new.")
    return ntr("{n} of them is new.", "{n} of them are new.", taken.new).format(n=grouped(taken.new))
