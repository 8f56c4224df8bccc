"""settings.toml: what is read, what is set aside, what is kept."""

from dataclasses import replace
from pathlib import Path

import pytest

from translator.settings import Budget, Deadlines, History, Price, Service, Settings, Shortcuts, Style
from translator.storage import atomic_file
from translator.storage.atomic_file import CannotSave
from translator.storage.settings.document import LARGEST_FILE
from translator.storage.settings.settings_file import SettingsFile, SettingsSetAside

SERVICE = '[[services]]\nid = "a"\nname = "A"\n'


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "settings.toml")


def set_aside(file: SettingsFile, content: str) -> SettingsSetAside:
    """See that a file of this content is set aside as it is, with the defaults in its place; return what is told."""
    file.path.write_text(content)
    settings, notice = file.load()
    assert settings == Settings()
    assert isinstance(notice, SettingsSetAside)
    assert notice.kept_as is not None
    assert notice.kept_as.read_text() == content
    return notice


def test_keys_of_a_newer_version_survive_reading_and_writing(file: SettingsFile) -> None:
    file.path.write_text(
        'version = 1\nshortcut = "Ctrl+Alt+T"\n[[services]]\nid = "a"\nname = "A"\nbudget = 5\n[popup]\nwidth = 400\n'
    )
    file.save(file.load().settings)
    written = file.path.read_text()
    assert 'shortcut = "Ctrl+Alt+T"' in written
    assert "budget = 5" in written
    assert "width = 400" in written
    assert file.load().notice is None


def test_a_file_of_notepad_with_a_byte_order_mark_is_read(file: SettingsFile) -> None:
    file.path.write_bytes(b"\xef\xbb\xbftext_size = 120\r\n")
    assert file.load().settings == Settings(text_size=120)


@pytest.mark.parametrize("content", ["version = 2", 'version = "1"', "on_close = [what", "text_size = 5\n\0"])
def test_what_cannot_be_read_is_set_aside_and_the_user_is_told_where(file: SettingsFile, content: str) -> None:
    notice = set_aside(file, content)
    assert str(notice.kept_as) in notice.sentence
    assert not file.path.exists()


@pytest.mark.parametrize(
    "content",
    [
        'text_size = "100"',
        "text_size = 5",
        "translate_while_typing = 1",
        'appearance = "sepia"',
        'current_service = "nowhere"',
        "services = 1",
        "services = [1]",
        '[[services]]\nid = "a"',
        '[[services]]\nid = ""\nname = "A"',
        '[[services]]\nid = "demo"\nname = "A"',
        '[[services]]\nid = "a"\nname = "A"\nbase_url = 3',
        '[[services]]\nid = "a"\nname = "A"\nheaders = { X = 3 }',
        '[[services]]\nid = "a"\nname = "A"\n[[services]]\nid = "a"\nname = "B"',
        "budget = 5",
        "budget = { day = -1 }",
        "budget = { day = nan }",
        "budget = { month = inf }",
        "budget = { month = 1" + 400 * "0" + " }",
        "budget = { month = 1e9 }",
        "budget = { month = true }",
        'budget = { day = "5" }',
        "history = 1",
        "history = { is_on = 1 }",
        "history = { days = true }",
        "history = { days = -1 }",
        "history = { days = 1.5 }",
        "history = { items = 10_000_000 }",
        'history = { items = "5" }',
        'style = "formal"',
        'style = { tone = "loud" }',
        "style = { instructions = 5 }",
        'style = { instructions = "' + "x" * 2001 + '" }',
        "use_memory = 1",
        "shortcuts = 5",
        "shortcuts = { clipboard = 5 }",
        'shortcuts = { selection = "' + "F" * 51 + '" }',
        "shortcuts = { double_copy = 1 }",
        "watch_clipboard = 1",
        'on_close = "maybe"',
        f"{SERVICE}picture_model = 1",
        f"{SERVICE}deadlines = 60",
        f"{SERVICE}deadlines = {{ total = 86401 }}",
        f"{SERVICE}deadlines = {{ connect = -0.1 }}",
        f"{SERVICE}deadlines = {{ idle = -inf }}",
        f"{SERVICE}deadlines = {{ first_token = nan }}",
        f"{SERVICE}deadlines = {{ first_token = 1{'0' * 300} }}",
        f'{SERVICE}reasoning = "hard"',
        f"{SERVICE}reasoning = 3",
        f"{SERVICE}masks_private = 1",
        f"{SERVICE}prices = 2",
        f"{SERVICE}prices = {{ m = 2 }}",
        f"{SERVICE}prices = {{ m = {{ input = 1 }} }}",
        f"{SERVICE}prices = {{ m = {{ input = 1, output = -2 }} }}",
        f"{SERVICE}prices = {{ m = {{ input = 1, output = 2e6 }} }}",
    ],
)
def test_what_cannot_be_meant_is_left_out_and_the_file_as_it_was_is_kept_beside_once(
    file: SettingsFile, content: str
) -> None:
    file.path.write_text(content)
    loaded = file.load()
    strict = replace(loaded.settings, history=History(), services=())
    assert strict == Settings()
    assert loaded.settings.services in ((), (Service("a", "A"),), (Service("a", "A", masks_private=True),))
    assert loaded.settings.history in (History(), History(is_on=False))
    assert loaded.notice is not None
    assert loaded.notice.kept_as is not None
    assert loaded.notice.kept_as.read_text() == file.path.read_text() == content
    assert str(loaded.notice.kept_as) in loaded.notice.sentence
    assert file.load() == loaded
    assert len(list(file.path.parent.iterdir())) == 2


WRONG = """
current_service = "a"
on_close = 5
text_size = 120
[history]
days = -1
items = 7
[[services]]
id = "a"
name = "A"
model = "m-1"
reasoning = "hard"
later = "kept"
prices = { m = { input = 1, output = 2 }, n = { input = 1, output = "x" } }
[[services]]
name = "without an id"
[[services]]
id = "b"
name = "B"
"""


def test_one_wrong_value_takes_nothing_else_with_it_and_is_named(file: SettingsFile) -> None:
    file.path.write_text(WRONG)
    loaded = file.load()
    first, second = loaded.settings.services
    assert (first.id, first.model, first.reasoning, first.prices) == ("a", "m-1", "least", (("m", Price(1, 2)),))
    assert second == Service("b", "B")
    assert (loaded.settings.current_service, loaded.settings.text_size) == ("a", 120)
    assert loaded.settings.history == History(items=7)
    assert loaded.settings.on_close == Settings().on_close
    assert loaded.notice is not None
    for name in ("on_close", "history.days", "a.reasoning", "a.prices.output", "services"):
        assert name in loaded.notice.sentence

    file.save(loaded.settings)
    assert 'later = "kept"' in file.path.read_text()
    assert file.load() == (loaded.settings, None)


def test_where_a_value_protects_the_strictest_takes_its_place(file: SettingsFile) -> None:
    file.path.write_text(f'[history]\nis_on = 0\n{SERVICE}masks_private = "yes"')
    loaded = file.load().settings
    assert (loaded.history.is_on, loaded.services[0].masks_private) == (False, True)


@pytest.mark.parametrize("way", ["proxy = 5", "headers = 5", "headers = { X-Team = 5 }"])
def test_a_service_that_was_to_be_reached_in_another_way_is_left_out(file: SettingsFile, way: str) -> None:
    file.path.write_text(f'{SERVICE}{way}\n[[services]]\nid = "b"\nname = "B"\n')
    loaded = file.load()
    assert [service.id for service in loaded.settings.services] == ["b"]
    assert loaded.notice is not None
    assert way.split(maxsplit=1)[0] in loaded.notice.sentence


def test_where_no_copy_can_be_kept_the_value_is_named_all_the_same(
    file: SettingsFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(path: Path, content: bytes) -> None:
        raise CannotSave(path, "Read-only file system")

    file.path.write_text("on_close = 5")
    monkeypatch.setattr(atomic_file, "write_atomically", read_only)
    notice = file.load().notice
    assert notice is not None
    assert notice.kept_as is None
    assert "on_close" in notice.sentence


def test_a_folder_in_its_place_is_moved_away_too(file: SettingsFile) -> None:
    file.path.mkdir()
    assert file.load().notice is not None
    file.save(Settings(text_size=110))
    assert file.load().settings.text_size == 110


def test_the_notice_says_so_where_nothing_could_be_moved(file: SettingsFile, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_only(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    file.path.write_text("[[[")
    monkeypatch.setattr(Path, "rename", read_only)
    notice = file.load().notice
    assert notice is not None
    assert notice.kept_as is None
    assert str(file.path) in notice.sentence


def test_half_a_surrogate_pair_does_not_keep_the_settings_from_being_saved(file: SettingsFile) -> None:
    file.save(Settings("a", (Service("a", "na\ud800me"),)))
    assert file.load().settings.service.name == "na?me"


FULL = Settings(
    "a",
    (
        Service(
            "a", "A", deadlines=Deadlines(connect=5, total=0.5), reasoning="high", masks_private=True,
            prices=(("gpt-4.1", Price(0.4, 1.6)), ("free", Price(0, 0))), picture_model="sees",
        ),
    ),
    budget=Budget(day=2.5, month=40),
    history=History(is_on=False, days=30, items=0),
    style=Style("formal", "For a technical audience."),
    use_memory=False,
    shortcuts=Shortcuts(clipboard="", selection="Meta+F5", double_copy=False),
    watch_clipboard=True,
    on_close="stay",
)  # fmt: skip


def test_all_tables_and_choices_come_back_as_they_were_kept(file: SettingsFile) -> None:
    file.save(FULL)
    assert file.load() == (FULL, None)


def test_what_is_as_by_default_has_no_table_in_the_file(file: SettingsFile) -> None:
    file.save(Settings("a", (Service("a", "A", deadlines=Deadlines(idle=20)),)))
    written = file.path.read_text()
    assert "idle = 20" in written
    assert not [word for word in ("connect", "prices", "budget", "history", "style", "shortcuts") if word in written]


def test_keys_of_a_newer_version_within_the_tables_survive_as_well(file: SettingsFile) -> None:
    file.path.write_text(
        f"budget = {{ day = 2, week = 10 }}\nhistory = {{ days = 3, hours = 7 }}\n"
        f"style = {{ volume = 11 }}\nshortcuts = {{ paste = 'F9' }}\n{SERVICE}deadlines = {{ dns = 3 }}\n"
        "prices = { m = { input = 1, output = 2, cached = 0.5 } }\n"
    )
    loaded = file.load()
    assert loaded.notice is None
    assert loaded.settings.budget == Budget(day=2)
    assert loaded.settings.history == History(days=3)
    file.save(loaded.settings)
    written = file.path.read_text()
    assert all(
        words in written
        for words in ("week = 10", "hours = 7", "volume = 11", 'paste = "F9"', "dns = 3", "cached = 0.5")
    )

    [service] = loaded.settings.services
    file.save(loaded.settings.with_service(Service(service.id, service.name)))  # the price was given up
    assert file.load().notice is None
    assert "cached" not in file.path.read_text()


@pytest.mark.parametrize(
    "content",
    [
        f'current_service = ""\n#{"x" * LARGEST_FILE}',
        f"a = {'[' * 500_000}",
        f"a = {'{a=' * 300_000}",
        f"{'a.' * 400_000}a = 1",
        f"[{'a . ' * 200_000}a]",
        f"a = {'[' * 100}{']' * 100}",
        f"a = {'{ b.c = ' * 40}1{' }' * 40}",
        "x" * (LARGEST_FILE - 1),
    ],
    ids=["large", "lists", "tables", "dotted", "dotted header", "nested", "dotted tables", "one word"],
)
@pytest.mark.timeout(20)
def test_what_is_too_large_or_too_deep_is_soon_refused_and_set_aside(file: SettingsFile, content: str) -> None:
    set_aside(file, content)


def test_a_name_with_many_dots_is_no_deep_key(file: SettingsFile) -> None:
    services = (Service("a", "A", base_url=f"https://{'a.' * 20}example/v1", model="gpt-4.1.2.3"),)
    file.save(Settings("a", services))
    assert file.load().settings.services == services
