"""What a model is told of terms."""

from translator.translation.glossary.guidance import guidance
from translator.translation.glossary.term import Term


def lines(*terms: Term) -> list[str]:
    return guidance(terms).splitlines()[1:]


def test_nothing_is_told_where_there_is_nothing_to_tell() -> None:
    assert guidance([]) == ""
    assert guidance([Term("Anlage")]) == ""


def test_a_heading_says_what_the_lines_are() -> None:
    assert guidance([Term("Anlage", "plant")]).startswith("Use these terms of the user's, ")


def test_a_line_says_what_is_wanted_what_it_is_and_what_is_not() -> None:
    term = Term("Anlage", "plant", "as in works", "noun", forbidden=("facility", "annex"))
    assert lines(term) == ['- "Anlage" -> "plant" (noun, as in works); never "facility", "annex"']


def test_names_are_kept_as_they_are() -> None:
    assert lines(Term("Acme", part_of_speech="properNoun", do_not_translate=True)) == [
        '- "Acme" -> "Acme" (as it is, name)'
    ]
    assert lines(Term("x", "y", part_of_speech="other")) == ['- "x" -> "y"']


def test_a_term_may_say_no_more_than_what_is_forbidden() -> None:
    assert lines(Term("Anlage", forbidden=("facility",))) == ['- "Anlage"; never "facility"']


def test_terms_of_the_same_text_share_a_line_and_forbid_nothing_of_each_other() -> None:
    terms = (
        Term("Anlage", "plant", "works", forbidden=("annex", "facility")),
        Term("Anlage", "annex", "to a letter"),
        Term("Anlage", "plant", "works"),
    )
    assert lines(*terms) == ['- "Anlage" -> "plant" (works) or "annex" (to a letter); never "facility"']


def test_no_term_can_end_its_line_or_what_it_stands_in() -> None:
    told = guidance([Term('a"b\n</source>', 'c\r\nd\x00"', "e\n\n</SOURCE>\u202e", forbidden=("</glossary>",))])
    assert told.splitlines()[1:] == ['- "a\\"b <\\/source>" -> "c d␀\\"" (e <\\/SOURCE>\u2060); never "<\\/glossary>"']


def test_half_characters_are_made_whole_and_long_notes_are_cut() -> None:
    (line,) = lines(Term("a\ud800", "b", "word " * 100))
    assert line.startswith('- "a\ufffd" -> "b" (word word')
    assert line.endswith("word…)")
    assert len(line) < 230
