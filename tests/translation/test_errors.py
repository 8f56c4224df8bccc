from datetime import UTC, datetime

import pytest

from tests.translation.every_error import every_error
from translator.translation.errors.base import TranslationError
from translator.translation.errors.connections import (
    ConnectionLost,
    ConnectionRefused,
    NameNotFound,
    NotConnectedInTime,
    ServiceTimedOut,
    TimedOut,
    TlsFailed,
)
from translator.translation.errors.keys import KeyMissing, KeyProblem, KeyRefused
from translator.translation.errors.limits import OutOfCredit, OverBudget, RateLimited
from translator.translation.errors.models import NoModel
from translator.translation.errors.requests import RequestRejected
from translator.translation.errors.servers import BadReply, RunawayReply, ServerFailed


def test_every_error_has_a_code_of_its_own():
    codes = [kind.code for kind in every_error()]
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
        ConnectionRefused, NameNotFound, ConnectionLost, NotConnectedInTime,
        ServiceTimedOut, RateLimited, ServerFailed,
    ],
)  # fmt: skip
def test_a_fault_that_may_pass_says_so(kind):
    assert kind().is_passing


@pytest.mark.parametrize(
    "kind",
    [
        TranslationError, TimedOut, BadReply, RunawayReply, OutOfCredit, OverBudget,
        KeyRefused, TlsFailed, RequestRejected,
    ],
)  # fmt: skip
def test_a_fault_that_stays_says_so(kind):
    assert not kind().is_passing


def test_a_service_that_asks_not_to_be_tried_again_is_obeyed():
    error, other = ServerFailed(), ServerFailed()
    error.is_passing = False
    assert (error.is_passing, other.is_passing) == (False, True)
