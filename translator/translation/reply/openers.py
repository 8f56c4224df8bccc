"""What models put before a translation, and how to tell it from the translation itself."""

import re
from collections.abc import Callable
from dataclasses import dataclass

_FENCE = re.compile(r"```[\w+-]{0,20}[ \t]*\n")
_FENCE_BEGUN = re.compile(r"`{0,2}|```[\w+-]{0,20}[ \t]*")

# How introductions begin, in the languages that models like to introduce in.
_INTRODUCTIONS = (
    "sure", "certainly", "of course", "okay", "here is", "here's", "here’s", "here are", "below is", "the translation",
    "translation", "translated text",
    "hier ist", "hier die", "gerne", "natürlich", "selbstverständlich", "übersetzung", "die übersetzung",
    "voici", "bien sûr", "traduction", "aquí", "claro", "por supuesto", "traducción", "aqui está", "tradução",
    "ecco", "certo", "certamente", "traduzione", "hier is", "natuurlijk", "vertaling", "oto", "oczywiście",
    "tłumaczenie", "zde je", "samozřejmě", "překlad", "här är", "översättning", "işte", "elbette", "tabii", "çeviri",
    "вот", "конечно", "перевод", "ось", "звичайно", "звісно", "переклад", "إليك", "بالطبع", "الترجمة", "ترجمة",
    "以下是", "好的", "当然", "當然", "这是", "這是", "翻译", "翻譯", "译文", "譯文", "以下",
    "もちろん", "はい", "翻訳", "다음은", "물론", "번역",
)  # fmt: skip
# A line that is longer, in characters, introduces nothing.
_LONGEST_INTRODUCTION = 120
_COLONS = (":", "：")


@dataclass(frozen=True, slots=True)
class Opener:
    """Something that may stand before a translation.

    ``length`` says how much of the text's beginning it is: 0 if it is not there, None if more text is needed to
    tell. Where it was, ``closer`` stands behind the translation, or, if it ``hides``, before it.
    """

    length: Callable[[str], int | None]
    closer: str = ""
    hides: bool = False


def openers_for(source: str) -> list[Opener]:
    """Return what may stand before the translation of this text (in lower case) and does not stand in it."""
    openers = [opener for opener in think_openers() if opener.closer.replace("/", "") not in source]
    if "<source>" not in source:
        openers.append(Opener(_literal("<source>")))
    if "```" not in source:
        openers.append(fence_opener())
    if not source.partition("\n")[0].rstrip(" *_").endswith(_COLONS):
        openers.append(Opener(_introduction))
    return openers


def think_openers() -> list[Opener]:
    """Return the beginnings of thoughts, for a reply to something that is no text."""
    return [Opener(_literal(f"<{tag}>"), f"</{tag}>", hides=True) for tag in ("think", "thinking")]


def fence_opener() -> Opener:
    """Return the beginning of a code fence around everything."""
    return Opener(_fence, "```")


def _literal(literal: str) -> Callable[[str], int | None]:
    def length(text: str) -> int | None:
        if text.startswith(literal):
            return len(literal)
        return None if literal.startswith(text) else 0

    return length


def _fence(text: str) -> int | None:
    if match := _FENCE.match(text):
        return match.end()
    return None if _FENCE_BEGUN.fullmatch(text) else 0


def _introduction(text: str) -> int | None:
    """Recognise a first line such as "Sure! Here is the translation:"; a translation follows on the next line."""
    line, newline, _ = text.partition("\n")
    start = line.lstrip("*_ ").lower()
    if len(line) > _LONGEST_INTRODUCTION or not any(map(_agree, _INTRODUCTIONS, [start] * len(_INTRODUCTIONS))):
        return 0
    if not newline:
        return None
    is_whole = start.startswith(_INTRODUCTIONS) and line.rstrip("*_ \r").endswith(_COLONS)
    return len(line) + 1 if is_whole else 0


def _agree(introduction: str, start: str) -> bool:
    """Whether one of the two begins with the other."""
    return start.startswith(introduction) or introduction.startswith(start)
