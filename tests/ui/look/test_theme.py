"""The theme follows the user's choice, else the system's, and reaches whatever is drawn."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPalette, QPixmapCache
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.showing import shown
from translator.assets import resources
from translator.ui.look.icons import Icons
from translator.ui.look.stylesheet import stylesheet
from translator.ui.look.theme import Theme
from translator.ui.look.tokens import DARK, LIGHT, Colours, Spacing, spacing_for, with_more_contrast

ROLE, GROUP = QPalette.ColorRole, QPalette.ColorGroup


@pytest.mark.parametrize(("appearance", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_a_choice_decides(theme: Theme, appearance, colours: Colours) -> None:
    theme.choose(appearance, 100)

    assert theme.colours is colours
    assert theme.is_dark == (colours is DARK)
    assert theme.colour("accent") == QColor(colours.accent)


def test_a_system_that_does_not_tell_is_light(theme: Theme, qapp: QApplication) -> None:
    theme.choose("system", 100)

    assert qapp.styleHints().colorScheme() is not Qt.ColorScheme.Dark
    assert theme.colours is LIGHT


def test_a_change_is_told_once(theme: Theme) -> None:
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(theme.is_dark))

    theme.choose("dark", 100)

    assert told == [True]


def test_a_choice_that_is_none_is_not_told_unless_it_is_to_be_applied_again(theme: Theme) -> None:
    theme.choose("dark", 125)
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(theme.is_dark))

    theme.choose("dark", 125)
    assert told == []

    theme.apply_again()
    assert told == [True]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_palette_has_every_role(theme: Theme, qapp: QApplication, colours: Colours) -> None:
    theme.choose("dark" if colours is DARK else "light", 100)
    palette = qapp.palette()

    for role, name in {
        ROLE.Window: "canvas", ROLE.Base: "surface", ROLE.Text: "text", ROLE.WindowText: "text",
        ROLE.ButtonText: "text", ROLE.Highlight: "selection", ROLE.HighlightedText: "text", ROLE.Accent: "accent",
        ROLE.PlaceholderText: "text_3", ROLE.Link: "accent_text", ROLE.ToolTipBase: "raised",
    }.items():  # fmt: skip
        assert palette.color(GROUP.Active, role) == QColor(getattr(colours, name)), name
        assert palette.color(GROUP.Inactive, role) == QColor(getattr(colours, name)), name
    assert palette.color(GROUP.Disabled, ROLE.Text) == QColor(colours.disabled)


def test_lengths_and_letters_grow_with_the_text_size(theme: Theme, qapp: QApplication) -> None:
    theme.choose("light", 150)

    assert theme.px(40) == 60
    assert theme.font(12, 600).pixelSize() == 18
    assert theme.font(12, 600).weight() == 600
    assert qapp.font().pixelSize() == round(13 * 1.5)


def test_what_is_shown_already_changes_colour(theme: Theme, qtbot: QtBot) -> None:
    button = shown(QPushButton("x"), qtbot, 100, 40)

    theme.choose("dark", 100)

    assert button.grab().toImage().pixelColor(12, 8) == QColor(DARK.surface)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_holds_no_colour_but_the_tokens(colours: Colours) -> None:
    used = {colour.upper() for colour in re.findall(r"#[0-9A-Fa-f]{3,8}\b", stylesheet(colours, 1.25))}

    assert used <= {getattr(colours, name) for name in Colours._fields}
    assert "{" not in stylesheet(colours, 1).replace("{\n", "").replace("{ ", "")


@pytest.mark.parametrize(
    ("width", "spacing"),
    [
        (1100, Spacing(16, 24)),
        (960, Spacing(16, 24)),
        (760, Spacing(12, 20)),
        (640, Spacing(12, 20)),
        (480, Spacing(8, 16)),
    ],
)
def test_margins_belong_to_widths(width: int, spacing: Spacing) -> None:
    assert spacing_for(width) == spacing


# Icons

DRAWINGS = sorted((resources() / "icons").glob("*.svg"))


@pytest.fixture
def icons() -> Icons:
    return Icons(resources() / "icons")


@pytest.mark.parametrize("name", [path.stem for path in DRAWINGS if path.stem != "app"])
def test_every_icon_is_drawn_in_the_colour_that_is_asked_for(icons: Icons, name: str) -> None:
    image = icons.pixmap(name, "#ff0000", 20, 2.0).toImage()
    drawn = [image.pixelColor(x, y) for x in range(40) for y in range(40) if image.pixelColor(x, y).alpha() == 255]

    assert drawn, "nothing is drawn"
    assert {colour.name() for colour in drawn} == {"#ff0000"}


def test_an_icon_has_the_pixels_of_its_screen(icons: Icons) -> None:
    pixmap = icons.pixmap("swap", "#000000", 20, 1.5)

    assert (pixmap.width(), pixmap.devicePixelRatio()) == (30, 1.5)
    assert pixmap.deviceIndependentSize().width() == 20


def test_an_icon_greys_out(icons: Icons) -> None:
    icon = icons.icon("stop", "#ff0000", "#00ff00", 20, 1.0)
    image = icon.pixmap(20, 20, QIcon.Mode.Disabled).toImage()

    assert image.pixelColor(10, 10).name() == "#00ff00"


def test_an_icon_is_drawn_once(icons: Icons, theme: Theme, qtbot: QtBot) -> None:
    assert icons.pixmap("swap", "#000000", 20, 1.0).cacheKey() == icons.pixmap("swap", "#000000", 20, 1.0).cacheKey()
    widget = QWidget()
    qtbot.addWidget(widget)
    before = theme.pixmap("swap", widget)
    theme.choose("dark", 100)
    assert theme.pixmap("swap", widget).toImage() != before.toImage()

    theme.choose("light", 100)
    theme.apply_again()
    assert theme.pixmap("swap", widget).cacheKey() == before.cacheKey()


def test_another_size_leaves_none_of_the_old_icons(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton(theme.icon("swap", QWidget()), "")
    qtbot.addWidget(button)
    key = QPixmapCache.insert(button.icon().pixmap(20, 20))

    theme.choose("light", 150)

    assert not key.isValid()
    assert theme.pixmap("swap", button).width() == 30


def test_every_icon_that_the_code_names_is_there() -> None:
    package = Path(__file__).parents[3] / "translator"
    calls = r'(?:ToolButton\(\s*theme,\s*|icon=|(?:\.icon|\.pixmap|show_icon|IconLabel)\((?:theme, )?)"([a-z_]+)"'
    named = {name for path in package.rglob("*.py") for name in re.findall(calls, path.read_text("utf-8"))}

    assert len(named) > 10
    assert named <= {path.stem for path in DRAWINGS}


# What the system asks for


def test_a_system_that_asks_for_more_contrast_gets_it_in_either_theme(qapp: QApplication, theme: Theme) -> None:
    strong = Theme(qapp, Icons(resources() / "icons"), wants_contrast=lambda: True)
    strong.choose("light", 100)
    assert strong.colours == with_more_contrast(LIGHT)
    assert not strong.is_dark

    strong.choose("dark", 100)

    assert strong.colours == with_more_contrast(DARK)
    assert strong.is_dark
    qapp.styleHints().colorSchemeChanged.disconnect(strong._apply)
    qapp.styleHints().accessibility().contrastPreferenceChanged.disconnect(strong._apply)
    strong.deleteLater()
