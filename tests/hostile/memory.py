"""How much memory this process takes at most while something is done. Linux only; elsewhere it is always 0."""

from pathlib import Path

_STATUS = Path("/proc/self/status")
_CLEAR = Path("/proc/self/clear_refs")
_RESETS_PEAK = "5"  # proc_pid_clear_refs(5)

MOST_MB = 64
"""What a hostile server may cost."""


class Peak:
    """Measures from the moment it is made."""

    def __init__(self) -> None:
        if _CLEAR.exists():
            _CLEAR.write_text(_RESETS_PEAK, encoding="ascii")
        self._before = _megabytes("VmRSS")

    def rise_mb(self) -> float:
        """Return by how much the memory has risen at most since then."""
        return _megabytes("VmHWM") - self._before


def _megabytes(name: str) -> float:
    if not _CLEAR.exists():
        return 0
    lines = _STATUS.read_text(encoding="ascii", errors="replace").splitlines()
    return next(float(line.split()[1]) / 1024 for line in lines if line.startswith(f"{name}:"))
