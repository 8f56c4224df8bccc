"""What is said of findings."""

from collections.abc import Collection, Sequence

from translator.i18n import ntr, tr
from translator.joining import listed, sentences
from translator.locales.numbers import grouped
from translator.messages.findings import explain_finding
from translator.translation.checks.finding import Finding, Severity


def count_words(severities: Collection[Severity]) -> str:
    """Return how many errors and warnings there are, the errors first."""
    errors = sum(severity is Severity.ERROR for severity in severities)
    warnings = len(severities) - errors
    said = []
    if errors:
        said.append(ntr("{n} error", "{n} errors", errors).format(n=grouped(errors)))
    if warnings:
        said.append(ntr("{n} warning", "{n} warnings", warnings).format(n=grouped(warnings)))
    return listed(said)


def finding_count(findings: int) -> str:
    """Return how many findings there are, for the line of facts; nothing for none."""
    return ntr("{n} finding", "{n} findings", findings).format(n=grouped(findings)) if findings else ""


def asking_again(blocks: int) -> str:
    """Return what is said while blocks are asked for again."""
    return ntr("Asking again for one block", "Asking again for {n} blocks", blocks).format(n=grouped(blocks))


def place_words(row: int, findings: Sequence[Finding]) -> str:
    """Return the sentence of a finding, with its place among the others."""
    sentence = explain_finding(findings[row])
    return tr("{n} of {total}: {sentence}").format(n=grouped(row + 1), total=grouped(len(findings)), sentence=sentence)


def came_back() -> str:
    """Return what is said when a block was asked for again, and the same is wrong with it."""
    return tr("It came back the same.")


def stays_as_it_was(reason: str) -> str:
    """Return what is said when a block was asked for again and its answer cannot be used; ``reason`` is a sentence."""
    return sentences(tr("The block stays as it was."), reason)
