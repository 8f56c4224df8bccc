"""The translation is in another language or script than the one asked for."""

from collections.abc import Iterator, Sequence

from translator.language.scripts import is_written_in, script_of
from translator.language.tag import LanguageDetector, LanguageTag
from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.checks.phrases import each
from translator.translation.checks.sides import SHORT, Pair
from translator.translation.checks.words import is_unspaced, weigh

# So close that a sentence may be in either, or that the identifier takes one for the other.
_CLOSE = tuple(
    each(group)
    for group in (
        "da nb nn no sv", "hr bs sr", "cs sk", "id ms", "bg mk", "es gl ast", "pt gl", "zh yue wuu", "nl af nds",
        "de nds lb gsw", "fa prs tg",
    )
)  # fmt: skip
_RELATED = tuple(
    each(group)
    for group in (
        "es pt it gl ca fr ro oc ast", "de nl af lb nds", "pl cs sk hr sl bs", "ru uk be bg mk sr", "da nb nn sv is",
        "tr az", "ar fa ur",
    )
)  # fmt: skip
_LEAST_RELATED = 30
"""Letters. A shorter text is easily taken for one in a sister language."""
_LEAST_ROMANISED = 7
"""Words. Fewer may be names."""
_KANA_SHARE = 0.2
_LONGEST_KANJI = 12
"""Characters. Longer Japanese than this has kana."""
_LEAST_SENTENCE = 5
"""In words: a shorter sentence among others tells no language for certain."""


def are_close(one: LanguageTag, other: LanguageTag) -> bool:
    """Whether the two are one language, or hardly differ in writing."""
    both = {one.language, other.language}
    return len(both) == 1 or any(both <= group for group in _CLOSE)


def are_same(one: LanguageTag, other: LanguageTag | None) -> bool:
    """Whether a text in the one needs no translation into the other, whatever the region."""
    return other is not None and one.is_same_language(other)


def fits_script(language: LanguageTag | None, text: str) -> bool:
    """Whether some of the text is in the script of the language, or in none that matters."""
    scripts = {"Hani" if script in {"Kana", "Bopo"} else script for script in map(script_of, text)} - {""}
    return language is None or not scripts or any(is_written_in(language, script) for script in scripts)


def check_language(pair: Pair) -> Iterator[Finding]:
    """Yield the words of the target that are in another script, or else the sentences in another language.

    A target that is the source is none of this, but ``untranslated``, or a name.
    """
    if not pair.target.words or pair.target.folded_words == pair.source.folded_words:
        return
    findings = list(_of_script(pair)) or list(_of_chinese(pair)) or list(_of_language(pair))
    yield from findings


def _of_script(pair: Pair) -> Iterator[Finding]:
    """Yield runs of words in a foreign script that the source does not have; Latin ones only if they are many."""
    language, target = pair.target.language, pair.target
    if language is None or all(is_written_in(language, script) for script in target.scripts):
        return
    known, source = set(pair.source.folded_words), pair.source.prose.casefold()
    runs: list[list[int]] = [[]]
    for index, word in enumerate(target.folded_words):
        is_known = word in known or (is_unspaced(word) and word in source)
        if len(word) > 1 and not is_known and not fits_script(language, word):
            runs[-1].append(index)
        elif runs[-1]:
            runs.append([])
    for run in filter(None, runs):
        yield from _of_run(pair, run)


def _of_run(pair: Pair, run: Sequence[int]) -> Iterator[Finding]:
    start, end = pair.target.words[run[0]][0], pair.target.words[run[-1]][1]
    weight = sum(weigh(pair.target.folded_words[index]) for index in run)
    is_most = weight * 2 > pair.target.word_count
    text = pair.target.text[start:end]
    if script_of(text[0]) == "Latn" and not is_most and weight < SHORT:
        return
    is_sure = not pair.is_short and (is_most or weight >= SHORT)
    yield Finding(Check.LANGUAGE, Severity.ERROR if is_sure else Severity.WARNING, target=(start, end), found=text)


def _of_chinese(pair: Pair) -> Iterator[Finding]:
    """Yield the whole target where its characters are Chinese but Japanese was asked for, and the like."""
    language, prose = pair.target.language, pair.target.prose
    if language is None or language.language not in {"zh", "ja"} or not pair.target.scripts["Hani"]:
        return
    letters = [char for char in prose if char.isalpha()]
    kana = sum(script_of(char) == "Kana" for char in letters)
    if language.language == "ja":
        han = sum(script_of(char) == "Hani" for char in letters)
        is_wrong = not kana and han > _LONGEST_KANJI
    elif kana > _KANA_SHARE * len(letters):
        is_wrong = True
    else:
        wrong, right = _of_other_chinese(prose, language), _of_this_chinese(prose, language)
        is_wrong = wrong > right and wrong > 1
    if is_wrong:
        severity = Severity.WARNING if pair.is_short else Severity.ERROR
        yield Finding(Check.LANGUAGE, severity, target=(0, len(prose)), expected=str(language))


def _of_this_chinese(prose: str, language: LanguageTag) -> int:
    return _only_in(prose, *(("big5", "gb2312") if language.script == "Hant" else ("gb2312", "big5")))


def _of_other_chinese(prose: str, language: LanguageTag) -> int:
    return _only_in(prose, *(("gb2312", "big5") if language.script == "Hant" else ("big5", "gb2312")))


def _only_in(text: str, encoding: str, other: str) -> int:
    """Return how many characters are in the one old encoding, and not in the other."""
    missing = set(text) - set(text.encode(other, "ignore").decode(other))
    return len("".join(missing).encode(encoding, "ignore").decode(encoding))


def _of_language(pair: Pair) -> Iterator[Finding]:
    """Yield the whole target, or sentences of it, where it is certain that they are in another language."""
    if pair.guess is None or pair.target.language is None:
        return
    prose = pair.target.prose
    known = set(pair.source.folded_words)
    new = sum(weigh(word) for word in pair.target.folded_words if word not in known)
    if 0 < new < min(SHORT, pair.target.word_count / 2):
        return  # a few words around what was kept, as a motto is
    found = _other_language(pair.guess, pair.target.language, prose)
    if found or _may_be_romanised(pair, pair.guess, pair.target.language):
        severity = Severity.WARNING if pair.is_short else Severity.ERROR
        yield Finding(Check.LANGUAGE, severity, target=(0, len(prose)), expected=str(pair.target.language), found=found)
    elif len(pair.target.sentences) > 1:
        yield from _of_sentences(pair, pair.guess, pair.target.language)


def _may_be_romanised(pair: Pair, guess: LanguageDetector, language: LanguageTag) -> bool:
    """Whether the target may be the source in Latin letters: Latin, and like no language, least the one asked for."""
    if pair.source.scripts["Latn"] * 2 > pair.source.scripts.total() or not is_written_in(language, "Latn"):
        return False
    if pair.target.word_count < _LEAST_ROMANISED:
        return False
    guesses = [guess.detect(text).tag for text in (pair.target.prose, pair.target.prose.lower())]
    return all(tag is not None and not are_close(tag, language) for tag in guesses)


def _of_sentences(pair: Pair, guess: LanguageDetector, language: LanguageTag) -> Iterator[Finding]:
    """Yield the long sentences that are in the source's language, or in what models speak most."""
    likely = {pair.source.language.language if pair.source.language else "", "en"}
    known = {sentence.words for sentence in pair.source.sentences}
    for sentence in pair.target.sentences:
        if sentence.weight >= _LEAST_SENTENCE and sentence.words not in known:
            found = _other_language(guess, language, pair.target.prose[sentence.start : sentence.end])
            if found.partition("-")[0] in likely - {""}:
                yield Finding(Check.LANGUAGE, Severity.ERROR, target=sentence.span, found=found)


def _other_language(guess: LanguageDetector, target: LanguageTag, text: str) -> str:
    """Return the tag of the language that the text is certainly in, "" if it is the right one or nobody knows."""
    found = guess.detect(text)
    if not found.certain or found.tag is None or are_close(found.tag, target):
        return ""
    if guess.detect(text.lower()) != found:  # what a few names or capitals decide is not certain
        return ""
    both = {found.tag.language, target.language}
    if any(both <= group for group in _RELATED) and sum(map(str.isalpha, text)) < _LEAST_RELATED:
        return ""
    return str(found.tag)
