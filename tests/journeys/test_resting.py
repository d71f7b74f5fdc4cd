"""What the window does for a project once nobody types: nothing of it is ever waited for."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing

from annotator.ui import resting


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


def test_that_the_rules_are_loaded_apart_before_a_figure_is_given_other_borders(
    open_window, sample_project, qtbot, monkeypatch
) -> None:
    loading: list[threading.Thread] = []
    monkeypatch.setattr(resting, "warm_up", lambda: loading.append(threading.current_thread()))
    window = open_window(sample_project)
    qtbot.waitUntil(lambda: len(loading) == 1, timeout=20_000)
    assert loading[0] is not threading.main_thread()
    window.commands["go.next_report"].trigger()
    qtbot.waitUntil(lambda: not window.jobs.running, timeout=20_000)
    assert len(loading) == 1
