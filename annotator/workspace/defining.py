"""Defining: what labels and values a project has, changed, seen before it is done, and taken back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from annotator.domain.edits import Edit, Fragment
from annotator.domain.errors import UserError
from annotator.domain.history import EDIT, OF_SCHEMA, REDO, UNDO, Draft, Entry, redo_stack, undo_stack
from annotator.domain.renames import Renames
from annotator.domain.schema import Schema
from annotator.domain.schema_changes import Revision, Value, revision
from annotator.domain.sets import AnnotationSet
from annotator.domain.spans import Span
from annotator.resources import schema_from_text
from annotator.workspace.blinding import hidden_reports
from annotator.workspace.outputs import refuse_over

if TYPE_CHECKING:
    from annotator.store.schemas import SchemaEntry, Use, UsedAt
    from annotator.workspace.projects import Project

EXAMPLES, AROUND = 6, 40
"""How many places a preview shows, and how many code points around each."""


@dataclass(frozen=True)
class Plan:
    """A change of the schema as it would be: what it touches, set by set, and some of the places.

    `uses` are for those who carry it out. `told` are those its maker may see, and `hidden` how many spans are
    in the others: those of colleagues over reports that are not finished by all, in blind mode.
    """

    revision: Revision
    uses: tuple[Use, ...] = ()
    places: tuple[UsedAt, ...] = ()
    told: tuple[Use, ...] = ()

    @property
    def hidden(self) -> int:
        """Return how many spans get another name in sets that are not told of."""
        return self.spans - sum(use.spans for use in self.told)

    @property
    def spans(self) -> int:
        """Return how many spans get another name, those of every author counted."""
        return sum(use.spans for use in self.uses)

    @property
    def reports(self) -> int:
        """Return in how many reports they are."""
        return len({use.report_id for use in self.uses})


@dataclass(frozen=True, slots=True)
class Defined:
    """What was done: how many spans changed, and how many stayed as somebody had changed them since."""

    spans: int
    left_out: int = 0


def plan(
    project: Project,
    wanted: Schema,
    *,
    labels: Mapping[str, str] | None = None,
    values: Mapping[Value, str] | None = None,
) -> Plan:
    """Return what it takes that a schema takes the place of the project's; nothing is changed.

    `labels` and `values` are as in `schema_changes.revision`. Raises UserError as that does, and
    `label-in-use`, `attribute-in-use` or `relation-in-use` for what spans would be left without.
    """
    _refuse_unknown(project.schema, labels or {}, values or {})
    found = revision(project.schema, wanted, labels=labels, values=values)
    _refuse_loss(project, found)
    return _planned(project, found)


def define(project: Project, planned: Plan) -> Defined:
    """Let a plan hold: schema and spans change in one transaction, which `undo_definition` takes back.

    Raises StaleEditError when the schema has changed since, UserError as `Store.writing` does.
    """
    return _write(project, planned, action=EDIT)


def export_schema(project: Project, path: Path) -> None:
    """Write the project's schema, guidelines included, as TOML (UTF-8); raise UserError `cannot-write`."""
    from annotator.whole_files import whole_file

    refuse_over(path)
    with whole_file(path) as file:
        file.write(project.schema.toml)


def undo_definition(project: Project) -> Defined | None:
    """Take the last change of the schema back, spans with it; None when there is none."""
    return _revert(project, _last(project, undo_stack), UNDO)


def redo_definition(project: Project) -> Defined | None:
    """Do again what was last taken back; None when there is nothing."""
    return _revert(project, _last(project, redo_stack), REDO)


def undoable(project: Project) -> Revision | None:
    """Return the change that undo would take back; None when there is none."""
    return _told(_last(project, undo_stack))


def redoable(project: Project) -> Revision | None:
    """Return the change that redo would do again; None when there is none."""
    entry = _last(project, redo_stack)
    return None if entry is None else _told(replace(entry, before=entry.after, after=entry.before))


def _last(project: Project, stack: Callable[[list[SchemaEntry]], list[SchemaEntry]]) -> SchemaEntry | None:
    from annotator.store.schemas import schema_entries

    held = stack(schema_entries(project.store))
    return held[-1] if held else None


def _told(entry: SchemaEntry | None) -> Revision | None:
    if entry is None:
        return None
    sides = [
        schema_from_text(toml, where="the history of the schema") for toml in (entry.before, entry.after)
    ]
    return revision(sides[0], sides[1], restoring=True)


def _refuse_unknown(schema: Schema, labels: Collection[str], values: Collection[Value]) -> None:
    for name in labels:
        if name not in schema.by_name:
            raise UserError(
                "unknown-label", f"the project has no label {name} to be mapped; check its spelling"
            )
    there = {(rule.name, value) for rule in schema.attributes for value in rule.values}
    for name, value in values:
        if (name, value) not in there:
            raise UserError("unknown-value", f"{name} has no value {value} to be mapped; check its spelling")


def _refuse_loss(project: Project, found: Revision) -> None:
    """Refuse what would leave spans without a label, an attribute or a relation, all of it at once."""
    from annotator.store.schemas import carried, relations_used, uses

    lines, code = [], ""
    for name in found.kept:
        count = sum(use.spans for use in uses(project.store, Renames({name: name})))
        if count:
            code = code or "label-in-use"
            lines.append(f"{count} spans are {name} (say what they become: --map {name}=LABEL)")
    lost = [pair for pair in found.lost if pair[0] not in found.merged]
    for (label, attribute), count in sorted(carried(project.store, lost).items()) if lost else ():
        code = code or "attribute-in-use"
        lines.append(f"{count} spans of {label} have the attribute {attribute} (keep it in the file)")
    there = {rule.name for rule in found.after.relations}
    gone = [rule.name for rule in found.before.relations if rule.name not in there]
    for name, count in sorted(relations_used(project.store).items()) if gone else ():
        if name in gone:
            code = code or "relation-in-use"
            lines.append(f"{count} links are {name} (keep it in the file)")
    if lines:
        raise UserError(code, f"the schema cannot be changed so: {'; '.join(lines)}")


def _planned(project: Project, found: Revision) -> Plan:
    from annotator.store.schemas import used_at, uses

    named = Renames(found.labels, found.values)
    if not named:
        return Plan(found)
    unseen, me = hidden_reports(project), project.author
    places = used_at(project.store, named, limit=EXAMPLES, around=AROUND, author=me, hidden=unseen)
    found_uses = tuple(uses(project.store, named))
    told = (u for u in found_uses if not u.is_person or u.author == me or u.report_id not in unseen)
    return Plan(found, found_uses, tuple(places), tuple(told))


def _write(project: Project, planned: Plan, *, action: str, reverts: str = "", parting: str = "") -> Defined:
    """Write a change of the schema and what becomes of the spans; `parting` is a batch to take back."""
    from annotator.store.schemas import recalled_sets, rename_evidence, rename_rows, write_schema

    found, store = planned.revision, project.store
    if found.before.toml == found.after.toml:
        return Defined(0)
    batch = OF_SCHEMA + uuid4().hex
    spans, left_out = planned.spans, 0
    with store.writing() as connection:
        project.ensure_author()
        write_schema(
            store,
            author=project.author,
            batch=batch,
            action=action,
            reverts=reverts,
            label="schema",
            before=found.before.toml,
            after=found.after.toml,
        )
        rename_rows(connection, found.renames)
        if found.merges:
            _merge(project, found, planned.uses, batch)
        if found.labels or found.values:
            rename_evidence(connection, Renames(found.labels, found.values))
        if parting:
            parted, left_out = _part(project, parting, batch)
            spans += parted
            for report_id, author in recalled_sets(store) if parted or left_out else ():
                _rewrite(project, report_id, author)
    project.forget_schema()
    return Defined(spans, left_out)


def _rewrite(project: Project, report_id: str, author: str) -> None:
    from annotator.store.repairs import rewrite

    rewrite(project.store, project.store.connection, report_id, author)


def _merge(project: Project, found: Revision, uses: tuple[Use, ...], batch: str) -> None:
    """Give spans another label or value, in everybody's sets, by edits that name who did it."""
    for use in uses:
        held = project.decisions(use.report_id, use.author)
        edit = _merging(held, project.candidates(use.report_id), found)
        if not edit.is_empty:
            project.commit([_draft(project, held, edit, batch=batch)], {})


def _merging(held: AnnotationSet, candidates: AnnotationSet, found: Revision) -> Edit:
    """Return the edit that merges one set; attributes and relations that do not fit any more go."""
    after = {span_id: _merged(span, found) for span_id, span in held.spans.items()}
    changed = {span_id for span_id, span in held.spans.items() if after[span_id] is not span}
    ends = {span_id: found.merges.label(span.label) for span_id, span in candidates.spans.items()}
    ends |= {span_id: span.label for span_id, span in after.items()}
    gone = frozenset(
        link
        for link in held.relations
        if (link.source in changed or link.target in changed)
        and not found.after.allows(link.label, ends.get(link.source, ""), ends.get(link.target, ""))
    )
    before = tuple(held.spans[span_id] for span_id in sorted(changed))
    return Edit(
        "merge labels", Fragment(before, gone), Fragment(tuple(after[span_id] for span_id in sorted(changed)))
    )


def _merged(span: Span, found: Revision) -> Span:
    today = found.merges.span(span)
    if today.label == span.label and today.attributes is span.attributes:
        return span
    names = {rule.name for rule in found.after.attributes_of(today.label)}
    fitting = {name: value for name, value in today.attributes.items() if name in names}
    return replace(today, attributes=fitting)


def _draft(
    project: Project, held: AnnotationSet, edit: Edit, *, batch: str, action: str = EDIT, reverts: str = ""
) -> Draft:
    return Draft(
        report_id=held.report_id,
        set_author=held.author,
        author=project.author,
        batch=batch,
        edit=edit,
        action=action,
        reverts=reverts,
    )


def _revert(project: Project, entry: SchemaEntry | None, action: str) -> Defined | None:
    if entry is None:
        return None
    wanted = schema_from_text(entry.before, where="the history of the schema")
    found = revision(project.schema, wanted, restoring=True, forgotten=_unused(project, entry, wanted))
    planned = _planned(project, found)
    return _write(project, planned, action=action, reverts=entry.id, parting=entry.batch)


def _unused(project: Project, entry: SchemaEntry, wanted: Schema) -> set[str | Value]:
    """Return what came with a change and nobody has used since, so that it may go without a trace."""
    from annotator.store.schemas import is_mentioned

    found = revision(project.schema, wanted, restoring=True)
    names: list[str | Value] = [*found.kept, *found.kept_values]
    return {name for name in names if not is_mentioned(project.store, _only(name), since=entry.clock)}


def _only(name: str | Value) -> Renames:
    """Return what finds one label or value and nothing else."""
    return Renames({name: f"{name}?"}) if isinstance(name, str) else Renames(values={name: f"{name[1]}?"})


def _part(project: Project, batch: str, new_batch: str) -> tuple[int, int]:
    """Take back the merges of a batch; return how many spans were parted and how many stay joined."""
    parted = left_out = 0
    for entry in _merges_of(project, batch):
        held = project.decisions(entry.report_id, entry.set_author)
        ends = held.spans.keys() | project.candidates(entry.report_id).spans.keys()
        edit = _parting(held, ends, entry.edit)
        parted += len(edit.before.spans)
        left_out += len(entry.edit.after.spans) - len(edit.before.spans)
        if not edit.is_empty:
            draft = _draft(project, held, edit, batch=new_batch, action=UNDO, reverts=entry.id)
            project.commit([draft], {})
    return parted, left_out


def _merges_of(project: Project, batch: str) -> Iterator[Entry]:
    from annotator.store.journal import entries, reports_of_batch

    for report_id in reports_of_batch(project.store, batch):
        # Read by the names that hold again, so that what was joined is seen as it was.
        made = entries(project.store, report_id)
        yield from (entry for entry in made if entry.batch == batch and entry.action == EDIT)


def _parting(held: AnnotationSet, ends: Collection[str], merge: Edit) -> Edit:
    """Return the inverse of a merge as far as its spans are as it left them."""
    first = {span.id: span for span in merge.before.spans}
    back = {span.id: span for span in merge.after.spans if held.spans.get(span.id) == span}
    links = frozenset(
        link
        for link in merge.before.relations - held.relations
        if (link.source in back or link.target in back) and link.source in ends and link.target in ends
    )
    return Edit(
        merge.label,
        Fragment(tuple(back.values())),
        Fragment(tuple(first[span_id] for span_id in back), links),
    )
