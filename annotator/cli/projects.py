"""Verbs of a project as a whole: make, open, fill, check, show."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.base import (
    FILE,
    author_option,
    complain,
    end,
    json_option,
    name_option,
    open_window,
    print_json,
    verbs,
    wait_option,
)
from annotator.terminal import Bar, say


@verbs.command("open", hidden=True)
@click.argument("project", type=FILE)
@name_option
def open_(project: Path, author: str) -> None:
    """Open a project in the window."""
    open_window(project, author)


@verbs.command()
@click.argument("project", type=FILE)
@click.option("--schema", type=FILE, help="A schema file (TOML); the default one is for provincial reports.")
@name_option
@json_option
def new(project: Path, schema: Path | None, author: str, as_json: bool) -> None:
    """Make a new project file."""
    from annotator.resources import default_schema, schema_from_file
    from annotator.workspace.projects import Project

    chosen = default_schema() if schema is None else schema_from_file(schema)
    with Project.create(project, schema=chosen, author=author) as made:
        if as_json:
            print_json({"project": str(made.path)})
        else:
            click.echo(f"made {made.path}")


@verbs.command()
@click.argument("project", type=FILE)
@click.argument("paths", type=FILE, nargs=-1, required=True)
@click.option("--date", default="", help="The reports' own date, as 2024-10-19, where they do not say it.")
@click.option("--encoding", default="", help="The encoding of what is not Unicode, where it is in doubt.")
@click.option("--whole-page", is_flag=True, help="Take menus and other articles of web pages too.")
@click.option("--headers", is_flag=True, help="Take headers and footers of Word files and PDFs too.")
@author_option
@json_option
def add(
    project: Path,
    paths: tuple[Path, ...],
    date: str,
    encoding: str,
    whole_page: bool,
    headers: bool,
    author: str,
    as_json: bool,
) -> None:
    """Add report files, and the report files of folders."""
    from annotator.workspace.adding import HowToRead, Outcome, add_paths
    from annotator.workspace.projects import Project

    how = HowToRead(date, encoding, whole_page, headers)
    with Project.for_writing(project, author=author) as opened, Bar("adding") as bar:
        outcomes = add_paths(opened, paths, how=how, progress=bar.tell, cancelled=bar.is_stopped)
    added = [o for o in outcomes if o.outcome is Outcome.ADDED]
    failed = [o for o in outcomes if o.outcome in (Outcome.FAILED, Outcome.UNSURE, Outcome.UNSEEN)]
    if as_json:
        print_json(
            [
                {
                    "path": o.path,
                    "outcome": o.outcome,
                    "report": o.report_id,
                    "message": o.message,
                    "note": o.note,
                }
                for o in outcomes
            ]
        )
    else:
        files = sum(o.outcome is not Outcome.UNSEEN for o in outcomes)
        click.echo(f"added {len(added)} of {files} reports")
    complain(line for o in outcomes for line in (o.message, o.note) if line)
    left = sum(o.outcome is Outcome.LEFT for o in outcomes)
    nothing = "no report file was found there" if not outcomes else ""
    end(
        failed=bool(failed or left) or not outcomes,
        nothing=f"stopped; {left} files left" if left else nothing,
    )


@verbs.command()
@click.argument("project", type=FILE)
@click.option("--repair", is_flag=True, help="Mend what the journal still knows, after a backup.")
@wait_option
@json_option
def check(project: Path, repair: bool, as_json: bool) -> None:
    """Check that a project file holds what its journal says."""
    from annotator.workspace.checking import check_project, repair_project

    if repair:
        complain(repair_project(project))
    with Bar("checking") as bar:
        faults = check_project(project, progress=bar.tell, stopped=bar.is_stopped)
    if as_json:
        print_json({"project": str(project), "faults": faults})
    elif not faults:
        click.echo(f"{project} is sound")
    complain(faults)
    end(failed=bool(faults))


@verbs.command()
@json_option
def doctor(as_json: bool) -> None:
    """Say what this machine lacks, with the line that installs it."""
    from annotator.workspace import doctoring

    findings = doctoring.diagnose()
    if as_json:
        print_json(doctoring.as_json(findings))
    else:
        click.echo("\n".join(doctoring.lines(findings)))
    end(failed=not doctoring.is_healthy(findings))


@verbs.command()
@click.argument("folder", type=FILE, default=Path("annotator-demo"))
@name_option
@json_option
def demo(folder: Path, author: str, as_json: bool) -> None:
    """Make a sample project with its candidates and open it."""
    from annotator.workspace.demonstrating import demo_gold, make_demo
    from annotator.workspace.displays import has_display

    with Bar("extracting the samples") as bar:
        path = make_demo(folder, author=author, progress=bar.tell, cancelled=bar.is_stopped)
    if has_display():
        if as_json:
            print_json({"project": str(path)})
        open_window(path, author)
        return
    from annotator.app import save_picture

    say("there is no display, so the window is drawn into a picture instead")
    picture = save_picture(path, folder / "window.png", author=author)
    gold = demo_gold(path)
    made = {"project": str(path), "gold": str(gold.path), "picture": str(picture)}
    if as_json:
        print_json(made)
    else:
        click.echo("\n".join(f"{what} {where}" for what, where in made.items()))
