"""A project is one file for its owner only, with one writer, and says what is wrong with it in one line."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import datetime

import pytest

from annotator.domain.errors import UserError
from annotator.store import migrate
from annotator.store.connection import create_store, open_store
from annotator.store.locks import FileLock
from annotator.store.reports import report_ids


def code_of(action, *arguments, **options):
    with pytest.raises(UserError) as caught:
        action(*arguments, **options)
    assert "\n" not in caught.value.message
    return caught.value.code


def changed(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_that_every_file_of_a_project_is_for_its_owner_only(store, path):
    files = sorted(path.parent.iterdir())
    assert [file.name for file in files] == [path.name + suffix for suffix in ("", "-shm", "-wal", ".lock")]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_that_a_wide_umask_does_not_open_a_project_to_others(path, schema):
    before = os.umask(0)
    try:
        with create_store(path, schema=schema, author="an"):
            modes = {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    finally:
        os.umask(before)
    assert modes == {0o600}


def test_that_a_closed_project_is_one_file(store, path):
    store.close()
    assert list(path.parent.iterdir()) == [path]


def test_that_a_project_is_durable_strict_and_checks_its_links(store):
    def pragma(name):
        return store.rows(f"PRAGMA {name}")[0][0]

    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 2
    assert pragma("foreign_keys") == 1
    assert pragma("trusted_schema") == 0
    assert pragma("application_id") == migrate.APPLICATION_ID
    assert pragma("user_version") == len(migrate.MIGRATIONS)
    loose = {row[1] for row in store.rows("PRAGMA table_list") if row[2] == "table" and not row[5]}
    assert {name for name in loose if not name.startswith("sqlite_")} == set()


def test_that_tidying_brings_the_log_into_the_file_while_the_project_stays_open(store, path):
    def in_the_file_itself():
        with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as connection:
            return connection.execute("SELECT value FROM settings WHERE key = 'kept'").fetchall()

    store.tidy()
    store.set_setting("kept", "yes")
    assert in_the_file_itself() == []
    store.tidy()
    assert in_the_file_itself() == [("yes",)]
    store.set_setting("kept", "still written")
    assert store.setting("kept") == "still written"


def test_that_what_cannot_be_tidied_now_is_left_for_later(store, path):
    path.rename(path.with_name("away.annotator"))
    store.tidy()
    assert store.setting("schema")


def test_that_settings_and_the_schema_come_back_after_closing(store, path, schema):
    store.set_setting("threshold", "0.4")
    store.set_setting("threshold", "0.6")
    store.close()
    with open_store(path) as again:
        assert again.setting("threshold") == "0.6"
        assert again.setting("never set", "x") == "x"
        assert again.schema_toml() == schema.toml


def test_that_a_second_opening_is_read_only_and_says_who_holds_the_project(store, path):
    with open_store(path) as second:
        assert second.read_only
        assert second.holder.pid == os.getpid()
        assert second.holder.user
        assert datetime.fromisoformat(second.holder.since).tzinfo is not None
        assert str(os.getpid()) in str(second.holder)
        assert len(report_ids(second)) == 1
        assert code_of(second.set_setting, "a", "b") == "read-only"
    assert not store.read_only
    store.set_setting("a", "still writable")


def test_that_a_link_to_a_project_meets_the_same_lock(store, path):
    other = path.with_name("other.annotator")
    other.symlink_to(path)
    with open_store(other) as second:
        assert second.read_only


def test_that_the_next_opening_may_write_once_the_first_is_closed(store, path):
    store.close()
    with open_store(path) as again:
        assert (again.read_only, again.holder) == (False, None)


def test_that_waiting_ends_when_the_holder_lets_go(store, path):
    waiting = subprocess.Popen(
        [sys.executable, "-c", _WAITING, str(path)], stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
    )
    assert waiting.stdout.readline() == "ready\n"
    waiting.stdin.write("go\n")
    waiting.stdin.flush()
    assert waiting.stdout.readline() == "waiting\n"
    store.close()
    assert waiting.communicate(timeout=60)[0] == "False None\n"


_WAITING = """
import sys
from pathlib import Path
from annotator.store.connection import open_store
print("ready", flush=True)
sys.stdin.readline()
print("waiting", flush=True)
with open_store(Path(sys.argv[1]), wait=50.0) as store:
    print(store.read_only, store.holder)
"""

_CRASHING = """
import os, sys
from pathlib import Path
from annotator.store.connection import open_store
store = open_store(Path(sys.argv[1]))
store.set_setting("before", "the crash")
os._exit(9)
"""


def test_that_the_lock_of_a_crashed_process_is_taken_over(store, path):
    store.close()
    assert subprocess.run([sys.executable, "-c", _CRASHING, str(path)], check=False).returncode == 9
    assert path.with_name(path.name + ".lock").exists()
    with open_store(path) as again:
        assert (again.read_only, again.holder) == (False, None)
        assert again.setting("before") == "the crash"


def test_that_a_project_can_be_read_while_another_process_has_crashed_with_it(store, path):
    store.close()
    subprocess.run([sys.executable, "-c", _CRASHING, str(path)], check=False)
    with open_store(path, read_only=True) as again:
        assert again.setting("before") == "the crash"


def test_that_another_connection_shares_the_lock(store):
    other = store.another()
    other.set_setting("from", "a thread")
    other.close()
    assert store.setting("from") == "a thread"
    with open_store(store.path) as third:
        assert third.read_only


def test_that_closing_twice_does_no_harm(store):
    path = store.path
    store.close()
    store.close()
    with open_store(path) as again:
        assert not again.read_only


def test_that_the_device_has_a_stable_name_that_tells_nobody_who_it_is(store):
    assert len(store.device) == 12
    assert int(store.device, 16) >= 0
    with open_store(store.path) as second:
        assert second.device == store.device


def test_that_a_project_is_never_made_over_another_file(path, schema):
    path.write_text("dear diary")
    assert code_of(create_store, path, schema=schema, author="an") == "exists"
    assert path.read_text() == "dear diary"


def test_that_a_project_in_no_folder_is_refused(tmp_path, schema):
    assert code_of(create_store, tmp_path / "no" / "a.annotator", schema=schema, author="an") == "no-folder"


def test_that_a_nameless_author_leaves_no_file_behind(path, schema):
    assert code_of(create_store, path, schema=schema, author=" ") == "no-author-name"
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "code"),
    [(13, "read-only-folder"), (30, "read-only-folder"), (28, "disk-full"), (5, "cannot-write")],
)
def test_that_a_folder_that_takes_no_file_is_named(path, schema, monkeypatch, number, code):
    def refuse(*_arguments, **_options):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", refuse)
    assert code_of(create_store, path, schema=schema, author="an") == code


def test_that_a_missing_project_is_named(tmp_path):
    assert code_of(open_store, tmp_path / "none.annotator") == "missing-project"


def test_that_a_folder_is_no_project(tmp_path):
    assert code_of(open_store, tmp_path) == "not-a-project"


@pytest.mark.parametrize("content", [b"", b"dear diary", b"SQLite format 3\0" + b"\xff" * 2000])
def test_that_a_file_of_another_kind_is_no_project(path, content):
    path.write_bytes(content)
    assert code_of(open_store, path) in {"not-a-project", "damaged-project"}
    assert path.read_bytes() == content


def test_that_a_database_of_another_program_is_no_project(path):
    changed(path, "CREATE TABLE t(a)", "PRAGMA user_version = 1")
    assert code_of(open_store, path) == "not-a-project"


def test_that_a_project_of_a_newer_version_is_refused_untouched(store, path):
    store.close()
    changed(path, f"PRAGMA user_version = {len(migrate.MIGRATIONS) + 1}")
    before = path.read_bytes()
    assert code_of(open_store, path) == "newer-version"
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER spy AFTER INSERT ON journal BEGIN DELETE FROM spans; END",
        "CREATE VIEW spy AS SELECT 1",
        "CREATE INDEX spy ON spans(lower(note))",
        "CREATE VIRTUAL TABLE spy USING fts5(a)",
    ],
)
def test_that_foreign_objects_are_refused(store, path, statement):
    store.close()
    changed(path, statement)
    assert code_of(open_store, path) == "foreign-objects"
    assert code_of(open_store, path, read_only=True) == "foreign-objects"


def test_that_a_trigger_of_ours_with_another_body_is_refused(store, path):
    store.close()
    changed(
        path,
        "DROP TRIGGER journal_keeps_rows",
        "CREATE TRIGGER journal_keeps_rows BEFORE DELETE ON journal BEGIN DELETE FROM spans; END",
    )
    assert code_of(open_store, path) == "foreign-objects"


def test_that_a_table_of_ours_that_is_gone_is_named(store, path):
    store.close()
    changed(path, "DROP TABLE counts")
    with pytest.raises(UserError, match="counts") as caught:
        open_store(path)
    assert caught.value.code == "damaged-project"


def test_that_a_plain_table_of_somebody_else_is_left_alone(store, path):
    store.close()
    changed(path, "CREATE TABLE notes(line TEXT)", "INSERT INTO notes VALUES ('mine')")
    with open_store(path) as again:
        assert again.rows("SELECT line FROM notes") == [("mine",)]


def test_that_a_full_disk_changes_nothing_and_says_so(store):
    pages = store.rows("PRAGMA page_count")[0][0]
    store.rows(f"PRAGMA max_page_count = {pages}")
    assert code_of(store.set_setting, "large", "x" * 100_000) == "disk-full"
    store.rows("PRAGMA max_page_count = 1000000")
    assert store.setting("large") == ""
    store.set_setting("large", "x" * 100_000)
    assert len(store.setting("large")) == 100_000


def test_that_a_locked_database_is_named(store, path):
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        store.rows("PRAGMA busy_timeout = 1")
        assert code_of(store.set_setting, "a", "b") == "locked"
        other.execute("ROLLBACK")
    store.set_setting("a", "b")


def test_that_a_failed_block_writes_nothing(store):
    def fail_halfway():
        with store.writing() as connection:
            connection.execute("INSERT INTO settings(key, value) VALUES ('a', 'b')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    assert store.setting("a") == ""


def test_that_a_project_in_a_folder_that_takes_no_lock_is_opened_for_reading(store, path, monkeypatch):
    store.close()
    real = os.open

    def refuse(name, *arguments, **options):
        if str(name).endswith(".lock"):
            raise PermissionError(13, "denied")
        return real(name, *arguments, **options)

    monkeypatch.setattr(os, "open", refuse)
    with open_store(path) as again:
        assert (again.read_only, again.holder) == (True, None)


def test_that_a_project_on_read_only_media_can_be_read(store, path, monkeypatch):
    store.close()
    real = sqlite3.connect

    def only_as_it_lies(name, **options):
        if "immutable" not in name:
            error = sqlite3.OperationalError("unable to open database file")
            error.sqlite_errorcode = 14
            raise error
        return real(name, **options)

    monkeypatch.setattr(sqlite3, "connect", only_as_it_lies)
    with open_store(path, read_only=True) as again:
        assert len(report_ids(again)) == 1
        assert code_of(again.set_setting, "a", "b") == "read-only"


def test_that_damage_is_told_in_one_line(store, path):
    store.close()
    data = bytearray(path.read_bytes())
    for page in range(1, len(data) // 4096):
        data[page * 4096 : page * 4096 + 100] = b"\xff" * 100
    path.write_bytes(data)

    def read_all():
        with open_store(path) as again:
            again.rows("SELECT * FROM texts")
            report_ids(again)

    assert code_of(read_all) == "damaged-project"


def test_that_a_copy_of_a_project_opens_under_its_own_lock(store, path):
    store.close()
    copy = path.with_name("copy.annotator")
    shutil.copy(path, copy)
    with open_store(path) as one, open_store(copy) as other:
        assert (one.read_only, other.read_only) == (False, False)


def test_that_a_project_whose_name_somebody_locks_is_not_made(path, schema):
    lock = FileLock.take(path.with_name(path.name + ".lock"))
    assert code_of(create_store, path, schema=schema, author="an") == "locked"
    lock.release()
    assert list(path.parent.iterdir()) == []


def test_that_a_bug_is_not_dressed_up_as_a_fault_of_the_disk(store):
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        store.rows("SELECT * FROM nowhere")
