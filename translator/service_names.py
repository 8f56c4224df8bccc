"""What services are called."""

from translator.i18n import tr
from translator.settings import Service


def shown_name(service: Service) -> str:
    """Return what a service is called where people read it: as they named it; the demo in the interface's language."""
    return tr("Demo (pseudo-translation)") if service.is_demo else service.name
