"""Codes stand for pieces of a text, are recognised however a model writes them, and never for text of the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.text.codes import Codes, Restoring, clip

LOOK_ALIKES = [
    "<x1/>",
    "< x2 / >",
    "<x3>",
    "</x4>",
    "<X5/>",
    "＜x6/＞",
    "&lt;x7/&gt;",
    "<х8/>",
    "<x٩/>",
    "<x",
    "&l",
    "<",
]
texts = st.lists(st.one_of(st.sampled_from([*LOOK_ALIKES, "/", ">", "1", " ", "\n"]), st.text(max_size=5))).map("".join)


def protect(text: str, spans: list[tuple[int, int]], codes: Codes) -> str:
    pieces = []
    done = 0
    for start, end in spans:
        pieces += [text[done:start], codes.code_for(text[start:end])]
        done = end
    return "".join([*pieces, text[done:]])


def restored(text: str, codes: Codes, *, cuts: list[int] | None = None, expected: frozenset[str] = frozenset()) -> str:
    restoring = Restoring(codes, expected)
    places = sorted(min(cut, len(text)) for cut in cuts or [])
    pieces = [text[a:b] for a, b in zip([0, *places], [*places, len(text)], strict=True)]
    return "".join(map(restoring.feed, pieces)) + restoring.finish()


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    text = draw(texts)
    places = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    return text, list(zip(places[::2], places[1::2], strict=False))


@given(texts_with_spans(), st.lists(st.integers(0, 200), max_size=30))
def test_a_text_comes_back_whole_however_the_reply_is_cut(arranged, cuts) -> None:
    text, spans = arranged
    codes = Codes(text)
    protected = protect(text, spans, codes)
    assert restored(protected, codes, cuts=cuts) == text


@given(texts_with_spans())
def test_what_is_protected_has_a_code_and_every_code_is_found_again(arranged) -> None:
    text, spans = arranged
    codes = Codes(text)
    protected = protect(text, spans, codes)
    assert list(codes.originals) == list(dict.fromkeys(text[start:end] for start, end in spans))
    assert all(codes.original(codes.code_for(original)) == original for original in codes.originals)
    restoring = Restoring(codes, codes.codes_in(protected))
    assert len(codes.codes_in(protected)) == len(codes.originals)
    restoring.feed(protected)
    assert not restoring.missing
    assert not restoring.unexpected


@given(texts)
def test_a_code_is_never_one_that_the_source_holds(text) -> None:
    codes = Codes(text)
    assert not codes.codes_in(text)
    code = codes.code_for("secret")
    assert code not in text
    assert restored(text + code, codes) == text + "secret"


def test_codes_are_numbered_as_they_are_first_used_and_shared_by_equal_originals() -> None:
    codes = Codes("")
    assert protect("a b a", [(0, 1), (2, 3), (4, 5)], codes) == "<x1/> <x2/> <x1/>"
    assert codes.originals == ("a", "b")


def test_numbers_that_the_source_uses_in_any_spelling_are_left_out() -> None:
    codes = Codes("".join(LOOK_ALIKES))
    assert codes.code_for("a") == "<x10/>"


SPELLINGS = [
    "<x1/>", "<x1 />", "< x1 / >", "<x1>", "</x1>", "<X1/>", "＜x1/＞", "＜ｘ１／＞", "〈x1/〉", "<х1/>", "<х1>",
    "<x١/>", "<x१/>", "&lt;x1/&gt;", "&lt;x1&gt;", "<x1></x1>", "<x 1/>", "<\u00a0x1\u00a0/>", "</x1/>", "< / x1 >",
]  # fmt: skip


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_a_code_is_recognised_as_models_write_it(spelling, size) -> None:
    codes = Codes("")
    codes.code_for("ada@example.org")
    restoring = Restoring(codes, ["<x1/>"])
    reply = f"An {spelling}, bitte. 1 < 2 & 3 > 2"
    pieces = [reply[i : i + size] for i in range(0, len(reply), size)]
    assert "".join(map(restoring.feed, pieces)) + restoring.finish() == "An ada@example.org, bitte. 1 < 2 & 3 > 2"
    assert not restoring.missing
    assert not restoring.unexpected


@pytest.mark.parametrize("text", ["<y1/>", "<x/>", "<x1", "x1/>", "<x1\n/>", "<xx1/>", "<x1/y>", "<x1234567890/>"])
def test_what_is_no_code_stays(text) -> None:
    codes = Codes("")
    codes.code_for("secret")
    assert restored(text, codes, cuts=list(range(len(text)))) == text


def test_a_pair_around_something_is_one_code() -> None:
    codes = Codes("")
    codes.code_for("A")
    assert restored("<x1>!</x1> and </x1>", codes) == "A! and A"


PAIRS = [
    "<g1>{}</g1>", "<G1>{}</G1>", "< g1 >{}< / g1 >", "<г1>{}</г1>", "<x1>{}</x1>", "<g1>{}<g1>", "<g1/>{}<g1/>",
    "<g1>{}<g1/>", "&lt;g1&gt;{}&lt;/g1&gt;", "＜g1＞{}＜／g1＞", "<g1>{}</g1/>",
]  # fmt: skip


@pytest.mark.parametrize("spelling", PAIRS)
@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_a_pair_is_recognised_as_models_write_it(spelling, size) -> None:
    codes = Codes("")
    restoring = Restoring(codes, codes.pair_for("<b>", "</b>"))
    reply = f"{spelling.format('fett')}, {spelling.format('ja')}."
    pieces = [reply[i : i + size] for i in range(0, len(reply), size)]
    assert "".join(map(restoring.feed, pieces)) + restoring.finish() == "<b>fett</b>, <b>ja</b>."
    assert not restoring.missing
    assert not restoring.unexpected


def test_the_half_of_a_pair_that_does_not_come_back_is_missing() -> None:
    codes = Codes("")
    pair = codes.pair_for("<b>", "</b>")
    for reply, missing in (("<g1>a", {"</g1>"}), ("a</g1>", {"<g1>"}), ("a", {"<g1>", "</g1>"})):
        restoring = Restoring(codes, pair)
        restoring.feed(reply)
        assert restoring.missing == missing
        assert not restoring.unexpected


def test_equal_pieces_and_pairs_are_told_apart_where_that_is_wanted() -> None:
    codes = Codes("<g3> and <x4/>")
    assert [codes.code_for("%s"), codes.code_for("%s", 1), codes.code_for("%s")] == ["<x1/>", "<x2/>", "<x1/>"]
    assert codes.pair_for("<b>", "</b>") == ("<g5>", "</g5>")
    assert codes.pair_for("<b>", "</b>", 1) == ("<g6>", "</g6>")
    assert codes.pair_for("<b>", "</b>") == ("<g5>", "</g5>")
    assert codes.codes_in("<x1/> <g5> </g6> <x4/> <g3> <x5/>") == {"<x1/>", "<g5>", "</g6>"}


def test_what_stood_around_the_text_stands_around_what_comes_back() -> None:
    codes = Codes("")
    around = Restoring(codes, (), "<p>", "</p>")
    assert [around.feed("Hal"), around.feed("lo"), around.finish(), around.finish()] == ["<p>Hal", "lo", "</p>", ""]
    codes.code_for("%s")
    around = Restoring(codes, ["<x1/>"], "<p>", "</p>")
    assert [around.feed("<x"), around.feed("1/"), around.feed("> <"), around.finish()] == ["<p>", "", "%s ", "<</p>"]


def test_only_what_may_become_a_code_is_held_back() -> None:
    codes = Codes("")
    codes.code_for("A")
    restoring = Restoring(codes, ["<x1/>"])
    assert [restoring.feed(c) for c in "a <x1/>b <b> &c"] == [
        "a", " ", "", "", "", "", "A", "b", " ", "", "<b", ">", " ", "", "&c",
    ]  # fmt: skip
    assert restoring.feed("end <x1") == "end "
    assert restoring.finish() == "<x1"
    assert restoring.finish() == ""


def test_nothing_is_held_back_where_nothing_is_protected() -> None:
    assert Restoring(Codes("<x1/>"), []).feed("1 <") == "1 <"


def test_what_an_original_ends_with_is_no_beginning_of_a_code() -> None:
    codes = Codes("")
    codes.code_for("a<")
    codes.code_for("b")
    assert restored("<x1/>x2/> <x2/>", codes, cuts=[5, 6, 7]) == "a<x2/> b"


def test_codes_that_do_not_come_back_are_missing() -> None:
    codes = Codes("")
    expected = [codes.code_for("a"), codes.code_for("b")]
    restoring = Restoring(codes, expected)
    assert restoring.missing == {"<x1/>", "<x2/>"}
    restoring.feed("only <x2/>, <x2/>")
    assert restoring.missing == {"<x1/>"}


def test_codes_that_nobody_expected_are_told() -> None:
    codes = Codes("<x3/>")
    for original in "ab":
        codes.code_for(original)
    restoring = Restoring(codes, ["<x1/>"])
    assert restoring.feed("<x1/> <x2/> <x3/> <x9/>") == "a b <x3/> <x9/>"
    assert restoring.unexpected == {"<x2/>", "<x9/>"}


def test_spans_are_clipped_to_a_part_of_the_text() -> None:
    spans = [(0, 4), (6, 8), (9, 20), (30, 31)]
    assert list(clip(spans, 2, 15)) == [(0, 2), (4, 6), (7, 13)]
    assert list(clip(spans, 8, 9)) == []
