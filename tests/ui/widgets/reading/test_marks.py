"""What is marked in a text moves with it, and is drawn as what it is."""

import pytest
from PySide6.QtCore import QRectF

from translator.ui.look.theme import Theme
from translator.ui.widgets.reading.mark import Mark
from translator.ui.widgets.reading.marks import Marks
from translator.ui.widgets.reading.reading_edit import ReadingEdit


@pytest.fixture
def edit(edit: ReadingEdit) -> ReadingEdit:
    edit.replace_text("one two three")
    return edit


def colours(edit: ReadingEdit, area: QRectF) -> set[str]:
    """The colours that are to be seen there."""
    image = edit.viewport().grab().toImage()
    rect = area.toAlignedRect().intersected(image.rect())
    return {
        image.pixelColor(x, y).name()
        for x in range(rect.left(), rect.right() + 1)
        for y in range(rect.top(), rect.bottom() + 1)
    }


@pytest.mark.parametrize(
    ("kind", "fill", "line"),
    [
        (Mark.LIT, "link", "link_line"),
        (Mark.UNTRANSLATED, "warning_soft", "warning_line"),
        (Mark.WARNING, None, "warning_line"),
        (Mark.ERROR, None, "error_line"),
    ],
)
def test_every_kind_is_drawn_under_its_words_and_no_others(
    edit: ReadingEdit, theme: Theme, kind: Mark, fill: str | None, line: str
) -> None:
    edit.marks.set(kind, [(4, 7)])
    (word,), (other,) = edit.rects(4, 7), edit.rects(8, 13)
    foot = QRectF(word.left() + 1, word.bottom() - 2, word.width() - 2, 5)

    assert fill is None or theme.colour(fill).name() in colours(edit, word)
    near = [abs(theme.colour(line).hue() - _hue(name)) for name in colours(edit, foot)]
    assert min(near) < 12
    assert theme.colour(line).name() not in colours(edit, other.adjusted(4, 0, 0, 4))


def test_what_is_not_translated_is_seen_under_the_light_as_well(edit: ReadingEdit, theme: Theme) -> None:
    edit.marks.set(Mark.UNTRANSLATED, [(4, 7)])
    edit.marks.set(Mark.LIT, [(0, 13)])
    (one,), (two,), (three,) = edit.rects(0, 3), edit.rects(4, 7), edit.rects(8, 13)
    amber, light = theme.colour("warning_soft").name(), theme.colour("link").name()

    for word, seen, unseen in ((one, light, amber), (two, amber, light), (three, light, amber)):
        inside = colours(edit, word.adjusted(4, 4, -4, -4))
        assert seen in inside
        assert unseen not in inside
    (foot,) = edit.rects(4, 7)
    hues = [_hue(name) for name in colours(edit, QRectF(foot.left() + 3, foot.bottom() - 1, foot.width() - 6, 5))]
    for line in ("warning_line", "link_line"):
        assert min(abs(theme.colour(line).hue() - hue) for hue in hues) < 12


def _hue(name: str) -> int:
    from PySide6.QtGui import QColor

    return QColor(name).hue()


def test_an_error_is_a_wave_and_a_warning_has_gaps(edit: ReadingEdit, theme: Theme) -> None:
    def heights(kind: Mark) -> int:
        edit.marks.set(kind, [(0, 13)])
        (words,) = edit.rects(0, 13)
        rows = 0
        for y in range(-4, 5):
            row = QRectF(words.left(), words.bottom() + y, words.width(), 0.5)
            rows += len(colours(edit, row)) > 1
        edit.marks.set(kind, [])
        return rows

    assert heights(Mark.ERROR) > heights(Mark.WARNING)


def test_what_is_deleted_is_marked_no_more() -> None:
    marks = Marks()
    marks.set(Mark.ERROR, [(0, 3), (4, 7), (8, 13)])
    marks.follow_edit(2, 7, 0)

    assert marks.of(Mark.ERROR) == [(0, 2), (2, 6)]
    marks.follow_edit(0, 6, 0)
    assert marks.of(Mark.ERROR) == []


def test_an_edit_says_whether_it_has_moved_a_mark() -> None:
    marks = Marks()
    assert not marks.follow_edit(0, 0, 5)
    marks.set(Mark.EDITED, [(10, 13)])

    assert not marks.follow_edit(20, 0, 5)
    assert not marks.follow_edit(0, 5, 5)  # a format
    assert marks.follow_edit(0, 0, 5)
    assert marks.follow_edit(15, 9, 0)
    assert marks.of(Mark.EDITED) == []


def test_only_what_reaches_into_a_range_is_looked_at() -> None:
    marks = Marks()
    marks.set(Mark.LIT, [(0, 3), (4, 7), (8, 13)])

    assert list(marks.within(Mark.LIT, 5, 8)) == [(4, 7)]
    assert list(marks.within(Mark.LIT, 5, 9)) == [(4, 7), (8, 13)]
    assert list(marks.within(Mark.WARNING, 0, 9)) == []
