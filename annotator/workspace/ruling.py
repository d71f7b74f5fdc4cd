"""Ruling: many disputes settled in one step, by a boundary rule one can state or by a strategy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.domain.disputes import Answer, Dispute, Resolution, Ruling, Statement, Version, Wanted
from annotator.domain.errors import UserError
from annotator.domain.sets import AnnotationSet
from annotator.review.boundary_rules import BoundaryRule, rule_named
from annotator.review.disputes import MAJORITY
from annotator.review.resolved import resolved
from annotator.review.strategies import TRUST
from annotator.workspace.permitting import refuse_beside_reviewers
from annotator.workspace.reviewing import (
    ReportReview,
    compared_by,
    policy,
    queue,
    refuse_strategy,
    review,
)
from annotator.workspace.settling import draft, gold_draft, taking, write_all

if TYPE_CHECKING:
    from annotator.workspace.adding import Progress
    from annotator.workspace.projects import Project


@dataclass(frozen=True, slots=True)
class Bulk:
    """One dispute that a boundary rule settles: what is to stand there, `version` -1 where none has it.

    `before` are the texts of the versions, `after` the text of what is to stand.
    """

    dispute: Dispute
    report: str
    statements: tuple[Statement, ...]
    version: int
    before: tuple[str, ...]
    after: str


@dataclass(frozen=True, slots=True)
class Settled:
    """What a strategy settled: how many disputes, how many it left by kind, how many reports became gold."""

    settled: int
    left: Mapping[str, int]
    gold: int


def rules_of(project: Project, *, report_id: str = "") -> dict[str, int]:
    """Count the open disputes that each boundary rule settles, by the name of the rule."""
    found: dict[str, int] = {}
    for line in queue(project, Wanted(report_id=report_id)):
        if line.rule:
            found[line.rule] = found.get(line.rule, 0) + 1
    return found


def bulk_preview(project: Project, rule: str, *, report_id: str = "") -> list[Bulk]:
    """Return what settling all open disputes of one boundary rule would do, in one report where given.

    Raises UserError `unknown-rule`.
    """
    known = rule_named(rule)
    if known is None:
        raise UserError("unknown-rule", f"there is no boundary rule {rule}; choose one of the list")
    lines = queue(project, Wanted(rule=rule, report_id=report_id))
    found: list[Bulk] = []
    for name in dict.fromkeys(line.report_id for line in lines):
        seen = review(project, name)
        found += [_bulk(seen, each, known) for each in seen.open if each.rule == rule]
    return found


def settle_bulk(project: Project, bulks: Sequence[Bulk], *, reason: str = "") -> list[Resolution]:
    """Settle the chosen disputes of a rule as one step to undo."""
    return write_all(project, [_by_rule(project, bulk, reason) for bulk in bulks]) if bulks else []


def resolve(
    project: Project,
    strategy: str,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Settled:
    """Settle by `majority`, `unanimous` or `trust=NAME` what it settles, as one step to undo.

    What analysts flagged stays open. Reports of several authors that have nothing open then become gold.
    Raises UserError `bad-strategy`, `unknown-author`, `not-reviewer` where others review; a cancel
    (`cancelled`) leaves everything as it was.
    """
    from annotator.store.dispute_lists import marks

    refuse_strategy(project, strategy)
    refuse_beside_reviewers(project)
    ids = list(marks(project.store, machines=False))
    drafts: list[Resolution] = []
    left: Counter[str] = Counter()
    gold = 0
    for number, report_id in enumerate(ids):
        if cancelled is not None and cancelled():
            raise UserError("cancelled", "it was stopped; nothing was settled")
        if progress is not None:
            progress(number, len(ids), "")
        seen = review(project, report_id)
        made = list(_by_strategy(project, seen, strategy))
        drafts += made
        answered = {each.dispute for each in made}
        left.update(each.kind.value for each in seen.open if each.id not in answered)
        if len(seen.sets) > 1 and not seen.is_gold and len(seen.open) == len(made):
            drafts.append(gold_draft(project, resolved_by(project, seen, strategy), rule=strategy))
            gold += 1
    if drafts:
        write_all(project, drafts)
    return Settled(len(drafts) - gold, dict(left.most_common()), gold)


def chosen(dispute: Dispute, strategy: str) -> Version | None:
    """Return the version a strategy takes at a dispute, None where it leaves it open."""
    if strategy.startswith(TRUST):
        name = strategy.removeprefix(TRUST)
        doubted = any(doubt.author == name for doubt in dispute.doubts)
        return None if doubted else dispute.version_of(name)
    if strategy != MAJORITY or dispute.doubts or dispute.majority < 0:
        return None
    return dispute.versions[dispute.majority]


def resolved_by(project: Project, seen: ReportReview, strategy: str) -> AnnotationSet:
    """Return what a report comes to when a strategy settles its open disputes; nothing is written."""
    found = compared_by(seen.report, seen.sets, policy(project))
    return resolved(
        seen.report.id,
        found,
        seen.outcomes,
        sets=seen.sets,
        otherwise=lambda dispute: chosen(dispute, strategy),
    )


def _by_strategy(project: Project, seen: ReportReview, strategy: str) -> Iterator[Resolution]:
    for dispute in seen.open:
        version = chosen(dispute, strategy)
        if version is not None:
            yield taking(project, dispute, version, rule=strategy)


def _bulk(seen: ReportReview, dispute: Dispute, rule: BoundaryRule) -> Bulk:
    text = seen.report.text
    first = dispute.versions[0].statements[0]
    start, end = rule.fitted(text, first.start, first.end, first.label)
    borders = [(version.statements[0].start, version.statements[0].end) for version in dispute.versions]
    number = borders.index((start, end)) if (start, end) in borders else -1
    said = first if number < 0 else dispute.versions[number].statements[0]
    return Bulk(
        dispute,
        seen.report.title or seen.report.name,
        (replace(said, start=start, end=end),),
        number,
        tuple(text[begin:stop] for begin, stop in borders),
        text[start:end],
    )


def _by_rule(project: Project, bulk: Bulk, reason: str) -> Resolution:
    dispute = bulk.dispute
    if bulk.version >= 0:
        version = dispute.versions[bulk.version]
        return taking(project, dispute, version, rule=dispute.rule, reason=reason)
    ruling = Ruling(dispute.layer, dispute.start, dispute.end, bulk.statements, rule=dispute.rule)
    return draft(project, dispute.report_id, dispute.id, Answer.OWN, ruling, reason=reason)
