"""Checking a project file: nothing said of a sound one, every fault on a line, and nothing changed."""

from __future__ import annotations

import sqlite3

import pytest

from annotator.domain.errors import UserError
from annotator.workspace import editing
from annotator.workspace.checking import check_project
from annotator.workspace.reading import OpenReport


def test_that_a_project_that_was_worked_in_is_sound(filled, report):
    opened = OpenReport(filled, report.id)
    opened.commit(editing.accept(opened.desk, ["money", "thu"]))
    opened.commit(editing.join(opened.desk, "person"))
    opened.undo()
    opened.commit(editing.finish(opened.desk, leftovers="reject"))
    # It may be checked while somebody works in it.
    assert check_project(filled.path) == []


def test_that_every_fault_is_told_on_a_line_and_nothing_is_changed(filled, report):
    opened = OpenReport(filled, report.id)
    opened.commit(editing.accept(opened.desk, ["money"]))
    filled.close()
    with sqlite3.connect(filled.path) as connection:
        connection.execute("UPDATE spans SET label = 'COUNT' WHERE state = 'accepted'")
        connection.execute("UPDATE counts SET decided = 7")
    connection.close()
    before = filled.path.read_bytes()
    faults = check_project(filled.path)
    assert len(faults) >= 2
    assert all("\n" not in fault and report.id in fault for fault in faults)
    assert not any("Yên Thủy" in fault for fault in faults)
    assert filled.path.read_bytes() == before


@pytest.mark.parametrize(("content", "code"), [(None, "missing-project"), (b"x" * 4096, "not-a-project")])
def test_that_what_is_no_project_is_refused(tmp_path, content, code):
    path = tmp_path / "x.annotator"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        check_project(path)
    assert caught.value.code == code
