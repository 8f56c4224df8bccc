"""Replies as models write them."""

import pytest

from translator.translation.words.loose_json import field, list_in, read_json, text_in

WANTED = {"a": [{"b": "c"}]}


@pytest.mark.parametrize(
    "reply",
    [
        '{"a": [{"b": "c"}]}',
        '```json\n{"a": [{"b": "c"}]}\n```',
        'Here you are:\n{"a": [{"b": "c"}]}\nI hope that helps {really}.',
        '{"a": [{"b": "c",},],}',
        '{"a": [{"b": "c" , \n } ] \n }',
        '<think>{"a": "no"}</think>{"a": [{"b": "c"}]}',
        'Of [3] or {more}: {"a": [{"b": "c"}]}',
        '{"a": [{"b": "c"}, {"b": "d',
        '{"a": [{"b": "c"}, {"b": "d", "e": "\\',
        '{"a": [{"b": "c"}',
        '{"a": [{"b": "c"}, ',
    ],
)
def test_what_stands_around_the_object_and_what_is_missing_of_it_does_no_harm(reply: str) -> None:
    assert read_json(reply) == WANTED


def test_line_breaks_and_brackets_in_strings_are_text() -> None:
    assert read_json('{"a": "one\ntwo } ] \\" {"}') == {"a": 'one\ntwo } ] " {'}


def test_a_bare_list_of_objects_is_taken() -> None:
    assert read_json('[{"b": "c"}, {"b": "d"}]') == [{"b": "c"}, {"b": "d"}]


@pytest.mark.parametrize(
    "reply",
    ["", "I cannot do that.", "{}", "[]", "[1, 2]", '{"a": ]', '{"a"', "{'a': 1}", "[[" * 40, '{"a": }', "{" * 20_000],
)
def test_where_there_is_no_object_there_is_none(reply: str) -> None:
    assert read_json(reply) is None


def test_half_a_character_is_repaired() -> None:
    assert read_json('{"a": "\ud800"}') == {"a": "\ufffd"}


def test_values_are_read_as_what_they_are_meant_to_be() -> None:
    assert [text_in(value) for value in (" a\n b ", 3, True, None, ["a"])] == ["a b", "3", "", "", ""]
    assert [list_in(value) for value in (["a"], "a", "", None, {}, {"b": 1})] == [["a"], ["a"], [], [], [], [{"b": 1}]]
    assert field({"a": "", "b": 1}, "a", "b") == 1
    assert field({"a": ""}, "a") is None
    assert field("a", "a") is None
