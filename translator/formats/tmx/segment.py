"""The text of a segment, with the codes of the program it comes from taken out."""

import re

LONGEST = 100_000
"""Characters; a longer segment is none that anybody would want to meet again."""

# Elements whose content is code of a foreign format; ``hi`` alone marks text. What ``sub`` holds is text, but of
# another place, such as a footnote: it would break the sentence.
_CODES = {"bpt", "ept", "it", "ph", "ut"}
_STANDS_FOR_SOMETHING = "ph"

# Code that a reader of the running text knows: {0}, {name}, ${name}, %s, %1, %-5.2f, %(name)s.
_PLACEHOLDER = re.compile(r"\$?\{[^{}\s]{0,60}\}|%(?:\(\w{1,60}\))?[-+#0]?[\d$.]{0,8}(?:[a-zA-Z@]|(?<=\d))")


class Segment:
    """Takes the pieces of a segment. ``is_too_long`` tells that its text is not kept.

    Placeholders that are written in the usual ways stay in the text. Where another one is taken out between two
    letters, a blank comes in its place, if the language puts blanks between words (``has_blanks``).
    """

    def __init__(self, *, has_blanks: bool) -> None:
        self.is_too_long = False
        self._has_blanks = has_blanks
        self._pieces: list[str] = []
        self._length = 0
        self._is_gone = False  # what stood between the last piece and the next one
        self._open: list[str] = []
        self._code: list[str] = []

    def start(self, name: str) -> None:
        """Note that an element begins in it."""
        if name in _CODES and not self._is_in_code:
            self._code.clear()
        self._open.append(name)

    def end(self) -> None:
        """Note that the innermost element ends."""
        name = self._open.pop()
        if name in _CODES and not self._is_in_code:
            self._take_code(name, "".join(self._code).strip())

    def add(self, text: str) -> None:
        """Add text, of the segment or of the element that is open."""
        self._length += len(text)
        if self._length > LONGEST:
            self.is_too_long = True
            self._pieces.clear()
        elif self._is_in_code:
            self._code.append(text)
        else:
            self._append(text)

    def text(self) -> str:
        """Return the text as it is so far."""
        return "".join(self._pieces)

    @property
    def _is_in_code(self) -> bool:
        return any(name in _CODES for name in self._open)

    def _take_code(self, name: str, code: str) -> None:
        if _PLACEHOLDER.fullmatch(code):
            self._append(code)
        elif name == _STANDS_FOR_SOMETHING:
            self._is_gone = True

    def _append(self, text: str) -> None:
        if self._is_gone and self._pieces:
            before = self._pieces[-1][-1]
            if before.isspace() and text[0].isspace():
                text = text[1:]
            elif before.isalnum() and text[0].isalnum() and self._has_blanks:
                text = " " + text
        self._is_gone = False
        if text:
            self._pieces.append(text)
