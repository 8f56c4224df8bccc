"""A file of text, read as far as it may be one."""

from pathlib import Path

from translator.text.decoding import NotText

LARGEST_FILE = 512 * 1024
"""Bytes, some 80,000 words. A text beyond this is a document: laying it out would hold up typing for over a second."""


class TooLarge(Exception):
    """The file is larger than LARGEST_FILE."""


def read_file(path: Path) -> bytes:
    """Return what is in a file of text. Raises NotText, TooLarge, and OSError. For threads: a disk may be slow."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise NotText  # a pipe or a device, which might never end
    with path.open("rb") as file:
        content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise TooLarge
    return content
