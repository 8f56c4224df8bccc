"""Which of the processes that tests start count for coverage: those for which that is asked, and no others.

Measured, a process needs twice the time to start and to run; killed, it leaves a broken file behind. Of the program's
lines, hardly any are run in such processes alone.
"""

import os

_CONFIGURATION = "COVERAGE_PROCESS_CONFIG"
_HELD_BACK = "HELD_BACK_COVERAGE_PROCESS_CONFIG"


def hold_back_coverage() -> None:
    """Let no process be measured that is started from now on."""
    if configuration := os.environ.pop(_CONFIGURATION, ""):
        os.environ[_HELD_BACK] = configuration


def measured() -> dict[str, str]:
    """Return an environment in which a process is measured, if this one is."""
    configuration = os.environ.get(_HELD_BACK, "")
    return {**os.environ, **({_CONFIGURATION: configuration} if configuration else {})}
