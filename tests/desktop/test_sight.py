import pytest

from translator.desktop.sight import sees_copies


@pytest.mark.parametrize(
    ("platform", "seen"),
    [("xcb", True), ("windows", True), ("wayland", False), ("cocoa", False), ("offscreen", False)],
)
def test_copying_is_seen_where_the_platform_tells_of_it(platform: str, seen: bool) -> None:
    assert sees_copies(platform) is seen


def test_the_platform_is_the_one_that_runs(qapp: object) -> None:
    assert not sees_copies()
