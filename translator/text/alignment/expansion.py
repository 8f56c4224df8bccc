"""How long a text becomes in translation."""

from math import exp, log

_LENGTHS = {
    "ar": 0.83, "bg": 0.95, "bn": 0.92, "ca": 1.06, "cs": 0.93, "da": 1.02, "de": 1.13, "el": 1.12, "en": 1.00,
    "es": 1.07, "et": 0.98, "fa": 0.85, "fi": 1.07, "fr": 1.12, "he": 0.74, "hi": 0.95, "hr": 0.97, "hu": 1.05,
    "id": 1.08, "it": 1.10, "ja": 0.50, "ko": 0.48, "lt": 1.00, "lv": 0.98, "ms": 1.10, "nb": 1.00, "nl": 1.10,
    "no": 1.00, "pl": 1.03, "pt": 1.05, "ro": 1.08, "ru": 0.93, "sk": 0.95, "sl": 0.95, "sr": 0.96, "sv": 1.01,
    "ta": 1.10, "th": 0.88, "tr": 0.99, "uk": 0.92, "ur": 0.85, "vi": 0.92, "yue": 0.34, "zh": 0.37,
}  # fmt: skip
"""Characters without blanks, against English. Those of Arabic, Chinese, German, Japanese, Russian, and of Spanish
against French, were measured on ``tests/corpora/alignment``; the others are estimates."""

_WORTH = 6
"""The table counts for as many sentences of the text itself: translators differ, and so do kinds of text."""


def ratio(source_length: float, target_length: float, sentences: int, languages: tuple[str, str]) -> float:
    """Return how many characters of translation answer one of the source.

    Mostly that is what the whole of both texts says (lengths in characters, at least 1), the more so the more sentences
    they have. What is usual for these languages (primary subtags) counts as well, where it is known.
    """
    measured = log(target_length / source_length)
    source, target = (_LENGTHS.get(language) for language in languages)
    if source is None or target is None:
        return exp(measured)
    return exp((measured * sentences + log(target / source) * _WORTH) / (sentences + _WORTH))
