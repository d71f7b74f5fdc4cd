"""Verbs that take annotated files in and write gold out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from annotator.cli.base import FILE, author_option, complain, end, json_option, print_json, verbs
from annotator.domain.errors import UserError
from annotator.terminal import Bar


@verbs.command("import")
@click.argument("project", type=FILE)
@click.argument("path", type=FILE)
@click.option("--format", "format_", required=True, help="One of `annotator formats`, such as markup.")
@click.option("--map", "pairs", multiple=True, help="Take a label of the files for ours, as PER=PERSON.")
@click.option("--map-file", type=FILE, help="A file of such pairs, a table [labels] in TOML.")
@author_option
@json_option
def import_(
    project: Path,
    path: Path,
    format_: str,
    pairs: tuple[str, ...],
    map_file: Path | None,
    author: str,
    as_json: bool,
) -> None:
    """Give an author the spans of annotated files."""
    from annotator.workspace.importing import import_path
    from annotator.workspace.mapping import mapping_from
    from annotator.workspace.projects import Project

    with Project.for_writing(project) as opened, Bar("importing") as bar:
        name = author or opened.author
        done = import_path(
            opened,
            path,
            format=format_,
            author=name,
            labels=mapping_from(pairs, map_file, opened.schema),
            progress=bar.tell,
            cancelled=bar.is_stopped,
        )
    if as_json:
        print_json(
            {"reports": done.reports, "spans": done.spans, "relations": done.relations, "author": name}
        )
    else:
        click.echo(f"{done.spans} spans and {done.relations} relations in {done.reports} reports for {name}")
    complain((*done.problems, *done.notes))
    end(failed=bool(done.problems))


@verbs.command()
@click.argument("project", type=FILE)
@click.option("--format", "format_", required=True, help="One of `annotator formats`, such as sqlite.")
@click.option("-o", "--output", type=FILE, required=True, help="The file or folder to write.")
@click.option("--author", help="Take this author's sets.")
@click.option("--strategy", help="Where authors differ: majority, unanimous or trust=NAME.")
@click.option("--unfinished", is_flag=True, help="Take reports that are not finished too.")
@click.option("--include", type=click.Choice(["candidates"]), help="Write undecided and rejected spans too.")
@click.option("--report", "names", multiple=True, help="Only this report, by name.")
@click.option("--label", "labels", multiple=True, help="Only spans of this label.")
@click.option("--split", "splits", multiple=True, type=click.Choice(["train", "dev", "test"]))
@click.option("--since", help="Only reports of this day or later, as 2024-10-19.")
@click.option("--until", help="Only reports of this day or earlier.")
@json_option
def export(
    project: Path,
    format_: str,
    output: Path,
    author: str | None,
    strategy: str | None,
    unfinished: bool,
    include: str | None,
    names: tuple[str, ...],
    labels: tuple[str, ...],
    splits: tuple[str, ...],
    since: str | None,
    until: str | None,
    as_json: bool,
) -> None:
    """Write the gold of finished reports, with a manifest and a data card."""
    from annotator.workspace.exporting import ExportRequest, export
    from annotator.workspace.limiting import reports_named
    from annotator.workspace.projects import Project

    request = ExportRequest(
        format_,
        output,
        _given("--author", author, "a name such as an"),
        _given("--strategy", strategy, "majority, unanimous or trust=NAME"),
        unfinished,
        include == "candidates",
        labels=labels,
        splits=splits,
        since=_given("--since", since, "a day such as 2023-10-19"),
        until=_given("--until", until, "a day such as 2023-10-19"),
    )
    # Open for writing where nobody else has it: the splits that reports are given are kept.
    with Project.open(project) as opened, Bar("exporting") as bar:
        request = replace(request, reports=reports_named(opened, names))
        done = export(opened, request, progress=bar.tell, cancelled=bar.is_stopped)
    if as_json:
        counts = {"reports": done.reports, "spans": done.spans, "relations": done.relations}
        print_json({"path": str(done.path), **counts, "left_out": done.left_out, "notes": done.notes})
    else:
        click.echo(
            f"{done.spans} spans and {done.relations} relations of {done.reports} reports in {done.path}"
        )
    complain((*(f"left out: {line}" for line in done.left_out), *done.notes))


@verbs.command()
@json_option
def formats(as_json: bool) -> None:
    """List the formats for import and export, with what each cannot hold."""
    from annotator.workspace.offering import offered, offered_lines, offered_object

    entries = offered()
    if as_json:
        print_json([offered_object(entry) for entry in entries])
    else:
        click.echo("\n".join(offered_lines(entries)))


def _given(option: str, value: str | None, wanted: str) -> str:
    """Return what an option says, empty where it was not given; raise UserError `empty-option`."""
    if value is not None and not value.strip():
        raise UserError("empty-option", f"{option} is empty; give {wanted}, or leave it out")
    return value or ""
