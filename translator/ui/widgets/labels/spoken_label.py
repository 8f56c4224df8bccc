"""A sentence that comes and goes, and is read out when it comes: one who cannot see it would not look for it."""

from translator.ui.announcing.announcer import Announcer
from translator.ui.widgets.labels.labels import Label, Role


class SpokenLabel(Label):
    """Hidden while there is nothing to say."""

    def __init__(self, role: Role) -> None:
        super().__init__("", role, wrap=True)
        self._announcer = Announcer(self)
        self.hide()

    def say(self, sentence: str) -> None:
        """Say this; nothing if empty."""
        is_new = sentence != self.text()
        self.setText(sentence)
        self.setVisible(bool(sentence))
        if is_new:
            self._announcer.say(sentence)
