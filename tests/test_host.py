import pytest

from translator.host import host_of, is_loopback, receiver_of


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "::1", "localhost", "LOCALHOST.", "ollama.localhost"])
def test_this_computer_has_many_names(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["", "0.0.0.0", "10.0.0.1", "localhost.example", "127.0.0.1.example", "mylocalhost"])
def test_others_only_look_like_it(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://Api.Example:8443/v1", "api.example"),
        ("http://me:secret@far.example/v1", "far.example"),
        ("http://[::1]:1234/v1", "::1"),
        ("http://[", ""),
        ("far.example", ""),
        ("", ""),
    ],
)
def test_the_host_is_found_where_there_is_one(url: str, host: str) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("url", "proxy", "receiver"),
    [
        ("http://far.example/v1", "", "far.example"),
        ("http://far.example/v1", "http://proxy.example:3128", "far.example"),
        ("http://localhost:1234/v1", "", "localhost"),
        ("http://localhost:1234/v1", " ", "localhost"),
        ("http://localhost:1234/v1", "http://me:secret@proxy.example:3128", "proxy.example"),
        ("http://localhost:1234/v1", "proxy.example:3128", "proxy.example"),
        ("http://localhost:1234/v1", "127.0.0.1:3128", "127.0.0.1"),
        ("http://localhost:1234/v1", "http://", "localhost"),
        ("", "http://proxy.example:3128", ""),
    ],
)
def test_a_proxy_receives_what_is_meant_for_this_computer(url: str, proxy: str, receiver: str) -> None:
    assert receiver_of(url, proxy) == receiver
