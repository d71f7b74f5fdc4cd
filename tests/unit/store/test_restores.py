"""A backup takes the place of a project whole or not at all; what it replaces is kept, its clock goes on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest

from annotator.domain.backups import Why
from annotator.domain.edits import Edit, Fragment
from annotator.domain.errors import UserError
from annotator.domain.history import Draft
from annotator.domain.spans import Span, State
from annotator.store import backups, migrate, restores
from annotator.store.backups import back_up, contents, folder_of, listed, reading
from annotator.store.connection import create_store, open_store
from annotator.store.integrity import check
from annotator.store.journal import commit, entries
from annotator.store.repairs import recount
from annotator.store.restores import restore


def decide(store, report, number):
    """Let `an` draw one span of two letters."""
    span = Span(f"s{number}", 2 * number, 2 * number + 2, "entity", "ORG", State.DRAWN)
    draft = Draft(
        report_id=report.id,
        set_author="an",
        author="an",
        batch=f"b{number}",
        edit=Edit("draw", Fragment(), Fragment((span,))),
    )
    with store.writing() as connection:
        (entry,) = commit(store, [draft], {})
        recount(store, connection, report.id)
    return entry


@pytest.fixture
def worked(store, report):
    """Return a project of three decisions, closed, and its backup of the first two."""
    for number in range(2):
        decide(store, report, number)
    backup = back_up(store.connection, store.path, Why.SCHEDULED)
    decide(store, report, 2)
    store.close()
    return backup


def spans(path):
    with open_store(path) as store:
        return [span_id for (span_id,) in store.rows("SELECT span_id FROM spans ORDER BY span_id")]


def refused(path, chosen, **options):
    """Return the error of a restore, after which the project is as it was."""
    before = path.read_bytes()
    with pytest.raises(UserError) as caught:
        restore(path, chosen, **options)
    assert path.read_bytes() == before
    assert not list(path.parent.glob(".*"))
    return caught.value


def test_that_a_restored_project_is_that_of_the_backup_and_what_it_was_is_kept(worked, path):
    done = restore(path, worked.path)
    assert spans(path) == ["s0", "s1"]
    assert done.lost == 1
    with open_store(path) as store:
        assert check(store) == []
        assert not store.read_only
    newest = listed(folder_of(path))[0]
    assert (newest.path, newest.why) == (done.before, Why.RESTORE)
    restore(path, done.before)
    assert spans(path) == ["s0", "s1", "s2"]
    assert path.stat().st_mode & 0o777 == 0o600
    assert not list(path.parent.glob(".*"))


def test_that_what_is_done_after_a_restore_comes_after_what_was_done_before_on_another_device(
    worked, path, report
):
    with open_store(path) as store:
        lost = entries(store, report.id)[-1]
    restore(path, worked.path)
    with open_store(path) as store:
        new = decide(store, report, 4)
        assert new.clock > lost.clock
        assert new.device != lost.device
        assert new.id != lost.id


def test_that_a_project_somebody_has_open_is_not_replaced(worked, path):
    with open_store(path) as held:
        error = refused(path, worked.path, wait=0.0)
        assert error.code == "locked"
        assert held.rows("SELECT count(*) FROM spans") == [(3,)]


def test_that_a_window_that_only_reads_goes_on_reading_what_it_had(worked, path):
    with open_store(path) as writer, open_store(path, read_only=True) as reader:
        writer.set_setting("a", "b")
        assert reader.rows("SELECT count(*) FROM spans") == [(3,)]
        writer.close()
        restore(path, worked.path)
        with open_store(path) as restored:
            restored.set_setting("c", "d")
            assert restored.rows("SELECT count(*) FROM spans") == [(2,)]
            assert reader.rows("SELECT count(*) FROM spans") == [(3,)]
            assert check(restored) == []


def test_that_a_damaged_backup_is_refused_and_the_next_whole_one_named(worked, path):
    older = worked
    newer = restore(path, older.path).before
    with newer.open("rb+") as file:
        file.seek(9000)
        file.write(b"\xff" * 50)
    error = refused(path, newer)
    assert error.code == "damaged-backup"
    assert older.path.name in error.message


def test_that_a_backup_damaged_before_it_was_written_is_refused_too(worked, path):
    plain = copyfile(worked.path, path.with_name("copy.backup"))
    with closing(sqlite3.connect(plain)) as connection:
        connection.execute("UPDATE texts SET text = text || 'x'")
        connection.commit()
    error = refused(path, plain)
    assert error.code == "damaged-backup"
    assert worked.path.name in error.message


def test_that_a_newer_backup_another_project_and_what_is_none_are_refused(worked, path, schema):
    newer = copyfile(worked.path, path.with_name("newer.backup"))
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute(f"PRAGMA user_version = {len(migrate.MIGRATIONS) + 1}")
        connection.commit()
    assert refused(path, newer).code == "newer-version"
    note = path.with_name("note.backup")
    note.write_text("no project")
    assert refused(path, note).code == "not-a-backup"
    assert refused(path, path.with_name("none.backup")).code == "missing-file"
    assert refused(path, path).code == "same-project"
    with create_store(path.with_name("other.annotator"), schema=schema, author="binh") as other:
        theirs = back_up(other.connection, other.path, Why.ASKED)
    error = refused(path, theirs.path)
    assert (error.code, "another project" in error.message) == ("other-project", True)
    restore(path, theirs.path, foreign=True)
    assert spans(path) == []


def test_that_a_damaged_project_is_set_aside_as_it_lies_and_replaced(worked, path, report):
    with path.open("rb+") as file:
        file.write(b"\xff" * 4096)
    damaged = path.read_bytes()
    done = restore(path, worked.path)
    assert done.before is None
    assert done.aside.read_bytes() == damaged
    assert done.aside.stat().st_mode & 0o777 == 0o600
    assert spans(path) == ["s0", "s1"]
    with open_store(path) as store:
        assert decide(store, report, 5).clock > 1_000_000
    assert listed(folder_of(path)) == [worked]


def test_that_a_project_damaged_in_the_middle_is_set_aside_too(worked, path):
    with closing(sqlite3.connect(path)) as connection:
        ((root,),) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'journal'")
    with path.open("rb+") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xff" * 4096)
    done = restore(path, worked.path)
    assert done.aside is not None
    assert spans(path) == ["s0", "s1"]


def test_that_a_damaged_project_is_replaced_by_a_backup_from_elsewhere_only_when_asked(
    worked, path, tmp_path
):
    elsewhere = tmp_path / "stick"
    elsewhere.mkdir()
    plain = copyfile(worked.path, elsewhere / worked.path.name)
    path.write_bytes(b"\xff" * 9000)
    assert refused(path, plain).code == "other-project"
    restore(path, plain, foreign=True)
    assert spans(path) == ["s0", "s1"]


def test_that_a_project_that_is_gone_comes_back(worked, path):
    path.unlink()
    done = restore(path, worked.path)
    assert (done.before, done.aside) == (None, None)
    assert spans(path) == ["s0", "s1"]


@pytest.mark.parametrize("moment", ["replace", "unlink", "fsync"])
def test_that_a_fault_at_any_moment_leaves_the_project_as_it_was(worked, path, monkeypatch, moment):
    unlink = Path.unlink

    def fail(given, *_, **__):
        if moment != "unlink" or given == path.with_name(path.name + "-wal"):
            raise OSError(28, "No space left on device")
        unlink(given, missing_ok=True)

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync" if moment == "fsync" else f"pathlib.Path.{moment}", fail)
        with pytest.raises(UserError) as caught:
            restore(path, worked.path)
    assert caught.value.code == "disk-full"
    assert spans(path) == ["s0", "s1", "s2"]
    with open_store(path) as store:
        assert check(store) == []
    restore(path, worked.path)
    assert spans(path) == ["s0", "s1"]
    assert not list(path.parent.glob(".*"))


def test_that_an_older_backup_is_brought_to_this_version_and_left_as_it_is(worked, path, monkeypatch):
    def step(connection):
        connection.execute("ALTER TABLE reports ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'")

    monkeypatch.setattr(migrate, "MIGRATIONS", (*migrate.MIGRATIONS, step))
    before = worked.path.read_bytes()
    restore(path, worked.path)
    assert worked.path.read_bytes() == before
    with open_store(path) as store:
        assert store.rows("SELECT colour FROM reports") == [("red",)]
    with reading(worked.path) as connection:
        assert contents(connection, path).lost == 0


def test_that_a_project_somebody_is_reading_from_is_not_replaced_before_its_log_is_in_the_file(worked, path):
    with closing(sqlite3.connect(path, isolation_level=None)) as reader, open_store(path) as store:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM spans").fetchone()
        store.set_setting("a", "b")
        store.close()
        assert refused(path, worked.path).code == "locked"
        reader.execute("ROLLBACK")
        restore(path, worked.path)
    assert spans(path) == ["s0", "s1"]


def test_that_what_cannot_be_read_back_from_the_disk_is_said(worked, path, monkeypatch):
    replace = Path.replace

    def garbled(copy, target):
        found = replace(copy, target)
        with target.open("rb+") as file:
            file.seek(4096)
            file.write(b"\xff" * 4096)
        return found

    with monkeypatch.context() as patched:
        patched.setattr("pathlib.Path.replace", garbled)
        with pytest.raises(UserError, match="cannot be read back") as caught:
            restore(path, worked.path)
    assert caught.value.code == "restore-failed"
    newest = listed(folder_of(path))[0]
    assert newest.path.name in caught.value.message
    restore(path, newest.path)
    assert spans(path) == ["s0", "s1", "s2"]


def test_that_a_restore_is_stopped_in_the_middle_of_its_check(worked, path, monkeypatch):
    begun, found = [], []

    def checked(store):
        begun.append(True)
        found.extend(check(store))
        return found

    monkeypatch.setattr(restores, "check", checked)
    error = refused(path, worked.path, stopped=lambda: bool(begun))
    assert (error.code, error.message) == ("cancelled", "the restore was stopped; nothing was changed")
    assert found, "the check did not go on to its end"
    assert listed(folder_of(path)) == [worked]


def test_that_a_disk_that_fills_while_a_backup_is_copied_is_said_of_the_project(worked, path, monkeypatch):
    connect = backups._connect

    def small(part, options):
        connection = connect(part, options)
        connection.execute("PRAGMA max_page_count = 10")
        return connection

    monkeypatch.setattr(backups, "_connect", small)
    error = refused(path, worked.path)
    assert error.code == "disk-full"
    assert (
        error.message == "work.annotator: the disk is full; nothing was changed; free some space and repeat"
    )
