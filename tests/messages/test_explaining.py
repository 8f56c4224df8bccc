"""Every error has a plain sentence and a next step."""

import re
from datetime import UTC, datetime, timedelta
from typing import Literal

import pytest

from tests.translation.every_error import every_error
from translator.messages import NextStep, explain, explain_incomplete
from translator.translation.errors.base import TranslationError
from translator.translation.errors.connections import ConnectionLost, ConnectionRefused, ServiceTimedOut, TimedOut
from translator.translation.errors.keys import (
    KeyMalformed,
    KeyMissing,
    KeyProblem,
    KeyRefused,
    KeyStoreError,
    KeyStoreLocked,
    KeyStoreMissing,
    KeyWanted,
)
from translator.translation.errors.limits import OverBudget, RateLimited
from translator.translation.errors.requests import NotAllowed, RequestRejected, TextRefused
from translator.translation.errors.servers import ServerFailed
from translator.translation.request import IncompleteReason

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
@pytest.mark.parametrize(
    ("service", "detail"),
    [
        ("", ""),
        ("OpenAI", "api.openai.com"),
        ("My {own} box", '{"error": {"message": "no"}}'),
        ("x", "<html>oh</html>"),
    ],
)
def test_every_error_reads_as_plain_sentences(kind: type[TranslationError], service: str, detail: str) -> None:
    message = explain(kind(service, detail), NOW)
    for sentence in (message.sentence, message.command_step):
        assert sentence[0].isupper() or sentence.startswith(service)
        assert "  " not in sentence
        assert not re.search(r"[<>\[\]]|\{(?!own\})|\"error\"|None", sentence)
        assert not re.search(
            r"\b[A-Z][a-z]+[A-Z][a-z]+[A-Z]?\w*\b", sentence.replace("OpenAI", "").replace("KWallet", "")
        )
    assert message.sentence.endswith(".")


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
def test_nothing_is_said_in_place_of_what_is_not_known(kind: type[TranslationError]) -> None:
    sentence = explain(kind("OpenAI", ""), NOW).sentence

    assert not re.search(r" {2}|: \.| \.|the model the|used: the| at\.| to\.|\{", sentence), sentence


def test_a_service_without_a_name_is_spoken_of_as_its_place_in_the_sentence_asks() -> None:
    assert explain(TimedOut("", "host")).sentence == "The service did not answer in time."
    assert explain(ConnectionLost("", "host")).sentence == "The connection to the service broke off."


def test_every_error_has_words_of_its_own() -> None:
    sentences = [explain(kind("OpenAI", "x"), NOW).sentence for kind in every_error()]
    assert len(set(sentences)) == len(sentences)


@pytest.mark.parametrize("kind", [k for k in every_error() if not issubclass(k, KeyStoreError)])
def test_the_sentence_names_the_service(kind: type[TranslationError]) -> None:
    assert "Mistral" in explain(kind("Mistral", "x"), NOW).sentence


def test_a_missing_key_leads_to_the_command_that_stores_one() -> None:
    message = explain(KeyMissing("My box"))
    assert message.step is NextStep.ENTER_KEY
    assert message.command_step == 'Store one with: translator key set --service "My box"'


def test_a_refused_connection_names_service_and_host() -> None:
    sentence = explain(ConnectionRefused("OpenAI", "api.openai.com")).sentence
    assert sentence == "OpenAI could not be reached: the connection to api.openai.com was refused."


def test_a_rate_limit_names_the_local_time_to_come_back() -> None:
    soon = NOW + timedelta(seconds=80)
    message = explain(RateLimited("OpenAI", retry_at=soon), NOW)
    assert soon.astimezone().strftime("%H:%M:%S") in message.sentence
    assert message.step is NextStep.WAIT


def test_a_server_that_timed_out_may_name_the_time_to_come_back() -> None:
    soon = NOW + timedelta(seconds=200)
    message = explain(ServiceTimedOut("OpenAI", retry_at=soon), NOW)
    assert message.step is NextStep.WAIT
    assert soon.astimezone().strftime("%H:%M:%S") in message.command_step


def test_a_rate_limit_of_another_day_names_the_date() -> None:
    later = NOW + timedelta(days=2)
    assert later.astimezone().strftime("%Y-%m-%d") in explain(RateLimited("OpenAI", retry_at=later), NOW).sentence


def test_a_rate_limit_without_a_time_does_not_invent_one() -> None:
    assert not re.search(r"\d|until", explain(RateLimited("OpenAI"), NOW).sentence)


def test_a_service_that_quotes_the_key_back_does_not_bring_it_on_screen() -> None:
    error = RequestRejected("OpenAI", "Incorrect API key provided: sk-proj-abcdefghijklmnop")
    assert "abcdefgh" not in explain(error).sentence


def test_an_error_of_a_later_version_has_its_parents_words() -> None:
    class StillLocked(KeyStoreLocked):
        pass

    assert explain(StillLocked("x")).sentence == explain(KeyStoreLocked("x")).sentence


def test_words_that_end_in_a_full_stop_get_no_second_one() -> None:
    assert explain(ServerFailed("Box", "Something broke.")).sentence == "Box failed: Something broke."
    assert explain(ServerFailed("Box", "Really?!")).sentence == "Box failed: Really."
    long = explain(ServerFailed("Box", "word " * 100)).sentence
    assert long.endswith("…")


def test_a_server_that_says_when_to_come_back_is_quoted() -> None:
    soon = NOW + timedelta(seconds=80)
    message = explain(ServerFailed("Box", "busy", soon), NOW)
    assert message.step is NextStep.WAIT
    assert message.command_step == f"Try again after {soon.astimezone():%H:%M:%S}."


@pytest.mark.parametrize(
    ("period", "sentence"),
    [
        ("day", "Your budget of $1,234.50 for today is spent; nothing was sent to Box."),
        ("month", "Your budget of $1,234.50 for this month is spent; nothing was sent to Box."),
    ],
)
def test_a_spent_budget_says_which_and_can_be_overruled_once(period: Literal["day", "month"], sentence: str) -> None:
    message = explain(OverBudget("Box", period=period, limit=1234.5))
    assert message.sentence == sentence
    assert message.step is NextStep.ALLOW_ONCE
    assert "--over-budget" in message.command_step


def test_a_budget_of_less_than_a_cent_is_not_told_as_nothing() -> None:
    assert "$0.0040 for today" in explain(OverBudget("Box", limit=0.004)).sentence


def test_a_server_that_wants_a_key_is_not_said_to_refuse_one_and_how_to_give_it_is_told() -> None:
    message = explain(KeyWanted("My box"))
    assert message.sentence == "My box wants a key, and none has been given."
    assert message.step is NextStep.ENTER_KEY
    assert message.command_step == 'Store it with: translator key set --service "My box"'


@pytest.mark.parametrize("kind", [KeyMissing, KeyRefused, KeyWanted, KeyMalformed])
def test_an_address_given_for_one_run_takes_its_key_from_the_environment_alone(kind: type[KeyProblem]) -> None:
    error = kind("host.example")
    error.only_from_environment = True
    message = explain(error)
    assert message.command_step == "Put the key for this address into OPENAI_API_KEY."
    assert message.sentence == explain(kind("host.example")).sentence


@pytest.mark.parametrize("kind", [KeyStoreMissing, KeyStoreLocked])
def test_a_keyring_of_no_use_leads_to_the_environment_where_that_serves(kind: type[KeyStoreError]) -> None:
    error = kind("OpenAI")
    assert "OPENAI_API_KEY" not in explain(error).command_step
    error.also_from_environment = True
    assert explain(error).command_step.endswith(" can also be given in the environment variable OPENAI_API_KEY.")


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
def test_the_doctor_sends_nobody_to_the_doctor(kind: type[TranslationError]) -> None:
    message = explain(kind("OpenAI", "x"), NOW)
    assert "doctor" not in message.doctor_step
    assert "doctor" in message.command_step or message.doctor_step == message.command_step


@pytest.mark.parametrize("kind", [RequestRejected, NotAllowed, TextRefused])
def test_a_refusal_that_is_not_the_models_does_not_lead_to_the_models(kind: type[TranslationError]) -> None:
    message = explain(kind("Box", "no."))
    assert message.step is NextStep.OPEN_SETTINGS
    assert "--service NAME" in message.command_step


@pytest.mark.parametrize("reason", IncompleteReason)
def test_every_reason_for_incompleteness_has_a_sentence(reason: IncompleteReason) -> None:
    sentence = explain_incomplete(reason)
    assert sentence.startswith("Incomplete: ")
    assert sentence.endswith(".")
