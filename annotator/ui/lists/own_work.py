"""The lists about one's own work over the whole project: what reviewers decided, and what does not agree."""

from __future__ import annotations

from PySide6.QtCore import QObject

from annotator.ui.bulk import Bulk
from annotator.ui.going import Going
from annotator.ui.jobs import Jobs
from annotator.ui.lists.consistency import Consistency
from annotator.ui.lists.panel import ListsPanel
from annotator.ui.lists.reviewed import Reviewed
from annotator.ui.projects import Projects
from annotator.ui.reading.sheet import Sheet


class OwnWork(QObject):
    """Makes these lists, each a tab that tells how much it holds."""

    def __init__(
        self, lists: ListsPanel, sheet: Sheet, projects: Projects, jobs: Jobs, bulk: Bulk, going: Going
    ) -> None:
        super().__init__(lists)
        self.reviewed = Reviewed(projects, jobs, sheet.notices, going)
        self.consistency = Consistency(sheet, projects, jobs, bulk, going)
        lists.add(self.reviewed, self.tr("Reviewed"))
        lists.add(self.consistency, self.tr("Consistency"))
        self.reviewed.counted.connect(lambda count: lists.tell_count(self.reviewed, count))
        self.consistency.counted.connect(lambda count: lists.tell_count(self.consistency, count))
