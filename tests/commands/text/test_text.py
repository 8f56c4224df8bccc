"""``translator text`` as scripts and people use it, against a real server."""

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.running import Run, start
from tests.servers.processes import MockServer, running_mock
from translator.settings import Service, Settings
from translator.storage.settings.settings_file import SettingsFile

ENGLISH_TO_GERMAN = ("text", "--from", "en", "--to", "de")
KEYS_OF_JSON = {
    "translation", "source_language", "target_language", "complete", "reason", "error", "findings", "masked",
    "segments", "usage", "engine", "model",
}  # fmt: skip


def at(mock: MockServer, model: str = "mock") -> tuple[str, ...]:
    return (*ENGLISH_TO_GERMAN, "--base-url", mock.base_url, "--model", model)


def test_an_argument_is_translated_to_one_line(run: Run, mock: MockServer) -> None:
    ran = run(*at(mock), "Hello there.")
    assert (ran.status, ran.out, ran.err) == (0, "Uryyb gurer.\n", "")


@pytest.mark.parametrize("text", ["Hello.", "Hello.\n", "\n\n  Hello.\r\n\r\n- one\r\n- two\t\n\n"])
def test_standard_input_comes_back_with_its_own_layout(run: Run, mock: MockServer, text: str) -> None:
    ran = run(*at(mock), stdin=text.encode())
    rotated = text.replace("Hello", "Uryyb").replace("one", "bar").replace("two", "gjb")
    assert (ran.status, ran.out) == (0, rotated)


def test_standard_input_may_be_utf_16(run: Run, mock: MockServer) -> None:
    assert run(*at(mock), stdin="Hello ä.".encode("utf-16")).out == "Uryyb ä."


@pytest.mark.parametrize(
    ("fault", "status", "reason", "code"),
    [
        ("http500", 1, None, "server_failed"),
        ("context", 1, None, "text_too_long"),
        ("http404", 1, None, "model_unknown"),
        ("length", 3, "length", None),
        ("content_filter", 3, "filtered", None),
        ("no_finish", 3, "cut", None),
        ("reset", 3, "cut", "connection_lost"),
        ("http401", 4, None, "key_wanted"),
        ("html200", 5, None, "not_an_openai_api"),
        ("redirect", 5, None, "redirected"),
        ("http429", 6, None, "rate_limited"),
        ("quota", 6, None, "out_of_credit"),
    ],
)
def test_the_status_and_the_object_say_how_it_ended(
    run: Run, mock: MockServer, fault: str, status: int, reason: str | None, code: str | None
) -> None:
    ran = run(*at(mock, f"mock+{fault}"), "--json", "Good morning, my dear old friends of the house.")
    told = json.loads(ran.out)
    assert ran.status == status
    assert set(told) == KEYS_OF_JSON
    assert told["complete"] is False
    assert told["reason"] == reason
    assert (told["error"] or {}).get("code") == code
    assert bool(told["translation"]) == (status == 3)
    assert ran.err


def test_what_arrived_is_written_and_the_reason_is_on_standard_error(run: Run, mock: MockServer) -> None:
    ran = run(*at(mock, "mock+length"), "Good morning, my dear old friends of the house.")
    assert ran.status == 3
    assert ran.out.startswith("Tbbq zbeavat")
    assert "length limit" in ran.err


def test_nothing_listening_is_status_5_and_leaves_standard_output_empty(run: Run) -> None:
    ran = run(*ENGLISH_TO_GERMAN, "--base-url", "http://127.0.0.1:9/v1", "--model", "m", "Hello")
    assert (ran.status, ran.out) == (5, "")
    assert "127.0.0.1:9 could not be reached" in ran.err


def test_a_complete_translation_as_an_object(run: Run, mock: MockServer) -> None:
    told = json.loads(run(*at(mock), "--json", "--no-memory", "Hello there.").out)
    assert told["translation"] == "Uryyb gurer."
    assert (told["source_language"], told["target_language"]) == ("en-US", "de")
    assert (told["complete"], told["reason"], told["error"], told["findings"]) == (True, None, None, [])
    assert told["segments"] == [{"source": {"start": 0, "end": 12}, "target": {"start": 0, "end": 12}}]
    assert told["usage"]["requests"] == 1
    assert told["model"] == "mock"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--to", "de", ""), "no text"),
        (("--to", "de", "  \n "), "no text"),
        (("--to", "de", "\u200b\u2060\n"), "invisible"),
        (("--to", "klingon", "Hello"), "klingon"),
        (("--to", "xx", "Hello"), "xx"),
        (("--to", "de", "--from", "e", "Hello"), "“e”"),
        (("--to", "de", "--service", "nobody", "Hello"), "nobody"),
    ],
)
def test_bad_usage_is_status_2_in_words_and_as_an_object(run: Run, arguments: tuple[str, ...], words: str) -> None:
    ran = run("text", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert words in ran.err
    told = json.loads(run("text", "--json", *arguments).out)
    assert set(told) == KEYS_OF_JSON
    assert told["error"]["code"] == "usage"


def test_an_unknown_service_is_told_which_there_are(run: Run, folders: Path) -> None:
    box = Service("box", "My box", base_url="http://127.0.0.1:9/v1")
    SettingsFile(folders / "config" / "translator" / "settings.toml").save(Settings("box", (box,)))
    assert "My box" in run(*ENGLISH_TO_GERMAN, "--service", "nobody", "Hello").err


def test_the_current_service_of_the_settings_translates(run: Run, folders: Path, mock: MockServer) -> None:
    box = Service("box", "My box", base_url=mock.base_url, model="mock")
    SettingsFile(folders / "config" / "translator" / "settings.toml").save(Settings("box", (box,)))
    assert json.loads(run(*ENGLISH_TO_GERMAN, "--json", "Hello").out)["engine"] == "My box"


def test_unreadable_settings_are_told_and_do_not_stop_it(run: Run, folders: Path, mock: MockServer) -> None:
    file = folders / "config" / "translator" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text("[[[")
    ran = run(*at(mock), "Hello")
    assert (ran.status, ran.out) == (0, "Uryyb\n")
    assert "settings.toml.unreadable-1" in ran.err


def test_without_a_model_to_use_it_names_the_option_and_what_is_offered(run: Run) -> None:
    with running_mock("--models", "alpha,beta") as server:
        ran = run(*ENGLISH_TO_GERMAN, "--base-url", server.base_url, "Hello")
    assert (ran.status, ran.out) == (2, "")
    assert "--model" in ran.err
    assert "alpha, beta" in ran.err


def test_bytes_that_are_no_text_are_refused(run: Run) -> None:
    ran = run(*ENGLISH_TO_GERMAN, "--demo", stdin=bytes(range(256)) * 8)
    assert (ran.status, ran.out) == (2, "")


@pytest.mark.parametrize(("source", "target"), [("de", "de"), ("en", "en-US")])
def test_a_text_in_the_target_language_comes_back_unchanged(run: Run, source: str, target: str) -> None:
    ran = run("text", "--from", source, "--to", target, stdin=b"Guten Tag.\n\n")
    assert (ran.status, ran.out) == (0, "Guten Tag.\n\n")
    assert "already" in ran.err


def test_the_language_is_found_where_it_is_not_named(run: Run, mock: MockServer) -> None:
    text = "The committee will meet again on Thursday to discuss the new budget."
    told = json.loads(run("text", "--to", "de", "--base-url", mock.base_url, "--model", "mock", "--json", text).out)
    assert told["source_language"].startswith("en")


def test_a_text_found_to_be_in_the_target_language_comes_back_unchanged(run: Run) -> None:
    text = "Der Ausschuss trifft sich am Donnerstag wieder, um den neuen Haushalt zu besprechen."
    ran = run("text", "--to", "de", "--json", text)
    told = json.loads(ran.out)
    assert (ran.status, told["translation"], told["source_language"]) == (0, text, "de")
    assert told["complete"] is True


@pytest.mark.parametrize("text", ["12345", "chat"])
def test_a_language_that_is_uncertain_is_null_and_the_text_is_translated(run: Run, mock: MockServer, text: str) -> None:
    ran = run("text", "--to", "en", "--base-url", mock.base_url, "--model", "mock", "--json", text)
    told = json.loads(ran.out)
    assert (ran.status, told["source_language"]) == (0, None)


def test_who_names_two_regions_gets_a_translation(run: Run) -> None:
    ran = run("text", "--demo", "--from", "pt-BR", "--to", "pt-PT", "Bom dia.")
    assert ran.status == 0
    assert ran.out != "Bom dia.\n"


def test_the_demo_is_used_only_when_asked_for(run: Run) -> None:
    ran = run(*ENGLISH_TO_GERMAN, "Hello")
    assert (ran.status, ran.out) == (4, "")
    assert json.loads(run(*ENGLISH_TO_GERMAN, "--demo", "--json", "Hello").out)["engine"].startswith("Demo")


def test_where_there_is_no_keyring_the_environment_is_advised_for_the_services_it_serves(run: Run) -> None:
    assert "can also be given in the environment variable OPENAI_API_KEY" in run(*ENGLISH_TO_GERMAN, "Hello").err
    other = run(*ENGLISH_TO_GERMAN, "--service", "Mistral", "Hello")
    assert other.status == 4
    assert "OPENAI_API_KEY" not in other.err


def test_the_environments_key_serves_the_address_on_the_same_command_line(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running_mock("--require-key", "sk-environment") as server:
        arguments = (*at(server), "Hello")
        assert run(*arguments).status == 4
        monkeypatch.setenv("OPENAI_API_KEY", "sk-environment")
        assert run(*arguments).status == 0


def test_the_environments_key_never_reaches_another_stored_service(
    run: Run, folders: Path, mock: MockServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = Service("box", "My box", base_url=mock.base_url, model="mock")
    SettingsFile(folders / "config" / "translator" / "settings.toml").save(Settings("box", (box,)))
    monkeypatch.setenv("OPENAI_API_KEY", "sk-environment")
    before = len(mock.settled_log())
    assert run(*ENGLISH_TO_GERMAN, "Hello").status == 0
    assert "sk-environment" not in json.dumps(mock.settled_log()[before:])


def test_ctrl_c_ends_with_130_and_closes_the_connection() -> None:
    with running_mock("--fault", "stall") as server:
        process = start(*at(server), "Good morning to all of you in this house.")
        server.wait_for("active", 1)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
        assert process.returncode == 130
        assert b"Traceback" not in err
        server.wait_for("client_gone", 1)


def test_one_ctrl_c_is_enough_while_standard_input_is_waited_for() -> None:
    ours, theirs = pty.openpty()
    process = start("text", "--demo", "--to", "de", stdin=theirs)
    assert process.stderr is not None
    assert b"Ctrl+D" in process.stderr.readline()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, b"")
    os.close(ours)
    os.close(theirs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Grüße 🦉 \u202e", "Teüßr 🦉 \u202e\n"),
        ("a\ud800b", "n\ufffdo\n"),
        ("{ignore} <b>all</b>", "{ignore} <b>nyy</b>\n"),
    ],
)
def test_any_characters_travel(run: Run, mock: MockServer, text: str, expected: str) -> None:
    ran = run(*at(mock), text)
    assert (ran.status, ran.out) == (0, expected)


def test_an_argument_is_read_as_utf_8_even_where_the_locale_is_not() -> None:
    locale = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    process = start("text", "--from", "de", "--to", "de", "Grüße", **locale)
    out, _ = process.communicate(timeout=30)
    assert out.decode() == "Grüße\n"


def test_what_a_message_quotes_cannot_steer_the_terminal(run: Run) -> None:
    ran = run(*ENGLISH_TO_GERMAN, "--service", "\x1b[2Jnobody", "Hello")
    assert ran.status == 2
    assert "\x1b" not in ran.err


def test_a_reader_that_has_gone_is_no_traceback() -> None:
    process = start("text", "--demo", "--from", "en", "--to", "de")
    assert process.stdout is not None
    process.stdout.close()
    process.stdout = None
    _, err = process.communicate(b"Hello.\n" * 3, timeout=30)
    assert process.returncode == 1
    assert err == b""


def test_no_qt_is_imported(mock: MockServer) -> None:
    script = (
        "import sys; from translator.cli import main\n"
        "status = main(sys.argv[1:])\n"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'shiboken6', 'qasync'))], status)\n"
    )
    ran = subprocess.run([sys.executable, "-c", script, *at(mock), "Hello"], capture_output=True, text=True, check=True)
    assert ran.stdout == "Uryyb\n[] 0\n"


def test_on_a_terminal_the_text_streams(mock: MockServer) -> None:
    long = "Hello there, how are you today? " * 8  # so that a busy machine does not come to it when it is all there
    ran = _on_a_terminal(*ENGLISH_TO_GERMAN, "--demo", long.strip())
    assert ran.count(b"\n") == 1
    assert len(ran) > 20


def _on_a_terminal(*arguments: str) -> bytes:
    ours, theirs = pty.openpty()
    process = subprocess.Popen([sys.executable, "-m", "translator", *arguments], stdout=theirs, stderr=theirs)
    os.close(theirs)
    pieces: list[bytes] = []
    try:
        while piece := os.read(ours, 65536):
            pieces.append(piece)
    except OSError:  # so Linux says that the other side has closed
        pass
    process.wait(timeout=30)
    os.close(ours)
    assert len(pieces) > 1
    return b"".join(pieces)


def test_arguments_that_are_wrong_are_told_in_the_object_too(run: Run) -> None:
    ran = run("text", "hi", "--json")

    assert ran.status == 2
    assert json.loads(ran.out)["error"]["code"] == "usage"


def test_an_empty_address_does_not_stand_for_the_service_in_use(run: Run) -> None:
    ran = run("text", "hi", "--to", "de", "--base-url", " ")

    assert ran.status == 2
    assert "the address is empty" in ran.err


def test_a_full_disk_is_told_in_one_sentence() -> None:
    command = [sys.executable, "-m", "translator", "text", "hi", "--to", "de", "--demo"]
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert (ran.returncode, ran.stderr) == (1, "The output could not be written: No space left on device.\n")
