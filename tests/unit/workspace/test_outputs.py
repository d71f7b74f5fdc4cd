"""Nothing the program writes takes the place of a project or of what it was made from."""

from __future__ import annotations

import pytest

from annotator.domain.errors import UserError
from annotator.workspace import editing
from annotator.workspace.exporting import ExportRequest, export
from annotator.workspace.outputs import refuse_over
from annotator.workspace.prelabelling import prelabel
from annotator.workspace.projects import Project
from annotator.workspace.reading import OpenReport


@pytest.fixture
def closed(filled, report):
    """Give the path of a project that has gold, closed."""
    opened = OpenReport(filled, report.id)
    opened.commit(editing.finish(opened.desk, leftovers="accept"))
    filled.close()
    return filled.path


@pytest.mark.parametrize("format", ["sqlite", "jsonl", "markup"])
@pytest.mark.parametrize("name", ["", "plain.db", "new.annotator"])
def test_that_no_export_takes_the_place_of_a_project(closed, tmp_path, format, name):
    path = tmp_path / name if name else closed
    if name == "plain.db":
        path.write_bytes(closed.read_bytes())
    before = path.read_bytes() if path.exists() else b""
    with Project.open(closed, author="an", read_only=True) as project, pytest.raises(UserError) as caught:
        export(project, ExportRequest(format, path))
    assert caught.value.code == "is-a-project"
    assert (path.read_bytes() if path.exists() else b"") == before


def test_that_candidates_take_the_place_neither_of_a_project_nor_of_their_report(closed, odd, tmp_path):
    report = tmp_path / "report.txt"
    report.write_text("Tỉnh ủy", encoding="utf-8")
    for out, code in (
        (closed, "is-a-project"),
        (report, "is-input"),
        (tmp_path / "." / report.name, "is-input"),
    ):
        before = out.read_bytes()
        with pytest.raises(UserError) as caught:
            prelabel([report], out, extractor=odd)
        assert caught.value.code == code
        assert out.read_bytes() == before
    assert prelabel([report], tmp_path / "out.jsonl", extractor=odd).reports == 1
    assert prelabel([report], tmp_path / "out.jsonl", extractor=odd).reports == 1


def test_that_other_files_and_folders_may_be_written_over(tmp_path):
    (tmp_path / "gold.db").write_bytes(b"SQLite format 3\0" + bytes(84))
    (tmp_path / "short").write_bytes(b"SQL")
    for name in ("gold.db", "short", "none", ".", "n" * 300):
        refuse_over(tmp_path / name)
