"""What real services say when a model reads no pictures, and what they say of a picture that is bad in itself."""

import json

import pytest

from translator.engines.requests.blindness import is_blindness


def openai(message: str, **more: object) -> object:
    return {"error": {"message": message, "type": "invalid_request_error", **more}}


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (400, openai("Invalid content type. image_url is only supported by certain models.", code=None)),
        (400, openai("Invalid content type. 'image_url' is not supported by this model.")),
        (400, {"object": "error", "message": "tiny/model is not a multimodal model", "code": 400}),
        (400, openai("At most 0 image(s) may be provided in one prompt.")),
        (500, {"error": {"code": 500, "message": "image input is not supported by this server"}}),
        (500, {"error": {"code": 500, "type": "server_error", "message": "image input is not supported - hint: if this "
            "is unexpected, you may need to provide the mmproj"}}),
        (500, openai("The server was not compiled for multimodal or the model projector can't be loaded.")),
        (400, openai("this model does not support image input (ref: b8bd630e)")),
        (500, openai("Failed to create new sequence: failed to process inputs: this model is missing data required "
            "for image input")),
        (400, openai("messages[1].content must be a string")),
        (400, openai("'messages.1' : for 'role:user' the following must be satisfied[('messages.1.content' : value "
            "must be a string)]")),
        (400, {"object": "error", "message": "Image input is not enabled for this model", "type": "invalid_request"}),
        (400, [openai("Image input modality is not enabled for models/gemma-3-1b-it", status="INVALID_ARGUMENT")]),
        (404, openai("No endpoints found that support image input", code=404)),
        (400, openai("Failed to deserialize the JSON body into the target type: messages[1]: unknown variant "
            "`image_url`, expected `text` at line 1 column 431")),
        (400, {"error": "Image inputs are not supported by this model."}),
        (400, {"error": "Model does not support images. Please use a model that does."}),
        (422, {"detail": [{"loc": ["body", "messages", 1, "content", 0, "type"], "msg": "Input should be 'text'"}]}),
        (422, {"error": {"message": "This is a text-only model.", "code": "no_vision_model"}}),
    ],
)  # fmt: skip
def test_a_model_that_reads_no_pictures_is_told(status: int, body: object) -> None:
    assert is_blindness(status, json.dumps(body).encode())


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (400, openai("Unsupported parameter: 'temperature' is not supported with this model.")),
        (400, openai("The image is too large: images of more than 8000 pixels are not supported.")),
        (400, openai("Invalid image data: this image format is not supported.")),
        (500, openai("Failed to decode image bytes")),
        (500, openai("The server had an error while processing your request.")),
        (404, openai("The model `gpt-vision` does not exist or you do not have access to it.")),
        (429, openai("No endpoints found that support image input")),
        (401, openai("image input is not supported")),
        (400, openai("This model's maximum context length is 8192 tokens.")),
        (400, openai("messages must not be empty")),
        (502, b"<html>image not supported</html>".decode()),
    ],
)
def test_other_refusals_say_nothing_of_that(status: int, body: object) -> None:
    assert not is_blindness(status, json.dumps(body).encode())
