"""Application, image, signature and notarisation for macOS: what its programs are told, for none of them is here."""

import plistlib
from pathlib import Path

import pytest

import macos
from macos import information, signing
from macos.notarising import notarise
from translator import APPLICATION_ID, __version__

MACH_O = bytes.fromhex("cffaedfe") + b"code"
KEY = {"NOTARY_KEY_FILE": "/keys/key.p8", "NOTARY_KEY_ID": "ABC", "NOTARY_ISSUER": "team"}


class Commands:
    """Takes note of what would be run, and of the entitlements as long as they are there."""

    def __init__(self):
        self.run = []
        self.entitlements = []

    def __call__(self, command):
        self.run.append(command)
        if "--entitlements" in command:
            self.entitlements.append(plistlib.loads(Path(command[command.index("--entitlements") + 1]).read_bytes()))

    @property
    def programs(self):
        return [command[0] for command in self.run]


@pytest.fixture
def application(tmp_path):
    """Return an application as PyInstaller lays it out: code in Frameworks, everything else in Resources, and links."""
    contents = tmp_path / "Translator.app" / "Contents"
    framework = contents / "Frameworks" / "PySide6" / "Qt" / "lib" / "QtCore.framework"
    files = {
        contents / "MacOS" / "translator": MACH_O,
        contents / "Frameworks" / "libpython3.13.dylib": MACH_O,
        contents / "Frameworks" / "msgspec" / "_core.so": bytes.fromhex("cafebabe"),
        framework / "Versions" / "A" / "QtCore": MACH_O,
        framework / "Versions" / "A" / "Resources" / "Info.plist": b"<plist/>",
        contents / "Resources" / "translator" / "resources" / "icons" / "app.svg": b"<svg/>",
        contents / "Info.plist": b"<plist/>",
    }
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (framework / "QtCore").symlink_to("Versions/A/QtCore")
    (contents / "Resources" / "msgspec").symlink_to("../Frameworks/msgspec")
    return tmp_path / "Translator.app"


def signed(commands):
    return [command[-1] for command in commands.run if "--sign" in command]


def test_everything_that_is_code_is_signed_inside_out(application):
    commands = Commands()

    signing.sign_application(application, "Developer ID Application: Us", commands)

    frameworks = application / "Contents" / "Frameworks"
    qt = frameworks / "PySide6" / "Qt" / "lib" / "QtCore.framework"
    assert signed(commands) == [
        str(path)
        for path in (
            qt / "Versions" / "A" / "QtCore", qt, frameworks / "msgspec" / "_core.so",
            frameworks / "libpython3.13.dylib", application / "Contents" / "MacOS" / "translator", application,
        )
    ]  # fmt: skip
    assert all(
        {"--timestamp", "runtime", "Developer ID Application: Us"} <= set(command) for command in commands.run[:-1]
    )
    assert commands.run[-1][:2] == ("codesign", "--verify")


def test_only_the_program_has_entitlements_and_none_that_lets_others_in(application):
    commands = Commands()

    signing.sign_application(application, "us", commands)

    with_entitlements = [Path(command[-1]).name for command in commands.run if "--entitlements" in command]
    assert with_entitlements == ["translator", "Translator.app"]
    assert commands.entitlements == [signing.ENTITLEMENTS] * 2
    weakening = ("disable-library-validation", "get-task-allow", "allow-dyld-environment-variables", "app-sandbox")
    assert not [name for name in signing.ENTITLEMENTS if name.endswith(weakening)]


def test_info_plist_says_who_it_is_what_it_opens_and_on_what_it_runs():
    read = plistlib.loads(plistlib.dumps(information.information("1.2.3rc1")))

    assert read["CFBundleIdentifier"] == APPLICATION_ID
    assert (read["CFBundleShortVersionString"], read["CFBundleVersion"]) == ("1.2.3", "1.2.3")
    assert read["LSMinimumSystemVersion"] == "13.0"
    assert read["LSBackgroundOnly"] is False
    assert len(read["CFBundleLocalizations"]) == 11
    (document,) = read["CFBundleDocumentTypes"]
    assert (document["LSHandlerRank"], document["CFBundleTypeRole"]) == ("Alternate", "Viewer")
    assert "public.plain-text" in document["LSItemContentTypes"]
    assert "CFBundleURLTypes" not in read
    assert read["NSLocalNetworkUsageDescription"]


def test_what_is_no_version_is_refused():
    with pytest.raises(ValueError, match="next"):
        information.information("next")


def test_an_image_is_notarised_and_gets_its_ticket_where_there_is_a_key(tmp_path):
    commands = Commands()

    assert notarise(tmp_path / "a.dmg", KEY, commands)

    assert [command[1] for command in commands.run] == ["notarytool", "stapler", "--assess"]
    assert "/keys/key.p8" in commands.run[0]
    assert "--wait" in commands.run[0]


@pytest.mark.parametrize("missing", KEY)
def test_without_a_whole_key_nothing_is_sent_and_that_is_said(missing, tmp_path, capsys):
    commands = Commands()

    assert not notarise(tmp_path / "a.dmg", {**KEY, missing: ""}, commands)

    assert commands.run == []
    assert missing in capsys.readouterr().err


def freeze_into(application):
    def freeze(into, *, icon):
        assert icon.read_bytes()[:4] == b"icns"
        application.rename(into / "Translator.app")
        return into / "Translator"

    return freeze


def test_the_image_is_made_of_the_signed_application_and_then_notarised(application, tmp_path):
    commands = Commands()

    (image,) = macos.package(tmp_path, freeze_into(application), commands, {"MACOS_SIGN_IDENTITY": "us", **KEY})

    assert image.name.startswith(f"Translator-{__version__}-macos-")
    assert list(dict.fromkeys(commands.programs)) == ["codesign", "ditto", "hdiutil", "xcrun", "spctl"]
    packed = next(command for command in commands.run if command[0] == "ditto")
    assert packed[1] == str(tmp_path / "frozen" / "Translator.app")
    assert signed(commands)[-1] == str(image)


def test_without_an_identity_it_is_made_unsigned_and_that_is_said(application, tmp_path, capsys):
    commands = Commands()

    (image,) = macos.package(tmp_path, freeze_into(application), commands, KEY)

    assert commands.programs == ["ditto", "hdiutil"]
    assert commands.run[-1][-1] == str(image)
    assert "MACOS_SIGN_IDENTITY" in capsys.readouterr().err
