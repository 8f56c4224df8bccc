"""A text file given on the command line, or chosen in the dialog."""

from pathlib import Path

from tests.e2e.conftest import StartApp
from tests.e2e.window import Window

TEXT = "Grüße aus Köln – 你好\n\nZweiter Absatz"


def test_a_utf_16_file_is_the_source(start_app: StartApp, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_bytes(TEXT.encode("utf-16"))

    window = Window(start_app("--demo", str(letter)))

    window.app.wait(lambda: window.source.text == TEXT, 5, "the text")
    window.wait_for_status("Opened letter.txt")
    assert not window.source_banner
    window.app.key("ctrl+z")
    window.app.wait(lambda: window.source.text == "", 5, "the empty source")


def test_a_file_in_an_old_encoding_can_be_read_in_another(start_app: StartApp, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_bytes("Größe: Äpfel für Jörg".encode("cp1252"))
    window = Window(start_app("--demo", str(note)))
    window.app.wait(lambda: window.source_banner.startswith("note.txt was read as "), 5, "the notice")
    first, others = window.source.text, window.buttons("sourceBanner")
    assert all(name.startswith("encodingButton_") for name in others)
    assert 1 <= len(others) <= 3

    window.press(others[0])

    window.app.wait(lambda: window.source.text != first, 5, "the other reading")
    assert window.source.text == note.read_bytes().decode(others[0].removeprefix("encodingButton_"))
    assert not window.source_banner


def test_what_is_no_text_is_told_and_changes_nothing(start_app: StartApp, tmp_path: Path) -> None:
    archive = tmp_path / "archive.gz"
    archive.write_bytes(b"\x1f\x8b\x08\0" + bytes(range(256)))

    window = Window(start_app("--demo", str(archive)))

    window.app.wait(lambda: window.source_banner == "archive.gz is not a text file.", 5, "the notice")
    assert window.source.text == ""


def test_a_picture_that_is_none_is_told_and_changes_nothing(start_app: StartApp, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)))

    app = start_app("--demo", str(picture))
    app.expected_output = "libpng error"  # libpng writes there by itself
    window = Window(app)

    app.wait(lambda: window.source_banner.startswith("This is no picture that can be read"), 10, "the notice")
    assert window.source.text == ""


def test_a_file_that_is_not_there_is_told(start_app: StartApp, tmp_path: Path) -> None:
    window = Window(start_app("--demo", str(tmp_path / "nowhere.txt")))

    window.app.wait(lambda: window.source_banner.startswith("nowhere.txt could not be opened"), 5, "the notice")


def test_a_file_is_opened_and_the_translation_saved_by_dialog(start_app: StartApp, home: Path) -> None:
    (home / "letter.txt").write_text("One line", encoding="utf-8")
    app = start_app("--demo")
    window = Window(app)

    app.key("ctrl+o")
    app.find("fileNameEdit").type(str(home / "letter.txt"))
    app.key("Return")
    app.wait(lambda: window.source.text == "One line", 5, "the text")
    window.translate()
    app.wait(lambda: window.status == "Ready" and window.target.text, 10, "the translation")
    app.key("ctrl+s")
    name = app.find("fileNameEdit")
    assert name.text.endswith(".txt")
    name.set_text(str(home / "brief.txt"))
    name.focus()
    app.key("Return")

    app.wait(lambda: (home / "brief.txt").exists() and window.status == "Saved brief.txt", 5, "the file")
    assert (home / "brief.txt").read_text(encoding="utf-8") == window.target.text
