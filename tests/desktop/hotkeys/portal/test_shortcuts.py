"""Global shortcuts from a portal, on a real bus: what it is asked, and what becomes of its faults."""

import asyncio
import gc
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack

import pytest

pytest.importorskip("jeepney")

from jeepney.io.asyncio import open_dbus_connection

from tests.fakes.portal import CANCELLED, PATH, SHORTCUTS, Manners, MockPortal
from tests.support.buses import running_bus
from tests.support.heard import Heard
from tests.support.system import require
from tests.support.waiting import until
from translator import APPLICATION_ID
from translator.desktop.bus.portal_line import Patience
from translator.desktop.hotkeys.portal.shortcuts import PortalShortcuts, find_portal
from translator.desktop.hotkeys.portal.triggers import trigger_of, triggers_in
from translator.surroundings.chord import Chord
from translator.surroundings.hotkeys import Bound, Outcome
from translator.surroundings.summons import Summons

WANTED = {Summons.CLIPBOARD: Chord.parse("Ctrl+Shift+F1"), Summons.REGION: Chord.parse("Meta+A")}
IMPOSSIBLE = dict.fromkeys(WANTED, Bound(Outcome.IMPOSSIBLE))
GRANTED = {
    Summons.CLIPBOARD: Bound(Outcome.BOUND, "Press CTRL+SHIFT+F1"),
    Summons.REGION: Bound(Outcome.BOUND, "Press LOGO+a"),
}
SHORT = Patience(answer=0.05, dialogue=0.05)

Start = Callable[..., Awaitable[MockPortal]]


@pytest.fixture(scope="module")
def bus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    require({"dbus-daemon": "dbus"})
    with running_bus(tmp_path_factory.mktemp("bus")) as address:
        yield address


@pytest.fixture
async def start(bus: str) -> AsyncIterator[Start]:
    async with AsyncExitStack() as stack:

        async def start(manners: Manners | None = None) -> MockPortal:
            return await stack.enter_async_context(MockPortal(bus, manners))

        yield start


@pytest.fixture
async def make(bus: str) -> AsyncIterator[Callable[..., PortalShortcuts]]:
    made: list[PortalShortcuts] = []

    def make(patience: Patience | None = None, address: str = bus) -> PortalShortcuts:
        made.append(PortalShortcuts(address, lambda summons: f"Translate {summons.value}", patience))
        return made[-1]

    yield make
    for shortcuts in made:
        await shortcuts.close()


async def test_the_desktop_grants_what_is_wanted_and_says_what_to_press(start, make) -> None:
    portal = await start()
    assert await make().bind(WANTED) == GRANTED
    assert portal.registered == [APPLICATION_ID]
    assert portal.calls[0] == "Register"


async def test_a_press_comes_with_the_token_that_lets_the_popup_to_the_front(start, make) -> None:
    portal, shortcuts, heard = await start(), make(), Heard()
    shortcuts.listen(heard)
    await shortcuts.bind(WANTED)
    await portal.activate("region", "token-1")
    await portal.activate("clipboard")
    assert [await heard.next(), await heard.next()] == [(Summons.REGION, "token-1"), (Summons.CLIPBOARD, "")]


async def test_what_is_not_for_us_is_not_heard(start, make, bus) -> None:
    """Another session's press, a shortcut that nobody wanted, a release, and what another program makes up."""
    portal, shortcuts, heard = await start(), make(), Heard()
    shortcuts.listen(heard)
    await shortcuts.bind(WANTED)
    await portal.activate("clipboard", session=portal.session + "x")
    await portal.activate("delete")
    await portal.activate("clipboard", member="Deactivated")
    stranger = await open_dbus_connection(bus)
    impostor = MockPortal(bus)
    impostor._connection, impostor.bound = stranger, portal.bound
    await impostor.signal(
        PATH, SHORTCUTS, "Activated", "osta{sv}", (portal.session, "clipboard", 1, {}),
        shortcuts._line._bus.name,
    )  # fmt: skip
    await stranger.close()
    await portal.activate("region")
    await heard.next()
    assert heard.everything == [Summons.REGION]


async def test_a_press_of_another_make_is_not_heard_and_the_next_one_is(start, make) -> None:
    portal, shortcuts, heard = await start(), make(), Heard()
    shortcuts.listen(heard)
    await shortcuts.bind(WANTED)
    await portal.signal(PATH, SHORTCUTS, "Activated", "s", ("clipboard",))
    await portal.activate("region")
    await heard.next()
    assert heard.everything == [Summons.REGION]


async def test_an_old_portal_without_a_registry_that_chooses_the_handles_serves_too(start, make) -> None:
    await start(Manners(has_registry=False, chooses_handles=True))
    assert await make().bind(WANTED) == GRANTED


@pytest.mark.parametrize("member", ["CreateSession", "BindShortcuts"])
async def test_a_user_who_says_no_has_none_and_may_be_asked_again(start, make, member) -> None:
    portal, shortcuts = await start(Manners(codes={member: CANCELLED})), make()
    assert await shortcuts.bind(WANTED) == IMPOSSIBLE
    portal.manners.codes.clear()
    assert await shortcuts.bind(WANTED) == GRANTED


async def test_each_binding_has_a_session_of_its_own_and_the_last_one_is_closed(start, make) -> None:
    portal, shortcuts = await start(), make()
    await shortcuts.bind(WANTED)
    first = portal.session
    await shortcuts.bind({Summons.REGION: WANTED[Summons.REGION]})
    assert portal.closed == [first]
    assert list(portal.bound.values()) == [{"region": "LOGO+a"}]
    await shortcuts.bind({})
    await portal.until_called("Close")


async def test_what_the_desktop_binds_without_keys_is_for_its_settings(start, make) -> None:
    results = {"shortcuts": ("a(sa{sv})", [("clipboard", {"description": ("s", "")}), ("region", {})])}
    await start(Manners(results={"BindShortcuts": results}))
    assert await make().bind(WANTED) == dict.fromkeys(WANTED, Bound(Outcome.BOUND, ""))


async def test_what_the_desktop_leaves_out_is_looked_up_before_it_is_given_up(start, make) -> None:
    nothing = {"shortcuts": ("a(sa{sv})", [])}
    portal, shortcuts = await start(Manners(results={"BindShortcuts": nothing})), make()
    assert await shortcuts.bind(WANTED) == GRANTED
    portal.manners.results["ListShortcuts"] = nothing
    assert await shortcuts.bind(WANTED) == IMPOSSIBLE


@pytest.mark.parametrize(
    "results",
    [{}, {"shortcuts": ("s", "all")}, {"shortcuts": ("a(sa{sv})", [("delete", {})])}],
    ids=["nothing", "a text", "another's"],
)
async def test_nonsense_from_the_portal_binds_nothing(start, make, results) -> None:
    await start(Manners(results={"BindShortcuts": results, "ListShortcuts": results}))
    assert await make().bind(WANTED) == IMPOSSIBLE


@pytest.mark.parametrize("results", [{}, {"session_handle": ("u", 1)}, {"session_handle": ("s", "/elsewhere")}])
async def test_a_session_that_is_none_is_no_session(start, make, results) -> None:
    await start(Manners(results={"CreateSession": results}))
    assert await make().bind(WANTED) == IMPOSSIBLE


@pytest.mark.parametrize("silent", [{"CreateSession"}, {"Register"}, {"BindShortcuts"}])
async def test_a_portal_that_does_not_answer_is_not_waited_for(start, make, silent) -> None:
    await start(Manners(silent=silent))
    bound = await make(SHORT).bind(WANTED)
    assert bound == (GRANTED if silent == {"Register"} else IMPOSSIBLE)


async def test_a_dialogue_that_nobody_answers_is_taken_back(start, make) -> None:
    portal = await start(Manners(undecided={"BindShortcuts"}))
    assert await make(SHORT).bind(WANTED) == IMPOSSIBLE
    await portal.until_called("Close")
    assert any("/request/" in path for path in portal.closed)


async def test_whoever_stops_waiting_takes_the_dialogue_back(start, make) -> None:
    portal, shortcuts = await start(Manners(undecided={"BindShortcuts"})), make()
    binding = asyncio.create_task(shortcuts.bind(WANTED))
    await portal.until_called("BindShortcuts")
    binding.cancel()
    await asyncio.wait([binding])
    await portal.until_called("Close")
    portal.manners.undecided.clear()
    assert await shortcuts.bind(WANTED) == GRANTED


async def test_who_wants_something_else_by_now_does_not_wait_for_the_dialogue(start, make) -> None:
    portal, shortcuts = await start(Manners(undecided={"BindShortcuts"})), make()
    first = asyncio.create_task(shortcuts.bind(WANTED))
    await portal.until_called("BindShortcuts")
    portal.manners.undecided.clear()
    assert await shortcuts.bind(WANTED) == GRANTED
    assert await first == IMPOSSIBLE


async def test_closing_does_not_wait_for_the_dialogue(start, make) -> None:
    portal, shortcuts = await start(Manners(undecided={"BindShortcuts"})), make()
    binding = asyncio.create_task(shortcuts.bind(WANTED))
    await portal.until_called("BindShortcuts")
    await shortcuts.close()
    assert await binding == IMPOSSIBLE


async def test_a_session_that_the_desktop_ends_is_over(start, make, expected_log) -> None:
    portal, shortcuts, heard = await start(), make(), Heard()
    shortcuts.listen(heard)
    await shortcuts.bind(WANTED)
    ended = portal.session
    expected_log("WARNING .*The desktop has ended the global shortcuts")
    await portal.end_session()
    await portal.activate("clipboard", session=ended)
    await until(lambda: not shortcuts._session)
    assert await shortcuts.bind(WANTED) == GRANTED
    assert heard.everything == []


async def test_a_portal_that_starts_afresh_is_asked_again(bus, make) -> None:
    shortcuts, heard = make(), Heard()
    shortcuts.listen(heard)
    async with MockPortal(bus):
        assert await shortcuts.bind(WANTED) == GRANTED
    async with MockPortal(bus) as portal:
        await portal.until_called("BindShortcuts")
        assert portal.registered == [APPLICATION_ID]
        await portal.activate("clipboard")
        assert (await heard.next())[0] is Summons.CLIPBOARD


async def test_a_portal_that_takes_the_place_of_one_that_is_being_asked_is_asked_as_well(bus, make) -> None:
    shortcuts = make()
    async with MockPortal(bus):
        assert await shortcuts.bind(WANTED) == GRANTED
    async with AsyncExitStack() as second:
        portal = await second.enter_async_context(MockPortal(bus, Manners(undecided={"BindShortcuts"})))
        await portal.until_called("BindShortcuts")
        async with MockPortal(bus) as third:  # it waits for the name
            await second.aclose()
            await third.until_called("BindShortcuts")
            assert third.registered == [APPLICATION_ID]


async def test_a_bus_without_a_portal_has_none_until_there_is_one(bus, make) -> None:
    shortcuts = make()
    assert await shortcuts.bind(WANTED) == IMPOSSIBLE
    assert await find_portal(bus) == 0
    async with MockPortal(bus) as portal:
        await portal.until_called("BindShortcuts")
        assert await find_portal(bus) == 1
        portal.manners.silent = {"Get"}
        assert await find_portal(bus, 0.05) == 0


async def test_a_bus_that_ends_takes_the_shortcuts_along_and_nothing_else(tmp_path, make, expected_log) -> None:
    require({"dbus-daemon": "dbus"})
    with running_bus(tmp_path) as address:
        shortcuts = make(address=address)
        async with MockPortal(address):
            assert await shortcuts.bind(WANTED) == GRANTED
        expected_log("WARNING .*The session bus has gone")
    await until(lambda: shortcuts._line is None)
    assert await shortcuts.bind(WANTED) == IMPOSSIBLE


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere", "tcp:host=localhost", "nonsense"])
async def test_where_there_is_no_bus_there_are_no_shortcuts(make, address) -> None:
    assert await make(address=address).bind(WANTED) == IMPOSSIBLE
    assert await find_portal(address) == 0


@pytest.mark.parametrize("says", [b"", b"REJECTED\r\n", b"OK 1234\r\n"], ids=["hangs up", "refuses", "falls silent"])
async def test_something_else_in_the_place_of_the_bus_is_no_bus(tmp_path, make, says) -> None:
    is_over = asyncio.Event()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1024)
        writer.write(says)
        if says.startswith(b"OK"):
            await reader.read()
        writer.close()
        await writer.wait_closed()
        is_over.set()

    server = await asyncio.start_unix_server(answer, tmp_path / "bus")
    assert await make(SHORT, f"unix:path={tmp_path}/bus").bind(WANTED) == IMPOSSIBLE
    await is_over.wait()
    server.close()
    await server.wait_closed()
    gc.collect()  # what was left open would be told now


async def test_nobody_is_asked_after_the_end(start, make) -> None:
    portal, shortcuts = await start(), make()
    await shortcuts.close()
    assert await shortcuts.bind(WANTED) == IMPOSSIBLE
    assert portal.calls == []


@pytest.mark.parametrize(
    ("keys", "trigger"),
    [("Ctrl+Alt+Shift+Meta+E", "CTRL+ALT+SHIFT+LOGO+e"), ("Ctrl+PgUp", "CTRL+Page_Up"), ("Alt+7", "ALT+7")],
)
def test_a_trigger_is_written_as_the_specification_has_it(keys: str, trigger: str) -> None:
    assert trigger_of(Chord.parse(keys)) == trigger


def test_what_is_no_list_of_shortcuts_has_none() -> None:
    assert triggers_in({"shortcuts": ("a(sa{sv})", [("one", {}), ("two",), 3, (4, {})])}) == {"one": ""}
