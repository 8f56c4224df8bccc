"""The application's Info.plist.

Taking pictures of the screen and pressing keys in other programs need the user's permission; macOS asks for both in its
own words, and has no key for ours. Keys:
https://developer.apple.com/documentation/bundleresources/information-property-list
"""

from __future__ import annotations

import re
from typing import Any

from translator import APPLICATION_ID, __version__
from translator.locales.offered import OFFERED

OLDEST = "13.0"
"""What PySide6 6.11 is built for."""
_BY_SCRIPT = {"zh_CN": "zh-Hans", "zh_TW": "zh-Hant"}
LANGUAGES = tuple(_BY_SCRIPT.get(language, language.replace("_", "-")) for language in OFFERED)
"""Those of the interface, as macOS calls them."""
TEXT_KINDS = ("public.plain-text", "net.daringfireball.markdown", "public.comma-separated-values-text")
"""Uniform type identifiers of what the program opens; it becomes the default of none."""


def information(version: str = __version__) -> dict[str, Any]:
    """Return what PyInstaller writes into Info.plist, beside the names of program and icon."""
    numbers = re.match(r"\d+(?:\.\d+){0,2}", version)
    if numbers is None:
        raise ValueError(f"{version!r} is no version")
    return {
        "CFBundleIdentifier": APPLICATION_ID,
        "CFBundleName": "Translator",
        "CFBundleDisplayName": "Translator",
        "CFBundleShortVersionString": numbers[0],
        "CFBundleVersion": numbers[0],
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": list(LANGUAGES),
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Text",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": list(TEXT_KINDS),
            }
        ],
        "LSApplicationCategoryType": "public.app-category.productivity",
        "LSMinimumSystemVersion": OLDEST,
        "LSBackgroundOnly": False,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "The Translator authors. MIT licence",
        # macOS 15 asks before the first connection to another computer at home, for which this is the reason given.
        "NSLocalNetworkUsageDescription": "For services that run on another computer in your network.",
    }
