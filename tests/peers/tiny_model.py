"""Makes a language model of a megabyte, for a server that somebody else wrote.

Its weights are random but for the few that choose the next letter, so that what it says is known: the alphabet, and
then it stops, or begins anew. Every byte is a token, so that any prompt can be read.
"""

from collections.abc import Iterator
from pathlib import Path

import gguf
import numpy as np

ALPHABET = "abcdefghijklmnopqrstuvwxyz"
"""What it replies."""

_SPECIAL = ("<unk>", "<s>", "</s>")
_UNKNOWN, _BEGIN, _END = range(len(_SPECIAL))
_BYTES = [f"<0x{byte:02X}>" for byte in range(256)]
_BLANK = "\u2581"  # SentencePiece's blank
_PIECES = [*_SPECIAL, *_BYTES, _BLANK, *ALPHABET]
_KINDS = [
    gguf.TokenType.UNKNOWN, gguf.TokenType.CONTROL, gguf.TokenType.CONTROL,
    *[gguf.TokenType.BYTE] * len(_BYTES), *[gguf.TokenType.NORMAL] * (1 + len(ALPHABET)),
]  # fmt: skip
_FIRST = _PIECES.index("a")
_LAST = _PIECES.index("z")
_COLON = _PIECES.index(f"<0x{ord(':'):02X}>")
# Every prompt ends in the colon, which the model takes for the sign to begin.
_TEMPLATE = "{% for m in messages %}{{ m['role'] + ' ' + m['content'] + ' ' }}{% endfor %}reply:"

_WIDTH = 320
_HEAD = 32
_LONGEST_CONTEXT = 131_072
_NOISE = 0.001
_SEED = 1

Weights = np.ndarray[tuple[int, ...], np.dtype[np.float32]]


def make_tiny_model(path: Path, *, endless: bool) -> None:
    """Write the model as GGUF. ``endless`` decides what follows the alphabet: itself, or the end."""
    writer = gguf.GGUFWriter(path, "llama")
    _add_shape(writer)
    _add_tokens(writer)
    for name, weights in _weights(endless=endless):
        writer.add_tensor(name, weights)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _add_shape(writer: gguf.GGUFWriter) -> None:
    writer.add_file_type(gguf.LlamaFileType.ALL_F32)
    writer.add_context_length(_LONGEST_CONTEXT)
    writer.add_embedding_length(_WIDTH)
    writer.add_feed_forward_length(_HEAD)
    writer.add_block_count(1)
    writer.add_head_count(1)
    writer.add_head_count_kv(1)
    writer.add_key_length(_HEAD)
    writer.add_value_length(_HEAD)
    writer.add_rope_dimension_count(_HEAD)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(len(_PIECES))


def _add_tokens(writer: gguf.GGUFWriter) -> None:
    writer.add_tokenizer_model("llama")
    writer.add_token_list(_PIECES)
    writer.add_token_scores([0.0] * len(_PIECES))
    writer.add_token_types(_KINDS)
    writer.add_unk_token_id(_UNKNOWN)
    writer.add_bos_token_id(_BEGIN)
    writer.add_eos_token_id(_END)
    writer.add_add_space_prefix(False)
    writer.add_chat_template(_TEMPLATE)


def _weights(*, endless: bool) -> Iterator[tuple[str, Weights]]:
    noise = np.random.default_rng(_SEED)

    def random(rows: int, columns: int) -> Weights:
        return (noise.standard_normal((rows, columns)) * _NOISE).astype(np.float32)

    tokens, choice = random(len(_PIECES), _WIDTH), random(len(_PIECES), _WIDTH)
    for number in range(len(_PIECES)):
        tokens[number, number] = 1
    for number in range(_FIRST, _LAST):
        choice[number + 1, number] = 1
    choice[_FIRST, _COLON] = 1
    choice[_FIRST if endless else _END, _LAST] = 1
    yield "token_embd.weight", tokens
    yield "output.weight", choice
    for name in ("output_norm", "blk.0.attn_norm", "blk.0.ffn_norm"):
        yield f"{name}.weight", np.ones(_WIDTH, np.float32)
    for name in ("attn_q", "attn_k", "attn_v", "ffn_gate", "ffn_up"):
        yield f"blk.0.{name}.weight", random(_HEAD, _WIDTH)
    for name in ("attn_output", "ffn_down"):
        yield f"blk.0.{name}.weight", random(_WIDTH, _HEAD)
