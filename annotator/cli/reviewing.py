"""Verbs of the review: list what authors differ in, and settle it by a strategy."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from annotator.cli.base import FILE, author_option, json_option, print_json, verbs
from annotator.domain.disputes import DisputeKind, Wanted
from annotator.terminal import Bar

_KINDS = click.Choice([kind.value for kind in DisputeKind])


@verbs.command()
@click.argument("project", type=FILE)
@click.option("--with-extractors", is_flag=True, help="Compare with what extractors propose, too.")
@click.option("--kind", type=_KINDS, help="Only disputes of this kind.")
@click.option("--label", default="", help="Only disputes in which this label stands.")
@click.option("--settled", is_flag=True, help="Those that are settled, too.")
@json_option
def disputes(
    project: Path, with_extractors: bool, kind: str | None, label: str, settled: bool, as_json: bool
) -> None:
    """List what those who finished the same reports differ in, the worst first."""
    from annotator.workspace import disputing
    from annotator.workspace.projects import Project

    wanted = Wanted(DisputeKind(kind) if kind else None, label, settled=None if settled else False)
    with Project.open(project, read_only=True) as opened, Bar("comparing") as bar:
        found = disputing.disputes_of(
            opened, wanted, machines=with_extractors, progress=bar.tell, cancelled=bar.is_stopped
        )
    if as_json:
        print_json([disputing.dispute_object(held, dispute) for held, dispute in found])
        return
    for held, dispute in found:
        click.echo(disputing.dispute_line(held, dispute))
    kinds = Counter(dispute.kind.value for _, dispute in found)
    told = ", ".join(f"{count} {name}" for name, count in kinds.most_common())
    click.echo(f"{len(found)} disputes" + (f": {told}" if told else ""))


@verbs.command()
@click.argument("project", type=FILE)
@click.option("--strategy", required=True, help="majority, unanimous or trust=NAME.")
@author_option
@json_option
def resolve(project: Path, strategy: str, author: str, as_json: bool) -> None:
    """Settle what a strategy settles, and make gold of the reports that have nothing open."""
    from annotator.workspace import ruling
    from annotator.workspace.projects import Project

    with Project.for_writing(project, author=author) as opened, Bar("settling") as bar:
        done = ruling.resolve(opened, strategy, progress=bar.tell, cancelled=bar.is_stopped)
    if as_json:
        counts = {"settled": done.settled, "left": sum(done.left.values()), "gold": done.gold}
        print_json({"strategy": strategy, **counts, "left_by_kind": dict(done.left)})
        return
    click.echo(f"{done.settled} disputes settled, {done.gold} reports made gold")
    if done.left:
        told = ", ".join(f"{count} {kind}" for kind, count in done.left.items())
        click.echo(f"left: {told}; see annotator disputes, or settle them in the window")
