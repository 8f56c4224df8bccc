"""Processes whose coverage nobody needs: servers, what is timed or weighed, and what will be killed."""

import os


def unmeasured() -> dict[str, str]:
    """Return the environment without what measures coverage.

    Measuring doubles the time that a process needs to start and to run; of whom is killed, it leaves a broken file.
    """
    return {name: value for name, value in os.environ.items() if not name.startswith(("COVERAGE_", "COV_CORE_"))}
