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
