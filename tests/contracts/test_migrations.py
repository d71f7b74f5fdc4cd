"""Every migration leads from its version to the next and loses nothing, with a backup made before it."""

import resource
import sqlite3
import stat
from contextlib import closing

import pytest
from sqlite_utils import Database

from annotator.domain.backups import Why
from annotator.domain.errors import UserError
from annotator.domain.reports import Report
from annotator.resources import default_schema
from annotator.store import backups, migrate
from annotator.store.backups import back_up, folder_of, is_whole, listed
from annotator.store.connection import create_store, open_store
from annotator.store.integrity import check
from annotator.store.reports import add_report, report_ids

VERSIONS = range(1, len(migrate.MIGRATIONS) + 1)


def add_column(connection):
    connection.execute("ALTER TABLE reports ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'")


def fail_halfway(connection):
    connection.execute("DELETE FROM settings")
    raise RuntimeError("no way on")


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "work.annotator"
    with create_store(path, schema=default_schema(), author="an") as store:
        add_report(store, Report("r", "Một báo cáo."))
    return path


@pytest.fixture
def next_version(monkeypatch):
    """Give a function that makes a step the newest one."""

    def add(step):
        monkeypatch.setattr(migrate, "MIGRATIONS", (*migrate.MIGRATIONS, step))

    return add


def objects(connection):
    rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {name: sql for name, sql in rows if not name.startswith("sqlite_")}


@pytest.mark.parametrize("version", VERSIONS)
def test_that_migrating_from_any_version_leads_to_the_newest(version):
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as old:
        db = Database(old)
        migrate.migrate(db, steps=migrate.MIGRATIONS[:version])
        assert migrate.version_of(old) == version
        migrate.migrate(db)
        assert migrate.version_of(old) == len(migrate.MIGRATIONS)
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
            migrate.migrate(Database(new))
            assert objects(old) == objects(new)


@pytest.mark.parametrize("version", VERSIONS)
def test_that_every_table_of_every_version_is_strict(version):
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate.migrate(Database(connection), steps=migrate.MIGRATIONS[:version])
        tables = connection.execute("PRAGMA table_list").fetchall()
        loose = {name for _, name, kind, _, _, strict in tables if kind == "table" and not strict}
        assert {name for name in loose if not name.startswith("sqlite_")} == set()


def test_that_migrating_again_changes_nothing(path):
    before = path.read_bytes()
    open_store(path).close()
    assert path.read_bytes() == before


def test_that_a_backup_is_made_before_a_migration(path, next_version):
    old = len(migrate.MIGRATIONS)
    next_version(add_column)
    with open_store(path) as store:
        assert store.rows("SELECT colour FROM reports") == [("red",)]
        assert migrate.version_of(store.db.conn) == old + 1
        assert check(store) == []
    (backup,) = (each.path for each in listed(folder_of(path)))
    assert backup.name.startswith("000001-")
    assert "-before-migration-" in backup.name
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    with closing(sqlite3.connect(backup)) as copy:
        assert migrate.version_of(copy) == old
        assert copy.execute("SELECT count(*) FROM reports").fetchone() == (1,)


def test_that_a_backup_never_takes_the_place_of_another(path, next_version):
    with closing(sqlite3.connect(path)) as connection:
        taken = back_up(connection, path, Why.ASKED)
    next_version(add_column)
    open_store(path).close()
    assert is_whole(taken)
    assert [each.number for each in listed(folder_of(path))] == [2, 1]


def test_that_a_migration_that_fails_changes_nothing(path, next_version):
    next_version(fail_halfway)
    with pytest.raises(RuntimeError):
        open_store(path)
    with closing(sqlite3.connect(path)) as connection:
        assert migrate.version_of(connection) == len(migrate.MIGRATIONS) - 1
        assert connection.execute("SELECT count(*) FROM settings").fetchone() == (4,)


def test_that_steps_before_a_failing_one_are_kept(path, next_version):
    next_version(add_column)
    next_version(fail_halfway)
    with pytest.raises(RuntimeError):
        open_store(path)
    with closing(sqlite3.connect(path)) as connection:
        assert migrate.version_of(connection) == len(migrate.MIGRATIONS) - 1
        assert connection.execute("SELECT colour FROM reports").fetchall() == [("red",)]


def test_that_the_lock_is_let_go_when_a_migration_fails(path, next_version):
    next_version(fail_halfway)
    with pytest.raises(RuntimeError):
        open_store(path)
    assert not path.with_name(f"{path.name}.lock").exists()


def test_that_an_older_project_is_not_migrated_by_a_reader(path, next_version):
    next_version(add_column)
    before = path.read_bytes()
    with pytest.raises(UserError) as caught:
        open_store(path, read_only=True)
    assert caught.value.code == "older-version"
    assert path.read_bytes() == before


def test_that_a_migrated_project_holds_its_reports(path, next_version):
    next_version(add_column)
    with open_store(path) as store:
        assert len(report_ids(store)) == 1


def test_that_a_full_disk_stops_a_migration_before_it_begins(path, next_version, monkeypatch):
    next_version(add_column)

    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups, "digest_of", refuse)
    before = path.read_bytes()
    with pytest.raises(UserError) as caught:
        open_store(path)
    assert caught.value.code == "disk-full"
    assert path.read_bytes() == before


def test_that_a_disk_that_takes_no_more_leaves_a_project_to_be_migrated_later(path, next_version):
    next_version(add_column)
    before = path.read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        with pytest.raises(UserError) as caught:
            open_store(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert caught.value.code in {"disk-full", "cannot-write", "cannot-back-up"}
    assert path.read_bytes() == before
    assert listed(folder_of(path)) == []
    assert not list(path.parent.rglob("*.part"))
    with open_store(path) as store:
        assert len(report_ids(store)) == 1
        assert check(store) == []
