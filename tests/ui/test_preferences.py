"""One place holds the settings; what the command line says is used and never written."""

from dataclasses import replace

from translator.settings import DEMO, Service, Settings
from translator.ui.preferences import Preferences

BOX = Service("box", "Box", base_url="http://127.0.0.1:1/v1")
FAR = Service("far", "Far", base_url="https://far.example/v1")
SETTINGS = Settings("box", (BOX, FAR))


class Office:
    """Preferences; ``kept`` lists what was written and ``heard`` what listeners were told."""

    def __init__(self, settings: Settings = SETTINGS) -> None:
        self.kept: list[Settings] = []
        self.heard: list[Settings] = []
        self.preferences = Preferences(settings, self.kept.append)
        self.preferences.listen(self.heard.append)


def test_a_change_is_used_kept_and_told() -> None:
    office = Office()
    changed = replace(SETTINGS, text_size=150)

    office.preferences.change(changed)

    assert office.preferences.settings == changed
    assert office.kept == office.heard == [changed]


def test_what_is_the_same_is_not_written() -> None:
    office = Office()

    office.preferences.change(SETTINGS)

    assert office.kept == []


def test_nobody_has_chosen_at_first_and_the_demo_serves() -> None:
    preferences = Office(Settings()).preferences

    assert preferences.is_first_run
    assert preferences.service == DEMO


def test_a_choice_ends_the_first_run() -> None:
    office = Office(Settings(services=(BOX,)))

    office.preferences.choose_service("box")

    assert not office.preferences.is_first_run
    assert office.preferences.service == BOX
    assert office.kept == [Settings("box", (BOX,))]


def test_a_service_for_this_run_is_used_and_never_written() -> None:
    office = Office(Settings())

    office.preferences.use_for_this_run(FAR)

    assert office.preferences.service == FAR
    assert not office.preferences.is_first_run
    assert office.kept == []


def test_another_change_leaves_the_service_of_this_run() -> None:
    office = Office()
    office.preferences.use_for_this_run(FAR)

    office.preferences.change(replace(SETTINGS, text_size=150))

    assert office.preferences.service == FAR


def test_a_choice_ends_the_service_of_this_run() -> None:
    office = Office()
    office.preferences.use_for_this_run(FAR)

    office.preferences.choose_service("box")

    assert office.preferences.service == BOX
    assert office.heard == [SETTINGS]


def test_a_current_service_that_is_changed_elsewhere_ends_the_service_of_this_run() -> None:
    office = Office()
    office.preferences.use_for_this_run(replace(FAR, model="m"))

    office.preferences.change(SETTINGS.choosing("far"))

    assert office.preferences.service == FAR


def test_a_changed_service_is_kept() -> None:
    office = Office()

    office.preferences.change_service(replace(BOX, model="m"))

    assert office.preferences.service.model == "m"
    assert office.kept == [SETTINGS.with_service(replace(BOX, model="m"))]


def test_a_service_of_this_run_changes_for_this_run_alone() -> None:
    office = Office()
    office.preferences.use_for_this_run(replace(BOX, base_url="http://127.0.0.1:2/v1"))

    office.preferences.change_service(replace(office.preferences.service, model="m"))

    assert office.preferences.service == replace(BOX, base_url="http://127.0.0.1:2/v1", model="m")
    assert office.preferences.settings == SETTINGS
    assert office.kept == []
    assert office.heard == [SETTINGS]


def test_who_has_the_settings_on_loan_is_told_until_they_are_given_back() -> None:
    told: list[str] = []
    lasting = Preferences(Settings(), lambda _settings: None)
    lasting.listen(lambda settings: told.append(f"lasting {settings.text_size}"))
    lent = lasting.lend()
    lent.listen(lambda settings: told.append(f"lent {settings.text_size}"))

    lent.change(Settings(text_size=110))
    assert lasting.settings.text_size == lent.settings.text_size == 110
    assert told == ["lasting 110", "lent 110"]

    lent.give_back()
    lasting.change(Settings(text_size=125))
    assert told[2:] == ["lasting 125"]


def test_settings_taken_in_can_be_taken_back_until_anything_else_is_changed() -> None:
    kept: list[Settings] = []
    preferences = Preferences(Settings(text_size=90), kept.append)
    preferences.take_back()
    preferences.take_in(Settings(text_size=90))
    assert not preferences.can_take_back
    assert kept == []

    preferences.take_in(Settings(text_size=150))
    assert preferences.can_take_back
    preferences.take_back()
    assert preferences.settings.text_size == 90
    assert not preferences.can_take_back

    preferences.take_in(Settings(text_size=150))
    preferences.change(Settings(text_size=160))
    preferences.take_back()
    assert [settings.text_size for settings in kept] == [150, 90, 150, 160]
