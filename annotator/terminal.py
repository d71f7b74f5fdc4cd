"""What is said on standard error: lines, a progress bar, how a job ended, and a clean stop on Ctrl-C."""

from __future__ import annotations

import json
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType, TracebackType

from annotator import __version__
from annotator.domain.errors import UserError

_stopped = threading.Event()
_WIDTH = 24


def say(line: str) -> None:
    """Print a line on standard error."""
    print(line, file=sys.stderr)  # noqa: T201 the one place that prints


def is_stopped() -> bool:
    """Tell whether Ctrl-C was pressed."""
    return _stopped.is_set()


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
        return is_stopped()

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def finish(job: Callable[[], int], *, as_json: bool = False) -> int:
    """Run a job and return its exit code, having said in one line what ended it.

    That is 1 when the request is at fault or was stopped, 3 for a bug, of which only the place is said. With
    `as_json` standard output gets one value, `{"error": {"code", "message", "lines"}}`.
    """
    try:
        return job()
    except BrokenPipeError:
        return 0
    except UserError as error:
        refused = error
    except KeyboardInterrupt:
        refused = UserError("stopped", "stopped")
    except OSError as error:
        refused = _bug(error) if error.filename is None else _unusable(error)
    except Exception as error:
        refused = _bug(error)
    for line in (refused.message, *refused.lines):
        say(line)
    if as_json:
        say_json(refused)
    return 3 if refused.code == "bug" else 1


def say_json(error: UserError) -> None:
    """Print an error as the one JSON value of standard output."""
    told = {"code": error.code, "message": error.message, "lines": error.lines}
    print(json.dumps({"error": told}, ensure_ascii=False, indent=2))  # noqa: T201 as `say` does


def _unusable(error: OSError) -> UserError:
    why = f"{error.filename}: {error.strerror}; check the path and who may use it"
    return UserError("cannot-use", why)


def _bug(error: Exception) -> UserError:
    """Say where a bug is, never what the report says."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(last.filename).name}:{last.lineno}"
    return UserError("bug", f"a bug in annotator {__version__}: {type(error).__name__} in {where}")


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
