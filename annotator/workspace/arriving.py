"""Arriving: each report of a bundle held against this project, taken or refused with a line that says why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.domain.anchoring import carried, told
from annotator.domain.bundles import Broken, Bundle, BundleReport
from annotator.text.anchors import Alignment, Words
from annotator.workspace.recognizing import Recognized, Recognizing

if TYPE_CHECKING:
    from annotator.domain.history import Entry
    from annotator.workspace.projects import Project

_READ = frozenset({"decimal", "date", "duration"})
"""Kinds of attributes that have one way to be written, today and at all times."""


class Arrivals:
    """What comes into a project, and in `refused`, `unplaced` and `notes` a line for all that does not."""

    def __init__(self, project: Project) -> None:
        from annotator.store.authors import authors

        self.refused: list[str] = []
        self.unplaced: list[str] = []
        self.notes: list[str] = []
        self._project = project
        self._ids = frozenset(project.report_ids())
        self._kinds = {author.name: author.kind for author in authors(project.store)}
        self._renames = project.store.renames()
        self._known = {name: label.layer for name, label in project.schema.by_name.items()}
        self._rules = {rule.name: rule for rule in project.schema.attributes}
        self._recognizing = Recognizing(project)

    def arrived(self, bundle: Bundle, report: BundleReport | Broken) -> BundleReport | None:
        """Return a report as this project can take it, None when it cannot."""
        if isinstance(report, Broken):
            self.refused.append(f"{bundle.source}: {report.name} was not taken: {report.why}")
            return None
        why = next(self._faults(bundle, report), "")
        if why:
            self.refused.append(f"{bundle.source}: {report.name} was not taken: {why}")
            return None
        self._kinds = {**{person.name: person.kind for person in bundle.authors}, **self._kinds}
        if report.id in self._ids:
            return report
        found = self._recognizing.report(report, bundle)
        if found is None:
            line = f"{report.name} is no report of this project, nor nearly one; add it, then merge again"
            self.unplaced.append(f"{bundle.source}: {line}")
            return None
        return self._carried(bundle, report, found)

    def _carried(self, bundle: Bundle, report: BundleReport, found: Recognized) -> BundleReport:
        """Return a report's work on this project's own text, and list what has no sure place there."""
        machines = frozenset(person.name for person in bundle.authors if person.kind != "person")
        target = BundleReport(found.report.id, found.report.name, found.report.text)
        done = carried(report, target, Alignment(Words(report.text), found.words).place, machines=machines)
        where = f"{bundle.source}: {report.name}"
        share = f"{round(100 * found.likeness)} of 100 words are the same"
        self.notes.append(f"{where} is taken for {target.name} of this project: {share}")
        lines, candidates = told(done.lost, machines=machines)
        self.unplaced += [f"{where}: {line}" for line in lines]
        if candidates:
            self.notes.append(f"{where}: {candidates} candidates have no sure place and were left out")
        if report.resolutions:
            count = len(report.resolutions)
            self.unplaced.append(f"{where}: {count} resolutions were made on another text; settle them again")
        return done.report

    def _faults(self, bundle: Bundle, report: BundleReport) -> Iterator[str]:
        """Yield why a report cannot be taken at all."""
        kinds = {person.name: person.kind for person in bundle.authors}
        names = {name for entry in report.entries for name in (entry.author, entry.set_author)}
        names |= {row.author for row in report.resolutions} | set(report.assignees)
        for name in sorted(names):
            if name not in kinds:
                yield "it holds work of somebody it does not name"
            elif self._kinds.get(name, kinds[name]) != kinds[name]:
                yield f"{name} is a {kinds[name]} there and a {self._kinds[name]} here"
        for entry in report.entries:
            if bundle.author and entry.set_author != bundle.author and kinds[entry.set_author] == "person":
                yield "it holds work in the set of another than its author"
            if not self._are_known(entry):
                yield "it holds spans of a label that this project's schema does not have"
            if not self._are_readable(entry):
                yield "it holds a value that is none, such as a number that is a word"
        if any(
            not self._is_known(said.label, said.layer)
            for row in report.resolutions
            for said in row.ruling.statements
        ):
            yield "it holds resolutions with a label that this project's schema does not have"
        if bundle.author and any(row.author != bundle.author for row in report.resolutions):
            yield "it holds resolutions by another than its author"

    def _are_known(self, entry: Entry) -> bool:
        spans = (*entry.edit.before.spans, *entry.edit.after.spans)
        return all(self._is_known(span.label, span.layer) for span in spans)

    def _is_known(self, label: str, layer: str) -> bool:
        return self._known.get(self._renames.label(label)) == layer

    def _are_readable(self, entry: Entry) -> bool:
        """Tell whether what has to be a number, a date or a duration is one; choices may have changed."""
        return all(
            rule.allows(value)
            for span in entry.edit.after.spans
            for name, value in span.attributes.items()
            if (rule := self._rules.get(name)) is not None and rule.kind in _READ
        )
