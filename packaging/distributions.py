"""The distributions that the program is made of: its own requirements, and theirs."""

from __future__ import annotations

import tomllib
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]


def required() -> dict[str, Distribution]:
    """Return what pyproject.toml requires here, and what that requires, by canonical name.

    Raises PackageNotFoundError where one of them is not installed.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: dict[str, Distribution] = {}
    waiting = [Requirement(line) for line in project["dependencies"]]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in found or not _applies(requirement):
            continue
        found[name] = distribution(name)
        waiting += [Requirement(line) for line in found[name].requires or ()]
    return dict(sorted(found.items()))


def _applies(requirement: Requirement) -> bool:
    return requirement.marker is None or requirement.marker.evaluate({"extra": ""})


def foreign_modules() -> list[str]:
    """Return the modules at the top that only other distributions in this environment bring: the developers' tools."""
    ours = {*required(), "translator-desktop"}
    owners = packages_distributions().items()
    return sorted(module for module, names in owners if not ours & {canonicalize_name(name) for name in names})
