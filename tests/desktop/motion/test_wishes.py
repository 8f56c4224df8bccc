"""Which settings mean that less is to move."""

import pytest

from translator.desktop.motion.wishes import Wishes

APPEARANCE, GNOME, KDE = "org.freedesktop.appearance", "org.gnome.desktop.interface", "org.kde.kdeglobals.KDE"


@pytest.mark.parametrize(
    ("told", "is_reduced"),
    [
        ({}, False),
        ({APPEARANCE: {"reduced-motion": ("u", 1)}}, True),
        ({APPEARANCE: {"reduced-motion": ("u", 2)}}, False),
        ({GNOME: {"enable-animations": ("b", False), "text-scaling-factor": ("d", 1.5)}}, True),
        ({GNOME: {"enable-animations": ("b", True)}}, False),
        ({APPEARANCE: {"reduced-motion": ("u", 0)}, GNOME: {"enable-animations": ("b", False)}}, True),
        ({KDE: {"AnimationDurationFactor": ("s", "0")}}, True),
        ({KDE: {"AnimationDurationFactor": ("d", 0.0)}}, True),
        ({KDE: {"AnimationDurationFactor": ("s", "0.25")}}, False),
        ({KDE: {"AnimationDurationFactor": ("s", "slow")}}, False),
        ({GNOME: {"enable-animations": False}}, False),
        ({GNOME: "enable-animations"}, False),
        (None, False),
        ("nonsense", False),
    ],
)
def test_any_of_the_settings_that_says_so_counts(told: object, is_reduced: bool) -> None:
    wishes = Wishes()
    wishes.take_all(told)

    assert wishes.is_reduced == is_reduced


def test_all_have_to_take_it_back() -> None:
    wishes = Wishes()
    wishes.take_all({APPEARANCE: {"reduced-motion": ("u", 1)}, GNOME: {"enable-animations": ("b", False)}})
    wishes.take(GNOME, "enable-animations", ("b", True))
    assert wishes.is_reduced
    wishes.take(APPEARANCE, "reduced-motion", ("u", 0))

    assert not wishes.is_reduced
