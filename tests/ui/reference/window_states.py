"""The window in its states, with the same letter in each: what pictures are taken of."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication, QWidget

from tests.fakes.detector import FakeDetector
from tests.ui.accessible.windows import CATALOGUE, RETRY, Open
from translator.language.tag import LanguageTag
from translator.text.difference import TextEdit
from translator.translation.checks.finding import Severity
from translator.ui.findings.screen import FindingRow, FindingsShown
from translator.ui.look.theme import Theme
from translator.ui.translate.language_choice import LanguageChoice
from translator.ui.translate.window_screen import WindowScreen
from translator.ui.vocabulary import Action
from translator.ui.welcome.panel import WelcomePanel
from translator.ui.welcome.screen import Offer
from translator.ui.window.main_window import MainWindow

LETTER = """Dear Ms Lin,

Thank you for your order of 18 March. The first 240 units left our Rotterdam warehouse this morning and should reach \
Shenzhen within nine days.

The remaining units follow in April; we will confirm the exact date as soon as the carrier answers.

Kind regards,
Marta de Vries"""
CHINESE = """林女士，您好：

感谢您 3 月 18 日的订单。首批 240 件货物已于今早从我们的鹿特丹仓库发出，预计九天内抵达深圳。

其余货物将于四月发出；承运商答复后，我们会立即确认具体日期。

顺祝商祺！
Marta de Vries"""
GERMAN = """Guten Tag Frau Lin,

vielen Dank für Ihre Bestellung vom 18. März. Die ersten 204 Stück haben heute Morgen unser Lager in Rotterdam \
verlassen und sollten Shenzhen innerhalb von neun Tagen erreichen.

Die übrigen folgen im April; das genaue Datum bestätigen wir, sobald der Spediteur antwortet.

Mit freundlichen Grüßen
Marta de Vries"""
ARABIC = """السيدة لين المحترمة،

شكرًا لكم على طلبكم المؤرخ 18 مارس. غادرت أول 240 وحدة مستودعنا في روتردام هذا الصباح، ومن المتوقع أن تصل إلى شنتشن \
خلال تسعة أيام.

ستُرسل الوحدات المتبقية في أبريل، وسنؤكد التاريخ المحدد فور رد شركة الشحن.

مع أطيب التحيات،
مارتا دي فريس"""
SERVICE = "OpenAI · gpt-6-luna"

Pose = Callable[[MainWindow, WindowScreen], None]


def end(window: QWidget) -> None:
    """Take a window away at once, and not when the loop comes to it."""
    window.hide()
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def _in_state(pose: Pose, target: str = "de", *, detected: bool = True) -> Open:
    @asynccontextmanager
    async def opened(theme: Theme) -> AsyncIterator[QWidget]:
        window = MainWindow(theme)
        window.resize(QSize(1100, 640))
        screen = WindowScreen(window.view, CATALOGUE)
        languages = LanguageChoice(LanguageTag.parse("en"))
        languages.use_detector(FakeDetector(Dear="en", Where="en"))
        languages.choose_target(LanguageTag.parse(target))
        if detected:
            languages.look_at("Dear Ms Lin")
        screen.show_languages(languages)
        window.view.status.show_service(SERVICE)
        screen.show_status("Ready", "ready")
        pose(window, screen)
        window.show()
        try:
            yield window
        finally:
            end(window)

    return opened


def _translated(source: str, target: str) -> Pose:
    def pose(_window: MainWindow, screen: WindowScreen) -> None:
        screen.replace_source(source)
        screen.show_counts(len(source), len(source) // 4, "about 0.03 cent", "An estimate.")
        screen.await_target()
        screen.edit_target([TextEdit(0, 0, target)])
        screen.end_target(broken_off=False)
        screen.show_outcome("Ready", "ready")
        screen.show_meta("gpt-6-luna · 1.8 s · 214 tokens", "1.8 s")

    return pose


def _nothing(_window: MainWindow, screen: WindowScreen) -> None:
    screen.replace_source("")


def _complete(window: MainWindow, screen: WindowScreen) -> None:
    _translated(LETTER, GERMAN)(window, screen)
    screen.show_from_memory(1, 5)
    row = FindingRow(Severity.ERROR, "240 in the source, 204 here.")
    screen.show_findings(FindingsShown("1 finding", Severity.ERROR, [row], 0, can_fix=True, can_fix_all=False))
    begin, goal = LETTER.index("The first"), GERMAN.index("Die ersten")
    screen.light((begin, LETTER.index("\n\nThe rem")), (goal, GERMAN.index("\n\nDie übr")))


def _linked_arabic(window: MainWindow, screen: WindowScreen) -> None:
    _translated(LETTER, ARABIC)(window, screen)
    screen.light((14, 51), (ARABIC.index("شكر"), ARABIC.index(" غادرت")))


def _streaming(_window: MainWindow, screen: WindowScreen) -> None:
    screen.replace_source(LETTER)
    screen.show_counts(len(LETTER), 72)
    screen.await_target()
    part = GERMAN[: GERMAN.index(" und sollten")]
    screen.edit_target([TextEdit(0, 0, part)])
    screen.show_writing(len(part))
    screen.show_running(running=True)
    screen.show_progress(0.4)
    screen.show_status("Translating", "ready")
    screen.show_meta("2 of 5 paragraphs")
    screen.light((14, LETTER.index("\n\nThe rem")), None)


def _incomplete(_window: MainWindow, screen: WindowScreen) -> None:
    screen.replace_source(LETTER)
    screen.show_counts(len(LETTER), 72)
    screen.await_target()
    part = GERMAN[: GERMAN.index("\n\nMit")]
    screen.edit_target([TextEdit(0, 0, part)])
    screen.end_target(broken_off=True, places=[len(part)])
    screen.show_outcome("Incomplete", "warning")
    screen.show_meta("Incomplete · 4.2 s")
    go_on = Action("Continue", "continueButton", lambda: None)
    sentence = "Incomplete: the model stopped at its length limit. Nothing was remembered."
    screen.show_notice(sentence, "warning", [go_on, RETRY])


def _failed(_window: MainWindow, screen: WindowScreen) -> None:
    screen.replace_source(LETTER)
    screen.show_counts(len(LETTER), 72)
    screen.await_target()
    screen.end_target(broken_off=False)
    screen.show_status("Not translated", "error")
    actions = [RETRY, Action("Open settings", "openSettingsButton", lambda: None)]
    screen.show_notice("OpenAI could not be reached: the connection was refused.", "error", actions)


def welcome(theme: Theme) -> WelcomePanel:
    """Return the panel of the first run, as most people meet it."""
    panel = WelcomePanel(theme)
    panel.show_local_servers("Ollama runs on this computer. Nothing leaves it.", [Offer("ollama", "Use gemma3", True)])
    return panel


@asynccontextmanager
async def _first_run(theme: Theme) -> AsyncIterator[QWidget]:
    def pose(window: MainWindow, screen: WindowScreen) -> None:
        window.view.status.show_service("Demo")
        _nothing(window, screen)
        window.view.show_welcome(welcome(theme))

    async with _in_state(pose, detected=False)(theme) as window:
        yield window


STATES: dict[str, Open] = {
    "empty": _in_state(_nothing, detected=False),
    "first-run": _first_run,
    "short": _in_state(_translated("Where is the nearest pharmacy?", "Wo ist die nächste Apotheke?")),
    "complete": _in_state(_complete),
    "chinese": _in_state(_translated(LETTER, CHINESE), "zh-Hans"),
    "arabic": _in_state(_linked_arabic, "ar"),
    "streaming": _in_state(_streaming),
    "incomplete": _in_state(_incomplete),
    "error": _in_state(_failed),
}
