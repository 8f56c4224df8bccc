"""Finds model servers on this computer, at the ports where they usually are.

The standard library only: the first-run panel looks before openai is imported.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlsplit

from translator.engines.replies.model_list import MAX_LIST_BYTES, read_models
from translator.presets import PRESETS, Preset

_LOOK_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class LocalServer:
    """A server that answered, and the models it has (it may have none yet)."""

    preset: Preset
    models: tuple[str, ...]


async def find_local_servers(
    presets: Iterable[Preset] = PRESETS, *, within: float = _LOOK_SECONDS
) -> list[LocalServer]:
    """Ask every local one of these presets for its models, all at once; return those that answer as an OpenAI API.

    In the order of the presets, after at most ``within`` seconds. A server that is not there, that is something
    else, that is slow or that wants a key is left out; nothing is raised.
    """
    local = [preset for preset in presets if preset.is_local]
    answers = await asyncio.gather(*(_models_at(preset.base_url, within) for preset in local))
    return [LocalServer(preset, models) for preset, models in zip(local, answers, strict=True) if models is not None]


async def _models_at(base_url: str, within: float) -> tuple[str, ...] | None:
    try:
        async with asyncio.timeout(within):
            return read_models(await _get(f"{base_url}/models"))
    except (OSError, EOFError, ValueError, asyncio.LimitOverrunError):
        return None


async def _get(url: str) -> bytes:
    """Return the body at this http address. Raises OSError, EOFError, ValueError for all but a good answer."""
    parts = urlsplit(url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    try:
        writer.write(f"GET {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nConnection: close\r\n\r\n".encode())
        status, headers = await _head(reader)
        if status != HTTPStatus.OK:
            raise ValueError(status)
        return await _body(reader, headers)
    finally:
        writer.close()


async def _head(reader: asyncio.StreamReader) -> tuple[int, dict[str, str]]:
    first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    version, _, status = first.partition(" ")
    if not version.startswith("HTTP/1."):
        raise ValueError(version)
    fields = (line.partition(":") for line in lines)
    return int(status[:3]), {name.strip().lower(): value.strip() for name, _, value in fields}


async def _body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    if headers.get("transfer-encoding", "").lower() == "chunked":
        return await _chunks(reader)
    if "content-length" in headers:
        return await reader.readexactly(_checked(int(headers["content-length"])))
    body = bytearray()
    while piece := await reader.read(65_536):
        body += piece
        _checked(len(body))
    return bytes(body)


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    body = bytearray()
    while size := int((await reader.readline()).partition(b";")[0], 16):
        _checked(len(body) + size)
        body += await reader.readexactly(size)
        await reader.readline()
    return bytes(body)


def _checked(size: int) -> int:
    if not 0 <= size <= MAX_LIST_BYTES:
        raise ValueError(size)
    return size
