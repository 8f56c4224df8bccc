"""Signing with a Developer ID, for the hardened runtime: each library first, then the frameworks, then the whole.

``codesign --deep`` is not used: it gives every library the program's entitlements, and Apple advises against it
(Technical Note TN2206).
"""

from __future__ import annotations

import plistlib
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Run = Callable[[Sequence[str]], None]

ENTITLEMENTS = {
    # Qt's regular expressions are compiled to machine code.
    "com.apple.security.cs.allow-jit": True,
    # libffi makes the functions that macOS calls back: the shortcuts, and the pasteboard's owner.
    "com.apple.security.cs.allow-unsigned-executable-memory": True,
}
"""What the hardened runtime is to allow, and what for. Libraries of other signers stay shut out."""

_HARDENED = ("--options", "runtime")
_MACH_O = frozenset(
    bytes.fromhex(magic) for magic in ("cffaedfe", "cefaedfe", "feedfacf", "feedface", "cafebabe", "bebafeca")
)


def sign_application(application: Path, identity: str, run: Run) -> None:
    """Sign everything in the application that is code, inside out, and verify it. Raises what ``run`` raises."""
    programs = application / "Contents" / "MacOS"
    code = find_code(application)
    for path in (path for path in code if programs not in path.parents):
        sign_file(path, identity, run, *_HARDENED)
    with tempfile.TemporaryDirectory(prefix="signing.") as folder:
        entitlements = Path(folder, "entitlements.plist")
        entitlements.write_bytes(plistlib.dumps(ENTITLEMENTS))
        for path in (*(path for path in code if programs in path.parents), application):
            sign_file(path, identity, run, *_HARDENED, "--entitlements", str(entitlements))
    run(("codesign", "--verify", "--deep", "--strict", "--verbose=2", str(application)))


def sign_file(path: Path, identity: str, run: Run, *options: str) -> None:
    """Sign a file or a bundle, with Apple's time."""
    run(("codesign", "--force", "--timestamp", *options, "--sign", identity, str(path)))


def find_code(application: Path) -> list[Path]:
    """Return the Mach-O files and frameworks in the application, what is inside of others first; links are left out."""
    real = [path for path in sorted(application.rglob("*")) if not path.is_symlink() and _is_within(path, application)]
    code = [path for path in real if _is_code(path)]
    return sorted(code, key=lambda path: (-len(path.parts), path))


def _is_within(path: Path, application: Path) -> bool:
    """Return whether the path leads there without a link on its way."""
    return not any(parent.is_symlink() for parent in path.parents if application in parent.parents)


def _is_code(path: Path) -> bool:
    if path.is_dir():
        return path.suffix == ".framework"
    with path.open("rb") as file:
        return file.read(4) in _MACH_O
