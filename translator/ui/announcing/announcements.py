"""What is said of two texts while they are worked on: the translation as it comes, how things stand, how it ended."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translator.ui.announcing.unread import Unread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translator.text.difference import TextEdit
    from translator.text.span import Span
    from translator.ui.announcing.announcer import Announcer

_FIGURES = re.compile(r"\d+")


class Announcements:
    """Says each sentence of a translation once, and of a status that only counts, such as a wait, the first alone.

    ``language`` is that of the translation, a primary subtag, "" where unknown.
    """

    def __init__(self, announcer: Announcer) -> None:
        self._announcer = announcer
        self._unread = Unread(_sentences)
        self._is_coming = False
        self._status = ""
        self._findings = ""
        self._is_found_later = False
        self.language = ""

    def begin(self) -> None:
        """Take note that a translation is on its way."""
        self._unread.begin()
        self._is_coming = True

    def follow(self, edits: Sequence[TextEdit]) -> None:
        """Take note of edits of the translation; what is not on its way, such as one brought back, is not read out."""
        if self._is_coming and self._announcer.is_heard:
            for edit in edits:
                self._unread.edit(edit)

    def read_on(self) -> None:
        """Say the sentences that have been completed since."""
        if self._is_coming and self._announcer.is_heard:
            self._say_text(self._unread.take(self.language))

    def end(self) -> None:
        """Say what is left: no more will come."""
        if self._is_coming:
            self._is_coming = False
            self._say_text(self._unread.rest())

    def say_status(self, words: str) -> None:
        """Say how things stand, where that is another than before."""
        before, self._status = self._status, _FIGURES.sub("", words)
        if self._status != before:
            self._announcer.say(words)
        self._say_what_was_found()

    def say_outcome(self, words: str) -> None:
        """Say how it ended: a translation that ended like the one before has ended nevertheless."""
        self._status = _FIGURES.sub("", words)
        self._announcer.say(words)
        self._say_what_was_found()

    def say_findings(self, words: str) -> None:
        """Say what was found, or gone to; what was found in a translation on its way, when that has ended."""
        if words != self._findings:
            self._findings, self._is_found_later = words, True
            self._say_what_was_found()

    def _say_what_was_found(self) -> None:
        if self._is_found_later and not self._is_coming:
            self._is_found_later = False
            self._announcer.say(self._findings)

    def _say_text(self, text: str) -> None:
        if text:
            from translator.text.display import neutralise  # not before the first paint

            self._announcer.say(neutralise(text))


def _sentences(text: str, language: str) -> Sequence[Span]:
    from translator.text.sentences.segments import segment  # likewise

    return segment(text, language)
