"""The text in pictures, read into the window; and what reading them into the popup shares with that."""

from collections.abc import Callable

from translator.running.after import after
from translator.running.opening import Opening
from translator.running.workings import Workings
from translator.translation.request import Usage
from translator.ui.capture.capture import Capture
from translator.ui.capture.presenter import PictureSteps
from translator.ui.capture.window_pictures import PictureNeeds, WindowPictures
from translator.ui.guide.opener import GuideOpener
from translator.ui.settings.opener import SettingsOpener
from translator.ui.translate.editing.editing import Editing


def make_window_pictures(
    opening: Opening, workings: Workings, settings: SettingsOpener, guide: GuideOpener, editing: Editing,
    capture: Capture,
    translate: Callable[[Usage], None],
) -> WindowPictures:  # fmt: skip
    """Return what reads pictures into the window. ``translate`` is given what reading one took."""
    needs = PictureNeeds(
        workings.engines,
        lambda: workings.preferences.service,
        workings.books.prices.price_of,
        picture_steps(settings, guide, lambda: translate(Usage()), lambda: None),
        translate,
    )
    return WindowPictures(opening.window, opening.screen, editing, needs, capture)


def picture_steps(
    settings: SettingsOpener, guide: GuideOpener, translate: Callable[[], None], come_up: Callable[[], None]
) -> PictureSteps:  # fmt: skip
    """Return what the buttons under a notice do. ``come_up`` brings the window to the front for its settings."""
    return PictureSteps(
        translate=translate,
        choose_picture_model=after(come_up, settings.open_picture_model),
        choose_model=after(come_up, settings.open_model),
        enter_key=after(come_up, settings.open_key),
        open_settings=after(come_up, lambda: settings.open("services")),
        open_budget=after(come_up, lambda: settings.open("usage")),
        open_guide=after(come_up, guide.open),
    )
