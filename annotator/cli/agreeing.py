"""The verb that says how far a project's authors agree."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.base import FILE, json_option, print_json, verbs
from annotator.terminal import Bar


@verbs.command()
@click.argument("project", type=FILE)
@click.option("--with-extractors", is_flag=True, help="Compare with what extractors propose, too.")
@json_option
def agree(project: Path, with_extractors: bool, as_json: bool) -> None:
    """Measure how far those who finished the same reports agree."""
    from annotator.workspace import agreeing
    from annotator.workspace.projects import Project

    with Project.open(project, read_only=True) as opened, Bar("comparing") as bar:
        found = agreeing.agreement(
            opened, with_extractors=with_extractors, progress=bar.tell, cancelled=bar.is_stopped
        )
    if as_json:
        print_json(agreeing.agreement_object(found))
    else:
        click.echo("\n".join(agreeing.agreement_lines(found)))
