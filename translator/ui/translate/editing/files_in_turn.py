"""Several files given at once: the first is opened, and the others are offered one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.i18n import ntr, tr
from translator.locales.numbers import grouped
from translator.ui.vocabulary import Action

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from translator.ui.translate.screen import SourceNotices

NOTICE = "files"
"""The name under which the offer stays over the source, until it is taken or dismissed."""


class FilesInTurn:
    """Remembers which files wait. ``open_file`` puts one in the place of the source."""

    def __init__(self, notices: SourceNotices, open_file: Callable[[Path], None]) -> None:
        self._notices = notices
        self._open_file = open_file
        self.waiting: tuple[Path, ...] = ()

    def open(self, paths: Sequence[Path]) -> None:
        """Open the first of these, and offer the others, if any."""
        self._open_file(paths[0])
        self.offer(paths[1:])

    def offer(self, paths: Sequence[Path]) -> None:
        """Say that these wait, and offer to open the first of them; nothing where there are none."""
        self.waiting = tuple(paths)
        if not paths:
            self._notices.take_source_notice_away(NOTICE)
            return
        words = ntr("One more file was given: {name}.", "{n} more files were given. The next is {name}.", len(paths))
        sentence = words.format(n=grouped(len(paths)), name=paths[0].name)
        following = Action(tr("Open the next file"), "openNextFileButton", lambda: self.open(self.waiting))
        self._notices.show_source_notice(sentence, "info", [following], stays=NOTICE)
