"""What the window does for a project once nobody types: nothing of it is ever waited for."""

from __future__ import annotations

import sqlite3
from contextlib import closing


def in_the_file_itself(path) -> int:
    """Count the journal's rows in the file, its log left aside."""
    with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as connection:
        return connection.execute("SELECT count(*) FROM journal").fetchone()[0]


def test_that_decisions_are_brought_into_the_file_once_nobody_types(
    open_window, sample_project, press, qtbot
) -> None:
    window = open_window(sample_project)
    before = in_the_file_itself(sample_project)
    press(window, "Enter", "Enter")
    assert in_the_file_itself(sample_project) == before
    qtbot.waitUntil(lambda: in_the_file_itself(sample_project) == before + 2, timeout=20_000)
    press(window, "Enter")
    assert window.sheet.report.view.counts.decided == 3
