"""Full stops, where what knows the abbreviations fails."""

from collections.abc import Sequence

import pytest

from translator.text.sentences.full_stops import FullStops

_TEXT = "He met J. Smith. They talked."
_BEHIND_INITIAL, _BEHIND_NAME = _TEXT.index("J.") + 1, _TEXT.index("Smith.") + 5


class _PanicError(BaseException):
    """As PyO3 raises it: no Exception."""


def _panics(_text: str, _language: str) -> Sequence[str]:
    raise _PanicError


def _loses_a_character(text: str, _language: str) -> Sequence[str]:
    return [text[1:]]


@pytest.mark.parametrize("cutter", [_panics, _loses_a_character])
def test_a_rule_of_our_own_steps_in(cutter) -> None:
    stops = FullStops(_TEXT, "en", cutter)
    assert not stops.ends_sentence(_BEHIND_INITIAL, _BEHIND_INITIAL + 1, "S")
    assert stops.ends_sentence(_BEHIND_NAME, _BEHIND_NAME + 1, "T")


def test_an_interruption_is_none_of_its_failures() -> None:
    def interrupted(_text: str, _language: str) -> Sequence[str]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        FullStops(_TEXT, "en", interrupted).ends_sentence(_BEHIND_NAME, _BEHIND_NAME + 1, "T")


def test_it_is_never_shown_what_makes_it_fail() -> None:
    shown = []

    def cutter(text: str, language: str) -> Sequence[str]:
        shown.append((text, language))
        return [text]

    FullStops("A\u00a0. \ud800 “B”\u3000.", "fr", cutter).ends_sentence(2, 3, "X")
    assert shown == [("A . x  B  .", "fr")]
