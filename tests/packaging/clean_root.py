"""A root to install into: the whole system as it is, in which every change goes to memory and is thrown away.

It is an overlay in a mount namespace of its own, which a child process holds: when that ends, nothing is left. What is
not the system's (the clone, a Python that was built by hand) is hidden in it. Where mounting is not allowed, a plain
folder takes its place: the package's files lie there alone, and its dependencies are not checked.
"""

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

CLONE = Path(__file__).resolve().parents[2]
SYSTEM_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
DPKG = ("dpkg", "--force-unsafe-io", "--no-pager")
_HIDDEN = [str(CLONE), *([sys.base_prefix] if sys.base_prefix not in ("/usr", "/usr/local") else [])]
_MOUNT = """
set -e
mount -t tmpfs -o size=1g overlay "$1"
mkdir "$1/changed" "$1/work" "$1/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$1/changed,workdir=$1/work" "$1/root"
for shared in /proc /dev "$2"; do mount --rbind "$shared" "$1/root$shared"; done
umask 022
shift 2
for hidden; do mount -t tmpfs -o size=1m hidden "$ROOT$hidden"; done
echo ready
exec cat
"""


class Root(Protocol):
    """Where a package is installed."""

    path: Path
    """Where it can be looked at from outside."""

    def command(self, *words: str) -> list[str]:
        """Return what runs this command in it: as the same process, started outside."""
        ...

    def install(self, deb: Path) -> None:
        """Install the package. Raises CalledProcessError."""
        ...

    def remove(self, package: str) -> None:
        """Remove the package with all it has. Raises CalledProcessError."""
        ...

    def leftovers(self) -> list[str]:
        """Return what is there now and was not before, but for what Debian keeps of every package it has known."""
        ...


class _Overlay:
    def __init__(self, folder: Path, holder: subprocess.Popen[str]) -> None:
        self._inside = folder / "root"
        self._enter = ["nsenter", f"--mount=/proc/{holder.pid}/ns/mnt", "chroot", str(self._inside)]
        outside = Path(f"/proc/{holder.pid}/root")
        self.path = outside / self._inside.relative_to("/")
        self._changed = outside / (folder / "changed").relative_to("/")

    def command(self, *words: str) -> list[str]:
        return [*self._enter, *words]

    def install(self, deb: Path) -> None:
        self._dpkg("--install", str(deb))

    def remove(self, package: str) -> None:
        self._dpkg("--purge", package)

    def _dpkg(self, *words: str) -> None:
        environment = {"PATH": SYSTEM_PATH, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
        subprocess.run(self.command(*DPKG, *words), check=True, env=environment, stdout=subprocess.PIPE)

    def leftovers(self) -> list[str]:
        there = (path for path in self._changed.rglob("*") if not _is_removal(path))
        names = (str(path.relative_to(self._changed)) for path in there)
        return sorted(name for name in names if not Path("/", name).exists() and not name.startswith("var/cache/"))


def _is_removal(path: Path) -> bool:
    """Whether an overlay says with this that something of the system below is gone."""
    return stat.S_ISCHR(path.lstat().st_mode)


class _Plain:
    def __init__(self, folder: Path) -> None:
        self.path = folder
        for name in ("info", "updates", "triggers"):
            (folder / "var/lib/dpkg" / name).mkdir(parents=True)
        (folder / "var/lib/dpkg/status").touch()

    def command(self, *words: str) -> list[str]:
        program = self.path / "usr/bin" / words[0]
        real = self.path / str(program.readlink()).lstrip("/") if program.is_symlink() else program
        return [str(real), *words[1:]]

    def install(self, deb: Path) -> None:
        self._dpkg("--install", str(deb))

    def remove(self, package: str) -> None:
        self._dpkg("--purge", package)

    def _dpkg(self, *words: str) -> None:
        alone = (f"--root={self.path}", "--force-not-root", "--force-depends", "--log=/dev/null")
        environment = {"PATH": SYSTEM_PATH, "LC_ALL": "C.UTF-8"}
        subprocess.run([*DPKG, *alone, *words], check=True, env=environment, stdout=subprocess.PIPE)

    def leftovers(self) -> list[str]:
        files = [path for path in self.path.rglob("*") if not path.is_dir()]
        names = (str(path.relative_to(self.path)) for path in files)
        return sorted(name for name in names if not name.startswith("var/lib/dpkg/"))


@contextmanager
def clean_root(folder: Path) -> Iterator[Root]:
    """Make one in this folder, which is empty; nothing is left of it afterwards but what a plain one has written."""
    shared = Path(os.environ.get("TMPDIR", "/tmp"))
    script = ["unshare", "--mount", "--propagation=private", "sh", "-c", _MOUNT, "sh", str(folder), str(shared)]
    environment = {"PATH": SYSTEM_PATH, "ROOT": str(folder / "root")}
    pipe = subprocess.PIPE
    with subprocess.Popen([*script, *_HIDDEN], env=environment, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as it:
        assert it.stdout is not None
        if it.stdout.readline().strip() == "ready":
            yield _Overlay(folder, it)
            it.communicate()
            return
        _, said = it.communicate()
    sys.stdout.write(f"Installed into a plain folder, since mounting is not allowed here: {said}")
    shutil.rmtree(folder, ignore_errors=True)
    yield _Plain(folder)
