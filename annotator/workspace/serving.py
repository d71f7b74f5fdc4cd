"""Serving: what runs in a worker process, where an extractor may do what it likes and harms nobody."""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from pathlib import Path

from annotator import plugins
from annotator.domain.errors import UserError
from annotator.domain.reports import Report
from annotator.domain.schema import Schema
from annotator.extract.answers import fault, plain
from annotator.extract.base import Extraction, TakesLexicons, TakesSchema

_ANY_TEXT = "Năm 2020, Sở Y tế tỉnh Sơn La khám 3 ca, tăng 5%."
_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a worker makes its extractor of, and how much memory it may take, in megabytes; 0 for any."""

    extractor: str
    lexicons: tuple[Path, ...]
    schema: Schema | None
    megabytes: int = 0


@dataclass(frozen=True, slots=True)
class Unusable:
    """Says that the extractor itself cannot be started, whatever the report."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Failure:
    """Says why one report has no extraction; after that a spent worker is of no more use."""

    reason: str
    is_spent: bool = False


Answer = Extraction | Failure | Unusable


def serve(recipe: Recipe, pipe: Connection) -> None:
    """Run in a worker: answer reports until the other end is gone."""
    _settle_down(recipe.megabytes)
    built: plugins.Extracts | Unusable | None = None
    while True:
        try:
            report: Report | None = pipe.recv()
            if built is None:
                built = _built(recipe)
            if report is None:
                # Much is loaded only when a report asks for it.
                if not isinstance(built, Unusable):
                    _extracted(built, Report("", _ANY_TEXT), recipe.megabytes)
                continue
            answer = built if isinstance(built, Unusable) else _extracted(built, report, recipe.megabytes)
            _send(pipe, answer)
        except (EOFError, OSError):
            return


def _settle_down(megabytes: int) -> None:
    """Make the process one that cannot harm: no output, no more memory than given, no life of its own."""
    # Ctrl-C reaches the whole group of processes; what it means is for the one with the project to say.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a plugin prints would land in the JSON of a verb, and may be text of a report.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for number in (1, 2):
        os.dup2(nowhere, number)
    os.close(nowhere)
    if sys.platform != "win32":
        with suppress(OSError):
            os.setpgid(0, 0)  # so that what a plugin has started ends with the worker
        _limit_memory(megabytes)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End when the program is gone, though the extractor never comes back to notice."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        end_group(os.getpid())
        os._exit(1)


def end_group(number: int) -> None:
    """End a worker's process and all it has started, where there are groups of processes."""
    if sys.platform != "win32":
        with suppress(OSError):
            os.killpg(number, signal.SIGKILL)


def _limit_memory(megabytes: int) -> None:
    if sys.platform != "win32" and megabytes:
        import resource

        # Data counts what is asked for rather than mapped, so that libraries and files do not use it up.
        kind = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
        _, most = resource.getrlimit(kind)
        wanted = megabytes * _MEGABYTE
        if most == resource.RLIM_INFINITY or wanted < most:
            with suppress(OSError, ValueError):
                resource.setrlimit(kind, (wanted, most))


def _built(recipe: Recipe) -> plugins.Extracts | Unusable:
    try:
        made: plugins.Extracts = plugins.load("extractors", recipe.extractor)()
        if recipe.lexicons and isinstance(made, TakesLexicons):
            made = made.with_lexicons(recipe.lexicons)
        if recipe.schema is not None and isinstance(made, TakesSchema):
            made = made.with_schema(recipe.schema)
    except UserError as error:
        return Unusable(error.code, error.message)
    except BaseException as error:  # a plugin may raise anything, SystemExit too
        reason = f"the extractor {recipe.extractor} cannot be started ({type(error).__name__})"
        return Unusable("broken-plugin", f"{reason}; install its package again or choose another")
    return made


def _extracted(extractor: plugins.Extracts, report: Report, megabytes: int) -> Extraction | Failure:
    """Return the extraction, or the name of what it raised; never report text."""
    try:
        found = extractor.extract(report)
        wrong = fault(found, len(report.text))
        return Failure(f"the extractor gave {wrong}") if wrong else plain(found)
    except MemoryError:
        # What filled the memory may fill it still.
        return Failure(f"the extractor needs more than {megabytes} MB of memory", is_spent=True)
    except BaseException as error:  # a plugin may raise anything; the report is named and skipped
        return Failure(f"the extractor failed with {type(error).__name__}")


def _send(pipe: Connection, answer: Answer) -> None:
    try:
        pipe.send(answer)
    except OSError:
        raise
    except Exception as error:  # too large for the memory that is left
        pipe.send(Failure(f"what the extractor gave cannot be sent ({type(error).__name__})", is_spent=True))
