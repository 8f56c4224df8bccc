"""The Flatpak's manifest, and what it packs: neither flatpak nor its runtime is here."""

import json
import re

import pytest

import flatpak
import make_flatpak
from translator import APPLICATION_ID


@pytest.fixture
def frozen(tmp_path):
    folder = tmp_path / "translator"
    (folder / "_internal").mkdir(parents=True)
    (folder / "translator").write_bytes(b"\x7fELF")
    (folder / "_internal" / "base_library.zip").write_bytes(b"PK")
    return folder


@pytest.fixture
def prepared(frozen, tmp_path):
    return flatpak.prepare(frozen, tmp_path / "flatpak")


def test_the_manifest_has_what_flatpak_builder_asks_for(prepared):
    read = json.loads(prepared.read_text(encoding="utf-8"))

    assert prepared.name == f"{APPLICATION_ID}.json"
    assert read["id"] == APPLICATION_ID
    assert {"runtime", "runtime-version", "sdk", "command", "finish-args", "modules"} <= set(read)
    assert read["runtime"].removesuffix("Platform") == read["sdk"].removesuffix("Sdk")
    assert all({"name", "buildsystem", "sources"} <= set(module) for module in read["modules"])
    assert all(
        (prepared.parent / source["path"]).is_dir() for module in read["modules"] for source in module["sources"]
    )


def test_the_program_may_do_no_more_than_it_needs():
    granted = flatpak.manifest()["finish-args"]

    assert "--talk-name=org.freedesktop.secrets" in granted
    assert {"--socket=wayland", "--socket=fallback-x11", "--share=network"} <= set(granted)
    assert not [
        permission for permission in granted if re.match(r"--(filesystem|device|own-name|system|allow)", permission)
    ]
    assert not {"--socket=x11", "--socket=session-bus", "--socket=system-bus"} & set(granted)
    assert not [permission for permission in granted if "org.freedesktop.portal" in permission]  # open to all of them
    assert all(reason.strip() for reason in flatpak.PERMISSIONS.values())


def test_program_desktop_entry_metainfo_and_icons_lie_where_the_manifest_takes_them_from(prepared):
    tree = prepared.parent / "tree" / "usr"
    (command,) = flatpak.manifest()["modules"][0]["build-commands"]

    assert "usr/." in command
    assert (tree / "bin" / flatpak.manifest()["command"]).resolve() == (tree / "lib/translator/translator").resolve()
    assert (tree / "lib/translator/_internal/base_library.zip").read_bytes() == b"PK"
    assert (tree / f"share/applications/{APPLICATION_ID}.desktop").is_file()
    assert (tree / f"share/metainfo/{APPLICATION_ID}.metainfo.xml").is_file()
    assert (tree / f"share/icons/hicolor/256x256/apps/{APPLICATION_ID}.png").is_file()


def test_what_was_prepared_before_is_replaced(prepared, frozen):
    leftover = prepared.parent / "tree" / "usr" / "leftover"
    leftover.write_text("old", encoding="utf-8")

    flatpak.prepare(frozen, prepared.parent)

    assert not leftover.exists()


def test_it_is_built_from_the_manifest_into_one_bundle(prepared, tmp_path):
    called = []

    bundle = flatpak.build(prepared, tmp_path, called.append)

    assert bundle == tmp_path / f"{APPLICATION_ID}.flatpak"
    assert [command[0] for command in called] == ["flatpak-builder", "flatpak"]
    assert called[0][-1] == str(prepared)
    repository = called[1][2]
    assert f"--repo={repository}" in called[0]
    assert called[1][-2:] == (str(bundle), APPLICATION_ID)


def test_the_script_prepares_what_was_frozen(frozen, tmp_path, capsys):
    assert make_flatpak.main(["--frozen", str(frozen), "--into", str(tmp_path / "dist"), "--prepare"]) == 0

    assert capsys.readouterr().out.strip() == str(tmp_path / "dist" / "flatpak" / f"{APPLICATION_ID}.json")


def test_the_script_says_what_is_missing_where_nothing_was_frozen(tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        make_flatpak.main(["--frozen", str(tmp_path / "nowhere"), "--prepare"])

    assert ended.value.code == 2
    assert "dev.py package" in capsys.readouterr().err
