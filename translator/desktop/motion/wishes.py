"""What desktops call it when their user wants less motion."""

from collections.abc import Callable, Mapping


def _is_one(value: object) -> bool:
    return value == 1 and not isinstance(value, bool)


def _is_off(value: object) -> bool:
    return value is False


def _is_nothing(value: object) -> bool:
    """Whether the factor by which KDE makes its animations longer, written as text, leaves nothing of them."""
    try:
        return isinstance(value, str | float) and float(value) == 0
    except ValueError:
        return False


_SAYS_LESS: dict[tuple[str, str], Callable[[object], bool]] = {
    ("org.freedesktop.appearance", "reduced-motion"): _is_one,
    ("org.gnome.desktop.interface", "enable-animations"): _is_off,
    ("org.kde.kdeglobals.KDE", "AnimationDurationFactor"): _is_nothing,
}

NAMESPACES = tuple(namespace for namespace, _ in _SAYS_LESS)
"""What the portal is asked for."""


class Wishes:
    """The settings about motion, of those that a desktop tells of."""

    def __init__(self) -> None:
        self._less: set[tuple[str, str]] = set()

    @property
    def is_reduced(self) -> bool:
        """Whether any of them asks for less."""
        return bool(self._less)

    def take_all(self, told: object) -> None:
        """Take namespaces with their keys and values. What a portal says is not trusted to be well formed."""
        for namespace, keys in told.items() if isinstance(told, Mapping) else ():
            for key, variant in keys.items() if isinstance(keys, Mapping) else ():
                self.take(namespace, key, variant)

    def take(self, namespace: object, key: object, variant: object) -> None:
        """Take one setting, which may be about anything."""
        name = str(namespace), str(key)
        says_less = _SAYS_LESS.get(name)
        if says_less is None or not (isinstance(variant, tuple) and len(variant) == 2):
            return
        if says_less(variant[1]):
            self._less.add(name)
        else:
            self._less.discard(name)
