"""What is said on standard error: lines, a progress bar, how a job ended, and a clean stop on Ctrl-C."""

from __future__ import annotations

import errno
import json
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType, TracebackType

from annotator import __version__
from annotator.domain.errors import UserError

_stopped = threading.Event()
_WIDTH = 24


def say(line: str) -> None:
    """Print a line on standard error, where somebody reads that."""
    with suppress(BrokenPipeError):
        if sys.stderr is not None:  # else it would go to standard output
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
        if sys.stderr is not None and sys.stderr.isatty():
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

    That is 1 when the request is at fault or was stopped, 3 for a bug, of which only the place is said; 0
    where nobody reads the answer any more. With `as_json` standard output gets one value,
    `{"error": {"code", "message", "lines"}}`.
    """
    try:
        code = job()
        write_out()
        return code
    except BrokenPipeError:
        write_out()
        return 0
    except UserError as error:
        refused = error
    except KeyboardInterrupt:
        refused = UserError("stopped", "stopped")
    except OSError as error:
        refused = _output_fault(error) or (_bug(error) if error.filename is None else _unusable(error))
    except Exception as error:
        refused = _bug(error)
    for line in (refused.message, *refused.lines):
        say(line)
    if as_json:
        say_json(refused)
    with suppress(OSError):
        write_out()
    return 3 if refused.code == "bug" else 1


def say_json(error: UserError) -> None:
    """Print an error as the one JSON value of standard output."""
    told = {"code": error.code, "message": error.message, "lines": error.lines}
    with suppress(BrokenPipeError):
        print(json.dumps({"error": told}, ensure_ascii=False, indent=2))  # noqa: T201 as `say` does


def write_out() -> None:
    """Write out what standard output and standard error still hold, without a word where nobody reads it."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except BrokenPipeError:
            # What is left in it would be tried again, and complained of, when the program ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _output_fault(error: OSError) -> UserError | None:
    """Return what is wrong with standard output where an error came of a full disk behind it."""
    if error.filename is not None or error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return None
    # What is left in it would be tried again when the program ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    why = f"standard output cannot be written ({error.strerror}); make room there, or write elsewhere"
    return UserError("cannot-write-output", why)


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
