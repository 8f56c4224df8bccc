"""What is wrong with what is typed into the fields of a service, each in one sentence; nothing where it is right."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from urllib.parse import urlsplit

from translator.i18n import tr
from translator.settings import Service
from translator.translation.errors import AddressInsecure, Unreachable

CheckAddress = Callable[[Service], object]
"""Raises AddressInvalid and AddressInsecure."""


def name_problem(name: str, others: Iterable[Service]) -> str:
    """Say why a service cannot have this name beside the others."""
    if not name:
        return tr("A service needs a name.")
    taken = {other.name.casefold() for other in others}
    return tr("Another service has this name.") if name.casefold() in taken else ""


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
        return tr("This is not an address of a service, such as https://example.org/v1.")
    return ""


def is_usable(check: CheckAddress, service: Service) -> bool:
    """Return whether a key can ever have gone to the service's address."""
    try:
        check(replace(service, allow_http=True))
    except Unreachable:
        return False
    return True


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
