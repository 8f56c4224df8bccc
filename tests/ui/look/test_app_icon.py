"""The program's own icon."""

from translator.assets import resources
from translator.ui.look.app_icon import app_icon


def test_it_is_drawn_for_every_size_and_the_small_ones_apart(qapp: object) -> None:
    icon = app_icon(resources() / "icons")
    sides = sorted(size.width() for size in icon.availableSizes())
    assert sides == [16, 24, 32, 48, 64, 128]
    small, large = icon.pixmap(32, 32).toImage(), icon.pixmap(128, 128).scaled(32, 32).toImage()
    assert small.pixelColor(16, 8).alpha() == 255
    assert small != large
