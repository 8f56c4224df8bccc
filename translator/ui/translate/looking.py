"""What is said of a text before it is translated: its language, how long it is, what it will cost."""

from translator.text.tokens import estimate_tokens
from translator.ui.ports import Costs
from translator.ui.translate.language_choice import LanguageChoice
from translator.ui.translate.running.spending import Expectations, Expected, UnknownCosts
from translator.ui.translate.screen import Screen


class Looking:
    """Looks at the source. Without ``costs``, no price is known."""

    def __init__(self, screen: Screen, languages: LanguageChoice, costs: Costs | None) -> None:
        self._screen = screen
        self._languages = languages
        self._expectations = Expectations(costs or UnknownCosts())

    def look_at(self, text: str) -> Expected | None:
        """Show what can be seen of this text; return what its translation is expected to take."""
        self._languages.look_at(text)
        self._screen.show_languages(self._languages)
        tokens = estimate_tokens(text)
        expected = self._expectations.of(text, tokens)
        if expected:
            self._screen.show_counts(len(text), tokens, expected.cost_words, expected.cost_note)
        else:
            self._screen.show_counts(len(text), tokens)
        return expected
