"""A small report with candidates of every kind, on a desk in memory and in a project on disk."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path

import pytest

from annotator.domain.edits import Edit, Fragment
from annotator.domain.history import Draft
from annotator.domain.relations import DURING, HOLDS, MEASURES, Relation
from annotator.domain.reports import Report, Section, SectionKind
from annotator.domain.sets import set_of
from annotator.domain.spans import Span, State
from annotator.domain.views import View
from annotator.store.authors import ensure_author
from annotator.store.reports import add_report
from annotator.workspace import editing
from annotator.workspace.editing import Desk
from annotator.workspace.figuring import read_attributes
from annotator.workspace.reading import OpenReport

TEXT = (
    "Tỉnh ủy Yên Thủy họp ngày 19/10/2023.\n"
    "Thu ngân sách đạt 2.236 tỷ đồng, tăng 6,43% so với dự toán.\n"
    "In bài viết\n"
    "Đồng chí Vàng A Mẫu, Bí thư Tỉnh ủy dự họp.\n"
)
CHROME = (TEXT.index("In bài viết"), TEXT.index("In bài viết") + len("In bài viết"))
FAINT = 0.2
PROPOSED = {
    "org": ("Tỉnh ủy Yên Thủy", "entity", "ORG", {}, 0.9),
    "date": ("ngày 19/10/2023", "entity", "DATE", {"date_from": "2023-10-19", "date_to": "2023-10-19"}, 0.9),
    "thu": ("Thu ngân sách", "figure", "INDICATOR", {}, 0.9),
    "money": ("2.236 tỷ đồng", "figure", "MONEY", {"value": "2236000000000", "unit": "VND"}, 0.9),
    "percent": ("6,43%", "figure", "PERCENT", {"value": "6.43", "unit": "%", "direction": "up"}, 0.9),
    "plan": ("dự toán", "figure", "INDICATOR", {}, FAINT),
    "person": ("Vàng A Mẫu", "entity", "PERSON", {}, 0.9),
    "position": ("Bí thư Tỉnh ủy", "entity", "POSITION", {}, 0.9),
}
LINKS = frozenset(
    {
        Relation(MEASURES, "money", "thu"),
        Relation(DURING, "money", "date"),
        Relation(MEASURES, "percent", "thu"),
        Relation(HOLDS, "person", "position"),
    }
)


def _range(surface, text=TEXT):
    start = text.index(surface)
    return start, start + len(surface)


def _span(span_id, surface, layer, label, attributes, score, state=State.CANDIDATE):
    return Span(span_id, *_range(surface), layer, label, state, attributes, score, "rules")


@pytest.fixture(scope="session")
def place():
    """Give a function from a piece of the report's text to its range in code points."""
    return _range


@pytest.fixture(scope="session")
def report():
    first = TEXT.index("\n")
    sections = (Section(SectionKind.TITLE, 0, first), Section(SectionKind.CHROME, *CHROME))
    return Report("bao-cao", TEXT, title=TEXT[:first], source="bao-cao.txt", sections=sections)


@pytest.fixture(scope="session")
def candidates(report):
    """Give what the extractor `rules` proposes in the report."""
    return set_of(report.id, "rules", [_span(name, *given) for name, given in PROPOSED.items()], LINKS)


@pytest.fixture
def make_desk(report, schema, candidates):
    """Give a function that puts the report on a desk, with decisions, figures read as they are in use."""

    def made(decided=(), links=(), *, read=None, proposed=candidates):
        view = View(proposed, set_of(report.id, "an", decided, links), threshold=0.5)

        def reader(start, end, label):
            return read_attributes(report, start, end, label)

        return Desk(report, schema, view, read or reader)

    return made


@pytest.fixture
def filled(project, report, candidates):
    """Give the project with the report in it and its candidates."""
    ensure_author(project.store, "rules", kind="extractor")
    add_report(project.store, report)
    edit = Edit("extract", Fragment(), Fragment(tuple(candidates.spans.values()), candidates.relations))
    drafts = [Draft(report_id=report.id, set_author="rules", author="rules", batch="b", edit=edit)]
    fresh = View(candidates, set_of(report.id, "", ()), threshold=project.threshold)
    project.commit(drafts, {(report.id, ""): fresh.counts})
    return project


@pytest.fixture
def opened(filled, report):
    """Give the report on the desk of the analyst `an`, out of a project on disk."""
    return OpenReport(filled, report.id)


@pytest.fixture
def odd(tmp_path, monkeypatch):
    """Install the extractors `odd` and `broken` and two formats as a plugin, for workers too."""
    folder = tmp_path / "installed" / "odd-1.dist-info"
    folder.mkdir(parents=True)
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: odd\nVersion: 1\n")
    points = (
        "[annotator.extractors]\nodd = odd_extractors:Odd\nbroken = odd_extractors:Broken\n"
        "silent = odd_extractors:Silent\nleaving = leaving_extractor:Leaving\n"
        "[annotator.formats]\nin-only = odd_formats:InOnly\nout-only = odd_formats:OutOnly\n"
    )
    (folder / "entry_points.txt").write_text(points)
    for path in (folder.parent, Path(__file__).parents[2] / "data" / "plugins"):
        monkeypatch.syspath_prepend(path)
    return "odd"


@pytest.fixture
def add(project):
    """Give a function that adds reports of the given texts and returns their ids."""

    def added(*texts):
        reports = [Report(f"r{number}", text) for number, text in enumerate(texts)]
        for report in reports:
            add_report(project.store, report)
        return [report.id for report in reports]

    return added


@contextmanager
def _working(project, report_id, author):
    """Open a report under an author's name."""
    with project.beside() as beside:
        beside.author = author
        beside.ensure_author()
        yield OpenReport(beside, report_id)


def _work(project, report_id, author, *intents, finished=True):
    """Let an author decide in a report and finish it."""
    with _working(project, report_id, author) as opened:
        for intent in intents:
            opened.commit(intent(opened.desk))
        if finished:
            opened.commit(editing.finish(opened.desk, leftovers="reject"))


@pytest.fixture(scope="session")
def working():
    """Give a context in which a report is open under an author's name."""
    return _working


@pytest.fixture(scope="session")
def work():
    """Give a function that lets an author decide in a report and finish it."""
    return _work
