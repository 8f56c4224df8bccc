"""Tell whether a refused request was refused for the picture in it, as the model reads none.

From the words of OpenAI ("Invalid content type. image_url is only supported by certain models."), vLLM ("... is not a
multimodal model", "At most 0 image(s) may be provided in one prompt."), llama.cpp (500, "image input is not supported -
hint: ... you may need to provide the mmproj"), Ollama ("this model does not support image input", "this model is
missing data required for image input"), Groq ("messages[1].content must be a string"), Mistral ("Image input is not
enabled for this model"), Gemini ("Image input modality is not enabled for models/..."), OpenRouter (404, "No endpoints
found that support image input"), DeepSeek ("unknown variant `image_url`, expected `text`"), xAI and others ("Image
inputs are not supported by this model."), Tinker and FastAPI (a ``loc`` that ends in a content part's ``type``).
"""

import re
from http import HTTPStatus

from translator.engines.faults.complaint import read_body, read_complaint

# llama.cpp and llamafile say 500 for what is asked of them, though it is no fault of theirs.
_STATUSES = {
    HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.UNSUPPORTED_MEDIA_TYPE, HTTPStatus.UNPROCESSABLE_ENTITY,
    HTTPStatus.INTERNAL_SERVER_ERROR, HTTPStatus.NOT_IMPLEMENTED,
}  # fmt: skip

_PICTURES = r"(image(_url|\(s\)|s)?|picture|vision|visual|multi-?modal(ity)?|modality|modalities)"
_WORDS = re.compile(
    rf"""
      \b{_PICTURES}\b[^.;\n]{{0,80}}?\b(not|only|isn't|aren't|cannot|can't|doesn't|don't|un)[ ]?
        (be[ ])?(yet[ ])?(currently[ ])?(supported|enabled|available|allowed|accepted|permitted|configured|compatible)
    | \b(not|cannot|can't|doesn't|don't|never)\b[^.;\n]{{0,20}}
        \b(support|accept|handle|process|understand|have|take)s?\b[^.;\n]{{0,40}}\b{_PICTURES}\b
    | \bunsupported\b[^.;\n]{{0,40}}\b{_PICTURES}\b
    | \bno\ (endpoints?|models?|providers?)\b[^.;\n]{{0,60}}\b{_PICTURES}\b
    | \bnot\ a\ (vision|multi-?modal)\b
    | \bat\ most\ 0\ (image|picture)
    | \bmissing\ data\ required\ for\ image
    | \bnot\ compiled\ for\ multi-?modal
    | \bmmproj\b
    | \bunknown\ variant\b[^.;\n]{{0,10}}\bimage
    | \bcontent\b["'`\]\)]*\ *:?\ *(value\ )?(must|should|has\ to)\ be\ a?\ ?(valid\ )?string
    | \binput\ should\ be\ (a\ valid\ string|['"`]text['"`])
    | \btext-only\ model
    """,
    re.IGNORECASE | re.VERBOSE,
)
# A picture that is refused for what it is says nothing of the model.
_OF_THIS_PICTURE = re.compile(
    r"\b(too large|too big|too small|exceeds?|corrupt|decode|invalid (image|base64)|could not be read|download|fetch"
    r"|file type|file format|mime|image format|media type)\b",
    re.IGNORECASE,
)


def is_blindness(status: int, body: bytes) -> bool:
    """Tell whether an answer with this status says that the model reads no pictures."""
    if status not in _STATUSES:
        return False
    words = read_complaint(read_body(body)).words
    return bool(_WORDS.search(words)) and not _OF_THIS_PICTURE.search(words)
