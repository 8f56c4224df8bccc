"""The theme that widgets need, and stages to open popups on."""

from collections.abc import AsyncIterator, Callable, Sequence

import pytest

from tests.fakes.translator import Step
from tests.ui.popup.stage import Stage
from tests.ui.themes import theme
from translator.ui.look.theme import Theme

__all__ = ["theme"]


@pytest.fixture
async def stages(theme: Theme) -> AsyncIterator[Callable[..., Stage]]:
    """Return what makes a stage, and end all of them."""
    made: list[Stage] = []

    def make(*runs: Sequence[Step], **how: object) -> Stage:
        made.append(Stage(theme, *runs, **how))
        return made[-1]

    yield make
    for stage in made:
        await stage.close()
