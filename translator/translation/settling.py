"""A block whose translation is there is settled: aligned, and checked."""

from collections.abc import Sequence
from dataclasses import replace

from translator.language.tag import LanguagePair
from translator.text.alignment.align import align
from translator.translation.aids import Aids
from translator.translation.checks.finding import Check
from translator.translation.glossary.term import Term
from translator.translation.request import BlockOrigin, FinishedBlock, TranslationRequest


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
        for place, finding in self._checks.check_together([(block.source, block.target) for block in blocks]):
            found[place].append(finding)
        looked_at = [replace(block, findings=tuple(findings)) for block, findings in zip(blocks, found, strict=True)]
        return [
            after for before, after in zip(blocks, looked_at, strict=True) if after.findings != tuple(before.findings)
        ]
