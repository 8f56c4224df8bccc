"""The command line: argv to the window, or to a command."""


def main() -> int:
    """Run what the command line asks for; return the exit status."""
    return 0
