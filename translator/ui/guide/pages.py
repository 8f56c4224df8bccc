"""The pages of the user guide: read from Markdown, cut into sections, and searched. No Qt.

The first page, ``index``, lists the others in their order. A section begins at a heading. It is reached by the slug of
that heading, as on the web, or where names stand in a comment before it, by those: ``<!-- anchor: key_missing -->``. A
*topic* is a page's name, maybe with ``#`` and one of those.
"""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from translator.text.folding import holds_all, search_words

FIRST = "index"
FALLBACK = "en"
MOST_FOUND = 40
"""Sections that a search returns at the most."""

_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*$")
_ANCHORS = re.compile(r"<!-- anchor: ([\w ]+?) -->$")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"[*`|>]|^\s*(?:#+|-|\d+\.)\s", re.MULTILINE)
_PAGE_LINK = re.compile(r"\]\(([\w-]+)\.md[)#]")


@dataclass(frozen=True, slots=True)
class Section:
    """What stands below one heading. ``names`` are what leads here: the names before it, or else its slug."""

    page: str
    title: str
    names: tuple[str, ...]
    text: str

    @property
    def topic(self) -> str:
        """What leads here."""
        return f"{self.page}#{self.names[0]}"


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its file's name without the ending, and its Markdown without comments. Its first heading is its title."""

    name: str
    markdown: str
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        """The words of its first heading."""
        return self.sections[0].title if self.sections else self.name

    def find(self, name: str) -> int | None:
        """Return the place of the section of this name among the sections; None where there is none."""
        return next((place for place, section in enumerate(self.sections) if name in section.names), None)


class Guide(NamedTuple):
    """All pages in their order, and where pictures are looked for. It may have none, where it was not installed."""

    folder: Path
    pages: tuple[Page, ...]

    def page(self, name: str) -> Page | None:
        """Return the page of this name."""
        return next((page for page in self.pages if page.name == name), None)

    def search(self, text: str) -> list[Section]:
        """Return the sections in which each of the words is found; those with all of them in their title come first."""
        words = search_words(text)
        if not words:
            return []
        sections = [section for page in self.pages for section in page.sections]
        found = [s for s in sections if holds_all(words, s.title, s.text)]
        return sorted(found, key=lambda s: not holds_all(words, s.title))[:MOST_FOUND]


def load_guide(folder: Path, language: str) -> Guide:
    """Return the guide in a language (in gettext's spelling), or in English. It takes a few milliseconds.

    Raises OSError where a page that is linked to cannot be read, and UnicodeDecodeError where one is no text.
    """
    place = next((p for p in (folder / language, folder / FALLBACK) if (p / f"{FIRST}.md").is_file()), None)
    if place is None:
        return Guide(folder, ())
    first = _read(place / f"{FIRST}.md")
    others = dict.fromkeys(_PAGE_LINK.findall(first.markdown))
    return Guide(place, (first, *(_read(place / f"{name}.md") for name in others)))


def split_topic(topic: str, page: str = FIRST) -> tuple[str, str]:
    """Return page and name of a topic or of a link such as ``memory.md#export``; ``page`` is the one it stands on."""
    file, _, name = topic.partition("#")
    return file.removesuffix(".md") or page, name


def slug_of(heading: str) -> str:
    """Return the name by which a heading is reached, made as code hosts make it."""
    kept = (c for c in plain(heading).casefold() if c in "-_ " or unicodedata.category(c)[0] in "LNM")
    return "".join(kept).strip().replace(" ", "-")


def plain(markdown: str) -> str:
    """Return the words of some Markdown, without what marks them up."""
    return _MARKS.sub("", _LINK.sub(r"\1", markdown))


def _read(path: Path) -> Page:
    return parse_page(path.stem, path.read_text(encoding="utf-8"))


def parse_page(name: str, text: str) -> Page:
    """Return the page that this Markdown is."""
    reader = _Reader(name)
    for line in text.splitlines():
        reader.take(line)
    return reader.page()


class _Reader:
    """Reads a page line by line."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._lines: list[str] = []
        self._sections: list[Section] = []
        self._heading: str | None = None
        self._names: tuple[str, ...] = ()
        self._next_names: tuple[str, ...] = ()
        self._body: list[str] = []
        self._is_fenced = False

    def take(self, line: str) -> None:
        """Take the next line."""
        if line.startswith("```"):
            self._is_fenced = not self._is_fenced
        heading = None if self._is_fenced else _HEADING.match(line)
        anchors = None if self._is_fenced else _ANCHORS.match(line)
        if anchors:
            self._next_names = tuple(anchors[1].split())
            return
        self._lines.append(line)
        if heading:
            self._end_section()
            self._heading, self._names = heading[2], self._next_names
            self._next_names = ()
        else:
            self._body.append(line)

    def _end_section(self) -> None:
        if self._heading is not None:
            title = plain(self._heading)
            names = self._names or (slug_of(self._heading),)
            self._sections.append(Section(self._name, title, names, plain("\n".join(self._body)).strip()))
        self._body = []

    def page(self) -> Page:
        """Return what was read."""
        self._end_section()
        return Page(self._name, "\n".join(self._lines), tuple(self._sections))
