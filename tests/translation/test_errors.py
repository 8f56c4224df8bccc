from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from translator.translation import errors
from translator.translation.errors import KeyMissing, KeyProblem, NoModel, RateLimited, TimedOut, TranslationError


def all_errors(kind: type[TranslationError] = TranslationError) -> Iterator[type[TranslationError]]:
    yield kind
    for narrower in kind.__subclasses__():
        if narrower.__module__ != errors.__name__:  # another test's own
            continue
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


@pytest.mark.parametrize(
    "kind",
    [
        errors.ConnectionRefused, errors.NameNotFound, errors.ConnectionLost, errors.NotConnectedInTime,
        errors.ServiceTimedOut, errors.RateLimited, errors.ServerFailed,
    ],
)  # fmt: skip
def test_a_fault_that_may_pass_says_so(kind):
    assert kind().is_passing


@pytest.mark.parametrize(
    "kind",
    [
        TranslationError, TimedOut, errors.BadReply, errors.RunawayReply, errors.OutOfCredit, errors.OverBudget,
        errors.KeyRefused, errors.TlsFailed, errors.RequestRejected,
    ],
)  # fmt: skip
def test_a_fault_that_stays_says_so(kind):
    assert not kind().is_passing


def test_a_service_that_asks_not_to_be_tried_again_is_obeyed():
    error, other = errors.ServerFailed(), errors.ServerFailed()
    error.is_passing = False
    assert (error.is_passing, other.is_passing) == (False, True)
