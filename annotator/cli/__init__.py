"""The shell: one verb a job, each importing only what it needs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress

import click

from annotator.cli import (
    agreeing,
    authors,
    backups,
    candidates,
    exchanging,
    merging,
    projects,
    reviewing,
    schemas,
)
from annotator.cli.base import verbs
from annotator.domain.errors import UserError
from annotator.terminal import finish, say_json, stop_on_interrupt

__all__ = [
    "agreeing",
    "authors",
    "backups",
    "candidates",
    "exchanging",
    "main",
    "merging",
    "projects",
    "reviewing",
    "run",
    "schemas",
    "verbs",
]


def run() -> None:
    """Run the shell on the words it was given and leave with its exit code."""
    with stop_on_interrupt():
        sys.exit(main(sys.argv[1:]))


def main(words: Sequence[str]) -> int:
    """Run one verb; return 0 when done, 1 when the request is at fault, 2 for usage, 3 for a bug."""

    def job() -> int:
        try:
            code = verbs.main(list(words), prog_name="annotator", standalone_mode=False)
        except click.ClickException as error:
            with suppress(BrokenPipeError):
                error.show()
            if as_json:
                say_json(UserError("usage", error.format_message()))
            return 2
        except click.Abort as error:
            raise KeyboardInterrupt from error
        return code if isinstance(code, int) else 0

    as_json = "--json" in words
    return finish(job, as_json=as_json)
