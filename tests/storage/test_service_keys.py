"""Which key a service gets, and what happens when the keyring does not help."""

import asyncio
import threading
from collections.abc import Iterator

import pytest

from tests.fakes.secrets import FrozenSecrets, MemorySecrets
from tests.support.waiting import until
from translator.settings import Service
from translator.storage.service_keys import KeyStatus, ServiceKeys
from translator.translation.errors.keys import KeyMalformed, KeyStoreHung, KeyStoreLocked, KeyStoreMissing

OPENAI = Service("openai", "OpenAI", base_url="https://api.openai.com/v1")
FAR = Service("far", "Far", base_url="https://api.far.example/v1")
NEAR = Service("near", "Near", base_url="http://127.0.0.1:11434/v1")


@pytest.fixture
def frozen() -> Iterator[FrozenSecrets]:
    secrets = FrozenSecrets()
    yield secrets
    secrets.released.set()


async def test_the_keyring_is_read_once() -> None:
    secrets = MemorySecrets({"far": "sk-1"})
    keys = ServiceKeys(secrets)
    assert [await keys.key_for(FAR), await keys.key_for(FAR)] == ["sk-1", "sk-1"]
    assert secrets.reads == 1


async def test_a_key_stored_by_another_process_is_found_later() -> None:
    secrets = MemorySecrets()
    keys = ServiceKeys(secrets)
    assert await keys.key_for(FAR) is None
    secrets.keys["far"] = "sk-1"
    assert await keys.key_for(FAR) == "sk-1"


async def test_a_key_is_stored_without_the_blanks_of_a_paste() -> None:
    secrets = MemorySecrets()
    keys = ServiceKeys(secrets)
    await keys.store(FAR, "  sk-1\n")
    assert secrets.keys == {"far": "sk-1"}
    assert await keys.key_for(FAR) == "sk-1"
    assert await keys.status(FAR) is KeyStatus.STORED


@pytest.mark.parametrize("key", ["", "  ", "sk 1", "sk-\n1", "sk-é", "sk-\x00"])
async def test_what_cannot_be_a_key_is_refused_and_nothing_changes(key: str) -> None:
    secrets = MemorySecrets({"far": "sk-1"})
    keys = ServiceKeys(secrets)
    with pytest.raises(KeyMalformed):
        await keys.store(FAR, key)
    with pytest.raises(KeyMalformed):
        keys.keep_for_session(FAR, key)
    assert await keys.key_for(FAR) == "sk-1"


async def test_a_key_for_this_session_needs_no_keyring() -> None:
    keys = ServiceKeys(MemorySecrets(failure=KeyStoreMissing()))
    keys.keep_for_session(FAR, "sk-2")
    assert await keys.key_for(FAR) == "sk-2"
    assert await keys.status(FAR) is KeyStatus.SESSION


async def test_a_forgotten_key_is_gone_everywhere() -> None:
    secrets = MemorySecrets({"far": "sk-1"})
    keys = ServiceKeys(secrets)
    await keys.key_for(FAR)
    keys.keep_for_session(FAR, "sk-2")
    await keys.forget(FAR)
    assert await keys.key_for(FAR) is None
    assert await keys.status(FAR) is KeyStatus.NONE
    assert secrets.keys == {}


async def test_the_environment_serves_openai_when_the_keyring_has_no_key() -> None:
    keys = ServiceKeys(MemorySecrets(), "sk-env")
    assert await keys.key_for(OPENAI) == "sk-env"
    assert await keys.status(OPENAI) is KeyStatus.ENVIRONMENT


async def test_the_keyring_comes_before_the_environment() -> None:
    assert await ServiceKeys(MemorySecrets({"openai": "sk-1"}), "sk-env").key_for(OPENAI) == "sk-1"


@pytest.mark.parametrize(
    "address",
    [
        "https://api.far.example/v1",
        "http://api.openai.com/v1",
        "https://api.openai.com.far.example/v1",
        "https://api.openai.com@far.example/v1",
        "https://[",
        "",
    ],
)
async def test_the_environment_serves_no_other_stored_service(address: str) -> None:
    keys = ServiceKeys(MemorySecrets(), "sk-env")
    assert await keys.key_for(Service("far", "Far", base_url=address)) is None


async def test_the_environment_serves_the_address_given_on_the_command_line() -> None:
    keys = ServiceKeys(MemorySecrets(), "sk-env", given_address=FAR.base_url)
    assert await keys.key_for(FAR) == "sk-env"


async def test_a_service_of_this_command_line_is_not_looked_up_in_the_keyring() -> None:
    secrets = MemorySecrets({"far": "sk-1"})
    assert await ServiceKeys(secrets, unstored_id="far").key_for(FAR) is None
    assert secrets.reads == 0


async def test_a_locked_keyring_is_no_error_where_the_environment_has_the_key() -> None:
    keys = ServiceKeys(MemorySecrets(failure=KeyStoreLocked()), "sk-env")
    assert await keys.key_for(OPENAI) == "sk-env"


async def test_a_service_on_this_computer_works_without_a_keyring_and_asks_it_once() -> None:
    secrets = MemorySecrets(failure=KeyStoreMissing())
    keys = ServiceKeys(secrets)
    assert await keys.key_for(NEAR) is None
    assert await keys.key_for(NEAR) is None
    assert secrets.reads == 1


async def test_a_keyring_that_does_not_answer_is_given_up(frozen: FrozenSecrets) -> None:
    keys = ServiceKeys(frozen, patience=0.01)
    with pytest.raises(KeyStoreHung):
        await keys.key_for(FAR)
    with pytest.raises(KeyStoreHung):
        await keys.store(FAR, "sk-1")


async def test_a_key_that_could_not_be_stored_is_not_used() -> None:
    secrets = MemorySecrets({"far": "sk-old"})
    keys = ServiceKeys(secrets)
    secrets.failure = KeyStoreLocked()
    with pytest.raises(KeyStoreLocked):
        await keys.store(FAR, "sk-new")
    secrets.failure = None
    assert await keys.key_for(FAR) == "sk-old"


async def test_a_second_call_waits_for_the_read_under_way(frozen: FrozenSecrets) -> None:
    keys = ServiceKeys(frozen, patience=0.01)
    with pytest.raises(KeyStoreHung):
        await keys.key_for(FAR)
    patient = asyncio.create_task(ServiceKeys.key_for(keys, FAR))
    frozen.released.set()
    assert await patient == "late-far"
    assert frozen.reads == 1


class SlowToAnswer(MemorySecrets):
    """Looks the key up at once, and says what it found only when it is released."""

    def __init__(self, keys: dict[str, str]) -> None:
        super().__init__(keys)
        self.looked = threading.Event()
        self.released = threading.Event()

    def read(self, service_id: str) -> str | None:
        found = super().read(service_id)
        self.looked.set()
        self.released.wait()
        return found


async def test_a_read_that_began_before_a_key_was_stored_does_not_bring_the_old_one_back() -> None:
    secrets = SlowToAnswer({"far": "sk-old"})
    keys = ServiceKeys(secrets)
    reading = asyncio.create_task(keys.key_for(FAR))
    await asyncio.to_thread(secrets.looked.wait)
    await keys.store(FAR, "sk-new")
    secrets.released.set()
    assert [await reading, await keys.key_for(FAR)] == ["sk-new", "sk-new"]


async def test_a_read_that_began_before_a_key_was_removed_does_not_bring_it_back() -> None:
    secrets = SlowToAnswer({"far": "sk-old"})
    keys = ServiceKeys(secrets)
    reading = asyncio.create_task(keys.key_for(FAR))
    await asyncio.to_thread(secrets.looked.wait)
    await keys.forget(FAR)
    secrets.released.set()
    assert [await reading, await keys.key_for(FAR)] == [None, None]


class SlowlyReadSecrets(MemorySecrets):
    """Takes and removes keys at once, and answers no read until it is released; then it fails."""

    def __init__(self) -> None:
        super().__init__()
        self.released = threading.Event()

    def read(self, service_id: str) -> str | None:
        self.reads += 1
        self.released.wait()
        raise KeyStoreLocked


@pytest.mark.parametrize("service", [FAR, NEAR])
async def test_a_key_that_is_stored_while_a_read_fails_is_used_from_then_on(service: Service) -> None:
    secrets = SlowlyReadSecrets()
    keys = ServiceKeys(secrets)
    reading = asyncio.create_task(keys.key_for(service))
    await until(lambda: secrets.reads)
    await keys.store(service, "sk-new")
    secrets.released.set()

    assert await reading == "sk-new"
    assert await keys.status(service) is KeyStatus.STORED


@pytest.mark.parametrize("failure", [None, KeyStoreLocked()])
async def test_a_key_given_for_the_session_while_the_keyring_is_asked_is_used_at_once(
    failure: KeyStoreLocked | None,
) -> None:
    released = threading.Event()
    secrets = MemorySecrets({"far": "sk-old"}, failure)
    read = secrets.read

    def read_slowly(service_id: str) -> str | None:
        released.wait()
        return read(service_id)

    secrets.read = read_slowly  # type: ignore[method-assign]
    keys = ServiceKeys(secrets)
    finding = asyncio.create_task(keys.status(FAR))
    await asyncio.sleep(0)
    keys.keep_for_session(FAR, "sk-session")
    released.set()

    assert await finding is KeyStatus.SESSION


async def test_a_command_says_that_it_waits_and_goes_on_waiting(frozen: FrozenSecrets) -> None:
    keys = ServiceKeys(frozen, patience=0.01, still_waiting=frozen.released.set)
    assert await keys.key_for(FAR) == "late-far"


async def test_an_error_that_comes_too_late_is_nobodys() -> None:
    started, go_on = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    class LateError(MemorySecrets):
        def write(self, service_id: str, key: str) -> None:
            loop.call_soon_threadsafe(started.set)
            go_on.wait()
            raise KeyStoreLocked

    keys = ServiceKeys(LateError(), patience=0.01)
    with pytest.raises(KeyStoreHung):
        await keys.store(FAR, "sk-1")
    await started.wait()
    go_on.set()


@pytest.mark.parametrize("secrets", [MemorySecrets(), MemorySecrets(failure=KeyStoreLocked())])
async def test_warming_finds_the_keyring_and_asks_for_no_key(secrets):
    await ServiceKeys(secrets).warm()

    assert secrets.reads == 0


async def test_warming_gives_up_on_a_keyring_that_does_not_answer():
    secrets = FrozenSecrets()
    try:
        await ServiceKeys(secrets, patience=0.01).warm()
    finally:
        secrets.released.set()


async def test_closing_waits_for_what_the_keyring_is_doing():
    secrets = FrozenSecrets()
    keys = ServiceKeys(secrets)
    warming = asyncio.create_task(keys.warm())
    await asyncio.sleep(0)
    warming.cancel()
    threading.Timer(0.05, secrets.released.set).start()

    await keys.close()

    assert secrets.released.is_set()


async def test_closing_gives_up_on_a_keyring_that_is_frozen():
    secrets = FrozenSecrets()
    keys = ServiceKeys(secrets, patience=0.01)
    await keys.warm()
    try:
        await keys.close()
        assert not secrets.released.is_set()
    finally:
        secrets.released.set()


async def test_a_key_that_is_stored_when_nobody_waits_any_more_is_used() -> None:
    let_through = threading.Event()

    class Slow(MemorySecrets):
        def write(self, name: str, secret: str) -> None:
            let_through.wait(10)
            super().write(name, secret)

    secrets = Slow({"far": "sk-old"})
    keys = ServiceKeys(secrets)
    assert await keys.key_for(FAR) == "sk-old"
    storing = asyncio.create_task(keys.store(FAR, "sk-new"))
    await asyncio.sleep(0)
    storing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await storing
    assert await keys.key_for(FAR) == "sk-old"

    let_through.set()
    await keys.close()
    assert secrets.keys == {"far": "sk-new"}
    assert await keys.key_for(FAR) == "sk-new"


async def test_a_key_given_for_the_session_while_another_is_slowly_stored_stays_in_use() -> None:
    let_through = threading.Event()

    class Slow(MemorySecrets):
        def write(self, name: str, secret: str) -> None:
            let_through.wait(10)
            super().write(name, secret)

    keys = ServiceKeys(Slow(), patience=0.01)
    with pytest.raises(KeyStoreHung):
        await keys.store(FAR, "sk-slow")
    keys.keep_for_session(FAR, "sk-session")
    let_through.set()
    await keys.close()
    assert await keys.key_for(FAR) == "sk-session"


class SlowToStore(MemorySecrets):
    """Stores a key when it is released, and tells in ``begun`` which; the rest it does at once."""

    def __init__(self, keys: dict[str, str] | None = None) -> None:
        super().__init__(keys)
        self.begun: list[str] = []
        self.released = threading.Event()

    def write(self, service_id: str, key: str) -> None:
        self.begun.append(key)
        self.released.wait(10)
        super().write(service_id, key)


async def test_a_key_that_is_forgotten_while_it_is_slowly_stored_is_never_used_nor_kept() -> None:
    secrets = SlowToStore({"far": "sk-old"})
    keys = ServiceKeys(secrets, patience=0.01)
    for change in (keys.store(FAR, "sk-slow"), keys.forget(FAR)):
        with pytest.raises(KeyStoreHung):
            await change
    assert await keys.key_for(FAR) is None
    secrets.released.set()
    async with asyncio.timeout(30):
        while "far" in secrets.keys:
            assert await keys.key_for(FAR) is None
            await asyncio.sleep(0)
    assert secrets.keys == {}
    assert await keys.status(FAR) is KeyStatus.NONE


async def test_a_key_that_is_stored_while_another_is_being_removed_is_the_one_that_is_kept() -> None:
    secrets = SlowToStore()
    keys = ServiceKeys(secrets, patience=0.01)
    for change in (keys.store(FAR, "sk-slow"), keys.forget(FAR), keys.store(FAR, "sk-new")):
        with pytest.raises(KeyStoreHung):
            await change
    assert "sk-new" not in secrets.begun, "one change is made after the other"
    secrets.released.set()
    async with asyncio.timeout(30):
        while await keys.key_for(FAR) != "sk-new":  # noqa: ASYNC110 - what is waited for sets no event
            await asyncio.sleep(0)
    assert secrets.keys == {"far": "sk-new"}


async def test_a_key_that_cannot_be_removed_is_there_again() -> None:
    secrets = MemorySecrets({"far": "sk-1"})
    keys = ServiceKeys(secrets)
    secrets.failure = KeyStoreLocked()
    with pytest.raises(KeyStoreLocked):
        await keys.forget(FAR)
    secrets.failure = None
    assert await keys.key_for(FAR) == "sk-1"
