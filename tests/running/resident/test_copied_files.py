"""Files copied in a file manager: what is in them is translated, not their names."""

import asyncio
import os
from pathlib import Path

import pytest
from PySide6.QtGui import QColorConstants, QImage

from translator.running.resident.copied_files import CopiedFiles
from translator.surroundings.copied import CannotRead, Copied, NotText, TooMuch
from translator.surroundings.picture import Picture
from translator.ui.translate.editing.text_file import LARGEST_FILE


class Holding:
    """A clipboard with this on it."""

    def __init__(self, copied: Copied) -> None:
        self._copied = copied

    async def read(self) -> Copied:
        return self._copied


async def read(path: Path) -> Copied:
    return await CopiedFiles(Holding(Copied(path.name, file=str(path)))).read()


async def test_what_is_no_file_is_handed_on() -> None:
    copied = Copied("hello")
    assert await CopiedFiles(Holding(copied)).read() is copied


async def test_of_a_text_file_its_text_is_read(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Grüße\n", encoding="utf-16")
    assert await read(letter) == Copied("Grüße\n")


async def test_a_picture_file_is_read_as_a_picture(tmp_path: Path) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColorConstants.White)
    image.save(str(tmp_path / "scan.PNG"))
    copied = await read(tmp_path / "scan.PNG")
    assert copied.text == ""
    assert copied.picture == Picture(copied.picture.content, 40, 30, "image/png")


async def test_what_holds_no_text_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "broken.png").write_bytes(b"no picture")
    (tmp_path / "program").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name in ("broken.png", "program", "folder", "pipe"):
        with pytest.raises(NotText):
            await read(tmp_path / name)


async def test_what_is_too_large_or_gone_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "book.txt").write_bytes(b"a" * (LARGEST_FILE + 1))
    with pytest.raises(TooMuch):
        await read(tmp_path / "book.txt")
    for gone in (tmp_path / "gone.txt", Path("/nul\0")):
        with pytest.raises(CannotRead):
            await read(gone)


async def test_a_disk_that_hangs_is_waited_for_for_a_while(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "letter.txt").write_text("hello")
    hung = asyncio.get_running_loop().create_future()
    monkeypatch.setattr(
        "translator.running.resident.copied_files.call_in_daemon_thread", lambda *_: asyncio.wait_for(hung, 0)
    )
    with pytest.raises(CannotRead):
        await read(tmp_path / "letter.txt")
