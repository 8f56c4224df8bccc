"""Every error has a plain sentence and a next step."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from translator.messages import NextStep, explain, explain_incomplete
from translator.translation import errors
from translator.translation.errors import TranslationError
from translator.translation.request import IncompleteReason

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def every_error(kind: type[TranslationError] = TranslationError) -> list[type[TranslationError]]:
    children = [child for child in kind.__subclasses__() if child.__module__ == errors.__name__]
    return [kind, *(deeper for child in children for deeper in every_error(child))]


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


def test_every_error_has_words_of_its_own() -> None:
    sentences = [explain(kind("OpenAI", "x"), NOW).sentence for kind in every_error()]
    assert len(set(sentences)) == len(sentences)


@pytest.mark.parametrize("kind", [k for k in every_error() if not issubclass(k, errors.KeyStoreError)])
def test_the_sentence_names_the_service(kind: type[TranslationError]) -> None:
    assert "Mistral" in explain(kind("Mistral", "x"), NOW).sentence


def test_a_missing_key_leads_to_the_command_that_stores_one() -> None:
    message = explain(errors.KeyMissing("My box"))
    assert message.step is NextStep.ENTER_KEY
    assert message.command_step == 'Store one with: translator key set --service "My box"'


def test_a_refused_connection_names_service_and_host() -> None:
    sentence = explain(errors.ConnectionRefused("OpenAI", "api.openai.com")).sentence
    assert sentence == "OpenAI could not be reached: the connection to api.openai.com was refused."


def test_a_rate_limit_names_the_local_time_to_come_back() -> None:
    soon = NOW + timedelta(seconds=80)
    message = explain(errors.RateLimited("OpenAI", retry_at=soon), NOW)
    assert soon.astimezone().strftime("%H:%M:%S") in message.sentence
    assert message.step is NextStep.WAIT


def test_a_rate_limit_of_another_day_names_the_date() -> None:
    later = NOW + timedelta(days=2)
    assert (
        later.astimezone().strftime("%Y-%m-%d") in explain(errors.RateLimited("OpenAI", retry_at=later), NOW).sentence
    )


def test_a_rate_limit_without_a_time_does_not_invent_one() -> None:
    assert not re.search(r"\d|until", explain(errors.RateLimited("OpenAI"), NOW).sentence)


def test_a_service_that_quotes_the_key_back_does_not_bring_it_on_screen() -> None:
    error = errors.RequestRejected("OpenAI", "Incorrect API key provided: sk-proj-abcdefghijklmnop")
    assert "abcdefgh" not in explain(error).sentence


def test_an_error_of_a_later_version_has_its_parents_words() -> None:
    class StillLocked(errors.KeyStoreLocked):
        pass

    assert explain(StillLocked("x")).sentence == explain(errors.KeyStoreLocked("x")).sentence


@pytest.mark.parametrize("reason", IncompleteReason)
def test_every_reason_for_incompleteness_has_a_sentence(reason: IncompleteReason) -> None:
    sentence = explain_incomplete(reason)
    assert sentence.startswith("Incomplete: ")
    assert sentence.endswith(".")
