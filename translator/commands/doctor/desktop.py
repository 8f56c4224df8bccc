"""What the doctor finds of the desktop: how global shortcuts are had, and whether there is a tray."""

from collections.abc import Mapping

from translator.commands.doctor.check import Check
from translator.desktop.hotkeys.find_shortcuts import Way, find_way
from translator.desktop.tray.without_qt import find_tray
from translator.i18n import tr

COMMAND = "translator --clipboard"
"""What the user binds in the desktop's own settings where the program can have no shortcut itself."""


async def check_desktop(environment: Mapping[str, str], platform: str) -> list[Check]:
    """Look at both. ``platform`` is as ``sys.platform`` names it."""
    return [await _check_shortcuts(environment, platform), await _check_tray(environment, platform)]


async def _check_shortcuts(environment: Mapping[str, str], platform: str) -> Check:
    way = await find_way(environment, platform)
    if way is Way.NONE:
        advice = tr("none to be had here; bind “{command}” to keys in the desktop's settings")
        return Check("shortcuts", tr("Shortcuts"), advice.format(command=COMMAND), None)
    return Check("shortcuts", tr("Shortcuts"), way.value, None)


async def _check_tray(environment: Mapping[str, str], platform: str) -> Check:
    found = tr("there is one") if await find_tray(environment, platform) else tr("none; closing the window quits")
    return Check("tray", tr("Tray"), found, None)
