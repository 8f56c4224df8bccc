"""What is wrong with an address is said, and so is what others could read on the way."""

import asyncio
from dataclasses import replace

import pytest

from tests.support.waiting import settle
from tests.ui.settings.room import OLLAMA, OPENAI, Room
from translator.engines.network.address import check_address
from translator.settings import Service, Settings
from translator.translation.errors.keys import KeyStoreLocked, KeyStoreMissing
from translator.ui.settings.services.address.problems import address_problem, exposure

FAR = "http://server.lan:8080/v1"
KEY_AND_TEXT = "The key and your text travel unencrypted to server.lan."
TEXT = "Your text travels unencrypted to server.lan."


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("api.example.org/v1", "begin with https://"), ("ftp://a.example", "not ftp://"),
        ("https://me:pw@a.example/v1", "name and password"), ("https://a.example/v1?x=1", "? or #"),
        ("https://a.example/v1#x", "? or #"), ("https://a b.example", "characters"), ("https://exämple.org", "xn--"),
        ("https:///v1", "host is missing"), ("https://a.example:70000/v1", "65535"), ("https://1.2.3/v1", "no host"),
    ],
)  # fmt: skip
def test_an_address_that_is_none_is_told_why(address: str, reason: str) -> None:
    problem = address_problem(check_address, Service("a", "A", base_url=address))
    assert reason in problem
    assert problem.endswith("https://example.org/v1.")
    assert "pw" not in problem


@pytest.mark.parametrize(
    ("base_url", "allowed", "proxy", "sentence"),
    [
        (FAR, True, "", KEY_AND_TEXT),
        (FAR.upper(), True, "", KEY_AND_TEXT),
        (FAR, False, "", ""),  # nothing is sent
        (FAR, True, "http://proxy.example:3128", KEY_AND_TEXT),
        (FAR, True, "http://127.0.0.1:3128", KEY_AND_TEXT),
        ("https://server.lan/v1", True, "", ""),
        ("https://server.lan/v1", True, "http://proxy.example:3128", ""),  # a tunnel
        ("http://127.0.0.1:8080/v1", True, "", ""),
        ("http://localhost:8080/v1", False, "http://[::1]:3128", ""),
        ("http://127.0.0.1:8080/v1", True, "server.lan:3128", KEY_AND_TEXT),  # the proxy reads it
        ("http://127.0.0.1:8080/v1", False, "server.lan:3128", ""),  # nothing is sent
        ("https://127.0.0.1:8080/v1", True, "server.lan:3128", ""),  # a tunnel
        ("", True, "", ""),
        ("http://[", True, "", ""),
    ],
)
def test_what_travels_unencrypted_beyond_this_computer_is_said(
    base_url: str, allowed: bool, proxy: str, sentence: str
) -> None:
    service = Service("a", "A", base_url=base_url, allow_http=allowed, proxy=proxy)
    assert exposure(service, has_key=True) == sentence


def far(**fields: object) -> Room:
    return Room(Settings("far", (Service("far", "Far", base_url=FAR, allow_http=True, **fields), OPENAI)))  # type: ignore[arg-type]


async def test_the_key_is_named_where_there_is_one_to_send() -> None:
    room = far()
    room.keys.gate = asyncio.Event()
    await room.open()
    assert room.screen.exposure == TEXT
    room.keys.gate.set()
    await settle()
    assert room.screen.exposure == TEXT
    room.presenter.key.store("sk-new")
    await settle()
    assert room.screen.exposure == KEY_AND_TEXT
    room.presenter.key.delete()
    await settle()
    assert room.screen.exposure == TEXT
    room.keys.environment.add("far")
    await room.open()
    assert room.screen.exposure == KEY_AND_TEXT
    await room.presenter.close()


async def test_a_keyring_that_does_not_say_may_hold_a_key() -> None:
    room = far()
    room.keys.failure = KeyStoreLocked()
    await room.open()
    assert room.screen.exposure == KEY_AND_TEXT
    room.keys.failure = KeyStoreMissing()
    await room.open()
    assert room.screen.exposure == TEXT
    await room.presenter.close()


async def test_the_warning_comes_and_goes_with_the_switch_and_the_service(room: Room) -> None:
    assert room.screen.exposure == ""
    room.presenter.select("ollama")
    room.presenter.change("address", FAR)
    assert room.screen.exposure == ""
    room.presenter.address.allow_http(True)
    await settle()
    assert room.screen.exposure == TEXT
    room.presenter.select("openai")
    assert room.screen.exposure == ""
    room.presenter.select("ollama")
    room.presenter.address.allow_http(False)
    assert room.screen.exposure == ""


async def test_a_proxy_elsewhere_gets_nothing_for_this_computer_until_that_is_allowed(room: Room) -> None:
    room.presenter.select("ollama")
    room.presenter.change("proxy", "server.lan:3128")
    assert room.screen.problems["address"].startswith("Text would travel unencrypted to server.lan.")
    assert (room.screen.exposure, room.service) == ("", replace(OLLAMA, proxy="server.lan:3128"))
    room.presenter.address.allow_http(True)
    assert (room.screen.problems["address"], room.screen.exposure) == ("", TEXT)
    room.presenter.address.allow_http(False)
    assert room.screen.problems["address"]
    room.presenter.change("proxy", "")
    assert (room.screen.problems["address"], room.screen.exposure) == ("", "")
