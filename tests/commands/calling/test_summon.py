"""What a start says to the running program, and what it says to the user where that fails."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from tests.support.listening import Listening
from translator.commands.calling.activation import find_activation
from translator.commands.calling.entering import enter
from translator.commands.calling.summon import summon
from translator.desktop.instance.frames import Answer
from translator.desktop.instance.instance import Instance, become_instance
from translator.desktop.instance.meeting_place import MeetingPlace
from translator.desktop.instance.reaching import Patience
from translator.service_choice import WindowOptions
from translator.standing import Standing
from translator.surroundings.summons import Call, Summons

AT_ONCE = Patience(0.2)
PATIENT = Patience(20)


class Started:
    """A process that was started: what its status is, once it has ended."""

    def __init__(self, status: int | None = None) -> None:
        self.status = status

    def poll(self) -> int | None:
        return self.status


@pytest.fixture
def place(tmp_path: Path) -> MeetingPlace:
    return MeetingPlace(tmp_path / "run")


@pytest.fixture
def running(place: MeetingPlace) -> Iterator[Listening]:
    with Listening(place) as listening:
        yield listening


def never(_key: str) -> Started:
    raise AssertionError("nothing was to be started")


# To the running program, to come up


@pytest.mark.parametrize("summons", [Summons.CLIPBOARD, Summons.SELECTION, Summons.REGION])
def test_the_running_program_hears_what_is_wanted(
    running: Listening, summons: Summons, capsys: pytest.CaptureFixture[str]
) -> None:
    assert summon(summons, "", place=running.place, patience=PATIENT, start=never) == 0
    assert running.heard == [Call(summons)]
    assert capsys.readouterr() == ("", "")


def test_the_desktops_token_goes_along(running: Listening, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "token-1")
    assert summon(Summons.CLIPBOARD, "", place=running.place, patience=PATIENT, start=never) == 0
    assert running.heard == [Call(Summons.CLIPBOARD, "token-1")]


@pytest.mark.parametrize(
    ("environment", "token"),
    [
        ({}, ""),
        ({"DESKTOP_STARTUP_ID": "x_TIME7"}, "x_TIME7"),
        ({"DESKTOP_STARTUP_ID": "x", "XDG_ACTIVATION_TOKEN": "w"}, "w"),
        ({"XDG_ACTIVATION_TOKEN": "w" * 5000, "DESKTOP_STARTUP_ID": "x"}, "x"),
    ],
)
def test_the_token_is_what_the_desktop_gave(environment: dict[str, str], token: str) -> None:
    assert find_activation(environment) == token


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (Answer.BUSY, "Translator is asked for too much at once. Try again in a moment."),
        (Answer.REFUSED, "The Translator that runs is another version. Quit it, and start again."),
    ],
)
def test_a_call_that_is_not_taken_is_told(
    running: Listening, answer: Answer, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    running.answer = answer
    assert summon(Summons.CLIPBOARD, "", place=running.place, patience=PATIENT, start=never) == 1
    assert capsys.readouterr().err == f"translator: {sentence}\n"


def test_a_program_that_hangs_is_told(place: MeetingPlace, capsys: pytest.CaptureFixture[str]) -> None:
    hanging = become_instance(place)
    assert hanging is not None
    assert summon(Summons.CLIPBOARD, "", place=place, patience=AT_ONCE, start=never) == 1
    assert capsys.readouterr().err == "translator: Translator runs, but does not answer. Quit it, and start again.\n"
    hanging.release()


def test_where_none_runs_one_is_started_and_hears_it(place: MeetingPlace) -> None:
    keys: list[str] = []
    started: list[Listening] = []

    def start(key: str) -> Started:
        keys.append(key)
        started.append(Listening(place))
        Thread(target=started[0].__enter__).start()
        return Started()

    assert summon(Summons.REGION, "sk-1", place=place, patience=PATIENT, start=start) == 0
    assert keys == ["sk-1"]
    assert started[0].heard == [Call(Summons.REGION)]
    started[0].__exit__()


def test_a_program_that_cannot_start_is_told(place: MeetingPlace, capsys: pytest.CaptureFixture[str]) -> None:
    assert summon(Summons.REGION, "", place=place, patience=PATIENT, start=lambda _key: Started(-6)) == 1
    assert capsys.readouterr().err.startswith("translator: Translator could not be started.")


def test_a_program_that_is_not_there_to_start_is_told(place: MeetingPlace, capsys: pytest.CaptureFixture[str]) -> None:
    def start(_key: str) -> Started:
        raise FileNotFoundError(2, "No such file or directory")

    assert summon(Summons.REGION, "", place=place, patience=PATIENT, start=start) == 1
    told = capsys.readouterr().err
    assert told == "translator: Translator could not be started: No such file or directory.\n"


def test_nothing_is_started_that_could_not_be_reached(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "run").write_text("a file where the folder should be")
    assert summon(Summons.CLIPBOARD, "", place=MeetingPlace(tmp_path / "run"), patience=PATIENT, start=never) == 1
    assert capsys.readouterr().err == "translator: Translator cannot be reached: File exists.\n"


# To the running program, to open its window


def entered(options: WindowOptions, place: MeetingPlace, patience: Patience = PATIENT) -> Standing:
    standing = enter(options, place, patience)
    assert isinstance(standing, Standing)
    return standing


def release(standing: Standing) -> None:
    assert isinstance(standing.instance, Instance)
    standing.instance.release()


@pytest.mark.parametrize("options", [WindowOptions(), WindowOptions(demo=True), WindowOptions(background=True)])
def test_where_none_runs_this_start_is_the_one(place: MeetingPlace, options: WindowOptions) -> None:
    standing = entered(options, place)
    assert (standing.is_apart, standing.notice) == (False, "")
    release(standing)


def test_the_running_program_is_handed_file_and_languages(
    running: Listening, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert enter(WindowOptions(to="de", source="en", file=Path("letter.txt")), running.place, PATIENT) == 0
    assert running.heard == [Call(Summons.OPEN, "", str(tmp_path / "letter.txt"), "en", "de")]


@pytest.mark.parametrize(
    "options",
    [
        WindowOptions(demo=True),
        WindowOptions(model="m"),
        WindowOptions(service="s"),
        WindowOptions(base_url="http://x"),
    ],
)
def test_a_service_of_its_own_is_a_run_of_its_own(running: Listening, options: WindowOptions) -> None:
    standing = entered(options, running.place)
    assert standing.instance is None
    assert standing.is_apart
    assert "its draft is not kept" in standing.notice
    assert running.heard == []


def test_a_start_in_the_background_beside_another_has_nothing_to_do(running: Listening) -> None:
    assert enter(WindowOptions(background=True), running.place, PATIENT) == 0
    assert running.heard == []


def test_beside_one_that_hangs_a_window_opens_that_keeps_no_draft(place: MeetingPlace) -> None:
    hanging = become_instance(place)
    assert hanging is not None
    standing = entered(WindowOptions(), place, AT_ONCE)
    assert standing.is_apart
    assert standing.notice.startswith("Translator runs, but does not answer.")
    hanging.release()


def test_where_nobody_can_meet_the_window_opens_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "run").write_text("a file where the folder should be")
    standing = entered(WindowOptions(), MeetingPlace(tmp_path / "run"))
    assert not standing.is_apart
    assert standing.notice == "Translator cannot be reached: File exists. Starting it again opens another window."


def test_what_nobody_could_ever_reach_does_not_start_unseen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "run").write_text("a file where the folder should be")
    assert enter(WindowOptions(background=True), MeetingPlace(tmp_path / "run"), PATIENT) == 1
    assert "cannot be reached" in capsys.readouterr().err


def test_who_ends_before_it_answers_is_replaced(place: MeetingPlace) -> None:
    ending = become_instance(place)
    assert ending is not None
    rests: list[float] = []

    def rest(seconds: float) -> None:
        rests.append(seconds)
        ending.release()

    ending.stop_listening()  # it is being closed, and holds the lock until all is kept
    standing = entered(WindowOptions(), place, Patience(20, rest=rest))
    assert rests
    release(standing)
