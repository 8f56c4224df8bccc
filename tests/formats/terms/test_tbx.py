"""Terms in TBX-Basic: of both versions and both styles, and never from a file that means harm."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.glossary import glossary_of
from translator.formats.terms import checking
from translator.formats.terms.tbx_reading import read_tbx
from translator.formats.terms.tbx_writing import write_tbx
from translator.language.tag import LanguageTag
from translator.translation.glossary.exchange import ImportedTerms, TermFileInvalid
from translator.translation.glossary.term import Term

DE, EN, FR = LanguageTag("de"), LanguageTag("en", region="US"), LanguageTag("fr")
NAMESPACE = "{urn:iso:std:iso:30042:ed-2}"

OLD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en">
 <martifHeader><fileDesc><sourceDesc><p>Works</p></sourceDesc></fileDesc></martifHeader>
 <text><body>
  <termEntry id="c1">
   <descrip type="subjectField">engineering</descrip>
   <descripGrp><descrip type="definition">where things are made</descrip><admin type="source">us</admin></descripGrp>
   <langSet xml:lang="DE-de">
    <tig><term>An<hi>la</hi>ge</term><termNote type="partOfSpeech">noun</termNote><note>technical</note></tig>
   </langSet>
   <langSet xml:lang="fr"><tig><term>installation</term></tig></langSet>
   <langSet xml:lang="en-GB">
    <ntig><termGrp><term>
       plant </term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig>
    <tig><term>works</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></tig>
    <tig><term>facility</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
    <tig><term>manufactory</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig>
   </langSet>
  </termEntry>
  <termEntry id="c2"><langSet xml:lang="de"><tig><term>Rad</term></tig></langSet></termEntry>
  <termEntry id="c3"><langSet xml:lang="x-y-z"><tig><term>?</term></tig></langSet></termEntry>
 </body></text>
</martif>"""

NEW = """<?xml version="1.0"?>
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
     xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
 <tbxHeader><fileDesc><sourceDesc><p>Works</p></sourceDesc></fileDesc></tbxHeader>
 <text><body><conceptEntry id="c1">
   <min:subjectField>engineering</min:subjectField>
   <langSec xml:lang="de"><termSec><term>Anlage</term><min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec>
   <langSec xml:lang="en">
     <basic:definition>where things are made</basic:definition>
     <termSec><term>facility</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
     <termSec><term>works</term></termSec>
     <termSec><term>plant</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
   </langSec>
 </conceptEntry></body></text>
</tbx>"""


def read(text: str) -> ImportedTerms:
    return read_tbx(text.encode(), DE, EN)


def test_a_file_of_2008_is_read() -> None:
    found = read(OLD)
    note = "technical; where things are made"
    refused = ("facility", "manufactory")
    assert found.terms == (
        Term("Anlage", "plant", note, "noun", forbidden=refused),
        Term("Anlage", "works", note, "noun", forbidden=refused),
    )
    assert [(each.number, each.reason) for each in found.skipped] == [
        (2, "there is no term in en-US"),
        (3, "there is no term in de"),
    ]


def test_a_file_of_2019_with_fields_named_by_elements_is_read() -> None:
    assert read(NEW).terms == (
        Term("Anlage", "plant", "where things are made", "noun", forbidden=("facility",)),
        Term("Anlage", "works", "where things are made", "noun", forbidden=("facility",)),
    )


def test_a_file_is_read_in_either_direction() -> None:
    assert [term.target for term in read_tbx(NEW.encode(), EN, DE).terms] == ["Anlage"] * 3
    assert [term.source for term in read_tbx(NEW.encode(), EN, DE).terms] == ["facility", "works", "plant"]


def test_the_very_language_goes_before_its_other_regions() -> None:
    british = '</langSec><langSec xml:lang="en-GB"><termSec><term>fab</term></termSec></langSec></conceptEntry>'
    text = NEW.replace("</langSec>\n </conceptEntry>", british)
    assert [term.target for term in read(text).terms] == ["plant", "works"]
    assert [term.target for term in read_tbx(text.encode(), DE, LanguageTag("en", region="GB")).terms] == ["fab"]
    other = read_tbx(text.encode(), DE, LanguageTag("en", region="AU"))
    assert [term.target for term in other.terms] == ["plant", "works", "fab"]


def test_a_language_with_more_in_its_tag_than_we_know_is_that_language() -> None:
    assert len(read(NEW.replace('xml:lang="de"', 'xml:lang="de-DE-1996-x-mine"')).terms) == 2


def test_a_file_of_other_languages_says_which_it_has() -> None:
    with pytest.raises(TermFileInvalid, match=r"no terms from fr into de\. Its languages: de, en"):
        read_tbx(NEW.encode(), FR, DE)


BOMB = '<!DOCTYPE tbx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><tbx><text>&b;</text></tbx>'
OUTSIDE = '<!DOCTYPE tbx [<!ENTITY a SYSTEM "file:///etc/passwd">]><tbx>&a;</tbx>'


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (BOMB, "This TBX file is not read: what is in line 1 could do harm."),
        ("\n" + OUTSIDE, "This TBX file is not read: what is in line 2 could do harm."),
        ("<a>" * 200, "This TBX file is not read: what is in line 1 could do harm."),
        ("<tbx>", "This TBX file cannot be read: something is wrong in line 1."),
        ("<tbx>\n</martif>", "This TBX file cannot be read: something is wrong in line 2."),
        ("<tbx>&nothing;</tbx>", "This TBX file cannot be read: something is wrong in line 1."),
        ("<tbx a='1' a='2'/>", "This is no TBX file."),
        ("not xml", "This is no TBX file."),
        ("", "This is no TBX file."),
    ],
)
def test_broken_and_hostile_files_are_refused_in_a_sentence(
    caplog: pytest.LogCaptureFixture, text: str, sentence: str
) -> None:
    caplog.set_level("INFO")
    with pytest.raises(TermFileInvalid) as caught:
        read(text)
    assert str(caught.value) == sentence
    assert str(caught.value.__cause__) in caplog.text


def test_another_kind_of_xml_is_no_tbx() -> None:
    with pytest.raises(TermFileInvalid, match=r"^This is no TBX file\.$"):
        read("<tmx><body><tu/></body></tmx>")


@pytest.mark.parametrize(
    "body",
    [
        "<text><body/></text>",
        "<text><body><termEntry/></body></text>",
        "<text><body><termEntry><langSet><tig/></langSet></termEntry></body></text>",
        "<text><body><tig><term>a</term></tig></body></text>",
        "<text><body><termEntry><note>a</note><term>b</term></termEntry></body></text>",
        "<text><body><termEntry><langSet/></termEntry><langSet><tig><term>x</term></tig></langSet></body></text>",
    ],
)
def test_a_file_with_less_than_it_should_have_has_no_terms(body: str) -> None:
    try:
        assert read(f"<martif>{body}</martif>").terms == ()
    except TermFileInvalid as error:
        assert "has no terms" in str(error)  # noqa: PT017 - either will do


def test_too_many_terms_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "MOST_TERMS", 1)
    with pytest.raises(TermFileInvalid, match="more than 1 term"):
        read(NEW)


def test_what_is_written_has_the_form_of_2019() -> None:
    terms = [Term("Anlage", "plant", "as in works", "noun", True, False, ("facility",))]
    written = write_tbx(glossary_of("R&D <1>"), terms)
    root = ET.fromstring(written)
    assert (root.tag, root.get("type"), root.get("style")) == (f"{NAMESPACE}tbx", "TBX-Basic", "dca")
    assert root.findtext(f".//{NAMESPACE}title") == "R&D <1>"
    sections = root.findall(f".//{NAMESPACE}langSec")
    assert [each.get("{http://www.w3.org/XML/1998/namespace}lang") for each in sections] == ["de", "en-US"]
    statuses = [note.text for note in sections[1].iter(f"{NAMESPACE}termNote")]
    assert statuses == ["preferredTerm-admn-sts", "deprecatedTerm-admn-sts"]
    assert [note.text for note in sections[0].iter(f"{NAMESPACE}note")] == ["as in works", "translator: case-sensitive"]


@pytest.mark.parametrize(
    "term",
    [
        Term("Acme", do_not_translate=True),
        Term("Acme", do_not_translate=True, case_sensitive=True, note="a firm"),
        Term("Werk", forbidden=("mill",)),
        Term("a <b> & 'c' \"d\"", "two\nlines", "a\r\nb", "other"),
        Term("Note", "note", "translator: case-sensitive"),
        Term("Note", "note", "\\translator: do-not-translate", case_sensitive=True),
        Term("Note", "note", "\\"),
    ],
)
def test_every_kind_of_term_comes_back(term: Term) -> None:
    assert read_tbx(write_tbx(glossary_of(), [term]), DE, EN).terms == (term,)


def test_what_no_xml_can_hold_is_left_out() -> None:
    written = write_tbx(glossary_of("a\x00b"), [Term("c\x01d\ud800", "e\uffff")])
    assert read_tbx(written, DE, EN).terms == (Term("cd\ufffd", "e"),)


TEXT = st.text(alphabet=st.sampled_from("ab<>&'\"\\: \t\r\né\u4e2d"), max_size=12).map(str.strip)
TERMS = st.builds(
    Term,
    TEXT.filter(bool),
    TEXT.filter(bool),
    TEXT,
    st.sampled_from(["", "noun", "verb", "properNoun", "other"]),
    st.booleans(),
    st.just(False),
    st.lists(TEXT.filter(bool), max_size=3, unique=True).map(tuple),
)


@given(st.lists(TERMS, min_size=1, max_size=4))
def test_what_is_written_comes_back_exactly(terms: Sequence[Term]) -> None:
    assert read_tbx(write_tbx(glossary_of(), terms), DE, EN).terms == tuple(terms)


def test_a_term_that_is_not_finished_is_written_and_passed_over_when_read() -> None:
    found = read_tbx(write_tbx(glossary_of(), [Term("half"), Term("whole", "ganz")]), DE, EN)
    assert found.terms == (Term("whole", "ganz"),)
    assert [each.number for each in found.skipped] == [1]
