"""The two forms: one for a glossary's name and languages, one for a term that was selected in a text."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from translator.i18n import ptr, tr
from translator.language.tag import LanguageTag
from translator.translation.glossary.term import Glossary, Term
from translator.ui.glossary.screen import TermFormCommands
from translator.ui.look.theme import Theme
from translator.ui.widgets.buttons.buttons import Button
from translator.ui.widgets.buttons.switch import Switch
from translator.ui.widgets.fields.combo import ComboBox
from translator.ui.widgets.groups.flow import FlowLayout
from translator.ui.widgets.labels.labels import label
from translator.ui.widgets.labels.spoken_label import SpokenLabel
from translator.ui.widgets.windows.scrolling_dialog import ScrollingDialog

_WIDTH = 400
_SMALLEST = 240


class Form(ScrollingDialog):
    """Fields below each other, each under its name, and a button that takes them. Enter does, Escape closes it."""

    taken = Signal()

    def __init__(self, theme: Theme, parent: QWidget, object_name: str, prefix: str) -> None:
        super().__init__(parent, sides=20, ends=16)
        self._theme = theme
        self._prefix = prefix
        self.setObjectName(object_name)
        self.setModal(True)
        self.body.setSpacing(4)
        self.foot.setSpacing(4)
        self._problem = SpokenLabel("error")
        self._problem.setObjectName(f"{prefix}ProblemLabel")

    def add_line(self, name: str, title: str) -> QLineEdit:
        """Add a field for a line of text."""
        field = QLineEdit()
        field.setObjectName(f"{self._prefix}{name}Field")
        self._add(field, title)
        return field

    def add_box(self, name: str, title: str) -> ComboBox:
        """Add a box to choose from."""
        box = ComboBox(self._theme, f"{self._prefix}{name}Picker")
        self._add(box, title)
        return box

    def add_switch(self, name: str, title: str) -> Switch:
        """Add a switch, with its name beside it."""
        switch = Switch(self._theme, title)
        switch.setObjectName(f"{self._prefix}{name}Switch")
        words = label(title, wrap=True)
        words.setBuddy(switch)
        line = QHBoxLayout()
        line.addWidget(words, 1)
        line.addWidget(switch)
        self.body.addLayout(line)
        return switch

    def _add(self, field: QWidget, title: str) -> None:
        words = label(title, "strong", wrap=True)
        words.setBuddy(field)
        field.setAccessibleName(title)
        self.body.addWidget(words)
        self.body.addWidget(field)
        self.body.addSpacing(8)

    def finish(self, word: str) -> None:
        """Add what is below the fields; the word is on the button that takes them."""
        save = Button(self._theme, word, f"{self._prefix}SaveButton", "primary")
        save.setDefault(True)
        save.clicked.connect(self.taken)
        cancel = Button(self._theme, tr("Cancel"), f"{self._prefix}CancelButton")
        cancel.clicked.connect(self.reject)
        self.body.addStretch(1)
        self.foot.addWidget(self._problem)
        self.foot.addLayout(FlowLayout(save, cancel))
        self.fit(QSize(self._theme.px(_WIDTH), 0), _SMALLEST)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with what was entered; nothing if empty."""
        self._problem.say(sentence)


class GlossaryForm(Form):
    """What a glossary is called, and for which languages it is. ``answered`` carries name, source and target."""

    answered = Signal(str, object, object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, "glossaryForm", "glossary")
        self._name = self.add_line("Name", tr("Name"))
        self._source = self.add_box("Source", ptr("source language", "From"))
        self._target = self.add_box("Target", ptr("target language", "Into"))
        self.finish(tr("Save"))
        self.taken.connect(self._answer)

    def ask(self, glossary: Glossary | None, languages: Sequence[tuple[str, LanguageTag]], problem: str) -> None:
        """Show the form for this glossary, or a new one; where it is open, only say what is wrong."""
        self.show_problem(problem)
        if self.isVisible():
            return
        self.setWindowTitle(tr("Glossary") if glossary and glossary.id else tr("New glossary"))
        self._name.setText(glossary.name if glossary else "")
        self._offer(self._source, languages, glossary.source_language if glossary else None)
        self._offer(self._target, languages, glossary.target_language if glossary else None)
        self.open()
        self._name.setFocus()
        self._name.selectAll()

    @staticmethod
    def _offer(box: ComboBox, languages: Sequence[tuple[str, LanguageTag]], chosen: LanguageTag | None) -> None:
        named = [(words, str(tag)) for words, tag in languages]
        if chosen is not None and all(tag != chosen for _, tag in languages):  # from a file, or an older list
            named.insert(0, (str(chosen), str(chosen)))
        box.set_choices(named)
        box.choose(str(chosen))

    def _answer(self) -> None:
        source, target = self._source.currentData(), self._target.currentData()
        if source is None or target is None:
            self.show_problem(tr("Choose both languages."))
            return
        self.answered.emit(self._name.text(), LanguageTag.parse(source), LanguageTag.parse(target))


class TermDialog(Form):
    """Implements ``screen.TermForm``."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, "termForm", "term")
        self.setWindowTitle(tr("Add a term"))
        self._words = self.add_line("Source", tr("Term"))
        self._translation = self.add_line("Target", tr("Translation"))
        self._note = self.add_line("Note", tr("Note"))
        self._glossary = self.add_box("Glossary", tr("Glossary"))
        self._case = self.add_switch("Case", tr("Capitals matter"))
        self._keep = self.add_switch("Keep", tr("Not translated: stays as it is"))
        self._keep.toggled.connect(lambda on: self._translation.setEnabled(not on))
        self.finish(tr("Add"))
        self._commands: TermFormCommands | None = None
        self.taken.connect(self._save)

    def listen(self, commands: TermFormCommands) -> None:
        """Let the button do this."""
        self._commands = commands

    def open_form(self, term: Term, glossaries: Sequence[tuple[str, int]]) -> None:
        """Show the form, filled in; the caret is where something is missing."""
        self.show_problem("")
        self._words.setText(term.source)
        self._translation.setText(term.target)
        self._note.setText(term.note)
        self._case.setChecked(term.case_sensitive)
        self._keep.setChecked(term.do_not_translate)
        self._glossary.set_choices(glossaries)
        self.open()
        (self._translation if term.source else self._words).setFocus()

    def close_form(self) -> None:
        """Go on: the term was taken."""
        self.accept()

    def _save(self) -> None:
        keep = self._keep.isChecked()
        term = Term(
            self._words.text(), "" if keep else self._translation.text(), self._note.text(),
            case_sensitive=self._case.isChecked(), do_not_translate=keep,
        )  # fmt: skip
        if self._commands is not None:
            self._commands.save(term, self._glossary.currentData() or 0)
