from hypothesis import given
from hypothesis import strategies as st

from translator.translation.reply.closer import escape_closer, has_closer, unescape_closer

TEXTS = st.lists(st.sampled_from(["</source>", "</SOURCE", "</ſource>", "<", "\\", "/source", "İ", "word"])).map(
    "".join
)


def test_closers_are_escaped_in_any_case_and_given_back():
    assert escape_closer("a </Source> b </source") == r"a <\/Source> b <\/source"
    assert unescape_closer(r"a <\/Source> b <\/source") == "a </Source> b </source"


@given(TEXTS)
def test_no_text_can_end_the_source(text):
    assert not has_closer(escape_closer(text))
    assert has_closer(text) == (escape_closer(text) != text)
