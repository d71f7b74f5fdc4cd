"""What the shell says on standard error: lines, a progress bar, and a clean stop on Ctrl-C."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType

_stopped = threading.Event()
_WIDTH = 24


def say(line: str) -> None:
    """Print a line on standard error."""
    print(line, file=sys.stderr)  # noqa: T201 the one place that prints


class Bar:
    """A progress bar on standard error, drawn only where somebody sees it."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._drawn = False

    def tell(self, done: int, whole: int, name: str) -> None:
        """Show how many are done of how many; the name is the current one's."""
        if sys.stderr.isatty():
            full = _WIDTH * done // max(1, whole)
            line = f"{self._title} {'█' * full}{'░' * (_WIDTH - full)} {done}/{whole} {name[:30]}"
            sys.stderr.write(f"\r\x1b[K{line}")
            sys.stderr.flush()
            self._drawn = True

    def is_stopped(self) -> bool:
        """Tell whether Ctrl-C was pressed since the bar began."""
        return _stopped.is_set()

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


@contextmanager
def stop_on_interrupt() -> Iterator[None]:
    """Let the first Ctrl-C end long work cleanly, what was finished kept; the second one ends the program."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        if _stopped.is_set():
            raise KeyboardInterrupt
        _stopped.set()
        say("\nstopping after the current report; press Ctrl-C again to stop at once")

    before = signal.signal(signal.SIGINT, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
