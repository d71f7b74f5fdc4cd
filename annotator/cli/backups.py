"""The verb that makes, lists and restores backups of a project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.base import FILE, json_option, print_json, verbs, wait_option
from annotator.domain.errors import UserError
from annotator.terminal import Bar

if TYPE_CHECKING:
    from annotator.domain.backups import Backup
    from annotator.workspace.backing_up import Looked


@verbs.command()
@click.argument("project", type=FILE)
@click.option("--restore", "chosen", type=FILE, help="Put this backup in the place of the project.")
@click.option("--list", "listing", is_flag=True, help="List the backups there are, the latest first.")
@click.option("--another", is_flag=True, help="Restore it though it is a backup of another project.")
@wait_option
@json_option
def backup(project: Path, chosen: Path | None, listing: bool, another: bool, as_json: bool) -> None:
    """Make a backup of a project, list its backups, or restore one."""
    if listing and chosen is not None:
        raise click.UsageError("--list and --restore are two jobs; give one of them")
    if another and chosen is None:
        raise click.UsageError("--another goes with --restore FILE")
    if listing:
        _list(project, as_json)
    elif chosen is not None:
        _restore(project, chosen, another, as_json)
    else:
        _make(project, as_json)


def _make(project: Path, as_json: bool) -> None:
    from annotator.workspace.backing_up import back_up
    from annotator.workspace.projects import Project

    with Project.open(project, read_only=True) as opened, Bar("backing up") as bar:
        made = back_up(opened, stopped=bar.is_stopped)
    if as_json:
        print_json(_told(made))
    else:
        click.echo(f"made {made.path}")


def _list(project: Path, as_json: bool) -> None:
    from annotator.workspace.backing_up import look_through

    with Bar("reading backups") as bar:
        found = list(look_through(project, stopped=bar.is_stopped))
    if as_json:
        print_json([_looked(each) for each in found])
        return
    if not found and not project.exists():
        raise UserError("missing-project", f"there is no project {project}, nor a backup of it")
    for each in found:
        click.echo(_line(each))
    if not found:
        click.echo("no backup yet; annotator backup PROJECT makes one")


def _restore(project: Path, chosen: Path, another: bool, as_json: bool) -> None:
    from annotator.workspace.backing_up import restore

    with Bar("restoring") as bar:
        done = restore(project, chosen, foreign=another, stopped=bar.is_stopped)
    kept = done.before or done.aside
    if as_json:
        print_json(
            {
                "project": str(project),
                "restored": str(chosen),
                "kept": None if kept is None else str(kept),
                "decisions": done.held.decisions,
                "lost": done.lost,
            }
        )
        return
    lost = "" if not done.lost else f" without {done.lost} decisions made since"
    click.echo(f"restored {project} with {done.held.decisions} decisions{lost}")
    if kept is not None:
        click.echo(f"as it was it is kept as {kept}")


def _line(each: Looked) -> str:
    """Write a backup on a line."""
    made = each.backup
    if each.held is None:
        holds = "damaged"
    elif each.held.lost is None:
        holds = f"{each.held.decisions} decisions"
    else:
        holds = f"{each.held.decisions} decisions, {each.held.lost} since"
    when = made.at.astimezone().strftime("%Y-%m-%d %H:%M")
    return f"{when}  {made.why:16}  {made.size / 1e6:8.1f} MB  {holds}  {made.path}"


def _told(made: Backup) -> dict[str, object]:
    return {"path": str(made.path), "at": made.at.isoformat(), "why": str(made.why), "bytes": made.size}


def _looked(each: Looked) -> dict[str, object]:
    held = each.held
    return {
        **_told(each.backup),
        "whole": each.is_whole,
        "reports": None if held is None else held.reports,
        "decisions": None if held is None else held.decisions,
        "lost": None if held is None else held.lost,
    }
