"""Sharing out: the split each report of a project has, given once and kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.formats.splits import Splitter

if TYPE_CHECKING:
    from annotator.domain.gold import GoldReport
    from annotator.workspace.projects import Project


class Sharing:
    """Gives the reports of one export their splits, those they had before where they had any."""

    def __init__(self, project: Project, ids: Sequence[str]) -> None:
        from annotator.store.splits import splits

        self._project = project
        self._known = splits(project.store)
        fresh = not self._known.keys() >= set(ids)
        self._splitter = Splitter(known=self._known, compares=fresh)
        if fresh:
            # A near copy of a report that is not in this export goes where that one is all the same.
            for report_id in filter(self._known.__contains__, project.report_ids()):
                self._splitter.remember(report_id, project.report(report_id).text)
        self._given: dict[str, str] = {}

    def shared(self, gold: GoldReport) -> GoldReport:
        """Return gold with its split."""
        split = self._splitter.split_of(gold)
        if gold.report.id not in self._known:
            self._given[gold.report.id] = split
        return replace(gold, split=split)

    def keep(self) -> None:
        """Write down what was given, where the project can be written."""
        from annotator.store.splits import keep_splits

        if self._given and not self._project.read_only:
            keep_splits(self._project.store, self._given)
