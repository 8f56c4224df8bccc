"""The source as it was last seen: an edit is told without what there was before."""

from translator.text.difference import edit_between
from translator.text.display import is_blank
from translator.ui.translate.linked.linked_panes import LinkedPanes
from translator.ui.translate.screen import Screen


class KnownSource:
    """Remembers the text of the source, and lets what is linked with it follow what becomes of it."""

    def __init__(self, screen: Screen, linked: LinkedPanes) -> None:
        self._screen = screen
        self._linked = linked
        self.text = ""
        """What it was when it was last looked at."""

    @property
    def is_blank(self) -> bool:
        """Whether nothing of that is seen."""
        return is_blank(self.text)

    def look(self) -> str:
        """Take note of what it is now, and return it. Nothing that was linked follows."""
        self.text = self._screen.source_text()
        return self.text

    def follow_edit(self) -> bool:
        """Take note of what it is now; return whether that is another than before, which the links follow."""
        before = self.text
        self.look()
        return self.take_links_of(before)

    def take_links_of(self, before: str) -> bool:
        """Let the links, which were made for this text, follow to that of the source; return whether it is another."""
        edit = edit_between(before, self.text)
        if edit:
            self._linked.follow_edit(edit)
        return bool(edit)
