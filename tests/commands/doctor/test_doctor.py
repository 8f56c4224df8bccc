"""``translator doctor`` tells what works, and shows no secret."""

import json
from pathlib import Path

import pytest

from tests.commands.running import Run
from tests.fakes.secrets import FrozenSecrets, MemorySecrets
from tests.fakes.usage import NOON, ListedUsage, record_of
from tests.servers.processes import MockServer, running_mock
from translator.books import make_books
from translator.commands.doctor.access import check_key, check_keyring
from translator.commands.doctor.books import check_books
from translator.commands.doctor.checks import check_display, check_places, check_proxy
from translator.crash.report import collect
from translator.places import Places, find_places
from translator.prices import Prices
from translator.settings import DEMO, Budget, Service, Settings
from translator.storage.database.database import Database
from translator.storage.keyring_secrets import KeyringSecrets
from translator.storage.service_keys import ServiceKeys
from translator.translation.errors.keys import KeyStoreRefused
from translator.translation.spending.usage import Ledger


def test_the_demo_is_usable_anywhere(run: Run) -> None:
    ran = run("doctor", "--demo")
    assert ran.status == 0
    assert "Demo" in ran.out


def test_a_crash_report_that_waits_is_told_and_left_for_the_window(run: Run) -> None:
    folder = find_places().crash_folder
    assert "Crash report" not in run("doctor", "--demo").out
    folder.mkdir(parents=True)
    (folder / "running-1-1.log").write_text("|Begun\n|now, 0000001 times: builtins.ValueError\n")
    assert "the window offers a report at its next start" in run("doctor", "--demo").out
    assert collect(folder)


def test_a_service_that_answers_is_usable(run: Run, mock: MockServer) -> None:
    ran = run("doctor", "--json", "--base-url", mock.base_url)
    told = json.loads(ran.out)
    assert (ran.status, told["usable"]) == (0, True)
    found = {check["name"]: check for check in told["checks"]}
    assert "1 model" in found["endpoint"]["found"]
    assert found["key"]["found"] == "none is needed"
    assert found["python"]["ok"]
    assert found["qt"]["ok"]


def test_a_service_with_many_models_is_told_by_a_number_that_can_be_read(run: Run) -> None:
    with running_mock("--models", ",".join(f"m{n}" for n in range(1_200))) as mock:
        assert "answers, with 1,200 models" in run("doctor", "--base-url", mock.base_url).out


def test_a_service_that_does_not_answer_is_not_usable(run: Run) -> None:
    ran = run("doctor", "--json", "--base-url", "http://127.0.0.1:9/v1")
    told = json.loads(ran.out)
    assert (ran.status, told["usable"]) == (1, False)
    assert [check["name"] for check in told["checks"] if check["ok"] is False] == ["endpoint"]


def test_the_table_marks_what_does_not_work(run: Run) -> None:
    ran = run("doctor", "--base-url", "http://127.0.0.1:9/v1")
    line = next(line for line in ran.out.splitlines() if "Endpoint" in line)
    assert line.startswith("NO")
    assert "refused" in line


def test_a_key_that_is_refused_is_found_out_and_not_shown(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-Wrong4Key5")
    with running_mock("--require-key", "sk-right") as server:
        ran = run("doctor", "--base-url", server.base_url)
    assert ran.status == 1
    assert "does not accept the key" in ran.out
    assert "Wrong4Key5" not in ran.out + ran.err


def test_what_is_missing_is_told_once_and_where_it_is_missing(run: Run) -> None:
    ran = run("doctor", "--json")
    found = {check["name"]: check["found"] for check in json.loads(ran.out)["checks"]}
    assert ran.status == 1
    assert "Install and start a keyring" in found["keyring"]
    assert found["key"] == (
        "It cannot be read from the keyring. The key can also be given in the environment variable OPENAI_API_KEY."
    )
    assert found["endpoint"] == "not asked, as there is no key"
    assert "translator doctor" not in ran.out


def test_a_key_that_is_missing_is_told_with_the_way_to_give_it(run: Run) -> None:
    ran = run("doctor", "--json", "--base-url", "https://api.example/v1")
    found = {check["name"]: check["found"] for check in json.loads(ran.out)["checks"]}
    assert found["key"] == "No key is stored for api.example. Put the key for this address into OPENAI_API_KEY."
    assert found["endpoint"] == "not asked, as there is no key"


async def test_what_is_wrong_with_a_key_alone_is_told_of_the_key() -> None:
    keys = ServiceKeys(MemorySecrets(failure=KeyStoreRefused()))
    check = await check_key(keys, Service("mistral", "Mistral", base_url="https://m.example"), is_keyring_told=False)
    assert check.ok is False
    assert check.found.startswith("The system's keyring refused access to the key.")


def test_unreadable_settings_are_in_the_report(run: Run, folders: Path) -> None:
    file = folders / "config" / "translator" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text("[[[")
    assert "unreadable-1" in run("doctor", "--demo").out


async def test_spending_names_what_the_budget_does_not_see() -> None:
    budget = Budget(day=0.004)
    store = ListedUsage([record_of(cost=0.002), record_of(cost=None)])
    ledger = Ledger(store, lambda: budget, lambda: NOON)
    empty = make_books(find_places(), lambda: budget)
    books = empty._replace(database=Database(None), ledger=ledger, prices=Prices())
    spending, prices = await check_books(books, DEMO, Settings(budget=budget))
    assert spending.found == (
        "$0.0020 of $0.0040 today, $0.0020 this month; estimated. 1 request without a known price is not counted."
    )
    assert prices.found.startswith("The table of prices could not be read")
    await books.close()


def test_an_unknown_service_is_bad_usage(run: Run) -> None:
    assert run("doctor", "--service", "nobody").status == 2


def test_a_proxys_password_is_masked() -> None:
    found = check_proxy({"HTTPS_PROXY": "http://me:hunter2@proxy.example:3128", "no_proxy": "localhost", "HOME": "/x"})
    assert "hunter2" not in found.found
    assert "proxy.example:3128" in found.found
    assert "no_proxy=localhost" in found.found
    assert "HOME" not in found.found


def test_no_display_stops_nobody() -> None:
    assert check_display({}).ok is None
    assert check_display({"DISPLAY": ":1"}).ok is True


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    checks = check_places(Places(in_the_way / "config", tmp_path / "state", tmp_path / "data"))
    assert [check.ok for check in checks] == [None, True, True]


async def test_a_keyring_that_does_not_answer_does_not_stop_the_doctor() -> None:
    frozen = FrozenSecrets()

    class Frozen(KeyringSecrets):
        def backend_name(self) -> str:
            return frozen.read("name")

    check = await check_keyring(Frozen(), patience=0.01)
    frozen.released.set()
    assert check.ok is None
    assert "does not answer" in check.found
