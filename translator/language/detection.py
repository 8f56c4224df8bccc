"""Find out which language a text is in, on this computer alone.

The script decides where it can: kana are Japanese, Hangul Korean, and so on, and some letters give a language away.
Where several languages share the script a statistical identifier is asked. What it cannot tell is called uncertain,
with the best guess: words such as "hallo", "chat" or "ajustes" are in several languages, and a guess must not look
like knowledge.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Sequence

from translator.language.scripts import LANGUAGES_OF, count_scripts, is_written_in
from translator.language.tag import Detection, LanguageTag

__all__ = ["Detection", "Detector"]

_ENOUGH_LETTERS = 2000
_RUN_OF_LETTERS = re.compile(r"[^\W\d_]{1,100}")
# Addresses say nothing about the language.
_NOISE = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\S+")

_KANA = re.compile("[\u3041-\u30fa\u31f0-\u31ff\uff66-\uff9d]")
_BOPOMOFO = re.compile("[\u3105-\u312f]")
# Letters with two marks, and o and u with horn. (A dot below is written in Yoruba and Igbo too.)
_VIETNAMESE = re.compile("[ơưấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự]")
_LEAST_VIETNAMESE = 0.05
_LEAST_KANA = 0.1
# Japanese without kana is no longer than this, in characters.
_LONGEST_KANJI = 6

# Letters that one language of their script has, and letters that it does not have.
_TELLING_LETTERS = {
    "Cyrl": (("uk", "їєґ", "ыэъёў"), ("be", "ў", ""), ("mk", "ѓќѕ", ""), ("sr", "ђћ", "")),
    "Hebr": (("yi", "װױײ", ""),),
    "Beng": (("as", "ৰৱ", ""),),
    "Ethi": (("ti", "ኣቐቑቒቓቔቕ", ""),),
}  # fmt: skip

# How much of the text must be in its main script, and how likely the best guess must be, to be certain.
_MAIN_SCRIPT = 0.6
_LIKELY = 0.6
_VERY_LIKELY = 0.8
# In letters. Shorter texts need a very likely guess; single short words are never certain.
_SHORT = 20
_VERY_SHORT = 6
_LONG_WORD = 16
# Languages so close that a sentence may be in either.
_CLOSE = ({"da", "nb", "nn", "sv"}, {"hr", "bs", "sr"}, {"cs", "sk"}, {"id", "ms"}, {"bg", "mk"})
_ENOUGH_TO_TELL_CLOSE = 40
_HARDLY_ANOTHER = 0.97
# Of the guesses that are at least this likely, compared with the best, the user's own language is taken.
_PLAUSIBLE = 0.25

Guesses = dict[LanguageTag, float]


class Detector:
    """Detects languages. Looks at the first 2,000 letters or so.

    ``identify`` is the statistical identifier, if there is one; ``preferred`` are the user's languages, the most
    likely first; ``offered`` are the ones to choose from, all if empty.
    """

    def __init__(
        self,
        identify: Callable[[str], list[tuple[str, float]]] | None,
        preferred: Sequence[LanguageTag] = (),
        offered: Collection[LanguageTag] = (),
    ) -> None:
        self._identify = identify
        self._preferred = preferred
        self._offered = {(tag.language, tag.script) for tag in offered}

    def detect(self, text: str) -> Detection:
        """Return the text's language."""
        sample = _sample(text)
        scripts = count_scripts(sample)
        if not scripts:
            return Detection(None, certain=False)
        script, count = scripts.most_common(1)[0]
        found = self._by_script(sample.lower(), script) or self._by_likelihood(sample, script)
        return Detection(found.tag, found.certain and count >= _MAIN_SCRIPT * scripts.total())

    def _by_script(self, sample: str, script: str) -> Detection | None:
        """Detect what the characters alone tell."""
        if script == "Hani":
            return self._chinese_or_japanese(sample)
        if script == "Latn" and len(_VIETNAMESE.findall(sample)) > _LEAST_VIETNAMESE * len(sample):
            return self._certainly("vi")
        for language, letters, foreign in _TELLING_LETTERS.get(script, ()):
            if set(letters) & set(sample) and not set(foreign) & set(sample):
                return self._certainly(language)
        languages = LANGUAGES_OF.get(script, ())
        return self._certainly(languages[0]) if len(languages) == 1 else None

    def _chinese_or_japanese(self, sample: str) -> Detection:
        """Tell Japanese by its kana, and the Chinese scripts by which old encoding has the characters."""
        kana, letters = len(_KANA.findall(sample)), sum(map(str.isalpha, sample))
        own = self._own("Hani") or LanguageTag.parse("zh-Hans")
        if kana > _LEAST_KANA * letters:
            return self._certainly("ja")
        if _BOPOMOFO.search(sample):
            return self._certainly("zh-Hant")
        if own.language == "ja" and letters <= _LONGEST_KANJI:
            return Detection(own, certain=False)
        simplified, traditional = _only_in(sample, "gb2312", "big5"), _only_in(sample, "big5", "gb2312")
        if simplified != traditional:
            return self._certainly("zh-Hans" if simplified > traditional else "zh-Hant")
        return Detection(own, certain=False)

    def _by_likelihood(self, sample: str, script: str) -> Detection:
        """Ask the identifier, if there is one; where it cannot tell, guess what the user is likely to read."""
        every = self._guesses(sample, script)
        guesses = {tag: likelihood for tag, likelihood in every.items() if self._is_offered(tag)}
        if not guesses:
            return Detection(self._own(script) or self._most_read(script), certain=False)
        best = max(guesses, key=guesses.__getitem__)
        # A text that is likelier to be in a language not offered is not certainly in the best of the others.
        if _is_certain(sample, best, guesses[best] / sum(every.values())):
            return Detection(best, certain=True)
        plausible = [tag for tag in guesses if guesses[tag] >= _PLAUSIBLE * guesses[best]]
        return Detection(next((tag for tag in self._preferred if tag in plausible), best), certain=False)

    def _guesses(self, sample: str, script: str) -> Guesses:
        """Return how likely each language is of those that are written in this script."""
        guesses: Guesses = {}
        for text, probability in self._identify(_unshouted(sample)) if self._identify else ():
            tag = LanguageTag.parse(text)
            if is_written_in(tag, script):
                tag = self._variant(tag)
                guesses[tag] = guesses.get(tag, 0.0) + probability
        return guesses

    def _is_offered(self, tag: LanguageTag) -> bool:
        return not self._offered or (tag.language, tag.script) in self._offered

    def _certainly(self, tag: str) -> Detection:
        return Detection(self._variant(LanguageTag.parse(tag)), certain=True)

    def _variant(self, tag: LanguageTag) -> LanguageTag:
        """Return the user's own variant of the language, as pt-PT for pt-BR, if they have one."""
        return next((own for own in self._preferred if own.is_same_language(tag)), tag)

    def _own(self, script: str) -> LanguageTag | None:
        return next((tag for tag in self._preferred if is_written_in(tag, script)), None)

    def _most_read(self, script: str) -> LanguageTag | None:
        return LanguageTag.parse(LANGUAGES_OF[script][0]) if script in LANGUAGES_OF else None


def _sample(text: str) -> str:
    """Return the beginning of the text with enough letters, composed, without addresses."""
    letters = 0
    start, end = len(text), len(text)
    for run in _RUN_OF_LETTERS.finditer(text):
        start = min(start, run.start())
        letters += len(run[0])
        if letters >= _ENOUGH_LETTERS:
            end = run.end()
            break
    return unicodedata.normalize("NFC", _NOISE.sub(" ", text[start:end]))


def _is_certain(sample: str, best: LanguageTag, share: float) -> bool:
    letters = sum(map(str.isalpha, sample))
    is_word = len(sample.split()) == 1 and letters < _LONG_WORD
    if is_word or letters < _VERY_SHORT:
        return False
    if letters < _ENOUGH_TO_TELL_CLOSE and any(best.language in languages for languages in _CLOSE):
        return share >= _HARDLY_ANOTHER
    return share >= (_VERY_LIKELY if letters < _SHORT else _LIKELY)


def _only_in(text: str, encoding: str, other: str) -> int:
    """Return how many characters of the text are in the one encoding, and not in the other."""
    missing = set(text) - set(text.encode(other, "ignore").decode(other))
    return len("".join(missing).encode(encoding, "ignore").decode(encoding))


def _unshouted(text: str) -> str:
    """Return the text in small letters if it has no others; the identifier has read little in capitals."""
    return text.lower() if text.isupper() else text
