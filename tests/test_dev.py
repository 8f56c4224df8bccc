"""What dev.py decides before it does anything."""

import ast
import re
import subprocess
import sys
import tomllib

import pytest

import dev

LOCK = dev.LOCK.read_text(encoding="utf-8")


def test_it_is_valid_for_the_oldest_python_it_may_be_started_with() -> None:
    ast.parse((dev.ROOT / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 8))


def test_it_needs_nothing_but_the_standard_library() -> None:
    tree = ast.parse((dev.ROOT / "dev.py").read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names


@pytest.mark.parametrize(
    ("arguments", "environment", "platform", "expected"),
    [
        ([], {}, "linux", True),
        (["--demo"], {}, "linux", True),
        (["notes.txt"], {"DISPLAY": ""}, "linux", True),
        ([], {"DISPLAY": ":0"}, "linux", False),
        ([], {"WAYLAND_DISPLAY": "wayland-0"}, "linux", False),
        ([], {"QT_QPA_PLATFORM": "vnc"}, "linux", False),
        (["text", "Hello", "--to", "de"], {}, "linux", False),
        (["doctor"], {}, "linux", False),
        (["memory", "export", "a.tmx"], {}, "linux", False),
        (["--clipboard"], {}, "linux", False),
        (["--background"], {}, "linux", True),
        ([], {}, "darwin", False),
        ([], {}, "win32", False),
    ],
)
def test_only_a_window_without_a_display_needs_a_virtual_screen(arguments, environment, platform, expected) -> None:
    assert dev.needs_virtual_screen(arguments, environment, platform) is expected


def test_the_environment_is_made_anew_when_the_lock_or_the_project_changes(tmp_path) -> None:
    lock, project = tmp_path / "lock", tmp_path / "project"
    lock.write_text("a", encoding="utf-8")
    project.write_text("b", encoding="utf-8")
    before = dev.fingerprint(lock, project)

    project.write_text("c", encoding="utf-8")

    assert dev.fingerprint(lock, project) != before
    assert dev.fingerprint(project, lock) != dev.fingerprint(lock, project)


def test_missing_libraries_files_and_programs_are_named_with_their_packages(tmp_path) -> None:
    here = {sys.executable: "python", str(tmp_path): "folder"}
    absent = {"libnowhere.so.9": "libnowhere9", "/nowhere/at/all": "nothing", "no-such-program": "nothing"}

    assert dev.missing({**here, **absent}) == absent
    assert dev.packages(absent) == ["libnowhere9", "nothing"]
    assert "libnowhere9 nothing" in dev.advice(absent)


def test_what_is_missing_and_cannot_be_installed_stops_with_the_advice(monkeypatch) -> None:
    monkeypatch.setattr(dev, "install_where_possible", lambda _: None)

    with pytest.raises(SystemExit) as stopped:
        dev.demand({"libnowhere.so.9": "libnowhere9"})

    assert "libnowhere9" in str(stopped.value.code)


def test_an_unknown_task_is_told_what_there_is() -> None:
    ended = subprocess.run([sys.executable, "dev.py", "fly"], cwd=dev.ROOT, capture_output=True, text=True, check=False)

    assert ended.returncode == 2
    assert "dev.py run" in ended.stdout


def test_the_lock_names_no_address() -> None:
    assert "://" not in LOCK
    assert not re.search(r"^\s*--(index-url|extra-index-url|find-links)", LOCK, re.MULTILINE)


def test_every_locked_version_is_exact_and_has_its_hashes() -> None:
    entries = re.split(r"^(?=[a-z0-9])", LOCK, flags=re.MULTILINE)[1:]

    assert len(entries) > 40
    assert [
        entry for entry in entries if not re.match(r"[a-z0-9._-]+(\[[a-z,]+\])?==\S+ .*\\\n +--hash=sha256:", entry)
    ] == []


def test_the_lock_holds_everything_that_the_project_asks_for() -> None:
    project = tomllib.loads(dev.PROJECT.read_text(encoding="utf-8"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = {re.split(r"[^a-zA-Z0-9-]", wanted)[0].lower() for wanted in asked}

    assert names <= set(re.findall(r"^([a-z0-9-]+)==", LOCK, re.MULTILINE))


def test_the_lock_holds_the_versions_that_are_known_to_work() -> None:
    assert re.search(r"^pyside6-essentials==6\.11\.", LOCK, re.MULTILINE)
    assert re.search(r"^qasync==0\.28\.", LOCK, re.MULTILINE)
