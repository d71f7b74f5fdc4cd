"""Verbs that carry work between projects: one author's into a file, and files into a project."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.base import FILE, author_option, complain, end, json_option, print_json, verbs
from annotator.terminal import Bar


@verbs.command()
@click.argument("project", type=FILE)
@click.option("--author", required=True, help="Whose work to write.")
@click.option("--by", default="", help="Who asks for it, where that is not the system's user.")
@click.option("-o", "--output", type=FILE, required=True, help="The file to write, NAME.bundle.")
@json_option
def bundle(project: Path, author: str, by: str, output: Path, as_json: bool) -> None:
    """Write one author's work into a file that a colleague merges."""
    from annotator.workspace.bundling import bundle as write
    from annotator.workspace.projects import Project

    with Project.open(project, author=by, read_only=True) as opened, Bar("bundling") as bar:
        done = write(opened, output, author=author, progress=bar.tell, cancelled=bar.is_stopped)
    if as_json:
        print_json({"path": str(done.path), "reports": done.reports, "entries": done.entries})
    else:
        click.echo(f"{done.entries} entries over {done.reports} reports in {done.path}")


@verbs.command()
@click.argument("project", type=FILE)
@click.argument("files", type=FILE, nargs=-1, required=True)
@author_option
@json_option
def merge(project: Path, files: tuple[Path, ...], author: str, as_json: bool) -> None:
    """Bring bundles, or whole projects, together in a project; the order does not matter."""
    from annotator.workspace.merging import merge as bring
    from annotator.workspace.projects import Project

    with Project.for_writing(project, author=author) as opened, Bar("merging") as bar:
        done = bring(opened, files, progress=bar.tell, cancelled=bar.is_stopped)
    if as_json:
        counts = {"reports": done.reports, "entries": done.entries, "resolutions": done.resolutions}
        lists = {"refused": done.refused, "unplaced": done.unplaced, "unapplied": done.unapplied}
        backup = None if done.backup is None else str(done.backup)
        print_json({**counts, **lists, "notes": done.notes, "backup": backup})
    else:
        click.echo(
            f"{done.entries} entries and {done.resolutions} resolutions came, in {done.reports} reports"
            + (f"; the project as it was is {done.backup.name}" if done.backup else "")
        )
    complain(done.lines)
    end(failed=bool(done.refused or done.unplaced))
