"""What the mock makes of a picture: it reads what it is told, refuses it as real servers do, or ignores it."""

import base64
from dataclasses import dataclass

from tests.servers.mock_replies import Plain, error

READS, IGNORES = "reads", "ignores"
NOTHING_SEEN = "I'm sorry, but I can't see any image in your message. Please attach it, and I will read it for you."
PICTURE_TOKENS = 765

REFUSALS: dict[str, Plain] = {
    "openai": error(400, "Invalid content type. image_url is only supported by certain models."),
    "vllm": Plain(400, b'{"object":"error","message":"mock is not a multimodal model","type":"BadRequestError"}'),
    "llama_cpp": error(
        500, "image input is not supported - hint: if this is unexpected, you may need to provide the mmproj", None,
        "server_error",
    ),
    "ollama": error(400, "this model does not support image input"),
    "groq": error(400, "messages[1].content must be a string"),
    "mistral": Plain(400, b'{"object":"error","message":"Image input is not enabled for this model","code":"3051"}'),
    "gemini": Plain(400, b'[{"error":{"code":400,"message":"Image input modality is not enabled for models/mock"}}]'),
    "openrouter": Plain(404, b'{"error":{"message":"No endpoints found that support image input","code":404}}'),
    "deepseek": Plain(422, b'{"error":{"message":"messages[1]: unknown variant `image_url`, expected `text`"}}'),
}  # fmt: skip
WAYS = (READS, IGNORES, *REFUSALS)


@dataclass(frozen=True)
class Sent:
    """A picture in a request."""

    mime: str
    content: bytes
    detail: str


def picture_in(messages: list[dict]) -> Sent | None:
    """Return the first picture in the messages, or None."""
    for message in messages:
        content = message.get("content")
        for part in content if isinstance(content, list) else []:
            if part.get("type") == "image_url":
                head, _, data = part["image_url"]["url"].partition(";base64,")
                mime = head.removeprefix("data:")
                return Sent(mime, base64.b64decode(data, validate=True), part["image_url"].get("detail", ""))
    return None


def told_of_picture(way: str, text: str) -> str:
    """Return what is said of a picture in which this text is."""
    if way == IGNORES:
        return NOTHING_SEEN
    return f"<transcription>\n{text or '[no text]'}\n</transcription>"
