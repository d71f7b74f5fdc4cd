"""Room in the log: decisions made after it was taken find their place in it, and nothing of it is kept."""

from __future__ import annotations

import pytest

from annotator.domain.reports import Report
from annotator.resources import default_schema
from annotator.store.connection import create_store, open_store
from annotator.store.logs import ROOM, make_room
from annotator.store.reports import add_report, get_report


@pytest.fixture
def path(tmp_path):
    """Return where a new project lies."""
    path = tmp_path / "p.annotator"
    create_store(path, schema=default_schema(), author="an").close()
    return path


def log_of(path):
    return path.with_name(path.name + "-wal").stat().st_size


def test_that_commits_find_room_and_nothing_of_it_is_kept(path):
    with open_store(path) as store:
        make_room(store)
        length = log_of(path)
        assert length >= ROOM * 0.95
        report = Report("r", "Thu ngân sách tăng.")
        add_report(store, report)
        assert log_of(path) == length
        assert store.rows("SELECT count(*) FROM settings WHERE key = 'room'") == [(0,)]
    with open_store(path) as store:
        assert get_report(store, report.id) == report
        assert store.rows("PRAGMA integrity_check") == [("ok",)]


def test_that_a_log_cut_off_by_a_crash_is_read_as_far_as_it_was_committed(path, tmp_path):
    report, copy = Report("r", "Thu ngân sách tăng."), tmp_path / "copy.annotator"
    with open_store(path) as store:
        make_room(store)
        add_report(store, report)
        for suffix in ("", "-wal"):  # as a crash would leave them
            copy.with_name(copy.name + suffix).write_bytes(path.with_name(path.name + suffix).read_bytes())
    with open_store(copy) as store:
        assert get_report(store, report.id) == report
        assert store.rows("PRAGMA integrity_check") == [("ok",)]


def test_that_what_may_not_be_written_is_left_alone(path):
    with open_store(path), open_store(path) as second:
        assert second.read_only
        make_room(second)
    with open_store(path) as store:
        make_room(store)
        length = log_of(path)
        make_room(store)
        assert log_of(path) == length
