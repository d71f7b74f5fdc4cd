"""The shell: one verb a job, each importing only what it needs."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from annotator import __version__
from annotator.domain.errors import UserError
from annotator.terminal import Bar, finish, say, stop_on_interrupt

# Whether a file can be read is for the verb to say, in one line and beside what became of the others.
FILE = click.Path(path_type=Path, readable=False)


class _Verbs(click.Group):
    """A group whose first word may also be a project to open."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = next((word for word in args if not word.startswith("-")), "")
        if first and first not in self.commands:
            args = ["open", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Verbs, invoke_without_command=True)
@click.version_option(__version__, prog_name="annotator")
@click.pass_context
def verbs(ctx: click.Context) -> None:
    """Turn extracted candidates in reports into gold. Without a verb: open the window."""
    if ctx.invoked_subcommand is None:
        _open(None, "")


def _window_options(verb: Callable[..., None]) -> Callable[..., None]:
    return click.option("--author", default="", help="Under whose name decisions are written down.")(verb)


_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON value and nothing else.")
_jobs = click.option("--jobs", type=click.IntRange(1, 64), default=lambda: min(4, os.cpu_count() or 1))


@verbs.command("open", hidden=True)
@click.argument("project", type=FILE)
@_window_options
def open_(project: Path, author: str) -> None:
    """Open a project in the window."""
    _open(project, author)


@verbs.command()
@click.argument("project", type=FILE)
@click.option("--schema", type=FILE, help="A schema file (TOML); the default one is for provincial reports.")
@_window_options
def new(project: Path, schema: Path | None, author: str) -> None:
    """Make a new project file."""
    from annotator.resources import default_schema, schema_from_file
    from annotator.workspace.projects import Project

    chosen = default_schema() if schema is None else schema_from_file(schema)
    with Project.create(project, schema=chosen, author=author) as made:
        click.echo(f"made {made.path}")


@verbs.command()
@click.argument("project", type=FILE)
@click.argument("paths", type=FILE, nargs=-1, required=True)
@click.option("--date", default="", help="The reports' own date, as 2024-10-19, where they do not say it.")
@_window_options
@_json
def add(project: Path, paths: tuple[Path, ...], date: str, author: str, as_json: bool) -> None:
    """Add report files, and the report files of folders."""
    from annotator.workspace.adding import Outcome, add_paths
    from annotator.workspace.projects import Project

    with Project.for_writing(project, author=author) as opened, Bar("adding") as bar:
        outcomes = add_paths(opened, paths, date=date, progress=bar.tell, cancelled=bar.is_stopped)
    added = [o for o in outcomes if o.outcome is Outcome.ADDED]
    failed = [o for o in outcomes if o.outcome is Outcome.FAILED]
    if as_json:
        _print(
            [
                {"path": o.path, "outcome": o.outcome, "report": o.report_id, "message": o.message}
                for o in outcomes
            ]
        )
    else:
        click.echo(f"added {len(added)} of {len(outcomes)} reports")
    _complain(o.message for o in outcomes if o.message)
    _end(
        failed=bool(failed) or not outcomes, nothing="no report file was found there" if not outcomes else ""
    )


@verbs.command()
@click.argument("project", type=FILE)
@click.option("--again", is_flag=True, help="Reports that have candidates already too.")
@click.option("--extractor", default="vn-rules", help="Which extractor to run.")
@_jobs
@_window_options
@_json
def extract(project: Path, again: bool, extractor: str, jobs: int, author: str, as_json: bool) -> None:
    """Find candidates in the reports of a project."""
    from annotator.workspace.extracting import extract_reports, unextracted
    from annotator.workspace.projects import Project

    with Project.for_writing(project, author=author) as opened, Bar("extracting") as bar:
        ids = opened.report_ids() if again else unextracted(opened, extractor)
        outcomes = extract_reports(
            opened, ids, extractor=extractor, jobs=jobs, progress=bar.tell, cancelled=bar.is_stopped
        )
    if as_json:
        fields = ("report_id", "name", "candidates", "come", "gone", "kept", "suppressed", "message")
        _print([{name: getattr(each, name) for name in fields} for each in outcomes])
    else:
        found = sum(each.candidates for each in outcomes)
        left = len(ids) - len(outcomes)
        click.echo(
            f"{found} candidates in {len(outcomes)} reports" + (f", {left} reports left" if left else "")
        )
    _complain(each.message for each in outcomes if each.message)
    _end(failed=any(each.message for each in outcomes))


@verbs.command()
@click.argument("files", type=FILE, nargs=-1, required=True)
@click.option("-o", "--output", type=FILE, required=True, help="The JSON lines file to write.")
@click.option("--extractor", default="vn-rules", help="Which extractor to run.")
@click.option("--lexicons", type=FILE, multiple=True, help="A folder of your own tables of words.")
@_jobs
def prelabel(
    files: tuple[Path, ...], output: Path, extractor: str, lexicons: tuple[Path, ...], jobs: int
) -> None:
    """Write the candidates of loose files as JSON lines, with no project."""
    from annotator.workspace.prelabelling import prelabel

    with Bar("extracting") as bar:
        done = prelabel(
            files,
            output,
            extractor=extractor,
            lexicons=lexicons,
            jobs=jobs,
            progress=bar.tell,
            cancelled=bar.is_stopped,
        )
    click.echo(f"{done.spans} candidates of {done.reports} reports in {output}")
    _complain(done.problems)
    _end(failed=bool(done.problems))


@verbs.command("import")
@click.argument("project", type=FILE)
@click.argument("path", type=FILE)
@click.option("--format", "format_", required=True, help="markup or jsonl")
@_window_options
@_json
def import_(project: Path, path: Path, format_: str, author: str, as_json: bool) -> None:
    """Give an author the spans of annotated files."""
    from annotator.workspace.importing import import_path
    from annotator.workspace.projects import Project

    with Project.for_writing(project) as opened, Bar("importing") as bar:
        name = author or opened.author
        done = import_path(
            opened, path, format=format_, author=name, progress=bar.tell, cancelled=bar.is_stopped
        )
    if as_json:
        _print({"reports": done.reports, "spans": done.spans, "relations": done.relations, "author": name})
    else:
        click.echo(f"{done.spans} spans and {done.relations} relations in {done.reports} reports for {name}")
    _complain((*done.problems, *done.notes))
    _end(failed=bool(done.problems))


@verbs.command()
@click.argument("project", type=FILE)
@click.option("--format", "format_", required=True, help="sqlite, jsonl or markup")
@click.option("-o", "--output", type=FILE, required=True, help="The file or folder to write.")
@click.option("--author", default="", help="Take this author's sets.")
@click.option("--strategy", default="", help="Where authors differ: majority, unanimous or trust=NAME.")
@click.option("--unfinished", is_flag=True, help="Take reports that are not finished too.")
@click.option("--include", type=click.Choice(["candidates"]), help="Write undecided and rejected spans too.")
@_json
def export(
    project: Path,
    format_: str,
    output: Path,
    author: str,
    strategy: str,
    unfinished: bool,
    include: str | None,
    as_json: bool,
) -> None:
    """Write the gold of finished reports."""
    from annotator.workspace.exporting import ExportRequest, export
    from annotator.workspace.projects import Project

    request = ExportRequest(format_, output, author, strategy, unfinished, include == "candidates")
    with Project.open(project, read_only=True) as opened, Bar("exporting") as bar:
        done = export(opened, request, progress=bar.tell, cancelled=bar.is_stopped)
    if as_json:
        counts = {"reports": done.reports, "spans": done.spans, "relations": done.relations}
        _print({"path": str(done.path), **counts, "left_out": done.left_out, "notes": done.notes})
    else:
        click.echo(
            f"{done.spans} spans and {done.relations} relations of {done.reports} reports in {done.path}"
        )
    _complain((*(f"left out: {line}" for line in done.left_out), *done.notes))


@verbs.command()
@click.argument("gold", type=FILE)
@click.argument("predictions", type=FILE)
@click.option("--errors/--no-errors", default=True, help="List every error with its sentence.")
@_json
def evaluate(gold: Path, predictions: Path, errors: bool, as_json: bool) -> None:
    """Score predictions (JSON lines of prelabel) against a folder of gold."""
    from annotator.workspace import evaluating

    evaluation = evaluating.evaluate(gold, predictions)
    if as_json:
        _print(evaluating.as_json(evaluation))
    else:
        click.echo("\n".join(evaluating.report_lines(evaluation, errors=errors)))


@verbs.command()
@click.argument("project", type=FILE)
@click.option("--repair", is_flag=True, help="Mend what the journal still knows, after a backup.")
@_json
def check(project: Path, repair: bool, as_json: bool) -> None:
    """Check that a project file holds what its journal says."""
    from annotator.workspace.checking import check_project, repair_project

    if repair:
        _complain(repair_project(project))
    faults = check_project(project)
    if as_json:
        _print({"project": str(project), "faults": faults})
    elif not faults:
        click.echo(f"{project} is sound")
    _complain(faults)
    _end(failed=bool(faults))


@verbs.command()
@_json
def doctor(as_json: bool) -> None:
    """Say what this machine lacks, with the line that installs it."""
    from annotator.workspace import doctoring

    findings = doctoring.diagnose()
    if as_json:
        _print(doctoring.as_json(findings))
    else:
        click.echo("\n".join(doctoring.lines(findings)))
    _end(failed=not doctoring.is_healthy(findings))


@verbs.command()
@click.argument("folder", type=FILE, default=Path("annotator-demo"))
@_window_options
def demo(folder: Path, author: str) -> None:
    """Make a sample project with its candidates and open it."""
    from annotator.workspace.demonstrating import demo_gold, make_demo
    from annotator.workspace.displays import has_display

    with Bar("extracting the samples") as bar:
        path = make_demo(folder, author=author, progress=bar.tell, cancelled=bar.is_stopped)
    if has_display():
        _open(path, author)
        return
    from annotator.app import save_picture

    say("there is no display, so the window is drawn into a picture instead")
    picture = save_picture(path, folder / "window.png", author=author)
    gold = demo_gold(path)
    click.echo(f"project {path}\ngold {gold.path}\npicture {picture}")


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
            error.show()
            return 2
        except click.Abort:
            say("stopped")
            return 1
        return code if isinstance(code, int) else 0

    return finish(job)


def _open(project: Path | None, author: str) -> None:
    from annotator.workspace.displays import window_obstacle

    obstacle = window_obstacle()
    if obstacle:
        raise UserError("no-display", obstacle)
    from annotator.app import run_window

    sys.exit(run_window(project, author=author))


def _print(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _complain(lines: Iterable[str]) -> None:
    for line in lines:
        say(line)


def _end(*, failed: bool, nothing: str = "") -> None:
    if nothing:
        say(nothing)
    if failed:
        raise click.exceptions.Exit(1)
