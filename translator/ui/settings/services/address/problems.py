"""What is wrong with where a service is and how it is reached, each in one sentence; nothing where all is right."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from translator.host import is_loopback, receiver_of
from translator.i18n import tr
from translator.joining import sentences
from translator.settings import Service
from translator.translation.errors.connections import AddressInsecure, Unreachable

CheckAddress = Callable[[Service], object]
"""Raises AddressInvalid and AddressInsecure."""


def required_address(address: str) -> str:
    """Say that an address is missing."""
    return "" if address else tr("A service needs an address, such as https://example.org/v1.")


def address_problem(check: CheckAddress, service: Service) -> str:
    """Say why no text can be sent to the service's address; an empty one is not a fault yet."""
    if not service.base_url:
        return ""
    if "YOUR-" in service.base_url:
        return tr("Put your own name in the place of the part in capitals.")
    try:
        check(service)
    except AddressInsecure as error:
        words = tr("Text would travel unencrypted to {host}. Use https, or allow it for this service below.")
        return words.format(host=error.detail)
    except Unreachable:
        return _why_invalid(service.base_url)
    return ""


def _why_invalid(address: str) -> str:
    """Say what is wrong with an address that cannot be used."""
    example = tr("An address looks like https://example.org/v1.")
    scheme, there, rest = address.strip().partition("://")
    host = rest.partition("/")[0]
    if not there:
        reason = tr("It has to begin with https:// or, on this computer, http://.")
    elif scheme.lower() not in ("http", "https"):
        reason = tr("Only https:// and http:// can be used, not {scheme}://.").format(scheme=scheme)
    elif "@" in host:
        reason = tr("A name and password would be kept in a plain file: the key has its own field below.")
    elif "?" in rest or "#" in rest:
        reason = tr("What follows ? or # cannot be part of it.")
    elif not rest.isascii() or not rest.isprintable() or " " in rest or "\\" in rest:
        reason = tr("It holds characters that no address has; names in other scripts are written as xn--….")
    elif not host:
        reason = tr("The name of the host is missing.")
    else:
        reason = tr("{host} is no host, or its port is not from 1 to 65535.").format(host=host)
    return sentences(reason, example)


def is_usable(check: CheckAddress, service: Service) -> bool:
    """Return whether a key can ever have gone to the service's address."""
    try:
        check(replace(service, allow_http=True))
    except Unreachable:
        return False
    return True


def exposure(service: Service, *, has_key: bool) -> str:
    """Say what travels unencrypted beyond this computer, and where to; nothing where nothing does.

    What goes to an https service stays encrypted through any proxy, which only passes it on. What goes to an http
    service does not, and through a proxy elsewhere not even what is meant for this computer. Without the user's leave
    neither is sent.
    """
    receiver = receiver_of(service.base_url, service.proxy)
    is_sent = _scheme(service.base_url) == "http" and service.allow_http
    if not is_sent or not receiver or is_loopback(receiver):
        return ""
    words = tr("The key and your text travel unencrypted to {host}.")
    if not has_key:
        words = tr("Your text travels unencrypted to {host}.")
    return words.format(host=receiver)


def _scheme(address: str) -> str:
    return address.strip().partition("://")[0].lower()


def proxy_problem(proxy: str) -> str:
    """Say why this cannot be the proxy's address; none at all is right."""
    if "@" in proxy:
        return tr("A name and password would be kept in a plain file; set them in HTTPS_PROXY instead.")
    if not proxy or _is_proxy(proxy):
        return ""
    return tr("A proxy is a host and a port, such as http://proxy.example:3128.")


def _is_proxy(proxy: str) -> bool:
    try:
        parts = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return usable and proxy.isascii() and proxy.isprintable() and " " not in proxy


def host_and_port(address: str) -> str:
    """Return where an address leads, in short."""
    try:
        return urlsplit(address).netloc
    except ValueError:
        return ""
