"""Which column of a file is what: by the words in its first row, or by its place."""

from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from translator.language.tag import InvalidTag, LanguagePair, LanguageTag

Column = Literal["source", "target", "note", "part_of_speech", "case_sensitive", "do_not_translate", "forbidden"]
COLUMNS: Sequence[Column] = get_args(Column)

# What programs and people call them, in the languages of the interface, without blanks and signs.
_NAMES: Mapping[Column, frozenset[str]] = {
    "source": frozenset({
        "source", "sourceterm", "sourcetext", "sourcelanguage", "src", "from", "term", "original",
        "原文", "源文", "术语", "術語", "原語", "用語", "원문", "원어", "용어",
        "quelle", "quelltext", "ausgangstext", "begriff", "terme", "textesource", "origen", "término", "origem",
        "termo", "исходныйтекст", "оригинал", "термин", "المصدر", "الأصل", "المصطلح",
    }),
    "target": frozenset({
        "target", "targetterm", "targettext", "targetlanguage", "tgt", "to", "translation", "translatedterm",
        "译文", "译名", "翻译", "譯文", "譯名", "翻譯", "訳文", "訳語", "翻訳", "번역", "번역문", "역어",
        "übersetzung", "ziel", "zieltext", "traduction", "cible", "textecible", "traducción", "destino", "tradução",
        "перевод", "الترجمة", "الهدف",
    }),
    "note": frozenset({
        "note", "notes", "comment", "comments", "remark", "remarks", "description", "definition", "context",
        "备注", "注释", "備註", "註釋", "備考", "注釈", "メモ", "비고", "메모",
        "anmerkung", "bemerkung", "notiz", "kommentar", "remarque", "commentaire", "nota", "comentario", "observação",
        "comentário", "примечание", "комментарий", "ملاحظة", "ملاحظات",
    }),
    "part_of_speech": frozenset({"partofspeech", "pos", "wordclass"}),
    "case_sensitive": frozenset({"casesensitive", "matchcase", "case", "aa"}),
    "do_not_translate": frozenset({
        "donottranslate", "donttranslate", "dnt", "keep", "nontranslatable", "untranslatable",
    }),
    "forbidden": frozenset({
        "forbidden", "forbiddentranslation", "forbiddentranslations", "forbiddenterm", "forbiddenterms", "avoid", "not",
        "deprecated",
    }),
}  # fmt: skip
_BY_PLACE: Sequence[Column] = ("source", "target", "note")


def columns_of(first_row: Sequence[str], languages: LanguagePair) -> tuple[dict[Column, int], bool]:
    """Return the place of each column, and whether the first row says so and holds no term itself.

    Columns may also have the names of their languages: ``de``, ``en-US``.
    """
    named: dict[Column, int] = {}
    for place, cell in enumerate(first_row):
        column = _named(cell) or _of_language(cell, languages)
        if column is not None:
            named.setdefault(column, place)
    if "source" in named and len(named) > 1:
        return named, True
    return {column: place for place, column in enumerate(_BY_PLACE)}, False


def _named(cell: str) -> Column | None:
    name = "".join(letter for letter in cell.casefold() if letter.isalnum())
    return next((column for column in COLUMNS if name in _NAMES[column]), None)


def _of_language(cell: str, languages: LanguagePair) -> Column | None:
    try:
        tag = LanguageTag.parse(cell)
    except InvalidTag:
        return None
    if languages.source is not None and tag.is_same_language(languages.source):
        return "source"
    return "target" if tag.is_same_language(languages.target) else None
