"""What every place for keys does, on the fakes and on the real one."""

from collections.abc import Callable

import pytest

from tests.fakes.key_store import FakeKeyStore
from tests.fakes.keys import FixedKeys
from tests.fakes.secrets import MemorySecrets
from translator.settings import Service
from translator.storage.service_keys import ServiceKeys
from translator.translation.errors.keys import KeyMalformed, KeyStoreError, KeyStoreLocked
from translator.translation.ports import Keys, KeyStatus
from translator.ui.ports import KeyStore

FAR = Service(id="far", name="Far", base_url="https://api.far.example/v1")
OTHER = Service(id="other", name="Other", base_url="https://api.far.example/v1")

MakeKeys = Callable[[str | None], Keys]
MakeStore = Callable[[dict[str, str], KeyStoreError | None], KeyStore]


def _real_keys(key: str | None) -> Keys:
    return ServiceKeys(MemorySecrets({FAR.id: key} if key else {}))


def _real_store(stored: dict[str, str], failure: KeyStoreError | None) -> KeyStore:
    return ServiceKeys(MemorySecrets(stored, failure))


@pytest.fixture(params=[FixedKeys, _real_keys], ids=["fake", "ServiceKeys"])
def make_keys(request: pytest.FixtureRequest) -> MakeKeys:
    return request.param


@pytest.fixture(params=[FakeKeyStore, _real_store], ids=["fake", "ServiceKeys"])
def make_store(request: pytest.FixtureRequest) -> MakeStore:
    return request.param


async def test_an_engine_is_given_the_key(make_keys: MakeKeys) -> None:
    assert await make_keys("sk-1").key_for(FAR) == "sk-1"


async def test_no_key_is_none(make_keys: MakeKeys) -> None:
    assert await make_keys(None).key_for(FAR) is None


async def test_no_key_shows_in_the_representation(make_keys: MakeKeys) -> None:
    keys = make_keys("sk-secret")
    await keys.key_for(FAR)
    assert "sk-secret" not in repr(keys)


async def test_a_stored_key_is_told_of(make_store: MakeStore) -> None:
    assert await make_store({"far": "sk-1"}, None).status(FAR) is KeyStatus.STORED


async def test_a_key_belongs_to_one_service_even_where_another_has_its_address(make_store: MakeStore) -> None:
    assert await make_store({"far": "sk-1"}, None).status(OTHER) is KeyStatus.NONE


async def test_a_key_can_be_stored_and_forgotten(make_store: MakeStore) -> None:
    keys = make_store({}, None)
    await keys.store(FAR, " sk-1\n")
    assert await keys.status(FAR) is KeyStatus.STORED
    await keys.forget(FAR)
    assert await keys.status(FAR) is KeyStatus.NONE
    await keys.forget(FAR)


async def test_a_key_for_the_session_is_known_while_the_keyring_is_not(make_store: MakeStore) -> None:
    keys = make_store({}, KeyStoreLocked())
    keys.keep_for_session(FAR, "sk-1")
    assert await keys.status(FAR) is KeyStatus.SESSION


@pytest.mark.parametrize("key", ["", "  ", "sk 1", "sk-é"])
async def test_what_cannot_be_a_key_is_refused(make_store: MakeStore, key: str) -> None:
    keys = make_store({}, None)
    with pytest.raises(KeyMalformed):
        await keys.store(FAR, key)
    with pytest.raises(KeyMalformed):
        keys.keep_for_session(FAR, key)
    assert await keys.status(FAR) is KeyStatus.NONE


async def test_a_keyring_that_cannot_serve_is_an_error(make_store: MakeStore) -> None:
    keys = make_store({"far": "sk-1"}, KeyStoreLocked())
    with pytest.raises(KeyStoreLocked):
        await keys.status(FAR)
    with pytest.raises(KeyStoreLocked):
        await keys.store(FAR, "sk-2")
    with pytest.raises(KeyStoreLocked):
        await keys.forget(FAR)
