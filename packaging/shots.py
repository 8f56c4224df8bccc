"""Makes the pictures of the running app for README and guide: ``python3 dev.py shots [NAME ...]``.

Each picture is taken from the app's own window on a virtual screen, fed by a loopback server that answers with
prepared translations. Linux only, as the virtual screen is.

``--all FOLDER`` draws every view of every window instead, in every look, to be looked at: see ``gallery.py``. NAME is
then a view or a pattern of views, as ``settings-*``. ``--references`` draws the pictures that the tests compare with.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from gallery import DIRECTIONS, SCALES, THEMES, Looks, draw_all, draw_references  # noqa: E402 - beside this script
from replay_server import ReplayServer  # noqa: E402 - stands beside this script

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from translator.running.opening import Opening

FOLDER = ROOT / "docs" / "images"
SCALE = 2
MODEL = "gpt-6-luna"

LETTER = {
    "Dear Ms Lin,": {"zh-Hans": "林女士，您好：", "ar": "السيدة لين المحترمة،"},
    "Thank you for your order of 18 March. The first 240 units left our Rotterdam warehouse this morning and should "
    "reach Shenzhen within nine days.": {
        "zh-Hans": "感谢您 3 月 18 日的订单。首批 240 件货物已于今早从我们的鹿特丹仓库发出，预计九天内抵达深圳。",
        "ar": "شكرًا لكم على طلبكم المؤرخ 18 مارس. غادرت أول 240 وحدة مستودعنا في روتردام هذا الصباح، "
        "ومن المتوقع أن تصل إلى شنتشن خلال تسعة أيام.",
    },
    "The remaining units follow in April; we will confirm the exact date as soon as the carrier answers.": {
        "zh-Hans": "其余货物将于四月发出；承运商答复后，我们会立即确认具体日期。",
        "ar": "ستُرسل الوحدات المتبقية في أبريل، وسنؤكد التاريخ المحدد فور رد شركة الشحن.",
    },
    "Kind regards,": {"zh-Hans": "顺祝商祺！", "ar": "مع أطيب التحيات،"},
    "Marta de Vries": {"zh-Hans": "Marta de Vries", "ar": "مارتا دي فريس"},
}
TEXT = "\n".join(line if line.startswith("Kind") else line + "\n" for line in LETTER).strip()

# name -> (width, height, appearance, target language, whether a service is chosen)
SHOTS: dict[str, tuple[int, int, str, str, bool]] = {
    "window": (1100, 640, "light", "zh-Hans", True),
    "window-dark": (1100, 640, "dark", "zh-Hans", True),
    "arabic": (1100, 640, "light", "ar", True),
    "first-run": (1100, 720, "light", "zh-Hans", False),
    "languages": (1100, 640, "light", "zh-Hans", True),
    "settings": (1100, 720, "light", "zh-Hans", True),
    "usage": (1100, 720, "light", "zh-Hans", True),
    "shortcuts": (1100, 720, "light", "zh-Hans", True),
    "transfer": (1100, 720, "light", "zh-Hans", True),
    "history": (1100, 640, "light", "zh-Hans", True),
    "narrow": (480, 760, "light", "zh-Hans", True),
    "popup": (1100, 640, "light", "zh-Hans", True),
}

PAGES = {"settings": "services", "usage": "usage", "shortcuts": "shortcuts", "transfer": "transfer"}
"""Pictures of pages of the settings."""
UNUSED = ("settings",)
"""Pictures in which nothing is translated, and nothing asked for: they show the address that the service really has."""
WINDOWS = ("history",)
"""Pictures of other windows, by the action that opens them."""


def main(arguments: list[str]) -> int:
    """Take all pictures, or those that are named."""
    given = _parser().parse_args(arguments)
    if given.references:
        return draw_references()
    if given.all:
        looks = Looks(given.scale or SCALES, given.theme or THEMES, given.direction or DIRECTIONS, given.names)
        return draw_all(given.all, looks, given.language)
    names = given.names or list(SHOTS)
    folder = FOLDER / given.language
    if given.inside:
        return _take(names[0], folder)
    folder.mkdir(parents=True, exist_ok=True)
    return _on_virtual_screen(names, given.language)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py shots", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(SHOTS))
    parser.add_argument("--language", default="", help="of the program, as zh_CN; it has a folder of its own")
    parser.add_argument("--all", type=Path, metavar="FOLDER", help="draw every view in every look into this folder")
    parser.add_argument("--scale", action="append", choices=SCALES, help="with --all, only this; may be repeated")
    parser.add_argument("--theme", action="append", choices=THEMES, help="with --all, only this")
    parser.add_argument("--direction", action="append", choices=DIRECTIONS, help="with --all, only this")
    parser.add_argument("--references", action="store_true", help="draw the pictures that the tests compare with")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    return parser


def _on_virtual_screen(names: list[str], language: str) -> int:
    from tests.e2e.driver.desktop import Desktop

    with Desktop(2560, 1800) as desktop:  # twice as many dots as it has room
        desktop.click(0, 0)  # the pointer lights nothing up there
        for name in names:
            with tempfile.TemporaryDirectory(prefix="translator.") as home:
                folders = {f"XDG_{kind}_HOME": home for kind in ("CONFIG", "STATE", "DATA", "CACHE")}
                others = {"QT_SCALE_FACTOR": str(SCALE), "LANGUAGE": language or "en"}
                environment = {**os.environ, **desktop.environment, **folders, **others}
                command = [sys.executable, __file__, "--inside", "--language", language, name]
                subprocess.run(command, env=environment, check=True, timeout=120)
                print(FOLDER / language / f"{name}.png")
    return 0


def _take(name: str, folder: Path) -> int:
    """Run the app in this process, bring it into the state of the picture, and take it into this folder."""
    from translator.app import make_application, wait_for_first_paint, work
    from translator.assets import resources
    from translator.i18n import install
    from translator.locales.chosen import chosen_language
    from translator.running.opening import open_window
    from translator.service_choice import WindowOptions

    install(resources() / "i18n", chosen_language)
    width, height, appearance, target, has_service = SHOTS[name]
    translations = {line: targets[target] for line, targets in LETTER.items()}
    server = ReplayServer(translations, MODEL)
    if has_service:
        _write_settings("https://api.openai.com/v1" if name in UNUSED else server.base_url, appearance)
    app = make_application()
    opening = open_window(app, WindowOptions(to=target))
    opening.window.resize(width, height)
    wait_for_first_paint(opening)
    work(app, opening, lambda: _pose(name, opening, folder))
    return 0


def _write_settings(base_url: str, appearance: str) -> None:
    from translator.places import find_places
    from translator.settings import Budget, Price, Service, Settings
    from translator.storage.settings.settings_file import SettingsFile

    price = ((MODEL, Price(0.75, 4.5)),)  # the address is this computer's: the table knows no price for it
    service = Service("openai", "OpenAI", "openai", base_url, MODEL, prices=price)
    settings = Settings("openai", (service,), appearance=appearance, budget=Budget(day=1))  # type: ignore[arg-type]
    SettingsFile(find_places().settings_file).save(settings)


async def _pose(name: str, opening: "Opening", folder: Path) -> None:
    import asyncio

    window = opening.window
    shown: QWidget = window
    if name.startswith("popup"):
        shown = await _call_popup()
    elif SHOTS[name][4] and name not in UNUSED:
        opening.screen.replace_source(TEXT)
        await asyncio.sleep(1)
        window.actions_.translate.trigger()
        await asyncio.sleep(2.5)  # the prepared translation takes a second
    else:
        await asyncio.sleep(2.5)
    if name == "languages":
        window.actions_.target_language.trigger()
    elif name in PAGES:
        shown = await _open_settings(opening, PAGES[name])
    elif name in WINDOWS:
        getattr(window.actions_, name).trigger()
        await asyncio.sleep(0.5)
        shown = next(w for w in _top_levels() if w.objectName() == f"{name}Window")
    await asyncio.sleep(0.7)
    shown.grab().save(str(folder / f"{name}.png"))
    window.close()


async def _open_settings(opening: "Opening", page: str) -> "QWidget":
    """Open the settings at a page, and return their window."""
    import asyncio

    from translator.ui.settings.window import SettingsWindow

    opening.window.actions_.settings.trigger()
    await asyncio.sleep(0.5)
    settings = next(w for w in _top_levels() if isinstance(w, SettingsWindow))
    settings.open_page(page)
    return settings


async def _call_popup() -> "QWidget":
    """Call the popup from another program by the shortcut, and return it."""
    import asyncio

    from PySide6.QtWidgets import QApplication

    from translator.settings import Shortcuts
    from translator.ui.popup.window import PopupWindow

    QApplication.clipboard().setText(TEXT.split("\n\n")[1])
    other = await asyncio.create_subprocess_exec("xterm")
    for _ in range(10):  # the popup and the shortcuts come after everything else
        await asyncio.sleep(2)
        key = await asyncio.create_subprocess_exec("xdotool", "key", Shortcuts().clipboard)
        await key.wait()
        await asyncio.sleep(2)  # the prepared translation takes a second
        popups = [widget for widget in _top_levels() if isinstance(widget, PopupWindow)]
        if popups:
            break
    other.terminate()
    await other.wait()
    if not popups:
        sys.exit("The popup did not come.")
    return popups[0]


def _top_levels() -> "list[QWidget]":
    from PySide6.QtWidgets import QApplication

    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
