"""Settings that come from elsewhere, put into the place of one's own. They may come from somebody else.

A key is kept under its service's id, and goes to its service's address: whoever could give a known id another address
would be sent the key. So a service that comes in has the id of one of ours only where it has its address, too.
"""

from dataclasses import replace

from translator.settings import DEMO_ID, Service, Settings
from translator.ui.settings.services.new_service import fresh_id, is_same_place


def merged(own: Settings, other: Settings) -> Settings:
    """Return the other settings, with what they lack, or may not bring, from one's own.

    Services that only we have stay. Of a service that is the same, headers and a proxy stay where none comes in.
    """
    ids: dict[str, str] = {"": own.current_service, DEMO_ID: DEMO_ID}
    result = own
    for service in other.services:
        taken = _take_in(service, result)
        ids[service.id] = taken.id
        result = result.with_service(taken)
    return replace(
        other, services=result.services, current_service=ids[other.current_service], unknown=own.unknown
    )  # fmt: skip


def _take_in(service: Service, own: Settings) -> Service:
    known = next((s for s in own.services if _is_same(s, service)), None)
    if known is not None:
        name = _free_name(service.name, own, known)
        return replace(
            service, id=known.id, name=name, headers=known.headers, proxy=service.proxy or known.proxy
        )  # fmt: skip
    # Whoever had this id before may have left a key behind, and for another address.
    return replace(service, id=fresh_id(service.id), name=_free_name(service.name, own), headers=())


def _is_same(one: Service, other: Service) -> bool:
    """Return whether it is the same service: by its id, or its name where it was brought in before; at one address."""
    is_meant = one.id == other.id or (one.name == other.name and one.preset == other.preset)
    return is_meant and is_same_place(one.base_url, other.base_url)


def _free_name(wanted: str, own: Settings, known: Service | None = None) -> str:
    taken = {service.name.casefold() for service in own.services if service is not known}
    name, number = wanted, 2
    while name.casefold() in taken:
        name, number = f"{wanted} {number}", number + 1
    return name
