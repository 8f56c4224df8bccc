"""Whether a translation goes on with what the last one left."""

from dataclasses import replace

import pytest

from tests.ui.translate.room import tag
from translator.translation.request import FinishedBlock, TranslationRequest
from translator.ui.translate.running.continuing import Unfinished

REQUEST = TranslationRequest("one\ntwo", tag("de"), tag("en"))
LEFT = Unfinished(REQUEST, "box")


def test_the_same_request_is_the_rest_of_it_whatever_is_there_already() -> None:
    assert LEFT.is_rest_of(replace(REQUEST, finished=(FinishedBlock(0, "one", "eins"),)), "box")


@pytest.mark.parametrize(
    "change",
    [{"text": "one\ntwo."}, {"target": tag("fr")}, {"source": None}],
    ids=["text", "target", "source"],
)
def test_another_request_is_not(change: dict[str, object]) -> None:
    assert not LEFT.is_rest_of(replace(REQUEST, **change), "box")  # type: ignore[arg-type]


def test_the_same_request_to_another_service_is_not() -> None:
    assert not LEFT.is_rest_of(REQUEST, "other")


def test_a_source_language_that_was_found_only_meanwhile_makes_no_other_request() -> None:
    before = Unfinished(replace(REQUEST, source=None), "box")
    assert before.is_rest_of(replace(REQUEST, source_is_guess=True), "box")
    assert not before.is_rest_of(REQUEST, "box")
