"""Verbs of the people of a project: who they are, and who is to annotate what."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from annotator.cli.base import FILE, author_option, json_option, print_json, verbs


@verbs.command()
@click.argument("project", type=FILE)
@click.option("--add", "name", default="", help="Make this person known, or give them another role.")
@click.option("--role", type=click.Choice(["analyst", "reviewer"]), help="The role of the person added.")
@click.option("--blind", type=click.Choice(["on", "off"]), help="Hide analysts from each other until done.")
@author_option
@json_option
def authors(
    project: Path, name: str, role: str | None, blind: str | None, author: str, as_json: bool
) -> None:
    """List the persons, extractors and models of a project; add persons, set roles and blind mode."""
    from annotator.workspace.assigning import add_member, members
    from annotator.workspace.blinding import is_blind, set_blind
    from annotator.workspace.projects import Project

    if role and not name:
        raise click.UsageError("--role goes with --add NAME")
    changing = bool(name or blind)
    opening = Project.for_writing if changing else Project.open
    with opening(project, author=author) as opened:
        if name:
            add_member(opened, name, "reviewer" if role == "reviewer" else "analyst" if role else None)
        if blind:
            set_blind(opened, blind == "on")
        found, hides = members(opened), is_blind(opened.store)
    if as_json:
        print_json({"blind": hides, "authors": [asdict(each) for each in found]})
        return
    for each in found:
        share = f", {each.finished} of {each.assigned} reports finished" if each.assigned else ""
        click.echo(f"{each.name}: {each.role if each.kind == 'person' else each.kind}{share}")
    if hides:
        click.echo("blind: analysts do not see each other's work until all who share a report have finished")


@verbs.command()
@click.argument("project", type=FILE)
@click.option("--analysts", required=True, help="Their names, with commas between.")
@click.option("--per-report", type=click.IntRange(1), default=1, help="How many analysts a report gets.")
@click.option("--seed", default="", help="Draws lots otherwise; the same seed gives the same assignment.")
@author_option
@json_option
def assign(project: Path, analysts: str, per_report: int, seed: str, author: str, as_json: bool) -> None:
    """Share the reports of a project out among analysts, evenly; who has a report already keeps it."""
    from annotator.workspace.assigning import assign as share_out
    from annotator.workspace.projects import Project

    with Project.for_writing(project, author=author) as opened:
        done = share_out(opened, analysts.split(","), per_report=per_report, seed=seed)
    if as_json:
        print_json({"reports": done.reports, "assigned": dict(done.loads)})
        return
    click.echo(f"{done.reports} reports got analysts")
    for name, count in done.loads:
        click.echo(f"{name}: {count}")
