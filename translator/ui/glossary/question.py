"""What a glossary is called, and for which languages it is: asked until the answer will do."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from translator.i18n import tr
from translator.language.tag import LanguagePair, LanguageTag
from translator.translation.glossary.term import Glossary
from translator.ui.glossary.screen import GlossaryScreen
from translator.ui.glossary.words import LONGEST_NAME


class GlossaryQuestion:
    """Asks about one glossary at a time. ``languages`` are those offered, each with its name.

    ``at_hand`` tells which are being translated: a new glossary is for them unless others are chosen.
    """

    def __init__(
        self, screen: GlossaryScreen, languages: Callable[[], Sequence[tuple[str, LanguageTag]]],
        at_hand: Callable[[], LanguagePair] | None,
    ) -> None:  # fmt: skip
        self._screen = screen
        self._languages = languages
        self._at_hand = at_hand
        self._about: Glossary | None = None

    def ask(self, glossary: Glossary | None) -> None:
        """Ask about this glossary, or about a new one."""
        self._about = glossary
        self._screen.ask_about_glossary(glossary or self._proposed(), self._languages())

    def answered(self, name: str, source: LanguageTag, target: LanguageTag) -> Glossary | None:
        """Return the glossary as the answer wants it; None where that will not do, and is asked again."""
        name = name.strip()
        problem = _problem_with(name, source, target)
        if problem:
            self._screen.ask_about_glossary(self._about, self._languages(), problem)
            return None
        before = self._about or Glossary("", source, target)
        return replace(before, name=name, source_language=source, target_language=target)

    def _proposed(self) -> Glossary | None:
        """Return a new glossary for the languages at hand, if both are known."""
        pair = self._at_hand() if self._at_hand is not None else None
        return Glossary("", pair.source, pair.target) if pair is not None and pair.source is not None else None


def _problem_with(name: str, source: LanguageTag, target: LanguageTag) -> str:
    if not name:
        return tr("Give the glossary a name.")
    if len(name) > LONGEST_NAME:
        return tr("A shorter name, please: at most {n} characters.").format(n=LONGEST_NAME)
    return tr("Choose two languages that are not the same.") if source == target else ""
