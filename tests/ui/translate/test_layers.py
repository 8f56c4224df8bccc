"""What a pane's one notice says where there is more than one thing to say."""

from translator.ui.translate.layers import Notice, NoticeLayers

FILE = Notice("Not a text file.", "warning")
STORAGE = Notice("Nothing is kept.", "warning")
BUDGET = Notice("Nearly spent.", "warning")


class Pane:
    def __init__(self) -> None:
        self.shown: list[Notice | None] = []
        self.layers = NoticeLayers(self.shown.append)


def test_what_passes_goes() -> None:
    pane = Pane()
    pane.layers.say(FILE)
    pane.layers.take_away()

    assert pane.shown == [FILE, None]


def test_what_stays_is_there_when_what_passes_goes() -> None:
    pane = Pane()
    pane.layers.say(STORAGE, "storage")
    pane.layers.say(FILE)
    pane.layers.take_away()

    assert pane.shown == [STORAGE, FILE, STORAGE]


def test_what_stays_is_not_shown_anew_where_nothing_passes() -> None:
    pane = Pane()
    pane.layers.say(STORAGE, "storage")
    pane.layers.take_away()

    assert pane.shown == [STORAGE]


def test_what_comes_to_stay_lies_under_what_passes() -> None:
    pane = Pane()
    pane.layers.say(FILE)
    pane.layers.say(STORAGE, "storage")
    assert pane.layers.top is FILE

    pane.layers.dismiss()
    assert pane.shown[-1] is STORAGE


def test_each_thing_that_stays_is_dismissed_for_itself() -> None:
    pane = Pane()
    pane.layers.say(STORAGE, "storage")
    pane.layers.say(BUDGET, "budget")
    assert pane.layers.top is BUDGET

    pane.layers.dismiss()
    assert pane.layers.top is STORAGE
    pane.layers.dismiss()
    assert pane.shown[-1] is None


def test_of_each_name_there_is_one() -> None:
    pane = Pane()
    pane.layers.say(STORAGE, "storage")
    pane.layers.say(BUDGET, "budget")
    again = Notice("Still nothing is kept.", "warning")
    pane.layers.say(again, "storage")
    assert pane.layers.top is again

    pane.layers.dismiss()
    pane.layers.dismiss()
    assert pane.layers.top is None


def test_one_thing_that_stays_can_be_taken_away_under_another() -> None:
    pane = Pane()
    pane.layers.say(STORAGE, "storage")
    pane.layers.say(BUDGET, "budget")
    pane.layers.take_away("storage")
    pane.layers.take_away("unheard of")
    assert pane.shown == [STORAGE, BUDGET]

    pane.layers.dismiss()
    assert pane.layers.top is None


def test_dismissing_nothing_is_nothing() -> None:
    pane = Pane()
    pane.layers.dismiss()

    assert pane.layers.top is None
