"""The usage page, as one sees and uses it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from tests.support.waiting import settle
from tests.ui.settings.opened import Open
from translator.settings import Budget
from translator.translation.spending.usage import Spending, UsageTotal


async def test_usage_is_read_when_its_page_is_shown(shown: Open) -> None:
    assert shown.usage.asked == []
    shown.usage.month = [UsageTotal("openai", "gpt-x", 2, 30, 40, 0, 0, 1.25, 0)]
    shown.usage.spent = Spending(0, 1.25, Budget(month=1))
    shown.window.open_page("usage")
    await settle()
    words = [label.text() for label in shown.window.usage.findChildren(QLabel) if label.isVisible()]
    assert {"OpenAI · gpt-x", "2 requests · 30 tokens in, 40 out", "$1.25"} <= set(words)
    assert shown.find(QProgressBar, "monthBudgetMeter").value() == 100
    assert not shown.find(QProgressBar, "dayBudgetMeter").isVisible()

    shown.usage.month = []
    shown.window.open_page("services")
    shown.window.open_page("usage")
    await settle()
    words = [label.text() for label in shown.window.usage.findChildren(QLabel) if label.isVisible()]
    assert "Nothing was translated yet this month." in words
    assert not {"OpenAI · gpt-x", "$1.25", "Today"} & set(words)


async def test_a_budget_is_kept_when_one_leaves_its_field(shown: Open, qtbot: QtBot) -> None:
    shown.window.open_page("usage")
    field = shown.line("dayBudgetField")
    field.setText("2,50")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert shown.preferences.settings.budget == Budget(day=2.5)
    assert field.text() == "2.5"
