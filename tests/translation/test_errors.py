from collections.abc import Iterator
from datetime import UTC, datetime

from translator.translation.errors import KeyMissing, KeyProblem, NoModel, RateLimited, TimedOut, TranslationError


def all_errors(kind: type[TranslationError] = TranslationError) -> Iterator[type[TranslationError]]:
    yield kind
    for narrower in kind.__subclasses__():
        yield from all_errors(narrower)


def test_every_error_has_a_code_of_its_own():
    codes = [kind.code for kind in all_errors()]
    assert len(codes) == len(set(codes))


def test_an_error_can_be_caught_wide_or_narrow():
    assert issubclass(KeyMissing, KeyProblem)
    assert issubclass(KeyProblem, TranslationError)


def test_an_error_names_the_service_and_the_fact():
    error = TimedOut("OpenAI", "api.openai.com")
    assert (error.service, error.detail) == ("OpenAI", "api.openai.com")
    assert str(error) == "('OpenAI', 'api.openai.com')"


def test_a_limit_says_until_when():
    until = datetime(2030, 1, 1, tzinfo=UTC)
    assert RateLimited("s", retry_at=until).retry_at == until
    assert RateLimited("s").retry_at is None


def test_a_missing_model_says_which_ones_there_are():
    assert NoModel("s", available=("a", "b")).available == ("a", "b")
