"""When a popup that came without the focus goes again by itself: nobody has to close it, and nobody is hurried."""

from translator.ui.popup.lingering import FAR, LEAVES_AFTER, READS_AT_LEAST, READS_PER_SECOND, Lingering
from translator.ui.popup.placement import Area, Point

POPUP = Area(100, 100, 420, 250)
BESIDE = Point(90, 90)
INSIDE = Point(200, 200)
FAR_AWAY = Point(90, 90 - FAR - 20)


class Reader:
    """Somebody whose pointer is watched, second by second."""

    def __init__(self, *, characters: int = 40) -> None:
        self.lingering = Lingering(POPUP, BESIDE)
        self.characters = characters
        self.running = False

    def is_gone(self, now: float, pointer: Point) -> bool:
        return self.lingering.is_over(now, POPUP, pointer, is_running=self.running, characters=self.characters)


def test_it_stays_while_the_pointer_is_on_it_however_long() -> None:
    reader = Reader()
    assert not any(reader.is_gone(now, INSIDE) for now in (0, 10, 1_000, 5_000))


def test_it_goes_a_moment_after_the_pointer_has_left_it() -> None:
    reader = Reader()
    reader.is_gone(0, INSIDE)
    assert not reader.is_gone(1, BESIDE)
    assert not reader.is_gone(1 + LEAVES_AFTER / 2, BESIDE)
    assert reader.is_gone(1 + LEAVES_AFTER, BESIDE)


def test_a_pointer_that_only_passed_its_edge_and_is_back_keeps_it() -> None:
    reader = Reader()
    for now, pointer in ((0, INSIDE), (1, BESIDE), (1.5, INSIDE), (2.4, BESIDE)):
        assert not reader.is_gone(now, pointer)


def test_a_pointer_that_never_was_on_it_may_move_out_of_the_way() -> None:
    reader = Reader()
    assert not reader.is_gone(0, Point(60, 60))
    assert not reader.is_gone(5, Point(60, 60))


def test_it_goes_when_the_pointer_goes_far_away() -> None:
    reader = Reader()
    assert not reader.is_gone(1, FAR_AWAY)
    assert reader.is_gone(1 + LEAVES_AFTER, FAR_AWAY)


def test_untouched_it_stays_until_there_was_time_to_read_it() -> None:
    reader = Reader()
    assert not reader.is_gone(0, BESIDE)
    assert not reader.is_gone(READS_AT_LEAST - 1, BESIDE)
    assert reader.is_gone(READS_AT_LEAST, BESIDE)


def test_a_long_text_has_more_time() -> None:
    reader = Reader(characters=READS_PER_SECOND * 60)
    assert not reader.is_gone(0, BESIDE)
    assert not reader.is_gone(59, BESIDE)
    assert reader.is_gone(60, BESIDE)


def test_the_time_to_read_begins_when_all_of_it_is_there() -> None:
    reader = Reader()
    reader.running = True
    assert not reader.is_gone(0, BESIDE)
    assert not reader.is_gone(500, BESIDE)
    reader.running = False
    assert not reader.is_gone(501, BESIDE)
    assert reader.is_gone(501 + READS_AT_LEAST, BESIDE)
