"""What the window tells its user: one line in the status bar, or a copyable report when it is our bug."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import ParamSpec

from PySide6.QtCore import QObject, Signal

from annotator import __version__
from annotator.domain.errors import UserError
from annotator.ui.refusals import in_words

P = ParamSpec("P")


class Notices(QObject):
    """The one door for messages; whoever shows them listens to the signals."""

    said = Signal(str)
    refused = Signal(str)
    bug = Signal(str)

    def say(self, text: str) -> None:
        """Say that something was done."""
        self.said.emit(text)

    def refuse(self, error: UserError) -> None:
        """Say why something was not done."""
        self.refused.emit(in_words(error.message))

    def guarded(self, handler: Callable[P, object]) -> Callable[P, None]:
        """Return a handler that cannot fail: refusals are said, bugs reported, the window stays alive."""

        def run(*given: P.args, **named: P.kwargs) -> None:
            try:
                handler(*given, **named)
            except Exception as error:
                self.catch(type(error), error, error.__traceback__)

        return run

    def catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take an exception nobody caught: a refusal is said, a bug is reported, the window stays alive."""
        if isinstance(error, UserError):
            self.refuse(error)
        elif issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.bug.emit(problem_report(error, trace))


def problem_report(error: BaseException, trace: TracebackType | None) -> str:
    """Write what a developer needs: kinds, files and lines, never values, since these may be report text."""
    frames = traceback.extract_tb(trace)
    lines = [
        f"  {frame.filename.rpartition('annotator')[2]}:{frame.lineno} in {frame.name}" for frame in frames
    ]
    system = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    return "\n".join([f"annotator {__version__} on {system}", type(error).__name__, *lines])
