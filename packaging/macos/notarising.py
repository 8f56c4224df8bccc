"""Having Apple look an image through, and putting its ticket into it, so that macOS opens it without a warning.

https://developer.apple.com/documentation/security/notarizing-macos-software-before-distribution
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    Run = Callable[[Sequence[str]], None]

VARIABLES = ("NOTARY_KEY_FILE", "NOTARY_KEY_ID", "NOTARY_ISSUER")
"""A key of App Store Connect: its .p8 file, its identifier, and that of the team."""
LONGEST = "30m"


def notarise(image: Path, environment: Mapping[str, str], run: Run) -> bool:
    """Send the image to Apple, wait for the answer and staple the ticket; return whether there was a key for that.

    Raises what ``run`` raises where Apple says no; ``notarytool log`` then says why.
    """
    key_file, key_id, issuer = (environment.get(name, "") for name in VARIABLES)
    if not (key_file and key_id and issuer):
        sys.stderr.write(f"Not notarised: {', '.join(VARIABLES)} are not all set.\n")
        return False
    key = ("--key", key_file, "--key-id", key_id, "--issuer", issuer)
    run(("xcrun", "notarytool", "submit", str(image), *key, "--wait", "--timeout", LONGEST))
    run(("xcrun", "stapler", "staple", str(image)))
    run(("spctl", "--assess", "--type", "open", "--context", "context:primary-signature", "--verbose=2", str(image)))
    return True
