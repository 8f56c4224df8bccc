"""What a service was asked to translate."""

import json

from tests.servers.mock_text import source_in
from tests.servers.processes import MockServer


def asked(mock: MockServer) -> list[str]:
    """Return the source of each request, as soon as all have ended, without what went along for context."""
    bodies = [json.loads(record["body"]) for record in mock.settled_log() if record["body"]]
    return [source_in(body["messages"]) for body in bodies]
