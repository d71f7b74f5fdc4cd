"""Arriving: each report of a bundle held against this project, taken or refused with a line that says why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.domain.bundles import Broken, Bundle, BundleReport

if TYPE_CHECKING:
    from annotator.domain.history import Entry
    from annotator.workspace.projects import Project


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
        self._layers = frozenset(project.schema.layers)

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
        self.unplaced.append(
            f"{bundle.source}: {report.name} is no report of this project; add it, then merge again"
        )
        return None

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
                yield "it holds spans of a layer the schema does not have"
        if bundle.author and any(row.author != bundle.author for row in report.resolutions):
            yield "it holds resolutions by another than its author"

    def _are_known(self, entry: Entry) -> bool:
        spans = (*entry.edit.before.spans, *entry.edit.after.spans)
        return all(span.layer in self._layers for span in spans)
