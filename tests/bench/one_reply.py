"""Reads one streamed reply and paints nothing: ``python -m tests.bench.one_reply READER BASE_URL CHARACTERS``.

READER is ``engine``, the app's own, or ``socket``, which waits for bytes on asyncio's loop and looks at nothing in
them but the end mark.
"""

import asyncio
import json
import sys
import time
from urllib.parse import urlsplit

from tests.bench.probes import tell
from tests.bench.text import text_of

_SHORT = "Hello."  # what is built once is built for this one


async def read_with_engine(base_url: str, characters: int) -> float:
    """Return the seconds of processor that the engine takes for a reply, its first request aside."""
    from tests.fakes.keys import FixedKeys
    from translator.engines.openai_engine import OpenAIEngine
    from translator.language.tag import LanguagePair, LanguageTag
    from translator.settings import Service
    from translator.translation.ports import Prompt, TextDelta

    engine = OpenAIEngine(Service("bench", "Bench", base_url=base_url, model="mock"), FixedKeys(""))
    languages = LanguagePair(LanguageTag.parse("en"), LanguageTag.parse("de"))

    async def read(text: str) -> int:
        prompt = Prompt(languages, [text], "", f"<source>\n{text}\n</source>")
        return sum([len(event.text) async for event in engine.stream(prompt) if isinstance(event, TextDelta)])

    await engine.warm()
    await read(_SHORT)
    text = text_of(characters)
    cpu = time.process_time()
    length = await read(text)
    took = time.process_time() - cpu
    assert length == len(text), f"{length} of {len(text)} characters came"
    await engine.aclose()
    return took


async def read_with_socket(base_url: str, characters: int) -> float:
    """Return the seconds of processor that it takes to see every byte of the same reply."""
    address = urlsplit(base_url)
    text = text_of(characters)
    messages = [{"role": "user", "content": f"<source>\n{text}\n</source>"}]
    body = json.dumps({"model": "mock", "stream": True, "messages": messages}).encode()
    head = f"POST {address.path}/chat/completions HTTP/1.1\r\nhost: mock\r\ncontent-length: {len(body)}\r\n\r\n"
    cpu = time.process_time()
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    writer.write(head.encode() + body)
    end = b""
    while b"data: [DONE]" not in end:
        piece = await reader.read(65_536)
        assert piece, "the reply broke off"
        end = end[-16:] + piece
    took = time.process_time() - cpu
    writer.close()
    await writer.wait_closed()
    return took


def main(reader: str, base_url: str, characters: str) -> None:
    """Measure, and print the figure."""
    read = read_with_engine if reader == "engine" else read_with_socket
    tell({"cpu_s": asyncio.run(read(base_url, int(characters)))})


if __name__ == "__main__":
    main(*sys.argv[1:])
