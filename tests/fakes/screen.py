"""The two panes, without a window: what is shown is kept as plain values."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from translator.text.difference import TextEdit
from translator.text.span import Span
from translator.ui.findings.screen import NOTHING_FOUND, FindingsShown, MarkedPlaces
from translator.ui.translate.language_choice import LanguageChoice
from translator.ui.translate.layers import Notice, NoticeLayers
from translator.ui.vocabulary import Action, Severity, State


@dataclass(frozen=True, slots=True)
class Said:
    """A notice, as one reads it."""

    sentence: str
    severity: Severity
    actions: tuple[Action, ...] = ()
    name: str = ""

    @property
    def buttons(self) -> list[str]:
        """The object names of its buttons, in order."""
        return [action.name for action in self.actions]

    def press(self, name: str) -> None:
        """Do what this button does."""
        next(action for action in self.actions if action.name == name).run()


class FakeScreen:
    """Shows to nobody. ``type`` edits the source as a person does; ``edited`` is called after every edit.

    ``broken_off`` is None while the target waits or is written, then whether it broke off. ``statuses`` lists all that
    the status line said, ``under_way`` what it comes back to meanwhile; ``edits`` all that were done in the target,
    ``all_lit`` what was lit in the source.
    ``shown_notices`` counts the notices over the target that were shown anew, buttons and all.
    """

    def __init__(self, source: str = "") -> None:
        self.source = source
        self.revision = 0
        self.undone = 0
        self.composing = False
        self.edited: Callable[[], None] = lambda: None
        self.target = ""
        self.awaited = 0
        self.edits: list[TextEdit] = []
        self.writing: int | None = None
        self.editing = False
        self.edited_spans: list[Span] = []
        self.from_memory = (0, 0)
        self.broken_off: bool | None = None
        self.gaps: list[int] = []
        self.stale: list[Span] = []
        self.marked: list[tuple[int, int]] = []
        self.masked: list[str] = []
        self.counts = (0, 0)
        self.cost: str | None = None
        self.cost_note = ""
        self.languages = ("", "")
        self.lit: Span | None = None
        self.lit_target: Span | None = None
        self.all_lit: list[Span | None] = []
        self.selected: Span | None = None
        self.revealed: Span | None = None
        self.source_findings = MarkedPlaces()
        self.target_findings = MarkedPlaces()
        self.findings: FindingsShown = NOTHING_FOUND
        self.gone_to: tuple[Span | None, Span | None] | None = None
        self.progress: float | None = None
        self.all_progress: list[float | None] = []
        self.meta = ""
        self.short_meta = ""
        self.meta_note = ""
        self.metas: list[str] = []
        self.running = False
        self.ran: list[bool] = []
        self.statuses: list[tuple[str, State]] = []
        self.under_way: tuple[str, State] | None = None
        self.undo_offered = False
        self.notice: Said | None = None
        self.shown_notices = 0
        self.source_notice: Said | None = None
        self.source_notices = NoticeLayers(self._show_over_source)
        self.focused = False
        self.target_focused = False

    @property
    def status(self) -> tuple[str, State]:
        """What the status line says."""
        return self.statuses[-1]

    def type(self, text: str) -> None:
        """Edit the source to be this."""
        self.source = text
        self.revision += 1
        self.edited()

    # Screen

    def source_text(self) -> str:
        return self.source

    def source_revision(self) -> int:
        return self.revision

    def is_composing(self) -> bool:
        return self.composing

    def replace_source(self, text: str) -> None:
        if text != self.source:
            self.type(text)

    def insert_into_source(self, text: str) -> None:
        self.type(self.source + text)

    def undo_edit(self) -> None:
        self.undone += 1

    def show_counts(self, characters: int, tokens: int, cost: str | None = None, note: str = "") -> None:
        self.counts = (characters, tokens)
        self.cost, self.cost_note = cost, note

    def show_languages(self, choice: LanguageChoice) -> None:
        self.languages = (str(choice.source or choice.found.tag or "detect"), str(choice.target))

    def await_target(self, *, goes_on: bool = False) -> None:
        self.target, self.broken_off, self.gaps = self.target if goes_on else "", None, []
        self.stale = []
        self.awaited += 1

    def edit_target(self, edits: Sequence[TextEdit]) -> None:
        self.edits += edits
        for edit in edits:
            self.target = edit.applied_to(self.target)

    def show_writing(self, place: int | None) -> None:
        self.writing = place

    def end_target(self, *, broken_off: bool, places: Sequence[int] = ()) -> None:
        self.broken_off, self.gaps = broken_off, list(places)

    def show_target(self, text: str) -> None:
        self.target, self.broken_off, self.gaps, self.stale = text, False, [], []

    def mark_stale(self, spans: Sequence[Span]) -> None:
        self.stale = list(spans)

    def light(self, source: Span | None, target: Span | None) -> None:
        if not self.all_lit or source != self.lit:
            self.all_lit.append(source)
        self.lit, self.lit_target = source, target

    def mark_edited(self, spans: Sequence[Span]) -> None:
        self.edited_spans = list(spans)

    def show_editing(self, *, editing: bool) -> None:
        self.editing = editing

    def select_source(self, span: Span) -> None:
        self.selected = span

    def reveal_target(self, span: Span) -> None:
        self.revealed = span

    def mark_findings(self, source: MarkedPlaces, target: MarkedPlaces) -> None:
        self.source_findings, self.target_findings = source, target

    def show_findings(self, shown: FindingsShown) -> None:
        self.findings = shown

    def go_to_words(self, source: Span | None, target: Span | None) -> None:
        self.gone_to = source, target

    def show_from_memory(self, blocks: int, of: int) -> None:
        self.from_memory = (blocks, of)

    def mark_source(self, spans: Sequence[tuple[int, int]]) -> None:
        self.marked = list(spans)

    def show_progress(self, fraction: float | None) -> None:
        self.progress = fraction
        self.all_progress.append(fraction)

    def show_meta(self, text: str, short: str = "", note: str = "") -> None:
        self.meta, self.short_meta, self.meta_note = text, short, note
        self.metas.append(text)

    def show_masked(self, pieces: Sequence[str]) -> None:
        self.masked = list(pieces)

    def show_running(self, *, running: bool) -> None:
        self.running = running
        self.under_way = self.under_way if running else None
        self.ran.append(running)

    def show_under_way(self, text: str, state: State) -> None:
        self.under_way = (text, state)
        self.show_status(text, state)

    def show_status(self, text: str, state: State) -> None:
        self.statuses.append((text, state))

    def show_outcome(self, text: str, state: State) -> None:
        self.show_status(text, state)

    def show_undo(self, *, offered: bool) -> None:
        self.undo_offered = offered

    def show_notice(self, sentence: str, severity: Severity, actions: Sequence[Action] = (), *, name: str = "") -> None:
        self.notice = Said(sentence, severity, tuple(actions), name or sentence)
        self.shown_notices += 1

    def change_notice(self, sentence: str, *, name: str = "") -> bool:
        if self.notice is not None:
            self.notice = replace(self.notice, sentence=sentence, name=name or self.notice.name)
        return self.notice is not None

    def hide_notice(self) -> None:
        self.notice = None

    def show_source_notice(
        self, sentence: str, severity: Severity, actions: Sequence[Action] = (), *, stays: str = ""
    ) -> None:
        self.source_notices.say(Notice(sentence, severity, tuple(actions)), stays)

    def take_source_notice_away(self, stays: str) -> None:
        self.source_notices.take_away(stays)

    def hide_notices(self) -> None:
        self.hide_notice()
        self.source_notices.take_away()

    def _show_over_source(self, notice: Notice | None) -> None:
        self.source_notice = None if notice is None else Said(*notice)

    def focus_source(self) -> None:
        self.focused, self.target_focused = True, False

    def focus_target(self) -> bool:
        was_elsewhere = not self.target_focused
        self.focused, self.target_focused = False, True
        return was_elsewhere
