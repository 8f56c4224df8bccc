"""Where a service is, checked before anything is sent there, and the proxy on the way."""

import ipaddress
import re
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from translator.host import is_loopback, receiver_of
from translator.i18n import ptr, tr
from translator.settings import Service
from translator.translation.errors.connections import AddressInsecure, AddressInvalid, ProxyFailed

_NAME = re.compile(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\.?")


@dataclass(frozen=True, slots=True)
class Address:
    """A checked base address, without a slash at its end."""

    url: str
    scheme: str
    host: str

    @property
    def is_loopback(self) -> bool:
        """Whether it is on this computer."""
        return is_loopback(self.host)


def check_address(service: Service) -> Address:
    """Return the service's address. Raises AddressInvalid, which says why, and AddressInsecure.

    What would leave this computer by http is insecure until the user allows it, also where it is a proxy of the
    service's own that would receive what is meant for this computer.
    """
    text = service.base_url.strip()
    parts = _split(text)
    if parts is None:
        raise AddressInvalid(service.name, _why_no_address(text))
    if wrong := _too_much(text, parts):
        raise AddressInvalid(service.name, wrong)
    receiver = receiver_of(text, service.proxy)
    if parts.scheme == "http" and not service.allow_http and not is_loopback(receiver):
        raise AddressInsecure(service.name, receiver)
    return Address(text.rstrip("/"), parts.scheme, parts.hostname or "")


def is_given(service: Service) -> bool:
    """Tell whether this is an address from the command line, for this run alone, and no service that can be named."""
    try:
        return service.preset == "custom" and service.id == urlsplit(service.base_url.strip()).netloc.rpartition("@")[2]
    except ValueError:
        return service.preset == "custom" and service.id == service.base_url


def _why_no_address(text: str) -> str:
    """Return what is wrong with what is no address at all."""
    if not text:
        return ptr("an address", "it is empty")
    if not text.isascii() or not text.isprintable() or " " in text or "\\" in text:
        return tr("it holds blanks or letters that no address has")
    if not text.lower().startswith(("http://", "https://")):
        return tr("it does not begin with https:// or http://")
    return tr("the host or the port in it cannot be")


def _too_much(text: str, parts: SplitResult) -> str:
    """Return what an address holds that it must not, or nothing."""
    if "@" in parts.netloc:  # it would be shown and stored with the address
        return tr("it holds an “@”; names and keys are stored by themselves")
    if "?" in text or "#" in text:
        return tr("it holds a “?” or a “#”, which the path of a request cannot follow")
    if "YOUR-" in parts.netloc:
        return tr("the part in capitals is still to be replaced by your own")
    return ""


def find_proxy(service: Service, address: Address, system: Mapping[str, str] | None = None) -> str:
    """Return the address of the proxy to use, or nothing. Raises ProxyFailed for one of a kind we cannot use.

    A service on this computer is never reached through the system's proxy (``HTTP_PROXY`` catches 127.0.0.1 too), and
    through its own only if ``check_address`` has nothing against that.
    ``system`` replaces what the environment and the operating system say.
    """
    proxy = service.proxy.strip() or ("" if address.is_loopback else _system_proxy(address, system))
    if not proxy:
        return ""
    if "://" not in proxy:
        proxy = f"http://{proxy}"
    parts = _split(proxy)
    if parts is None:
        raise ProxyFailed(service.name, proxy.rpartition("@")[2])
    return proxy


def _system_proxy(address: Address, system: Mapping[str, str] | None) -> str:
    known = urllib.request.getproxies() if system is None else system
    bypassed = urllib.request.proxy_bypass(address.host) if system is None else _is_named(address.host, known)
    return "" if bypassed else known.get(address.scheme) or known.get("all") or ""


def _is_named(host: str, known: Mapping[str, str]) -> bool:
    return bool(urllib.request.proxy_bypass_environment(host, dict(known)))  # type: ignore[attr-defined]


def _split(text: str) -> SplitResult | None:
    """Return the parts of an http or https address with a usable host and port; otherwise None."""
    if not text.isascii() or not text.isprintable() or " " in text or "\\" in text:
        return None
    try:
        parts = urlsplit(text)
        usable = parts.scheme in {"http", "https"} and _is_host(parts) and parts.port != 0
    except ValueError:
        return None
    return parts if usable else None


def _is_host(parts: SplitResult) -> bool:
    """Tell whether it names a host. Raises ValueError for what looks like a number and is none."""
    name = parts.hostname or ""
    if "[" in parts.netloc or name.replace(".", "").isdigit():
        ipaddress.ip_address(name)
        return True
    return bool(_NAME.fullmatch(name))
