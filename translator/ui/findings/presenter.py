"""Decides which findings are shown, and what is asked for again because of them. Knows no widget."""

from collections.abc import Callable, Collection, Iterable, Sequence

from translator.joining import sentences
from translator.messages.findings import explain_finding
from translator.text.span import Span
from translator.translation.checks.finding import Finding, Severity
from translator.ui.findings.corrections import Corrections
from translator.ui.findings.placing import PlacedFinding, place_findings
from translator.ui.findings.screen import NOTHING_FOUND, FindingRow, FindingsScreen, FindingsShown, MarkedPlaces
from translator.ui.findings.words import asking_again, came_back, count_words, place_words
from translator.ui.translate.linked.linked import LinkMap

Identity = tuple[str, str, Finding]


class FindingsPresenter:
    """Follows the blocks of the target: a finding is shown as long as its block says what it was found in.

    Words are underlined as soon as their block is settled. The list comes with the first error or with the end of the
    translation, whichever is first, so that it takes room from the text once.
    """

    def __init__(
        self, screen: FindingsScreen, links: Callable[[], LinkMap | None], ask_again: Callable[[Corrections], None],
        counted: Callable[[int], None] = lambda _count: None,
    ) -> None:  # fmt: skip
        """``ask_again`` asks for blocks again; ``counted`` is told how many findings there are, when that changes."""
        self._screen = screen
        self._links = links
        self._ask_again = ask_again
        self._counted = counted
        self._placed: Sequence[PlacedFinding] = ()
        self.dismissed: Collection[Identity] = frozenset()
        """What the user does not want to see until its block changes."""
        self._chosen: Identity | None = None
        self._is_running = False
        self._is_listed = False
        self._asked: Sequence[PlacedFinding] = ()
        self._note = ""

    @property
    def count(self) -> int:
        """How many findings there are that the user has not dismissed."""
        return len(self._placed)

    def sentence_at(self, position: int, *, in_source: bool) -> str:
        """Return what was found at this place of a text, in code points; several sentences on as many lines."""
        spans = ((each.source if in_source else each.target, each.finding) for each in self._placed)
        there = [finding for span, finding in spans if span and span[0] <= position < span[1]]
        return "\n".join(dict.fromkeys(map(explain_finding, there)))

    # What happens

    def refresh(self) -> None:
        """Look anew at the blocks: some may say something else."""
        links = self._links()
        before = len(self._placed)
        placed = place_findings(links) if links is not None else ()
        self._placed = [each for each in placed if each.identity not in self.dismissed]
        if self._chosen not in {each.identity for each in self._placed}:
            self._chosen = None
        if before or self._placed or self._is_listed:
            self._show()
        if before != len(self._placed):
            self._counted(len(self._placed))

    def begin(self, corrections: Corrections) -> None:
        """Take note that a translation begins, maybe because of these findings, by blocks as they are now."""
        self._is_running, self._note = True, ""
        self._asked = [each for each in self._placed if each.finding in corrections.get(each.block.index, ())]
        if not self._asked:
            self._chosen, self._is_listed = None, bool(self._placed)
        self.refresh()

    def end(self, note: str = "") -> None:
        """Take note that it has ended. ``note`` is what there is to say of the blocks that were asked for again."""
        if not self._is_running:
            return
        self._is_running = False
        self.refresh()
        asked, self._asked = self._asked, ()
        again = [each for each in self._placed if any(each.says_the_same_as(one) for one in asked)]
        if again:
            self._note, self._chosen = note or came_back(), again[0].identity
            self._show()

    # Commands

    def go_on(self, step: int) -> None:
        """Go so many findings forth, or back, from the one that is spoken of; behind the last comes the first."""
        if self._placed:
            chosen = self._row
            first = 0 if step > 0 else len(self._placed) - 1
            self.open(first if chosen is None else (chosen + step) % len(self._placed))

    def choose(self, row: int) -> None:
        """Speak of this one."""
        if 0 <= row < len(self._placed) and self._placed[row].identity != self._chosen:
            self._chosen, self._note = self._placed[row].identity, ""
            self._show()

    def open(self, row: int) -> None:
        """Go to the words of this one, or where there are none in the source, to what its sentence answers."""
        if not 0 <= row < len(self._placed):
            return
        self.choose(row)
        placed, links = self._placed[row], self._links()
        pair = links.at_target(placed.target[0]) if links is not None else None
        self._screen.go_to_words(placed.source or (pair.source if pair else None), placed.target)

    def fix(self) -> None:
        """Ask again for the block of the one that is spoken of."""
        spoken_of = self._spoken_of
        if spoken_of is not None and spoken_of.is_fixable:
            self._fix({spoken_of.block.index})

    def fix_all(self) -> None:
        """Ask again for all blocks with errors."""
        self._fix({each.block.index for each in self._fixable_errors()})

    def dismiss(self) -> None:
        """Hide the one that is spoken of until its block changes."""
        spoken_of = self._spoken_of
        if spoken_of is not None:
            row = self._placed.index(spoken_of)
            self.dismissed = {*self.dismissed, spoken_of.identity}
            self._note = ""
            self.refresh()
            if self._placed:
                self.choose(min(row, len(self._placed) - 1))

    # How

    def _fix(self, blocks: Iterable[int]) -> None:
        corrections = {
            block: tuple(each.finding for each in self._placed if each.block.index == block) for block in blocks
        }
        if corrections and not self._is_running:
            self._ask_again(corrections)

    def _fixable_errors(self) -> list[PlacedFinding]:
        return [each for each in self._placed if each.finding.severity is Severity.ERROR and each.is_fixable]

    @property
    def _row(self) -> int | None:
        """The place of the finding that is spoken of, where it was chosen."""
        return next((row for row, each in enumerate(self._placed) if each.identity == self._chosen), None)

    @property
    def _spoken_of(self) -> PlacedFinding | None:
        row = 0 if len(self._placed) == 1 else self._row
        return None if row is None else self._placed[row]

    def _show(self) -> None:
        self._screen.mark_findings(
            _marked((each.source, each.finding.severity) for each in self._placed),
            _marked((each.target, each.finding.severity) for each in self._placed),
        )
        has_error = any(each.finding.severity is Severity.ERROR for each in self._placed)
        is_asking = self._is_running and bool(self._asked)
        if self._is_running:
            self._is_listed = is_asking or self._is_listed or has_error
        else:
            self._is_listed = bool(self._placed)
        self._screen.show_findings(self._shown() if self._is_listed else NOTHING_FOUND)

    def _shown(self) -> FindingsShown:
        if self._is_running and self._asked:
            blocks = len({each.block.index for each in self._asked})
            return FindingsShown(asking_again(blocks), None, self._rows(), is_busy=True)
        spoken_of = self._spoken_of
        findings = [each.finding for each in self._placed]
        severities = [finding.severity for finding in findings]
        if spoken_of is None:
            words = count_words(severities)
        elif len(findings) == 1:
            words = explain_finding(spoken_of.finding)
        else:
            words = place_words(self._placed.index(spoken_of), findings)
        return FindingsShown(
            sentences(self._note, words),
            spoken_of.finding.severity if spoken_of else _worst(severities),
            self._rows(),
            None if spoken_of is None else self._placed.index(spoken_of),
            can_fix=spoken_of is not None and spoken_of.is_fixable,
            can_fix_all=len(findings) > 1 and bool(self._fixable_errors()),
            is_busy=self._is_running,
        )

    def _rows(self) -> Sequence[FindingRow]:
        return [FindingRow(each.finding.severity, explain_finding(each.finding)) for each in self._placed]


def _worst(severities: Sequence[Severity]) -> Severity:
    return Severity.ERROR if Severity.ERROR in severities else Severity.WARNING


def _marked(places: Iterable[tuple[Span | None, Severity]]) -> MarkedPlaces:
    there = [(span, severity) for span, severity in places if span is not None]
    errors = sorted({span for span, severity in there if severity is Severity.ERROR})
    warnings = sorted({span for span, severity in there if severity is Severity.WARNING} - set(errors))
    return MarkedPlaces(tuple(errors), tuple(warnings))
