"""llama.cpp's own server on loopback: ``python -m tests.peers.serve FILE NAME CONTEXT KEY``.

It prints its address, and serves until its standard input ends, or whoever started it does.
"""

import sys

import xllamacpp


def main(file: str, name: str, context: int, key: str) -> None:
    """Serve."""
    params = xllamacpp.CommonParams()
    params.model.path = file
    params.model_alias = {name}
    params.api_keys = [key]
    params.n_ctx = context
    params.n_parallel = 1
    params.port = 0
    params.verbosity = 0
    params.sampling.temp = 0
    server = xllamacpp.Server(params)
    sys.stdout.write(f"{server.listening_address}\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4])
