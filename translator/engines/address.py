"""Where a service is, checked before anything is sent there, and the proxy on the way."""

import ipaddress
import re
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from translator.host import is_loopback
from translator.settings import Service
from translator.translation.errors import AddressInsecure, AddressInvalid, ProxyFailed

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
    """Return the service's address. Raises AddressInvalid, AddressInsecure."""
    text = service.base_url.strip()
    parts = _split(text)
    # A name and password would be shown and stored with the address; "YOUR-…" is a preset's gap left unfilled.
    wrong = parts is None or parts.query or parts.fragment or "@" in parts.netloc or "YOUR-" in parts.netloc
    if parts is None or wrong or "?" in text or "#" in text:
        raise AddressInvalid(service.name, text.partition("?")[0].rpartition("@")[2])
    address = Address(text.rstrip("/"), parts.scheme, parts.hostname or "")
    if parts.scheme == "http" and not service.allow_http and not address.is_loopback:
        raise AddressInsecure(service.name, address.host)
    return address


def find_proxy(service: Service, address: Address, system: Mapping[str, str] | None = None) -> str:
    """Return the address of the proxy to use, or nothing. Raises ProxyFailed for one of a kind we cannot use.

    A service on this computer is never reached through the system's proxy (``HTTP_PROXY`` catches 127.0.0.1 too).
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
