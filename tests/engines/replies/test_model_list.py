import pytest

from translator.engines.replies.model_list import read_models


@pytest.mark.parametrize(
    ("body", "names"),
    [
        (b'{"object":"list","data":[{"id":"b"},{"id":"a"},{"id":"b"}]}', ("a", "b")),
        (b'[{"id":"b"},{"name":"a"}]', ("a", "b")),
        (b'["b","a"]', ("a", "b")),
        (b'{"models":[{"name":"a","model":"x"},{"model":"m"}]}', ("a", "m")),
        (b'{"data":[{"id":5},null,[],{"id":"a"}]}', ("a",)),
        (b'{"data":null}', ()),
        (b'{"data":[]}', ()),
        (b"[]", ()),
        (b'\xef\xbb\xbf{"data":[{"id":"a"}]}', None),
    ],
)
def test_reads_the_names_in_any_of_the_usual_shapes(body: bytes, names: tuple[str, ...] | None) -> None:
    assert read_models(body) == names


@pytest.mark.parametrize(
    "body", [b"", b"<html></html>", b"5", b'"models"', b"{}", b'{"data":5}', b'{"data":[5]}', b"[" * 100_000, b"\xff"]
)
def test_anything_else_is_no_list(body: bytes) -> None:
    assert read_models(body) is None


@pytest.mark.parametrize("piece", [b"[],", b"{},", b'{"id":"a"},'])
def test_a_list_of_more_things_than_there_are_models_is_not_even_unpacked(piece: bytes) -> None:
    assert read_models(b"[" + piece * 250_000 + b"[]]") is None
