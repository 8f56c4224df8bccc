from dataclasses import replace

import pytest

from translator.engines.network.address import Address, check_address, find_proxy, is_given
from translator.settings import Service
from translator.translation.errors.connections import AddressInsecure, AddressInvalid, ProxyFailed

CLOUD = Address("https://api.example/v1", "https", "api.example")
HERE = Address("http://127.0.0.1:8000/v1", "http", "127.0.0.1")


def service(base_url: str = "https://api.example/v1", **more: object) -> Service:
    return Service("s", "Service", base_url=base_url, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "url", "host"),
    [
        ("https://api.example/v1", "https://api.example/v1", "api.example"),
        ("  https://api.example/v1//\n", "https://api.example/v1", "api.example"),
        ("https://API.example:8443", "https://API.example:8443", "api.example"),
        ("http://127.0.0.1:11434/v1", "http://127.0.0.1:11434/v1", "127.0.0.1"),
        ("http://[::1]:8080/v1/", "http://[::1]:8080/v1", "::1"),
        ("http://localhost:1234/v1", "http://localhost:1234/v1", "localhost"),
    ],
)
def test_a_good_address_is_kept_without_its_last_slash(given: str, url: str, host: str) -> None:
    address = check_address(service(given))
    assert (address.url, address.host) == (url, host)


@pytest.mark.parametrize(
    "given",
    [
        "",
        "api.example/v1",
        "localhost:11434/v1",
        "//api.example/v1",
        "ftp://api.example/v1",
        "file:///etc/passwd",
        "https://",
        "https:///v1",
        "https://api.example/v1?api-version=1",
        "https://api.example/v1?",
        "https://api.example/v1#top",
        "https://user:password@api.example/v1",
        "https://api.example:0/v1",
        "https://api.example:99999/v1",
        "https://api.example:port/v1",
        "https://[::1/v1",
        "https://api example/v1",
        "https://api.example/v1\nHost: other",
        "https://käse.example/v1",
        "https://1.2.3.999/v1",
        "https://[v1.x]/v1",
        "https://[::g]/v1",
        "https://a..b/v1",
        "https://a|b/v1",
        "https://a\\b/v1",
        "https://YOUR-RESOURCE.openai.azure.com/openai/v1",
    ],
)
def test_anything_else_is_refused(given: str) -> None:
    with pytest.raises(AddressInvalid) as caught:
        check_address(service(given))
    assert "password" not in caught.value.detail


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("", "it is empty"),
        ("  ", "it is empty"),
        ("api.example/v1", "it does not begin with https:// or http://"),
        ("localhost:11434/v1", "it does not begin with https:// or http://"),
        ("https://api example/v1", "it holds blanks or letters that no address has"),
        ("https://käse.example/v1", "it holds blanks or letters that no address has"),
        ("https://api.example:port/v1", "the host or the port in it cannot be"),
        ("https://user:word@api.example/v1", "it holds an “@”; names and keys are stored by themselves"),
        ("https://api.example/v1?a=1", "it holds a “?” or a “#”, which the path of a request cannot follow"),
        ("https://YOUR-RESOURCE.openai.azure.com/v1", "the part in capitals is still to be replaced by your own"),
    ],
)
def test_it_says_why(given: str, why: str) -> None:
    with pytest.raises(AddressInvalid) as caught:
        check_address(service(given))
    assert caught.value.detail == why


@pytest.mark.parametrize(
    ("name", "preset", "base_url", "given"),
    [
        ("api.example:8000", "custom", "https://api.example:8000/v1", True),
        ("api.example", "custom", " https://user:pw@api.example/v1", True),
        ("https://[", "custom", "https://[", True),
        ("box", "custom", "https://api.example/v1", False),
        ("api.example", "openai", "https://api.example/v1", False),
    ],
)
def test_an_address_from_the_command_line_is_told_from_a_stored_service(
    name: str, preset: str, base_url: str, given: bool
) -> None:
    assert is_given(Service(name, "Name", preset, base_url)) is given


def test_http_beyond_this_computer_needs_the_users_leave() -> None:
    with pytest.raises(AddressInsecure) as caught:
        check_address(service("http://api.example/v1"))
    assert caught.value.detail == "api.example"
    assert check_address(service("http://api.example/v1", allow_http=True)).host == "api.example"


@pytest.mark.parametrize(
    "proxy", ["http://far.example:3128", "far.example:3128", "https://me:pw@far.example", "socks5://far.example"]
)
def test_http_to_this_computer_by_a_proxy_elsewhere_needs_it_too(proxy: str) -> None:
    here = service("http://127.0.0.1:11434/v1", proxy=proxy)
    with pytest.raises(AddressInsecure) as caught:
        check_address(here)
    assert caught.value.detail == "far.example"
    assert check_address(replace(here, allow_http=True)).is_loopback


@pytest.mark.parametrize("proxy", ["", " ", "http://127.0.0.1:3128", "localhost:3128", "http://[::1]:3128"])
def test_by_one_on_this_computer_or_none_it_does_not(proxy: str) -> None:
    assert check_address(service("http://localhost:11434/v1", proxy=proxy)).is_loopback


def test_nor_does_https_which_a_proxy_cannot_read() -> None:
    assert check_address(service("https://localhost:11434/v1", proxy="http://far.example:3128")).is_loopback


def test_a_proxy_on_this_computer_makes_http_to_another_no_safer() -> None:
    with pytest.raises(AddressInsecure) as caught:
        check_address(service("http://api.example/v1", proxy="http://127.0.0.1:3128"))
    assert caught.value.detail == "api.example"


def test_a_proxy_that_names_no_host_is_told_as_such() -> None:
    here = service("http://127.0.0.1:11434/v1", proxy="http://")
    with pytest.raises(ProxyFailed):
        find_proxy(here, check_address(here), {})


def test_the_services_own_proxy_comes_first() -> None:
    mine = service(proxy="http://mine.example:3128")
    assert find_proxy(mine, CLOUD, {"https": "http://system.example"}) == "http://mine.example:3128"
    assert find_proxy(mine, HERE, {}) == "http://mine.example:3128"


@pytest.mark.parametrize(
    ("system", "proxy"),
    [
        ({}, ""),
        ({"https": "http://p.example:1"}, "http://p.example:1"),
        ({"https": "p.example:1"}, "http://p.example:1"),
        ({"http": "http://p.example:1"}, ""),
        ({"all": "http://p.example:1"}, "http://p.example:1"),
        ({"all": "socks5://s.example", "https": "http://p.example:1"}, "http://p.example:1"),
        ({"https": "http://p.example:1", "no": "other.example, api.example"}, ""),
        ({"https": "http://p.example:1", "no": "*"}, ""),
    ],
)
def test_the_systems_proxy_is_used_for_the_cloud(system: dict[str, str], proxy: str) -> None:
    assert find_proxy(service(), CLOUD, system) == proxy


def test_the_systems_proxy_is_never_used_for_this_computer() -> None:
    assert find_proxy(service(), HERE, {"http": "http://p.example:1", "all": "socks5://s.example"}) == ""


@pytest.mark.parametrize("proxy", ["socks5://user:secret@s.example:1080", "http://:1", "http://a b"])
def test_a_proxy_we_cannot_use_is_said_to_fail(proxy: str) -> None:
    with pytest.raises(ProxyFailed) as caught:
        find_proxy(service(), CLOUD, {"all": proxy})
    assert caught.value.detail
    assert "secret" not in caught.value.detail


def test_the_environment_is_where_the_systems_proxy_comes_from(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://p.example:1")
    assert find_proxy(service(), CLOUD) == "http://p.example:1"
    monkeypatch.setenv("no_proxy", "api.example")
    assert find_proxy(service(), CLOUD) == ""
