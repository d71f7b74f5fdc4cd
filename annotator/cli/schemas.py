"""Verbs of a project's schema: write it to a file, take one in, take the last change back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from annotator.cli.base import FILE, author_option, json_option, print_json, verbs


@verbs.group()
def schema() -> None:
    """Labels, attributes, relations and guidelines of a project."""


@schema.command("export")
@click.argument("project", type=FILE)
@click.option("-o", "--output", type=FILE, required=True, help="The TOML file to write.")
@json_option
def export_(project: Path, output: Path, as_json: bool) -> None:
    """Write the schema of a project, guidelines included, as TOML."""
    from annotator.workspace.defining import export_schema
    from annotator.workspace.projects import Project

    with Project.open(project, read_only=True) as opened:
        export_schema(opened, output)
        held = opened.schema
    if as_json:
        print_json({"path": str(output), "schema": held.name, "labels": len(held.labels)})
    else:
        click.echo(f"the schema {held.name} with {len(held.labels)} labels in {output}")


@schema.command("import")
@click.argument("project", type=FILE)
@click.argument("file", type=FILE)
@click.option(
    "--map",
    "maps",
    multiple=True,
    metavar="OLD=NEW",
    help="What a label becomes; ATTRIBUTE.OLD=NEW for a value.",
)
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@author_option
@json_option
def import_(
    project: Path, file: Path, maps: tuple[str, ...], dry_run: bool, author: str, as_json: bool
) -> None:
    """Let a schema file take the place of the project's schema; spans keep their history."""
    from annotator.domain.schema_differences import differences
    from annotator.resources import schema_from_file
    from annotator.workspace.defining import define, plan
    from annotator.workspace.projects import Project

    labels, values = _mapping(maps)
    wanted = schema_from_file(file)
    opening = (
        Project.open(project, author=author, read_only=True)
        if dry_run
        else Project.for_writing(project, author=author)
    )
    with opening as opened:
        planned = plan(opened, wanted, labels=labels, values=values)
        if not dry_run:
            define(opened, planned)
    found = differences(planned.revision)
    if as_json:
        fields = ("kind", "name", "now", "attribute")
        told = [{name: getattr(each, name) for name in fields} | {"said": str(each)} for each in found]
        print_json(
            {
                "changes": told,
                "spans": planned.spans,
                "reports": planned.reports,
                "uses": [
                    {"report": use.report, "author": use.author, "spans": use.spans} for use in planned.told
                ],
                "hidden": planned.hidden,
                "changed": bool(found) and not dry_run,
            }
        )
        return
    for each in found:
        click.echo(str(each))
    for use in planned.told:
        click.echo(f"  {use.report}, {use.author}: {use.spans} spans")
    if planned.hidden:
        click.echo(f"  others, hidden until all have finished: {planned.hidden} spans")
    if not found:
        click.echo("nothing differs; nothing was changed")
    else:
        how = "would change" if dry_run else "changed"
        click.echo(f"{how}: {planned.spans} spans in {planned.reports} reports")


@schema.command()
@click.argument("project", type=FILE)
@author_option
@json_option
def undo(project: Path, author: str, as_json: bool) -> None:
    """Take the last change of the schema back, and what it did to spans."""
    from annotator.domain.errors import UserError
    from annotator.workspace.defining import undo_definition
    from annotator.workspace.projects import Project

    with Project.for_writing(project, author=author) as opened:
        done = undo_definition(opened)
    if done is None:
        raise UserError("nothing-to-undo", f"the schema of {project.name} was never changed")
    if as_json:
        print_json({"spans": done.spans, "left_out": done.left_out})
        return
    click.echo(f"taken back; {done.spans} spans changed")
    if done.left_out:
        click.echo(f"{done.left_out} spans were changed since and stay as they are")


def _mapping(maps: tuple[str, ...]) -> tuple[Mapping[str, str], Mapping[tuple[str, str], str]]:
    """Read OLD=NEW and ATTRIBUTE.OLD=NEW."""
    labels: dict[str, str] = {}
    values: dict[tuple[str, str], str] = {}
    for each in maps:
        old, equals, new = each.partition("=")
        if not (old and equals and new):
            raise click.UsageError(f"--map {each}: write OLD=NEW, or ATTRIBUTE.OLD=NEW for a value")
        attribute, point, value = old.partition(".")
        if point:
            values[attribute, value] = new
        else:
            labels[old] = new
    return labels, values
