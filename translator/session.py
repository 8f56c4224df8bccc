"""What is put back at the next start: the draft, the languages, the window."""

from typing import NamedTuple


class PopupSession(NamedTuple):
    """How the popup was when it was last seen. ``size`` is its width and height, empty for the design's own.

    ``target`` is a language tag as text, empty for the window's target language.
    """

    size: tuple[int, ...] = ()
    is_pinned: bool = False
    target: str = ""


class Session(NamedTuple):
    """The state of the window when it was last seen.

    ``source`` and ``target`` are language tags as text; an empty source is Detect. ``recent_sources`` and
    ``recent_targets`` are tags, the latest first. ``geometry`` is what the toolkit gave to remember the window by,
    ``splitter`` the panes' sizes in pixels. ``popup`` is the popup's.
    """

    draft: str = ""
    source: str = ""
    target: str = ""
    recent_sources: tuple[str, ...] = ()
    recent_targets: tuple[str, ...] = ()
    geometry: bytes = b""
    splitter: tuple[int, ...] = ()
    popup: PopupSession = PopupSession()
