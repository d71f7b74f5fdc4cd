"""Disputing: the disputes of a project as lines and as JSON for the shell."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from annotator.domain.disputes import Dispute, Statement, Version, Wanted
from annotator.domain.reports import Report
from annotator.workspace.reviewing import ReportReview, queue, review

if TYPE_CHECKING:
    from annotator.workspace.adding import Progress
    from annotator.workspace.projects import Project


def disputes_of(
    project: Project,
    wanted: Wanted,
    *,
    machines: bool = False,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[tuple[ReportReview, Dispute]]:
    """Return the disputes asked for, the worst first, each with the review of its report."""
    lines = queue(project, wanted, machines=machines, progress=progress, cancelled=cancelled)
    seen = {name: review(project, name, machines=machines) for name in {line.report_id for line in lines}}
    found = ((seen[line.report_id], seen[line.report_id].dispute(line.id)) for line in lines)
    return [(held, dispute) for held, dispute in found if dispute is not None]


def dispute_object(held: ReportReview, dispute: Dispute) -> dict[str, Any]:
    """Return a dispute as JSON has it; offsets are code points of the report."""
    outcome = held.outcome(dispute.id)
    return {
        "id": dispute.id,
        "report": held.report.name,
        "report_id": dispute.report_id,
        "layer": dispute.layer,
        "start": dispute.start,
        "end": dispute.end,
        "kind": dispute.kind.value,
        "kinds": [kind.value for kind in dispute.kinds],
        "names": list(dispute.names),
        "labels": list(dispute.labels),
        "rule": dispute.rule,
        "majority": dispute.majority if dispute.majority >= 0 else None,
        "settled": outcome.holds.answer.value if outcome.holds is not None else None,
        "settled_by": outcome.holds.author if outcome.holds is not None else None,
        "doubts": [{"author": doubt.author, "note": doubt.note} for doubt in dispute.doubts],
        "versions": [_version_object(version, held.report) for version in dispute.versions],
    }


def dispute_line(held: ReportReview, dispute: Dispute) -> str:
    """Return a dispute as one line for the terminal: what, where, and who says what."""
    said = "; ".join(_told(version, held.report) for version in dispute.versions)
    rule = f" ({dispute.rule})" if dispute.rule else ""
    place = f"{held.report.name}:{dispute.start}-{dispute.end}"
    doubts = "".join(f"; flagged by {doubt.author}" for doubt in dispute.doubts)
    return f"{dispute.kind.value}{rule}  {place}  {said}{doubts}"


def _version_object(version: Version, report: Report) -> dict[str, Any]:
    return {
        "authors": list(version.authors),
        "machines": list(version.machines),
        "spans": [_statement_object(said, report) for said in version.statements],
    }


def _statement_object(said: Statement, report: Report) -> dict[str, Any]:
    return {
        "start": said.start,
        "end": said.end,
        "label": said.label,
        "text": report.text[said.start : said.end],
        "attributes": dict(said.attributes),
        "relations": [
            {
                "label": link.label,
                "start": link.start,
                "end": link.end,
                "text": report.text[link.start : link.end],
            }
            for link in said.links
        ],
    }


def _told(version: Version, report: Report) -> str:
    spans = ", ".join(
        f"{said.label} {report.text[said.start : said.end]!r}{_values(said)}{_links(said, report)}"
        for said in version.statements
    )
    return f"{' and '.join(version.names)}: {spans or 'nothing'}"


def _links(said: Statement, report: Report) -> str:
    return "".join(f" {link.label} {report.text[link.start : link.end]!r}" for link in said.links)


def _values(said: Statement) -> str:
    given = [f"{name}={value}" for name, value in said.attributes]
    return f" [{' '.join(given)}]" if given else ""
