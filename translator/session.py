"""What is put back at the next start: the draft, the languages, the window."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PopupSession:
    """How the popup was when it was last seen. ``size`` is its width and height, empty for the design's own.

    ``target`` is a language tag as text, empty for the window's target language.
    """

    size: tuple[int, ...] = ()
    is_pinned: bool = False
    target: str = ""


@dataclass(frozen=True, slots=True)
class Session:
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
