"""``translator text`` where a service makes one wait, where a budget ends, and where private words stay here."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.commands.running import ROOT, Run
from tests.servers.processes import MockServer, running_mock
from translator.places import find_places
from translator.settings import Budget, Price, Service, Settings
from translator.storage.settings.settings_file import SettingsFile

ENGLISH_TO_GERMAN = ("text", "--from", "en", "--to", "de")
MOST_SECONDS = 91
"""The service says 90; the time is a moment later than in the others."""
LONG = "\n".join(f"This is line {n} of a text that needs more than one request." for n in range(100))


@pytest.fixture
def service(mock: MockServer) -> Service:
    """The service in use: each of its tokens costs a cent."""
    prices = (("mock", Price(10_000, 10_000)),)
    return Service("dear", "Dear", base_url=mock.base_url, model="mock", prices=prices)


def keep(service: Service, budget: Budget | None = None) -> None:
    settings = Settings(current_service=service.id, services=(service,), budget=budget or Budget())
    SettingsFile(find_places().settings_file).save(settings)


def test_a_long_text_says_what_it_will_take(run: Run, service: Service) -> None:
    keep(service)
    ran = run(*ENGLISH_TO_GERMAN, LONG)
    assert ran.status == 0
    assert ran.err.startswith("The text has about ")
    assert "$" in ran.err


def test_what_it_cost_is_in_the_object(run: Run, service: Service) -> None:
    keep(service)
    usage = json.loads(run(*ENGLISH_TO_GERMAN, "--json", "Hello.").out)["usage"]
    assert usage["cost_usd"] == pytest.approx((usage["input_tokens"] + usage["output_tokens"]) / 100)
    assert usage["cost_usd"] > 0
    assert usage["estimated"] is False


def test_an_unknown_price_is_no_price(run: Run, service: Service) -> None:
    keep(replace(service, prices=()))
    assert json.loads(run(*ENGLISH_TO_GERMAN, "--json", "Hello.").out)["usage"]["cost_usd"] is None


def test_a_spent_budget_refuses_until_it_is_allowed(run: Run, service: Service) -> None:
    keep(service, Budget(day=0.01))
    assert run(*ENGLISH_TO_GERMAN, "Hello.").status == 0
    refused = run(*ENGLISH_TO_GERMAN, "--json", "Good day.")
    assert (refused.status, json.loads(refused.out)["error"]["code"]) == (6, "over_budget")
    assert "--over-budget" in refused.err
    allowed = run(*ENGLISH_TO_GERMAN, "--over-budget", "Good day.")
    assert (allowed.status, allowed.out) == (0, "Tbbq qnl.\n")
    assert "Today's budget is spent." in allowed.err


def test_what_is_remembered_needs_no_budget(run: Run, service: Service) -> None:
    keep(service, Budget(day=0.01))
    run(*ENGLISH_TO_GERMAN, "Hello.")
    again = run(*ENGLISH_TO_GERMAN, "--json", "Hello.")
    usage = json.loads(again.out)["usage"]
    assert (again.status, usage["requests"], usage["from_memory"]) == (0, 0, 1)


def test_without_the_memory_nothing_is_taken_from_it_nor_put_into_it(run: Run, service: Service) -> None:
    keep(service)
    for _ in range(2):
        usage = json.loads(run(*ENGLISH_TO_GERMAN, "--no-memory", "--json", "Hello.").out)["usage"]
        assert (usage["requests"], usage["from_memory"]) == (1, 0)
    usage = json.loads(run(*ENGLISH_TO_GERMAN, "--json", "Hello.").out)["usage"]
    assert (usage["requests"], usage["from_memory"]) == (1, 0)


def test_private_words_stay_here_and_come_back(run: Run, service: Service, tmp_path: Path) -> None:
    log = tmp_path / "requests"
    with running_mock("--log", str(log)) as mock:
        keep(replace(service, base_url=mock.base_url))
        ran = run(*ENGLISH_TO_GERMAN, "--mask", "Write to ann@example.org today.")
        assert "ann@example.org" in ran.out
        assert ran.err == "1 piece of the text stayed on this computer: ann@exa…\n"
        assert "ann@example.org" not in json.dumps(mock.settled_log())


def test_all_that_was_masked_is_in_the_object_and_the_beginnings_of_some_are_said(run: Run, service: Service) -> None:
    keep(service)
    addresses = [f"{name}@example.org" for name in ("ann", "bob", "carl", "dora", "eve", "fritz")]
    ran = run(*ENGLISH_TO_GERMAN, "--mask", "--json", f"Write to {', '.join(addresses)} and to a@b.de.")
    assert json.loads(ran.out)["masked"] == [*addresses, "a@b.de"]
    assert ran.err == (
        "7 pieces of the text stayed on this computer: ann@exa…, bob@exa…, carl@exa…, dora@exa…, eve@exa…, …\n"
    )
    unmasked = run(*ENGLISH_TO_GERMAN, "--json", "Hello.")
    assert json.loads(unmasked.out)["masked"] == []


def test_the_service_may_mask_always(run: Run, service: Service) -> None:
    keep(replace(service, masks_private=True))
    assert "1 piece" in run(*ENGLISH_TO_GERMAN, "Write to ann@example.org today.").err


@pytest.fixture
def slow_mock() -> Iterator[MockServer]:
    with running_mock("--retry-after", "90") as server:
        yield server


def test_a_file_is_told_once_that_the_service_asks_to_wait(slow_mock: MockServer) -> None:
    process = waiting_for(slow_mock, stderr=subprocess.PIPE)
    assert process.stderr is not None
    said = process.stderr.readline().decode()
    process.send_signal(signal.SIGINT)
    assert process.wait(60) == 130
    assert re.fullmatch(r"127\.0\.0\.1:\d+ asks to wait \d\d s\.", said.strip())
    assert b"asks to wait" not in process.stderr.read()
    process.stderr.close()


def test_a_terminal_sees_the_seconds_go_by(slow_mock: MockServer) -> None:
    ours, theirs = pty.openpty()
    process = waiting_for(slow_mock, stderr=theirs)
    os.close(theirs)
    seen = ""
    while len(set(seconds_in(seen))) < 2:
        seen += os.read(ours, 1000).decode()
    process.send_signal(signal.SIGINT)
    assert process.wait(60) == 130
    first, second = seconds_in(seen)[:2]
    assert second < first <= MOST_SECONDS
    assert re.search(r"asks to wait \d\d s\. Ctrl\+C stops\.", seen)
    os.close(ours)


def test_enter_at_the_terminal_ends_the_wait(slow_mock: MockServer) -> None:
    ours, theirs = pty.openpty()
    before = slow_mock.stats()["requests"]
    process = waiting_for(slow_mock, stderr=theirs, stdin=theirs)
    os.close(theirs)
    seen = ""
    while "Enter goes on at once" not in seen:
        seen += os.read(ours, 1000).decode()
    assert slow_mock.stats()["requests"] == before + 1
    os.write(ours, b"\n")
    slow_mock.wait_for("requests", before + 2)  # long before it would have asked again by itself
    process.send_signal(signal.SIGINT)
    assert process.wait(60) == 130
    os.close(ours)


def seconds_in(seen: str) -> list[int]:
    """Return the seconds that are still to be waited, as they were told one after the other."""
    return [int(told) for told in re.findall(r"asks to wait (\d+) s\.", seen)]


def waiting_for(mock: MockServer, stderr: int, stdin: int = subprocess.DEVNULL) -> "subprocess.Popen[bytes]":
    command = [
        sys.executable, "-m", "translator", *ENGLISH_TO_GERMAN, "--base-url", mock.base_url, "--model", "mock+http429",
        "Hello.",
    ]  # fmt: skip
    return subprocess.Popen(command, cwd=ROOT, stdin=stdin, stdout=subprocess.DEVNULL, stderr=stderr)
