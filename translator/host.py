"""The host in an address, and whether that is this computer."""

import ipaddress
from urllib.parse import urlsplit


def host_of(url: str) -> str:
    """Return the host in an address, in lower case; empty where there is none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def is_loopback(host: str) -> bool:
    """Tell whether that host is this computer, going by its name or number alone."""
    name = host.rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def receiver_of(url: str, proxy: str) -> str:
    """Return the host that a text sent there goes to, by a service's own proxy where there is one.

    That is the host in the address; for a service on this computer it is the proxy's, which may be elsewhere, and
    then reads what travels by http.
    """
    host, proxy = host_of(url), proxy.strip()
    if not proxy or not is_loopback(host):
        return host
    return host_of(proxy if "://" in proxy else f"http://{proxy}") or host
