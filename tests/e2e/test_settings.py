"""The settings: a service of one's own, the appearance, and a way through all of it without a mouse."""

from pathlib import Path

from tests.e2e.conftest import StartApp
from tests.e2e.driver.app import App
from tests.e2e.driver.bus import Gone
from tests.e2e.driver.node import Node
from tests.e2e.window import SETTINGS, Window, use_demo, use_server
from tests.servers.mock_text import pseudo
from tests.servers.processes import running_mock
from translator.settings import Budget
from translator.storage.settings.settings_file import SettingsFile

PAGES = ("Translation", "Services", "Usage", "Appearance", "Privacy", "About")


def set_line(app: App, object_name: str, text: str) -> None:
    """Replace what a field of one line holds, by keyboard, and leave it."""
    field = app.find(object_name)
    field.focus()
    app.key("ctrl+a")
    field.type(text)
    app.key("Tab")


def has_said(app: App, beginning: str) -> bool:
    """Return whether any label in sight begins like this."""
    return any(node.name.startswith(beginning) for node in app.query(role="label"))


def test_a_service_of_ones_own_is_added_tested_and_used(start_app: StartApp, home: Path) -> None:
    with running_mock("--models", "mock,other") as mock:
        app = start_app("--to", "de")
        window = Window(app)
        window.press("welcomeSettingsButton")
        app.find_window("settingsWindow")

        app.find("addServiceButton").click()
        app.find(role="menu item", name="Custom").click()
        set_line(app, "serviceNameField", "Mine")
        set_line(app, "serviceAddressField", mock.base_url)
        model = app.find("serviceModelPicker.QLineEdit")
        model.focus()
        app.key("ctrl+a")
        model.type("mock")
        app.key("Tab")
        window.press("serviceTestButton")
        app.wait(lambda: "/v1/models" in [entry["target"] for entry in mock.settled_log()], 10, "a wish for the models")
        window.press("useServiceButton")
        app.wait(lambda: app.find("serviceButton").name == "Service: Mine · mock", 5, "the service")
        app.find("serviceNameField").focus()
        app.key("Escape")
        app.wait(lambda: not app.has("settingsWindow"), 5, "no settings")

        window.translate("With a service of my own.")
        window.wait_for_translation(pseudo("With a service of my own."))
        [service] = SettingsFile(home / SETTINGS).load().settings.services
        assert (service.name, service.base_url, service.model) == ("Mine", mock.base_url, "mock")


def test_an_unencrypted_address_elsewhere_is_not_taken_unasked(start_app: StartApp, home: Path) -> None:
    use_server(home, "http://127.0.0.1:9/v1")
    app = start_app()
    app.key("ctrl+comma")

    set_line(app, "serviceAddressField", "http://translate.example/v1")

    app.wait(lambda: has_said(app, "Text would travel unencrypted to translate.example."), 5, "a word about it")
    app.key("Escape")
    Window(app).translate("Where does this go?")
    Window(app).wait_for_banner("Mock could not be reached: the connection to 127.0.0.1")


def test_appearance_and_size_change_at_once_and_stay(start_app: StartApp, home: Path, tmp_path: Path) -> None:
    use_demo(home, appearance="light")
    app = start_app()
    window = Window(app)
    app.key("ctrl+comma")
    go_to(app, "Appearance")
    before = brightness(app, window.source, tmp_path / "before.png")
    height = app.find("translateButton").extents[3]

    app.find("appearancePicker").select("Dark")
    app.wait(lambda: brightness(app, window.source, tmp_path / "after.png") < 80, 5, "darkness")
    app.find("textSizePicker").select("150 %")
    app.wait(lambda: app.find("translateButton").extents[3] > height, 5, "larger controls")

    assert before > 200
    settings = SettingsFile(home / SETTINGS)
    app.wait(lambda: settings.load().settings.text_size == 150, 5, "the setting in its file")
    assert settings.load().settings.appearance == "dark"


def go_to(app: App, page: str) -> None:
    """Turn to a page of the settings, by its name in the list."""
    app.find_window("settingsWindow")
    app.find(role="list item", name=page).click()
    app.find(f"{page.lower()}Page")


def brightness(app: App, node: Node, picture: Path) -> int:
    """Return how light the lower left corner of a node is on the screen, 0 to 255."""
    from PySide6.QtGui import QImage

    left, top, _, height = node.extents
    app.desktop.screenshot(picture, (left + 4, top + height - 8, 4, 4))
    return QImage(str(picture)).pixelColor(1, 1).lightness()


def test_tab_goes_through_everything_and_everything_has_a_name(start_app: StartApp, home: Path) -> None:
    use_server(home, "http://127.0.0.1:9/v1")
    app = start_app()
    app.key("ctrl+comma")
    app.find("settingsWindow")
    app.find("serviceAdvancedButton").press()
    app.find("serviceHeadersField")
    app.find("settingsSearchField").focus()
    reached = walk_by_tab(app, "settingsSearchField")

    assert all(node.name.strip() or node.labels for node in reached), reached
    for name in (
        "settingsPageList", "serviceList", "addServiceButton", "removeServiceButton", "serviceNameField",
        "serviceAddressField", "serviceAllowHttpSwitch", "serviceModelPicker.QLineEdit", "serviceModelRefreshButton",
        "serviceKeyField", "serviceKeySaveButton", "serviceTestButton", "serviceAdvancedButton", "serviceMaskSwitch",
        "serviceReasoningPicker", "serviceInputPriceField", "serviceOutputPriceField", "serviceConnectField",
        "serviceFirstTokenField", "serviceBetweenTokensField", "serviceTotalField", "serviceProxyField",
        "serviceHeadersField",
    ):  # fmt: skip
        assert any(node.answers_to(name) for node in reached), name


def walk_by_tab(app: App, first: str) -> list[Node]:
    """Press Tab until the focus is back on the first control; return the controls it went through."""
    start = app.find(first)
    app.wait(lambda: start.is_focused, 5, f"the focus on {first}")
    controls = focusable(app)
    reached = [start]
    for _ in range(60):
        reached.append(press_tab(app, controls))
        if reached[-1] == start:
            return reached[:-1]
    raise AssertionError("Tab never comes back")


def focusable(app: App) -> list[Node]:
    """Return what is in sight and can have the keyboard."""
    return [node for node in app.query() if "focusable" in node.states and node.role not in ("list item", "frame")]


def press_tab(app: App, controls: list[Node]) -> Node:
    """Press Tab, wait until the focus has gone from one of these controls to another of them, and return that."""
    before = focused(controls)
    app.key("Tab")
    app.wait(lambda: focused(controls) not in (before, None), 5, f"the focus gone from {before}")
    reached = focused(controls)
    assert reached is not None
    return reached


def focused(controls: list[Node]) -> Node | None:
    """Return which of these has the keyboard; of one within another, the inner one."""
    return next((node for node in reversed(controls) if is_focused(node)), None)


def is_focused(node: Node) -> bool:
    """Return whether it is there and has the keyboard."""
    try:
        return node.is_focused
    except Gone:
        return False


def test_a_budget_and_masking_are_set_by_keyboard_and_there_at_the_next_start(start_app: StartApp, home: Path) -> None:
    use_server(home, "http://127.0.0.1:9/v1")
    app = start_app()

    search_settings(app, "budget")
    go_by_tab(app, "dayBudgetField")
    app.find("dayBudgetField").type("2,50")
    app.key("Return")
    close_settings(app)
    search_settings(app, "mask before sending")
    go_by_tab(app, "serviceMaskSwitch")
    app.key("space")
    close_settings(app)
    settings = SettingsFile(home / SETTINGS)
    app.wait(lambda: settings.load().settings.service.masks_private, 5, "masking in the file")
    assert settings.load().settings.budget == Budget(day=2.5)

    app.restart()
    search_settings(app, "budget")
    assert app.find("dayBudgetField").text == "2.5"
    app.key("ctrl+a")
    app.find("settingsSearchField").type("mask before sending")
    assert app.find("serviceMaskSwitch").is_checked


def search_settings(app: App, words: str) -> None:
    """Open the settings and search in them, by keyboard."""
    app.key("ctrl+comma")
    field = app.find("settingsSearchField")
    app.wait(lambda: field.is_focused, 5, "the focus on the search")
    field.type(words)


def close_settings(app: App) -> None:
    """Press Escape, and wait until the main window has the keyboard."""
    app.key("Escape")
    app.wait(lambda: not app.has("settingsWindow"), 5, "no settings")
    app.wait(lambda: app.find("sourceEditor").is_focused, 5, "the focus on the text")


def go_by_tab(app: App, object_name: str) -> None:
    """Press Tab until this control has the keyboard."""
    control = app.find(object_name)
    controls = focusable(app)
    for _ in range(8):
        if press_tab(app, controls) == control:
            return
    raise AssertionError(f"Tab does not lead to {object_name}")


def test_every_page_opens_and_the_search_finds_it(start_app: StartApp, home: Path) -> None:
    use_demo(home)
    app = start_app()
    app.key("ctrl+comma")
    search = app.find("settingsSearchField")
    for page in PAGES:
        go_to(app, page)
        assert app.unnamed() == [], page

    search.type("text size")

    app.wait(lambda: app.has("textSizePicker") and not app.has("appearancePicker"), 5, "the row of the text size")
    assert not app.has(role="list item", name="About")
