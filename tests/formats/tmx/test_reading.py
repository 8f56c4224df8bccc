"""TMX files as other programs write them: languages, dates, inline tags, encodings, and what cannot be used."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from translator.formats.tmx import reading
from translator.formats.tmx.reading import TmxInvalid, TmxUnits, read_tmx
from translator.formats.tmx.segment import LONGEST
from translator.language.tag import LanguageTag
from translator.translation.memory.unit import UnitOrigin

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
HEAD = '<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
Reads = Callable[..., TmxUnits]


@pytest.fixture
def read(tmp_path: Path) -> Reads:
    def write_and_read(body: str | bytes, header: str = 'srclang="en"') -> TmxUnits:
        path = tmp_path / "memory.tmx"
        whole = (
            f'{HEAD}<tmx version="1.4"><header {header}/><body>{body}</body></tmx>' if isinstance(body, str) else body
        )
        path.write_bytes(whole.encode() if isinstance(whole, str) else whole)
        return read_tmx(path, now=lambda: NOW)

    return write_and_read


def tuv(language: str, segment: str, more: str = "") -> str:
    return f'<tuv xml:lang="{language}"><seg>{segment}</seg>{more}</tuv>'


def tu(*variants: str, more: str = "") -> str:
    return f"<tu {more}>{''.join(variants)}</tu>"


def pairs(units: TmxUnits) -> list[tuple[str, str]]:
    return [(unit.source, unit.target) for unit in units]


def languages(units: TmxUnits) -> list[str]:
    return [f"{unit.source_language}>{unit.target_language}" for unit in units]


def test_a_unit_says_all_that_the_file_says(read: Reads) -> None:
    (unit,) = read(
        '<tu changedate="20200102T030405Z"><prop type="x">secret</prop><note>for menus</note>'
        + tuv("en-GB", "Open")
        + tuv("de_AT", "Öffnen", "<note>informal</note>")
        + "</tu>"
    )
    assert (unit.source_language, unit.target_language) == (LanguageTag("en", region="GB"), LanguageTag("de", "", "AT"))
    assert (unit.source, unit.target, unit.note) == ("Open", "Öffnen", "for menus\ninformal")
    assert (unit.origin, unit.changed, unit.id) == (UnitOrigin.IMPORTED, datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC), 0)


def test_the_file_may_be_read_again(read: Reads) -> None:
    units = read(tu(tuv("en", "a"), tuv("de", "b")) + tu(tuv("en", "c")))
    assert pairs(units) == pairs(units) == [("a", "b")]
    assert units.skipped == 1
    assert units.share == 1.0


def test_a_language_may_be_named_as_in_older_versions(read: Reads) -> None:
    units = read('<tu><tuv lang="EN"><seg>a</seg></tuv><tuv lang="DE"><seg>b</seg></tuv></tu>')
    assert languages(units) == ["en-US>de"]


@pytest.mark.parametrize(
    ("more", "header", "expected"),
    [
        ("", 'srclang="en"', ["en-US>de", "en-US>fr"]),
        ("", 'srclang="EN-us"', ["en-US>de", "en-US>fr"]),
        ("", 'srclang="en-GB"', ["en-US>de", "en-US>fr"]),
        ("", 'srclang="de"', ["de>en-US", "de>fr"]),
        ('srclang="fr"', 'srclang="de"', ["fr>de", "fr>en-US"]),
        ("", "", ["de>en-US", "de>fr"]),
        ("", 'srclang="none such"', ["de>en-US", "de>fr"]),
        ("", 'srclang="it"', []),
        ("", 'srclang="*all*"', ["de>en-US", "de>fr", "en-US>de", "en-US>fr", "fr>de", "fr>en-US"]),
        ('srclang="*ALL*"', 'srclang="de"', ["de>en-US", "de>fr", "en-US>de", "en-US>fr", "fr>de", "fr>en-US"]),
    ],
)
def test_the_source_language_is_paired_with_each_other(
    read: Reads, more: str, header: str, expected: list[str]
) -> None:
    units = read(tu(tuv("de", "b"), tuv("en", "a"), tuv("fr", "c"), more=more), header)
    assert languages(units) == expected


def test_of_very_many_languages_that_are_all_sources_the_first_is_paired_with_the_rest(read: Reads) -> None:
    many = [tuv(language, language) for language in ("bg", "cs", "da", "de", "el", "es", "et", "fi", "fr")]
    assert languages(read(tu(*many), 'srclang="*all*"')) == [
        f"bg>{other}" for other in ("cs", "da", "de", "el", "es", "et", "fi", "fr")
    ]


def test_more_variants_than_anybody_needs_are_left_out(read: Reads, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_LANGUAGES", 2)
    units = read(tu(tuv("en", "a"), tuv("de", "b"), tuv("fr", "c")))
    assert (languages(units), units.skipped) == (["en-US>de"], 1)


@pytest.mark.parametrize(
    ("body", "expected", "skipped"),
    [
        (tu(tuv("en", "a"), tuv("de", "b"), tuv("not a language", "c")), [("a", "b")], 1),
        (tu(tuv("en", "a"), tuv("de", "b"), tuv("en-US", "again")), [("a", "b")], 1),
        (tu(tuv("en", "a"), tuv("de", "b"), tuv("fr", " \n ")), [("a", "b")], 1),
        (tu(tuv("en", "a"), tuv("de", "b"), "<tuv><seg>c</seg></tuv>"), [("a", "b")], 1),
        (tu(tuv("en", "a"), tuv("x-odd", "b")), [], 1),
        (tu(tuv("en", "a"), '<tuv xml:lang="de"/>'), [], 1),
        (tu(tuv("en", "a")) + tu() + tu(tuv("de", "b")), [], 3),
        (tu(tuv("en", "a"), tuv("de", "b" * (LONGEST + 1))), [], 1),
        (tu(tuv("en", "a"), tuv("de", "b" * LONGEST)), [("a", "b" * LONGEST)], 0),
        (f"<other>{tuv('en', 'a')}</other><seg>b</seg>", [], 0),
    ],
)
def test_what_cannot_be_used_is_counted_and_the_rest_is_read(
    read: Reads, body: str, expected: list[tuple[str, str]], skipped: int
) -> None:
    units = read(body)
    assert (pairs(units), units.skipped) == (expected, skipped)


@pytest.mark.parametrize(
    ("dates", "year"),
    [
        (('changedate="20190101T000000Z"', 'changedate="20180101T000000Z"', 'creationdate="20170101T000000Z"'), 2018),
        (('changedate="20190101T000000Z"', "", 'creationdate="20170101T000000Z"'), 2019),
        (("", "", 'creationdate="20170101T000000Z"'), 2017),
        (("", "", ""), 2026),
        (('changedate="yesterday"', 'changedate="99999999T000000Z"', 'changedate="00010101T000000+2300"'), 2026),
        (('creationdate="2015-06-07T08:09:10+02:00" changedate=""', "", ""), 2015),
        (('creationdate="20150607"', "", ""), 2015),
    ],
)
def test_the_nearest_date_counts(read: Reads, dates: tuple[str, str, str], year: int) -> None:
    of_unit, of_variant, of_header = dates
    body = f'<tu {of_unit}>{tuv("en", "a")}<tuv xml:lang="de" {of_variant}><seg>b</seg></tuv></tu>'
    (unit,) = read(body, f'srclang="en" {of_header}')
    assert unit.changed.year == year
    assert unit.changed.tzinfo is UTC


@pytest.mark.parametrize(
    ("segment", "text"),
    [
        ("plain &lt;b&gt; &amp; &#x1F642;", "plain <b> & 🙂"),
        (" kept\tas\nit is ", " kept\tas\nit is "),
        ('Click <bpt i="1">&lt;b&gt;</bpt>here<ept i="1">&lt;/b&gt;</ept>!', "Click here!"),
        ('un<bpt i="1">{\\b </bpt>believ<ept i="1">}</ept>able', "unbelievable"),
        ("<hi>marked</hi> and <hi>more</hi>", "marked and more"),
        ("one<ph>&lt;br/&gt;</ph>two", "one two"),
        ("one <ph>&lt;br/&gt;</ph> two", "one two"),
        ("one<ph/>, <ph/>two", "one, two"),
        ("<ph/>one<ph/>", "one"),
        ("see<ph>\\footnote{<sub>a note of its own</sub>}</ph> below", "see below"),
        ("a <it pos='begin'>&lt;i&gt;</it>b<ut>x</ut>c", "a bc"),
        ("<bpt><ph>nested</ph> code</bpt>text<hi><ph/></hi>more", "text more"),
        ("You have <ph>{0}</ph> files", "You have {0} files"),
        ("<ph>%(name)s</ph>, <ph>%s</ph>, <ph>%1</ph>, <ph>${who}</ph>: <ph>%-5.2f</ph><ph>%1$s</ph>",
         "%(name)s, %s, %1, ${who}: %-5.2f%1$s"),
        ("100<ph>%</ph>", "100"),
        ("<odd>kept</odd>", "kept"),
        ("<seg>in</seg>", "in"),
    ],
)  # fmt: skip
def test_inline_tags_are_taken_out_of_the_text(read: Reads, segment: str, text: str) -> None:
    (unit,) = read(tu(tuv("en", segment), tuv("de", "b")))
    assert unit.source == text


def test_no_blank_comes_in_where_the_language_has_none(read: Reads) -> None:
    (unit,) = read(tu(tuv("en", "a"), tuv("ja", "開<ph/>閉")))
    assert unit.target == "開閉"


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", "UTF-8"), ("utf-8-sig", "utf-8"), ("utf-16", "UTF-16"), ("iso-8859-1", "ISO-8859-1"),
     ("windows-1252", "windows-1252")],
)  # fmt: skip
def test_encodings_are_those_that_the_file_declares(read: Reads, encoding: str, declared: str) -> None:
    body = tu(tuv("en", "a"), tuv("de", "Öß"))
    text = f'<?xml version="1.0" encoding="{declared}"?><tmx><header srclang="en"/><body>{body}</body></tmx>'
    assert pairs(read(text.encode(encoding))) == [("a", "Öß")]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("gbk", "GB2312"), ("gb18030", "gb18030"), ("big5", "Big5"), ("shift_jis", "Shift_JIS"), ("euc_jp", "EUC-JP"),
     ("euc_kr", "euc-kr")],
)  # fmt: skip
def test_encodings_of_east_asia_are_read_over_the_ends_of_pieces(read: Reads, encoding: str, declared: str) -> None:
    body = tu(tuv("en", "a"), tuv("ja", "x" + "山水" * 30_000))
    text = f"<?xml version='1.0' encoding='{declared}'?>\n<tmx><header srclang='en'/><body>{body}</body></tmx>"
    assert pairs(read(text.encode(encoding))) == [("a", "x" + "山水" * 30_000)]


def test_what_is_none_of_the_declared_encoding_is_an_error(read: Reads) -> None:
    with pytest.raises(TmxInvalid):
        list(read(b'<?xml version="1.0" encoding="gbk"?><tmx><body>\xff\xff</body></tmx>'))


def test_utf_16_is_known_by_its_mark_whatever_is_declared(read: Reads) -> None:
    body = tu(tuv("en", "a"), tuv("ja", "開"))
    text = f'<?xml version="1.0" encoding="UTF-8"?><tmx><header srclang="en"/><body>{body}</body></tmx>'
    assert pairs(read(text.encode("utf-16"))) == [("a", "開")]


def test_utf_16_without_a_declaration_is_known_by_its_mark(read: Reads) -> None:
    text = f'<tmx><header srclang="en"/><body>{tu(tuv("en", "a"), tuv("ja", "開"))}</body></tmx>'
    assert pairs(read(text.encode("utf-16"))) == [("a", "開")]


def test_names_may_have_a_prefix(read: Reads) -> None:
    text = '<t:tmx xmlns:t="x"><t:body><t:tu><t:tuv xml:lang="en"><t:seg>a</t:seg></t:tuv>{}</t:tu></t:body></t:tmx>'
    german = '<t:tuv xml:lang="de"><t:seg>b</t:seg></t:tuv>'
    assert pairs(read(text.format(german).encode())) == [("a", "b")]


def test_a_long_note_is_cut_and_not_held(read: Reads) -> None:
    (unit,) = read(tu(f"<note>{'x' * 200_000}\n{'y&amp;' * 5_000}</note>", tuv("en", "a"), tuv("de", "b")))
    assert unit.note == "x" * 10_000


def test_what_came_before_an_error_is_read(read: Reads) -> None:
    filling = "<prop>" + "x" * 70_000 + "</prop>"
    units = iter(read(tu(tuv("en", "a"), tuv("de", "b")) + filling + "\n\n</wrong>"))
    assert next(units).source == "a"
    with pytest.raises(TmxInvalid) as caught:
        next(units)
    assert str(caught.value).endswith(" could not be read to its end: something is wrong in line 5.")


def test_a_file_that_is_not_there_is_an_error_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(read_tmx(tmp_path / "none.tmx"))
