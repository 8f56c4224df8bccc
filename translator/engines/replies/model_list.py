"""The list of models that ``GET /models`` answers with, in the shapes in which servers write it."""

import json

MAX_LIST_BYTES = 4_000_000
_MOST_VALUES = 200_000  # objects and lists: a list of nothing but brackets would be twenty times its size in memory


def read_models(body: bytes) -> tuple[str, ...] | None:
    """Return the sorted names, none where the list is empty, or None where this is no list of models.

    OpenAI has ``{"data": [{"id": ...}]}``; Ollama sends ``"data": null`` while it has no model; others send a bare
    list, or ``{"models": [{"name": ...}]}``. Entries that name nothing are passed over.
    """
    if body.count(b"{") + body.count(b"[") > _MOST_VALUES:
        return None
    try:
        found = json.loads(body.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None
    if isinstance(found, dict):
        found = _listed(found)
    if not isinstance(found, list):
        return None
    names = {name for name in map(_name, found) if name}
    return tuple(sorted(names)) if names or not found else None


def _listed(found: dict[str, object]) -> object:
    for key in ("data", "models"):
        if key in found:
            return found[key] or []
    return None


def _name(entry: object) -> str:
    if isinstance(entry, dict):
        entry = next((entry[key] for key in ("id", "name", "model") if entry.get(key)), "")
    return entry if isinstance(entry, str) else ""
