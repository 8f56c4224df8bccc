"""What every Keys port does, on the fake and on the real one."""

from collections.abc import Callable

import pytest

from tests.fakes.keys import FakeKeys
from tests.fakes.secrets import MemorySecrets
from translator.settings import Service
from translator.storage.service_keys import ServiceKeys
from translator.translation.errors import KeyStoreError, KeyStoreLocked
from translator.translation.ports import Keys

FAR = Service(id="far", name="Far", base_url="https://api.far.example/v1")
OTHER = Service(id="other", name="Other", base_url="https://api.far.example/v1")

Make = Callable[[dict[str, str], KeyStoreError | None], Keys]


def _real(keys: dict[str, str], failure: KeyStoreError | None) -> Keys:
    return ServiceKeys(MemorySecrets(keys, failure))


@pytest.fixture(params=[FakeKeys, _real], ids=["fake", "ServiceKeys"])
def make(request: pytest.FixtureRequest) -> Make:
    return request.param


async def test_a_stored_key_is_given(make: Make) -> None:
    assert await make({"far": "sk-1"}, None).key_for(FAR) == "sk-1"


async def test_a_key_belongs_to_one_service_even_where_another_has_the_same_address(make: Make) -> None:
    assert await make({"far": "sk-1"}, None).key_for(OTHER) is None


async def test_no_key_is_none(make: Make) -> None:
    assert await make({}, None).key_for(FAR) is None


async def test_a_keyring_that_cannot_serve_is_an_error(make: Make) -> None:
    with pytest.raises(KeyStoreLocked):
        await make({"far": "sk-1"}, KeyStoreLocked()).key_for(FAR)


async def test_no_key_shows_in_its_representation(make: Make) -> None:
    keys = make({"far": "sk-secret"}, None)
    await keys.key_for(FAR)
    assert "sk-secret" not in repr(keys)
