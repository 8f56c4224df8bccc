"""The package for Debian and its kin. It lives in ``/opt``, and needs nothing to be run when it comes or goes."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from email.utils import formatdate
from pathlib import Path

import licences
from freezing import source_time
from linux.elf import read_linked
from linux.release import HERE, MOST_INSTALLED, PACKAGE, PROGRAM, Release, TooLarge
from linux.tree import lay_out, settle

PLACE = f"opt/{PROGRAM}"
"""Where the program is, under ``/``."""
_MAINTAINER = "The Translator authors <translator-desktop@users.noreply.github.com>"


def build_deb(frozen: Path, into: Path, release: Release, compression: tuple[str, ...] = ("-Zxz", "-z6")) -> Path:
    """Pack the frozen program; return the package. ``compression`` are options of dpkg-deb.

    Raises TooLarge, or CalledProcessError.
    """
    into.mkdir(parents=True, exist_ok=True)
    # Not in the folder for temporary files: there the program's files would have to be written again.
    with tempfile.TemporaryDirectory(prefix="deb.", dir=into) as folder:
        root = Path(folder, PACKAGE)
        root.mkdir()
        lay_out(frozen, root, PLACE, link=f"/{PLACE}/{PROGRAM}")
        _leave_to_system(root)
        _write_documents(root, release)
        size = settle(root)
        if size > MOST_INSTALLED:
            raise TooLarge(f"installed it takes {size:,} bytes, of {MOST_INSTALLED:,}")
        (root / "DEBIAN").mkdir(mode=0o755)
        needed = _needed_packages(root)
        _write_control(root, release, needed, size)
        deb = into / f"{PACKAGE}_{release.version}_{_architecture()}.deb"
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(source_time())}
        command = ["dpkg-deb", "--root-owner-group", *compression, "--build", str(root), str(deb)]
        subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    return deb


def _architecture() -> str:
    return subprocess.run(
        ["dpkg", "--print-architecture"], check=True, capture_output=True, text=True
    ).stdout.strip()  # fmt: skip


def _write_documents(root: Path, release: Release) -> None:
    """Write what Debian wants to be told: whose work it is, what changed, and where it is not as Debian has it."""
    documents = root / "usr/share/doc" / PACKAGE
    documents.mkdir(parents=True)
    (documents / "copyright").write_text(_copyright(root), encoding="utf-8")
    change = (
        f"{PACKAGE} ({release.version}) unstable; urgency=medium\n\n  * See CHANGELOG.md in its source.\n\n"
        f" -- {_MAINTAINER}  {formatdate(source_time())}\n"
    )
    (documents / "changelog.gz").write_bytes(gzip.compress(change.encode(), 9, mtime=0))
    overrides = root / "usr/share/lintian/overrides" / PACKAGE
    overrides.parent.mkdir(parents=True)
    shutil.copyfile(HERE / "debian" / "lintian-overrides", overrides)


def _copyright(root: Path) -> str:
    """Return whose work it is. The licences' texts are in the package once, where About finds them."""
    whole = root / PLACE / "_internal" / "translator" / "resources" / licences.FILE_NAME
    paragraphs = whole.read_text(encoding="utf-8").partition("=" * 80)[0].strip().split("\n\n")
    heads = "\n\n".join(part for part in paragraphs if "(Debian package" not in part)
    return (
        f"Translator, copyright 2026 The Translator authors.\n\n{heads}\n\n"
        f"Those texts are in /{whole.relative_to(root)}. On Debian systems those of the Apache License 2.0,\n"
        "the GNU GPL version 3 and the GNU LGPL version 3 are also in /usr/share/common-licenses.\n"
    )


def _leave_to_system(root: Path) -> None:
    """Remove the libraries that came from this system: Debian's packages bring them, and mend what is wrong in them."""
    for path in (root / PLACE / "_internal").glob("lib*.so*"):
        if not path.is_symlink() and not path.name.startswith("libpython"):
            path.unlink()


def _needed_packages(root: Path) -> str:
    """Return the packages that the program's own files are linked with, as Debian's own tool finds them."""
    linked = read_linked(root)
    folders = sorted({each.path.parent for each in linked if ".so" in each.path.name})
    # Those of one folder that need the same are alike, and the tool is slow.
    alike = {(each.path.parent, each.needed): each.path for each in linked}
    with tempfile.TemporaryDirectory(prefix="shlibdeps.") as folder:
        control = Path(folder, "debian", "control")
        control.parent.mkdir()
        control.write_text(f"Source: {PACKAGE}\n\nPackage: {PACKAGE}\nArchitecture: any\n", encoding="utf-8")
        command = ["dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0", f"-S{root}"]
        command += [f"-l{path}" for path in folders] + [f"-e{path}" for path in alike.values()]
        said = subprocess.run(command, check=False, cwd=folder, capture_output=True, text=True)
    if said.returncode:
        sys.stderr.write(said.stderr)
        said.check_returncode()
    return said.stdout.strip().partition("=")[2]


def _write_control(root: Path, release: Release, needed: str, size: int) -> None:
    text = (HERE / "debian" / "control").read_text(encoding="utf-8")
    fields = {"version": release.version, "architecture": _architecture(), "needed": needed, "size": -(-size // 1024)}
    (root / "DEBIAN" / "control").write_text(text.format(maintainer=_MAINTAINER, **fields), encoding="utf-8")
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    lines = [
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(root)}\n"
        for path in files
        if path.parent.name != "DEBIAN"
    ]
    (root / "DEBIAN" / "md5sums").write_text("".join(lines), encoding="utf-8")
