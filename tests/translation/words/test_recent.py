"""Only the latest answers are kept."""

from translator.translation.words.recent import Recent


def test_what_was_not_looked_at_for_longest_goes_first() -> None:
    recent = Recent[str](2)
    recent.put("a", "1")
    recent.put("b", "2")
    assert recent.get("a") == "1"
    recent.put("c", "3")
    assert [recent.get(question) for question in "abc"] == ["1", None, "3"]


def test_a_later_answer_takes_the_place_of_an_earlier_one() -> None:
    recent = Recent[str]()
    recent.put("a", "1")
    recent.put("a", "2")
    assert recent.get("a") == "2"
