"""Connections: a project file made, opened for one writer, and closed."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any
from uuid import uuid4
from weakref import finalize

from annotator.domain.backups import Why
from annotator.domain.errors import UserError
from annotator.domain.renames import NO_RENAMES, Renames
from annotator.domain.schema import Schema
from annotator.resources import schema_from_text
from annotator.store import migrate
from annotator.store.backups import PROJECT, back_up
from annotator.store.beginnings import make_file, remove
from annotator.store.devices import RESTORED, device_name
from annotator.store.faults import told
from annotator.store.homes import is_at_home, settle_in
from annotator.store.limits import set_limits
from annotator.store.locks import FileLock, Holder, lock_path
from annotator.store.marks import check_mark, clear_mark, set_mark
from annotator.store.places import Place, journal_mode
from annotator.store.seals import seal_rows, teach
from annotator.store.shares import share_of

if TYPE_CHECKING:
    from sqlite_utils import Database

__all__ = ["Holder", "Store", "create_store", "open_store", "warm_up"]

_PATIENCE = 1.0
"""Seconds to wait for another program's transaction before saying that the file is locked."""


_LOG_PAGES = 8000
"""Pages after which a commit brings the log into the file itself (32 MB): more than a rest leaves."""


class Store:
    """One open project file. `holder` is who else may write it, None when nobody does.

    `is_strange` tells that it comes from elsewhere, and is open for reading only as it was not checked yet.
    One thread at a time; a further thread opens `another()`.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, *, lock: FileLock | None, holder: Holder | None
    ) -> None:
        self.path = path
        self.connection = connection
        self.holder = holder
        self.read_only = lock is None
        self.is_strange = False
        self.place = Place(path)
        self._lock = lock
        self._owns_lock = True
        self._leaves_log = True
        self._unmark: finalize[..., Store] | None = None
        self._turn = RLock()
        self._renamed = ("", NO_RENAMES)

    @cached_property
    def device(self) -> str:
        """Return a name for this copy of the project and its user: what one does the others do not know."""
        return device_name(self.path, self.setting(RESTORED))

    @cached_property
    def db(self) -> Database:
        """Return the connection as sqlite-utils has it, which takes long to import and only writing needs."""
        return _database(self.connection)

    def another(self) -> Store:
        """Return a second connection under the same lock, for another thread; close it before this one."""
        if not self.read_only:
            self.place.check(self.connection)
        connection = _connect(self.path, "ro" if self.read_only else "rw")
        store = Store(self.path, connection, lock=self._lock, holder=self.holder)
        store.place = self.place
        store._owns_lock = False
        # SQLite lets a waiting writer look again only now and then: one that writes on end would starve it.
        store._turn = self._turn
        return store

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Open a transaction that is written whole or not at all; may be nested.

        Raises UserError `read-only`, `moved`, `disk-full`, `locked`, `cannot-write` or `damaged-project`.
        """
        if self.read_only:
            raise UserError("read-only", f"{self.path.name} is open for reading only; nothing was changed")
        self.place.check(self.connection)
        with self._turn, told(self.path), self.db.atomic():
            yield self.connection

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let all that is read in the block be of one moment, whatever others write meanwhile."""
        with told(self.path):
            self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.execute("COMMIT")

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """Return the rows of a query as tuples; raise UserError `damaged-project` or `locked`."""
        with told(self.path):
            return self.connection.execute(sql, parameters).fetchall()

    def setting(self, key: str, default: str = "") -> str:
        """Return a setting of the project, `default` where it was never set."""
        rows = self.rows("SELECT value FROM settings WHERE key = ?", (key,))
        return str(rows[0][0]) if rows else default

    def set_setting(self, key: str, value: str) -> None:
        """Keep a setting with the project."""
        with self.writing() as connection:
            connection.execute(
                "INSERT INTO settings(key, value) VALUES (?, ?) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, value),
            )
            seal_rows(connection, "settings", "key = ?", (key,))

    def schema_toml(self) -> str:
        """Return the text of the project's schema."""
        return self.setting("schema")

    def renames(self) -> Renames:
        """Return what labels and values that had other names are called today."""
        toml = self.schema_toml()
        if "formerly" not in toml:
            # Nearly always so, and reading a schema takes a while.
            return NO_RENAMES
        if self._renamed[0] != toml:
            self._renamed = (toml, schema_from_text(toml, where=self.path.name).renames)
        return self._renamed[1]

    def tidy(self) -> None:
        """Bring what was committed from the log into the file itself, that no commit has to; any thread may.

        Commits go on meanwhile. Raises nothing: what cannot be tidied now is tidied later.
        """
        with suppress(sqlite3.Error, UserError), self.another() as beside:
            beside.connection.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def mark(self) -> None:
        """Mark the file as in use till it is closed, or the program ends without closing it."""
        if self.place.share:
            # There is no log that a copy could lack.
            clear_mark(self.connection)
            return
        set_mark(self.connection)
        self._unmark = finalize(self, clear_mark, self.connection)

    def keep_mark(self) -> None:
        """Leave the file marked, for what is in it is not known to be whole."""
        if self._unmark is not None:
            self._unmark.detach()

    def empty_log(self) -> bool:
        """Bring the log into the file, that another may take its place; while a reader hinders it, marked.

        Tell whether that was done.
        """
        clear_mark(self.connection)
        ((is_busy, *_),) = self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        if is_busy:
            set_mark(self.connection)
        self.keep_mark()
        return not is_busy

    def close(self) -> None:
        """Close the file and let go of the lock; nothing happens the second time."""
        if self._unmark is not None:
            self._unmark()
        self.connection.close()
        if not self._leaves_log:
            _take_log_away(self.path)
        if self._lock is not None and self._owns_lock:
            self._lock.release()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def create_store(path: Path, *, schema: Schema, author: str) -> Store:
    """Make a project file for its owner only (0600) and open it; leave nothing behind when that fails.

    An `author` is known to it as a person from the beginning; it may be nobody.

    Raises UserError `exists`, `no-folder`, `read-only-folder`, `disk-full`, `locked`, `cannot-write`.
    """
    from annotator.store.authors import ensure_author

    lock = make_file(path)
    with ExitStack() as undone:
        undone.callback(remove, path, lock)
        connection = _connect(path, "rw")
        undone.callback(connection.close)
        store = Store(path, connection, lock=lock, holder=None)
        with told(path):
            connection.execute(f"PRAGMA journal_mode = {journal_mode(path)}")
            migrate.migrate(store.db)
        store.set_setting("schema", schema.toml)
        store.set_setting(PROJECT, uuid4().hex)
        settle_in(store)
        store.set_setting("created_at", datetime.now(UTC).isoformat(timespec="seconds"))
        if author:
            ensure_author(store, author)
        store.mark()
        undone.pop_all()
    return store


def open_store(
    path: Path,
    *,
    read_only: bool = False,
    wait: float = 0.0,
    without_log: bool = False,
    strangers: bool = False,
) -> Store:
    """Open a project file, migrated to this version; read-only when somebody else holds it.

    So is one from elsewhere that was not checked here, but for `strangers`. `wait` is how many seconds to
    wait for the other to let go; `without_log` takes a copy whose log is lost.
    Raises UserError `missing-project`, `not-a-project`, `newer-version`, `older-version` (read-only only),
    `damaged-project`, `foreign-objects`, `lost-log`, `cannot-open`, `disk-full`, `locked`.
    """
    if not path.is_file():
        if path.exists():
            raise UserError("not-a-project", f"{path} is not a file; choose a file that ends in .annotator")
        raise UserError("missing-project", f"there is no project {path}; check the path or make a new one")
    had_log = _log_of(path).exists()
    is_home, is_old = _check(path, without_log)
    is_strange = not (is_home or strangers or read_only)
    if is_strange and is_old:
        # An older version cannot be read: it is migrated, after a backup, before it is looked at.
        open_store(path, wait=wait, without_log=without_log, strangers=True).close()
    lock, holder = (None, None) if read_only or is_strange else _lock(path, wait)
    try:
        store = _opened(path, lock, holder)
        store.is_strange = is_strange
        store._leaves_log = had_log or lock is not None
        return store
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def open_under(path: Path, lock: FileLock, *, backed_up: bool) -> Store:
    """Open a project, or a copy of one, under a lock that the caller holds and lets go of.

    `backed_up` is whether a backup is made before it is migrated. Raises UserError as `open_store` does.
    """
    _check(path, without_log=True)
    store = _opened(path, lock, None, backed_up=backed_up)
    store._owns_lock = False
    return store


def _opened(path: Path, lock: FileLock | None, holder: Holder | None, *, backed_up: bool = True) -> Store:
    connection = _connect(path, "ro" if lock is None else "rw")
    try:
        with told(path):
            version = migrate.version_of(connection)
            if lock is not None and version < len(migrate.MIGRATIONS):
                if backed_up:
                    back_up(connection, path, Why.MIGRATION)
                migrate.migrate(_database(connection))
            elif version < len(migrate.MIGRATIONS):
                raise UserError(
                    "older-version",
                    f"{path.name} was made by an older annotator; open it once for writing, then again",
                )
            if lock is not None:
                connection.execute(f"PRAGMA journal_mode = {journal_mode(path)}")
    except BaseException:
        connection.close()
        raise
    store = Store(path, connection, lock=lock, holder=holder)
    if lock is not None:
        store.mark()
    return store


def _check(path: Path, without_log: bool) -> tuple[bool, bool]:
    """Look at a file, for reading only, before anything in it is trusted; tell if it is at home, and old."""
    connection = _connect(path, "ro")
    try:
        with told(path):
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            version = migrate.version_of(connection)
            if application != migrate.APPLICATION_ID or version < 1:
                raise UserError(
                    "not-a-project",
                    f"{path.name} is not a project of annotator; choose a file that ends in .annotator",
                )
            migrate.check_version(version, path)
            migrate.check_objects(connection, path)
            if not without_log:
                check_mark(connection, path)
            return is_at_home(connection), version < len(migrate.MIGRATIONS)
    finally:
        connection.close()


def _log_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _take_log_away(path: Path) -> None:
    """Let SQLite take away the empty log that reading has made, unless somebody else uses it."""
    if os.access(path, os.W_OK):
        # A connection that only reads cannot; the last one that might write does so when it is closed.
        with suppress(sqlite3.Error, UserError), closing(_connect(path, "rw")):
            pass


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    """Open a connection, `rw` or `ro`, with every safety on; a read-only folder is read as it lies."""
    with told(path):
        try:
            return _configured(path, f"mode={mode}")
        except sqlite3.OperationalError:
            wal = _log_of(path)
            if mode != "ro" or (wal.exists() and wal.stat().st_size):
                raise
            return _configured(path, "mode=ro&immutable=1")


def _configured(path: Path, options: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{options}",
        uri=True,
        timeout=_PATIENCE,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        for setting in ("trusted_schema = OFF", "foreign_keys = ON", "synchronous = FULL"):
            connection.execute(f"PRAGMA {setting}")
        connection.execute("PRAGMA cell_size_check = ON")
        teach(connection)
        set_limits(connection)
        connection.execute("PRAGMA cache_size = -16000")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def warm_up() -> None:
    """Import what writing needs, so that no decision waits for it; any thread may call this."""
    import sqlite_utils  # noqa: F401 imported to be there


def _database(connection: sqlite3.Connection) -> Database:
    from sqlite_utils import Database

    # Plugins of sqlite-utils that happen to be installed have no business in a project.
    return Database(connection, execute_plugins=False)


def _lock(path: Path, wait: float) -> tuple[FileLock | None, Holder | None]:
    """Return the lock of a project, or who holds it; neither where the folder takes no lock file."""
    if not os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        return None, None
    try:
        taken = FileLock.take(lock_path(path), wait=wait, is_shared=bool(share_of(path)))
    except OSError:
        return None, None
    return (None, taken) if isinstance(taken, Holder) else (taken, None)
