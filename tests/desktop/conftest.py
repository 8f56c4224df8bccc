"""For the tests of the desktop: time for the programs that they meet."""

from collections.abc import Iterator

import pytest


@pytest.fixture
def patience() -> Iterator[pytest.MonkeyPatch]:
    """Nobody on an X server is taken to hang who is only slow, until this is undone."""
    from tests.support.patience import be_patient

    with pytest.MonkeyPatch.context() as patch:
        be_patient(patch)
        yield patch
