"""The installer, compiled by NSIS from ``installer.nsi`` and what is written here: the files, and the words.

Each file is named, when it is installed and when it is removed, so that the uninstaller takes away what came with the
program and leaves whatever else lies in its folder.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path, PureWindowsPath

from windows.pictures import write_side_picture
from windows.version_resource import COMPANY, four_numbers
from windows.words import as_script

SCRIPT = Path(__file__).with_name("installer.nsi")
PROGRAM = "translator.exe"
TEXT_FILES = (".txt", ".md", ".markdown", ".text", ".log", ".rst", ".tex", ".csv", ".srt", ".vtt")
"""For these the program is offered under "Open with"; it becomes the default of none."""


class CannotCompile(RuntimeError):
    """NSIS is not there, or refused the script; the message says which."""


def compile_installer(
    program: Path,
    into: Path,
    version: str,
    icon: Path,
    makensis: str | None,
    sign: str = "",
) -> Path:
    """Compile the installer of the frozen program's folder; return it. Raises CannotCompile.

    ``makensis`` is the compiler, None where there is none. ``sign`` is a command that signs a file, whose path is added
    to it; installer and uninstaller are signed where it is not empty.
    """
    if makensis is None:
        raise CannotCompile("makensis, of NSIS 3, is not there")
    with tempfile.TemporaryDirectory(prefix="installer.") as folder:
        (Path(folder) / "files.nsh").write_text(list_files(program) + list_types(), encoding="utf-8-sig")
        (Path(folder) / "words.nsh").write_text(as_script(), encoding="utf-8-sig")
        write_side_picture(Path(folder) / "side.bmp")
        values = _definitions(program, into, version, icon) | {"GENERATED": folder}
        if sign:
            values["SIGN"] = sign
        definitions = [f"-D{name}={value}" for name, value in values.items()]
        # NOCD: what the command line names is named from here; WX: what NSIS warns of is wrong.
        command = [makensis, "-NOCD", "-WX", "-V2", "-INPUTCHARSET", "UTF8", *definitions, str(SCRIPT)]
        ended = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    if ended.returncode:
        raise CannotCompile(f"{ended.stdout}{ended.stderr}".strip())
    return into


def list_files(program: Path) -> str:
    """Return two macros of NSIS: one installs every file of the folder, one removes them and their folders."""
    files = sorted(path for path in program.rglob("*") if path.is_file())
    folders = sorted({path.parent for path in files}, key=lambda folder: (len(folder.parts), folder))
    install, remove = ["!macro INSTALL_FILES"], ["!macro REMOVE_FILES"]
    for folder in folders:
        place = _installed(folder, program)
        install.append(f'  SetOutPath "{place}"')
        for path in (path for path in files if path.parent == folder):
            install.append(f'  File "{path}"')
            remove.append(f'  Delete "{_installed(path, program)}"')
    every_folder = {parent for folder in folders for parent in (folder, *folder.parents) if program in parent.parents}
    deepest_first = sorted(every_folder, key=lambda folder: (-len(folder.parts), folder))
    remove += [f'  RMDir "{_installed(folder, program)}"' for folder in deepest_first]
    return "\n".join([*install, "!macroend", *remove, "!macroend", ""])


def list_types() -> str:
    """Return a macro of NSIS that says which kinds of files the program can open."""
    lines = (f'  WriteRegStr HKCU "${{APPLICATION}}\\SupportedTypes" "{suffix}" ""' for suffix in TEXT_FILES)
    return "\n".join(["!macro SUPPORT_TYPES", *lines, "!macroend", ""])


def _installed(path: Path, program: Path) -> str:
    return str(PureWindowsPath("$INSTDIR", *(part.replace("$", "$$") for part in path.relative_to(program).parts)))


def _definitions(program: Path, into: Path, version: str, icon: Path) -> dict[str, str]:
    size = sum(path.stat().st_size for path in program.rglob("*") if path.is_file())
    return {
        "VERSION": version,
        "FOUR_NUMBERS": ".".join(map(str, four_numbers(version))),
        "COMPANY": COMPANY,
        "SIZE": str(size // 1024),
        "ICON": str(icon),
        "OUTPUT": str(into),
    }
