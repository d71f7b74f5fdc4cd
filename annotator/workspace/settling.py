"""Settling: a reviewer's answers to disputes, written at once, taken back and done again over restarts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import uuid4

from annotator.domain.disputes import Answer, Dispute, Resolution, Ruling, Statement, Version
from annotator.domain.errors import UserError
from annotator.domain.history import REDO, UNDO, latest_batch, redo_stack, undo_stack
from annotator.domain.sets import AnnotationSet
from annotator.domain.strings import typed
from annotator.review.disputes import statements_of
from annotator.workspace.deciding import new_id, refuse_range
from annotator.workspace.reviewing import REPORT, review

if TYPE_CHECKING:
    from annotator.store.resolutions import Step
    from annotator.workspace.projects import Project


def take(
    project: Project, dispute: Dispute, version: Version, *, reason: str = "", comment: str = ""
) -> Resolution:
    """Let one version of a dispute stand; one that has nothing there answers `none`."""
    return _written(project, taking(project, dispute, version, reason=reason, comment=comment))


def take_majority(project: Project, dispute: Dispute, *, reason: str = "", comment: str = "") -> Resolution:
    """Let the version of the majority stand; raise UserError `no-majority` when there is none."""
    if dispute.majority < 0:
        raise UserError("no-majority", "no version has a majority here; choose one by its number")
    return take(project, dispute, dispute.versions[dispute.majority], reason=reason, comment=comment)


def settle_own(
    project: Project,
    dispute: Dispute,
    statements: Sequence[Statement],
    *,
    reason: str = "",
    comment: str = "",
) -> Resolution:
    """Let a reviewer's own spans stand.

    Raises UserError `empty-span`, `over-chrome`, `two-paragraphs`, `overlap`, `unknown-label`, `wrong-layer`,
    `bad-attribute`; then nothing was changed.
    """
    said = tuple(sorted(statements, key=lambda one: (one.start, one.end)))
    _check(project, dispute, said)
    named = tuple(one if one.id else replace(one, id=new_id()) for one in said)
    answer = Answer.OWN if named else Answer.NONE
    ruling = Ruling(dispute.layer, dispute.start, dispute.end, named)
    return _written(
        project, draft(project, dispute.report_id, dispute.id, answer, ruling, reason=reason, comment=comment)
    )


def none_right(project: Project, dispute: Dispute, *, reason: str = "", comment: str = "") -> Resolution:
    """Let nothing stand at a dispute."""
    return settle_own(project, dispute, (), reason=reason, comment=comment)


def comment(project: Project, report_id: str, dispute_id: str, text: str) -> Resolution:
    """Say something of a dispute (or of a report, with an empty `dispute_id`) and decide nothing.

    Raises UserError `empty-comment`.
    """
    if not text.strip():
        raise UserError("empty-comment", "the comment is empty; write something first")
    return _written(project, draft(project, report_id, dispute_id, Answer.COMMENT, comment=text.strip()))


def reopen(
    project: Project, report_id: str, dispute_id: str, *, reason: str = "", comment: str = ""
) -> Resolution:
    """Open a dispute (or a gold report, with an empty `dispute_id`) again."""
    made = draft(project, report_id, dispute_id, Answer.REOPEN, reason=reason, comment=comment)
    return _written(project, made)


def make_gold(project: Project, report_id: str, *, comment: str = "") -> Resolution:
    """Settle a whole report; raise UserError `open-disputes` while there are any, `nobody-finished`."""
    found = review(project, report_id)
    if not found.sets:
        raise UserError("nobody-finished", "nobody has finished this report; have it finished first")
    if found.open:
        raise UserError("open-disputes", f"{open_disputes(len(found.open))} here; settle them first")
    return _written(project, gold_draft(project, found.resolved, comment=comment))


def open_disputes(count: int) -> str:
    """Say how many disputes are open."""
    return "1 dispute is open" if count == 1 else f"{count} disputes are open"


def gold_draft(project: Project, made: AnnotationSet, *, rule: str = "", comment: str = "") -> Resolution:
    """Return the draft that makes gold of what a report came to; `rule` is the strategy that settled it."""
    ruling = Ruling(statements=tuple(statements_of(made)), rule=rule)
    return draft(project, made.report_id, REPORT, Answer.GOLD, ruling, comment=comment)


def undo(project: Project) -> list[Resolution]:
    """Take back this reviewer's last step, bulk steps whole; return what was taken back, newest first."""
    return _revert(project, undo_stack, UNDO)


def redo(project: Project) -> list[Resolution]:
    """Do again what was last taken back; return what was done again."""
    return _revert(project, redo_stack, REDO)


def taking(
    project: Project,
    dispute: Dispute,
    version: Version,
    *,
    reason: str = "",
    comment: str = "",
    rule: str = "",
) -> Resolution:
    """Return the draft that lets a version stand; `rule` is the rule or strategy that chose it."""
    ruling = Ruling(dispute.layer, dispute.start, dispute.end, version.statements, version.names, rule)
    answer = Answer.TAKE if version.statements else Answer.NONE
    return draft(project, dispute.report_id, dispute.id, answer, ruling, reason=reason, comment=comment)


def draft(
    project: Project,
    report_id: str,
    dispute_id: str,
    answer: Answer,
    ruling: Ruling | None = None,
    *,
    reason: str = "",
    comment: str = "",
) -> Resolution:
    """Return a resolution of this author that is still to be written."""
    return Resolution(
        id="",
        report_id=report_id,
        author=project.author,
        device="",
        clock=0,
        at="",
        batch="",
        dispute=dispute_id,
        answer=answer,
        ruling=ruling or Ruling(),
        reason=typed(reason.strip()),
        comment=typed(comment.strip()),
    )


def write_all(project: Project, drafts: Sequence[Resolution]) -> list[Resolution]:
    """Write drafts as one step to undo; raise what `Store.writing` raises."""
    from annotator.store.resolutions import keep_resolutions

    project.ensure_author()
    batch = uuid4().hex
    return keep_resolutions(project.store, [replace(each, batch=batch) for each in drafts])


def _written(project: Project, made: Resolution) -> Resolution:
    return write_all(project, [made])[0]


def _revert(project: Project, stack: Callable[[list[Step]], list[Step]], action: str) -> list[Resolution]:
    from annotator.store.resolutions import resolutions_by, resolutions_named

    # After thousands of answers, only those that are taken back are read in full.
    last = latest_batch(stack(resolutions_by(project.store, project.author)))
    reverted = resolutions_named(project.store, [step.id for step in last])
    write_all(project, [replace(each, action=action, reverts=each.id) for each in reverted])
    return reverted


def _check(project: Project, dispute: Dispute, said: Sequence[Statement]) -> None:
    """Refuse spans that a reviewer may not let stand."""
    report = project.report(dispute.report_id)
    for one in said:
        refuse_range(report, one.start, one.end)
        # A label that is retired stays where an analyst gave it before.
        known = project.schema.label if one.label in dispute.labels else project.schema.offered_label
        if known(one.label).layer != one.layer or one.layer != dispute.layer:
            raise UserError("wrong-layer", f"{one.label} is of another layer; choose a label of this one")
        rules = {rule.name: rule for rule in project.schema.attributes_of(one.label)}
        for name, value in one.attributes:
            if name not in rules:
                raise UserError("bad-attribute", f"{one.label} has no {name}; leave it out")
            if not rules[name].allows(value):
                raise UserError("bad-attribute", f"{name} is {rules[name].wanted}; change it and repeat")
    if any(one.end > other.start for one, other in pairwise(said)):
        raise UserError("overlap", "two of these spans lie over each other; shrink one first")
