"""Other words that people search the settings by. They are commas apart, so that a language may have more or fewer."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from translator.i18n import tr
from translator.ui.widgets.groups.group import Row


def synonyms() -> Mapping[str, str]:
    """Return the words by which the row of a control is found, too, under the object name of the control."""
    prices, limits = tr("costs, money, dollars, spending"), tr("timeout, wait, slow")
    copying, moving = tr("copy, paste"), tr("backup, restore, move")
    return {
        "typingSwitch": tr("automatic, live, instant"),
        "secondLanguagePicker": tr("native language, mother tongue, direction"),
        "memorySwitch": tr("cache, remember, repeat"),
        "tonePicker": tr("formality, polite, register"),
        "instructionsField": tr("prompt, custom, context"),
        "serviceAddressField": tr("URL, endpoint, server, host"),
        "serviceKeyField": tr("API key, password, token, secret"),
        "servicePictureModelPicker": tr("images, screenshot, OCR, vision"),
        "serviceTestButton": tr("check, connection"),
        "serviceMaskSwitch": tr("private, confidential, anonymise"),
        "serviceReasoningPicker": tr("thinking, effort"),
        "serviceInputPriceField": prices,
        "serviceOutputPriceField": prices,
        "serviceConnectField": limits,
        "serviceFirstTokenField": limits,
        "serviceTotalField": limits,
        "serviceProxyField": tr("network, firewall, company"),
        "dayBudgetField": prices,
        "monthBudgetField": prices,
        "openMemoryButton": tr("TMX, sentences"),
        "openGlossariesButton": tr("terms, terminology, TBX, CSV"),
        "openHistoryButton": tr("past, earlier, log"),
        "clipboardShortcutField": tr("hotkey, keyboard"),
        "selectionShortcutField": tr("hotkey, keyboard"),
        "regionShortcutField": tr("images, screenshot, OCR, vision"),
        "doubleCopySwitch": copying,
        "onClosePicker": tr("minimise, hide, icon"),
        "autostartSwitch": tr("startup, launch, sign in"),
        "watchClipboardSwitch": copying,
        "interfaceLanguagePicker": tr("locale, English"),
        "exportSettingsButton": moving,
        "importSettingsButton": moving,
        "appearancePicker": tr("theme, dark mode, night"),
        "textSizePicker": tr("font, zoom, larger, scale"),
    }


def add_synonyms(window: QWidget) -> None:
    """Let the rows of the settings be found by these as well."""
    for name, words in synonyms().items():
        part: object = window.findChild(QWidget, name)
        while isinstance(part, QWidget) and not isinstance(part, Row):
            part = part.parentWidget()
        if isinstance(part, Row):
            part.synonyms = words
