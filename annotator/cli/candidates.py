"""Verbs of candidates: find them, write them, score them."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.base import FILE, author_option, complain, end, jobs_option, json_option, print_json, verbs
from annotator.terminal import Bar, say

trust_option = click.option(
    "--trust", is_flag=True, help="Agree that the pipeline in a folder, which is a program, may run."
)


def _agree(extractor: str, trust: bool) -> None:
    """Remember that an extractor from a folder may run, where its user says so."""
    from annotator.workspace.consenting import agree

    if trust:
        agree(extractor)


@verbs.command()
@click.argument("project", type=FILE)
@click.option("--again", is_flag=True, help="Reports that have candidates already too.")
@click.option("--finished", is_flag=True, help="Finished reports too; they reopen where candidates come.")
@click.option("--extractor", default="vn-rules", help="Which extractor to run.")
@trust_option
@jobs_option
@author_option
@json_option
def extract(
    project: Path,
    again: bool,
    finished: bool,
    extractor: str,
    trust: bool,
    jobs: int,
    author: str,
    as_json: bool,
) -> None:
    """Find candidates in the reports of a project."""
    from annotator.workspace.extracting import Extracted, extract_reports, unextracted, unfinished
    from annotator.workspace.projects import Project

    _agree(extractor, trust)
    with Project.for_writing(project, author=author) as opened, Bar("extracting") as bar:
        asked = opened.report_ids() if again else unextracted(opened, extractor)
        ids = asked if finished else unfinished(opened, asked)
        outcomes = extract_reports(
            opened, ids, extractor=extractor, jobs=jobs, progress=bar.tell, cancelled=bar.is_stopped
        )
        done = {each.report_id for each in outcomes}
        left = [Extracted(each, opened.row(each).name) for each in ids if each not in done]
    if as_json:
        fields = ("report_id", "name", "candidates", "come", "gone", "kept", "suppressed", "message")
        told = [{name: getattr(each, name) for name in fields} for each in (*outcomes, *left)]
        print_json([each | {"left": each["report_id"] not in done} for each in told])
    else:
        found = sum(each.candidates for each in outcomes)
        click.echo(f"{found} candidates in {len(outcomes)} reports")
    if len(ids) < len(asked):
        say(f"{len(asked) - len(ids)} finished reports stay as they are; --finished takes them too")
    complain(each.message for each in outcomes if each.message)
    failed = any(each.message for each in outcomes)
    end(failed=failed or bool(left), nothing=f"stopped; {len(left)} reports left" if left else "")


@verbs.command()
@click.argument("files", type=FILE, nargs=-1, required=True)
@click.option("-o", "--output", type=FILE, required=True, help="The JSON lines file to write.")
@click.option("--extractor", default="vn-rules", help="Which extractor to run.")
@trust_option
@click.option("--lexicons", type=FILE, multiple=True, help="A folder of your own tables of words.")
@click.option("--encoding", default="", help="The encoding of what is not Unicode, where it is in doubt.")
@jobs_option
@json_option
def prelabel(
    files: tuple[Path, ...],
    output: Path,
    extractor: str,
    trust: bool,
    lexicons: tuple[Path, ...],
    encoding: str,
    jobs: int,
    as_json: bool,
) -> None:
    """Write the candidates of loose files as JSON lines, with no project."""
    from annotator.workspace.prelabelling import prelabel

    _agree(extractor, trust)
    with Bar("extracting") as bar:
        done = prelabel(
            files,
            output,
            extractor=extractor,
            lexicons=lexicons,
            jobs=jobs,
            encoding=encoding,
            progress=bar.tell,
            cancelled=bar.is_stopped,
        )
    if as_json:
        counts = {"reports": done.reports, "spans": done.spans}
        print_json({"path": str(output), **counts, "problems": list(done.problems)})
    else:
        click.echo(f"{done.spans} candidates of {done.reports} reports in {output}")
    complain(done.problems)
    end(failed=bool(done.problems))


@verbs.command()
@click.argument("gold", type=FILE)
@click.argument("predictions", type=FILE)
@click.option("--errors/--no-errors", default=True, help="List every error with its sentence.")
@json_option
def evaluate(gold: Path, predictions: Path, errors: bool, as_json: bool) -> None:
    """Score predictions (JSON lines of prelabel) against a folder of gold."""
    from annotator.workspace import evaluating

    evaluation = evaluating.evaluate(gold, predictions)
    if as_json:
        print_json(evaluating.as_json(evaluation))
    else:
        click.echo("\n".join(evaluating.report_lines(evaluation, errors=errors)))
