"""What the end of a translation says at a terminal."""

import pytest

from tests.fakes.engine import LineEngine
from translator.commands.ending import Status
from translator.commands.text.result import result_of
from translator.language.tag import LanguageTag
from translator.translation.request import Completed, Translation, TranslationRequest


@pytest.mark.parametrize("lacks_terms", [True, False])
def test_that_the_glossaries_could_not_be_read_is_told_and_is_no_failure(*, lacks_terms: bool) -> None:
    request = TranslationRequest("hallo", LanguageTag("en"))
    result = result_of(Completed(Translation("hello", lacks_terms=lacks_terms)), request, LineEngine(str.upper))
    said = ["The glossaries could not be read: this was translated without their terms."]
    assert (result.status, result.messages) == (Status.COMPLETE, said if lacks_terms else [])
