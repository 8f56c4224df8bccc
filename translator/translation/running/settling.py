"""A block whose translation is there is settled: aligned, and checked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from translator.language.tag import LanguagePair
from translator.text.alignment.align import Link, align
from translator.translation.aids import Aids
from translator.translation.checks.finding import Check
from translator.translation.glossary.term import Term
from translator.translation.request import BlockOrigin, FinishedBlock, TranslationRequest

# Characters of a sentence: what is shorter, such as "Thank you.", may well be said in more than one way.
_SHORTEST_REPEATED = 12


class Settling:
    """Settles the blocks of one request."""

    def __init__(self, request: TranslationRequest, aids: Aids) -> None:
        self._languages = LanguagePair(request.source, request.target)
        self._checks = aids.checks

    def settle(self, block: FinishedBlock, terms: Sequence[Term]) -> FinishedBlock:
        """Return the block with its links and findings.

        Nothing can be wrong with what was left as it was, or with what the user has emptied.
        """
        source, target = self._languages.source, self._languages.target
        links = align(block.source, block.target, source.language if source else "", target.language)
        is_emptied = block.origin is BlockOrigin.USER and not block.target
        is_left = block.origin is BlockOrigin.UNCHANGED or is_emptied
        findings = () if is_left else self._checks.check(block.source, block.target, self._languages, terms)
        return replace(block, links=tuple(links), findings=tuple(findings))

    def look_at_all(self, blocks: Sequence[FinishedBlock]) -> Sequence[FinishedBlock]:
        """Return those blocks of which something else is found where all are seen together, with all that is found.

        What an earlier run found so goes: it was found beside blocks that may have changed.
        """
        found = [[each for each in block.findings if each.check is not Check.CONSISTENCY] for block in blocks]
        pieces = [(place, link) for place, block in enumerate(blocks) for link in _pieces(block)]
        texts = [
            (blocks[at].source[slice(*link.source)], blocks[at].target[slice(*link.target)]) for at, link in pieces
        ]
        for number, finding in self._checks.check_together(texts):
            place, link = pieces[number]
            found[place].append(finding.shifted(link.source[0], link.target[0]))
        looked_at = [replace(block, findings=tuple(findings)) for block, findings in zip(blocks, found, strict=True)]
        return [
            after for before, after in zip(blocks, looked_at, strict=True) if after.findings != tuple(before.findings)
        ]


def _pieces(block: FinishedBlock) -> Iterator[Link]:
    """Yield what may be repeated in a text: the sentences of a block, or the block where it has but one."""
    if len(block.links) < 2:
        yield Link((0, len(block.source)), (0, len(block.target)))
    else:
        yield from (link for link in block.links if link.source[1] - link.source[0] >= _SHORTEST_REPEATED)
