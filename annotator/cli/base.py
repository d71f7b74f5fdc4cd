"""What every verb shares: the group they join, their common options, and how they answer."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from annotator import __version__
from annotator.domain.errors import UserError
from annotator.terminal import Bar, is_stopped, say, write_out

# Whether a file can be read is for the verb to say, in one line and beside what became of the others.
FILE = click.Path(path_type=Path, readable=False)
"""The type of every path a verb takes."""


class _Verbs(click.Group):
    """A group whose first word may also be a project to open."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = next((word for word in args if not word.startswith("-")), "")
        if first and first not in self.commands:
            args = ["open", *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        # Click would end the program with 1 where nobody reads the answer any more.
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            write_out()
            return 0


@click.group(cls=_Verbs, invoke_without_command=True)
@click.version_option(__version__, prog_name="annotator")
@click.pass_context
def verbs(ctx: click.Context) -> None:
    """Turn extracted candidates in reports into gold. Without a verb: open the window."""
    if ctx.invoked_subcommand is None:
        open_window(None, "")


def author_option(verb: Callable[..., None]) -> Callable[..., None]:
    """Add what a verb that writes has: `--author`, and `--wait` for a project that somebody else holds."""
    return wait_option(name_option(verb))


def name_option(verb: Callable[..., None]) -> Callable[..., None]:
    """Add the option `--author` to a verb."""
    return click.option("--author", default="", help="Under whose name decisions are written down.")(verb)


def wait_option(verb: Callable[..., None]) -> Callable[..., None]:
    """Add the option `--wait` to a verb, which opens its project by `Project.for_writing`."""
    return click.option(
        "--wait",
        type=click.FloatRange(min=0),
        metavar="SECONDS",
        expose_value=False,
        callback=_be_patient,
        help="How long to wait for a project that somebody else holds (2).",
    )(verb)


def _be_patient(_: click.Context, __: click.Parameter, seconds: float | None) -> None:
    from annotator.workspace.patience import PATIENCE, Patience

    given = Patience() if seconds is None else Patience(seconds, tell=_tell_wait)
    PATIENCE.set(replace(given, stopped=is_stopped, warn=say, progress=_tell_check))


def _tell_check(done: int, whole: int, name: str) -> None:
    _CHECKING.tell(done, whole, name)
    if done == whole:
        with _CHECKING:  # which takes it away
            pass


_CHECKING = Bar("checking")


def _tell_wait(holder: object) -> None:
    say(f"waiting for {holder}; Ctrl-C stops")


json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON value and nothing else.")
jobs_option = click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=lambda: min(4, os.cpu_count() or 1),
    help="Worker processes.",
)


def open_window(project: Path | None, author: str) -> None:
    """Open the window and leave with its exit code; raise UserError `no-display`."""
    from annotator.workspace.displays import window_obstacle

    obstacle = window_obstacle()
    if obstacle:
        raise UserError("no-display", obstacle)
    from annotator.app import run_window

    sys.exit(run_window(project, author=author))


def print_json(value: Any) -> None:
    """Print the one JSON value of a verb on standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def complain(lines: Iterable[str]) -> None:
    """Say lines on standard error."""
    for line in lines:
        say(line)


def end(*, failed: bool, nothing: str = "") -> None:
    """Leave with exit code 1 where something failed, after a line that says what was not found."""
    if nothing:
        say(nothing)
    if failed:
        raise click.exceptions.Exit(1)
