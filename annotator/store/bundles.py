"""Bundles: work written into one file that nothing can change unnoticed, and read with nothing trusted."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from annotator.domain.bundles import Broken, Bundle, BundleReport, Person
from annotator.domain.errors import UserError, no_file
from annotator.store.assignments import assignees
from annotator.store.authors import authors
from annotator.store.bundle_rows import person_from, person_object, report_from, report_object
from annotator.store.connection import Store
from annotator.store.journal import entries
from annotator.store.reports import get_report
from annotator.store.resolutions import resolutions
from annotator.whole_files import whole_path

VERSION = 1
"""The version of the file's form; a newer one is refused."""

MAGIC = b"annotator-bundle"
_LARGEST = 512 << 20
"""Bytes of a bundle's file, beyond which it is not looked at."""
_LONGEST_LINE = 128 << 20
_MOST = 4 << 30
"""Bytes that a bundle may come to when its compression is undone, by line and in all."""
_AT_ONCE = 1 << 20


def write_bundle(
    store: Store,
    author: str,
    path: Path,
    *,
    schema: str,
    progress: Callable[[int, int, str], None] | None = None,
) -> tuple[int, int]:
    """Write an author's work into a file for its owner only (0600); return how many reports and entries.

    The file is a line with the hash of all that follows, and after it compressed JSON lines: what the bundle
    is, then a report each with its text, the journals of the author's set and of machines' sets over it, the
    author's review and the assignments. It appears whole or not at all; the same work gives the same bytes.
    `progress` may raise to stop. Raises UserError `nothing-to-bundle`, `disk-full`, `cannot-write`.
    """
    ids = _concerned(store, author)
    if not ids:
        raise UserError("nothing-to-bundle", f"{author} has no work in this project yet; nothing was written")
    with whole_path(path) as part, part.open("wb") as file:
        file.write(_head(b"0" * 64))
        counted = _write(file, store, author, schema, ids, progress)
        file.flush()
        digest = _digest(part)
        file.seek(0)
        file.write(_head(digest.encode()))
    return len(ids), counted


def bundle_of(store: Store, author: str = "", *, schema: str) -> Bundle:
    """Return a project as a bundle: one author's work, or everybody's.

    Every report is written and read as in a file, so that a project from elsewhere is trusted as little.
    """
    known = tuple(Person(each.name, each.kind, each.role) for each in authors(store))
    ids = _concerned(store, author)

    def read() -> Iterator[BundleReport | Broken]:
        for report_id in ids:
            try:
                yield report_from(json.loads(_line(report_object(_report(store, report_id, author)))))
            except (ValueError, KeyError, TypeError, RecursionError, zlib.error) as error:
                yield Broken(report_id, _why(error))

    return Bundle(store.path.name, author, schema, known, len(ids), read)


def open_bundle(path: Path) -> Bundle:
    """Open a bundle's file once its hash is found right; raise UserError when it is not to be trusted.

    Codes: `missing-file`, `unreadable-file`, `not-a-bundle`, `newer-bundle`, `damaged-bundle`.
    """
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise no_file(path)
        size = path.stat().st_size
        with path.open("rb") as file:
            words = file.readline(128).split()
    except FileNotFoundError as error:
        raise UserError("missing-file", f"there is no file {path}; check the path and retry") from error
    except OSError as error:
        raise UserError(
            "unreadable-file", f"{path} cannot be read ({error.strerror}); check its permissions and retry"
        ) from error
    if len(words) != 3 or words[0] != MAGIC or not words[1].isdigit() or len(words[1]) > 9:
        raise UserError("not-a-bundle", f"{path.name} is neither a bundle nor a project; choose another file")
    if int(words[1]) > VERSION:
        raise UserError(
            "newer-bundle",
            f"{path.name} was made by a newer annotator (form {int(words[1])}, this one knows {VERSION}); "
            "update the program and merge it again",
        )
    if size > _LARGEST or words[2].decode("ascii", "replace") != _digest(path):
        raise _damaged(path)
    lines = _lines(path)
    try:
        head = _parsed(next(lines))
        known = tuple(person_from(each) for each in head["authors"])
        schema, author, count = head["schema"], head["author"], head["reports"]
        if not (isinstance(schema, str) and isinstance(author, str) and type(count) is int):
            raise TypeError("the first line is not as it should be")
    except (ValueError, KeyError, TypeError, RecursionError, StopIteration, zlib.error) as error:
        raise _damaged(path) from error
    return Bundle(path.name, author, schema, known, count, lambda: _reports(path))


_CONCERNED = (
    "(?1 = '' OR EXISTS (SELECT 1 FROM authors a WHERE a.name = ?1 AND ("
    "EXISTS (SELECT 1 FROM sets s WHERE s.report = r.id AND s.author = a.id) "
    "OR EXISTS (SELECT 1 FROM assignments s WHERE s.report = r.id AND s.author = a.id) "
    "OR EXISTS (SELECT 1 FROM resolutions s WHERE s.report = r.id AND s.author = a.id))))"
)
"""Whether an author has a set over a report, is assigned to it or reviewed it; nobody has all."""


def _concerned(store: Store, author: str) -> list[str]:
    """Return the reports that concern an author, in the order they were added."""
    rows = store.rows(f"SELECT report_id FROM reports r WHERE {_CONCERNED} ORDER BY r.id", (author,))
    return [report_id for (report_id,) in rows]


def _named(store: Store, author: str) -> set[str]:
    """Return the authors that the entries of an author's bundle name."""
    rows = store.rows(
        "SELECT DISTINCT maker.name, owner.name FROM journal j JOIN sets ON sets.id = j.set_id "
        "JOIN reports r ON r.id = sets.report JOIN authors owner ON owner.id = sets.author "
        "JOIN authors maker ON maker.id = j.author "
        f"WHERE {_CONCERNED} AND (?1 = '' OR owner.name = ?1 OR owner.kind <> 'person')",
        (author,),
    )
    return {author, *(name for row in rows for name in row)}


def _report(store: Store, report_id: str, author: str) -> BundleReport:
    held = get_report(store, report_id)
    machines = {each.name for each in authors(store) if each.kind != "person"}
    written = entries(store, report_id, everything=True)
    return BundleReport(
        report_id,
        held.name,
        held.text,
        tuple(e for e in written if not author or e.set_author == author or e.set_author in machines),
        tuple(resolutions(store, report_id, author=author)),
        tuple(name for name in assignees(store, report_id) if author in ("", name)),
    )


def _write(
    file: BinaryIO,
    store: Store,
    author: str,
    schema: str,
    ids: list[str],
    progress: Callable[[int, int, str], None] | None,
) -> int:
    squeeze = zlib.compressobj(6)
    named = _named(store, author)
    people = [Person(each.name, each.kind, each.role) for each in authors(store) if each.name in named]
    head = {
        "author": author,
        "schema": schema,
        "reports": len(ids),
        "authors": [person_object(person) for person in sorted(people, key=lambda each: each.name)],
    }
    file.write(squeeze.compress(_line(head) + b"\n"))
    counted = 0
    # One report at a time: all of them together may be larger than memory.
    for number, report_id in enumerate(ids):
        report = _report(store, report_id, author)
        if progress is not None:
            progress(number, len(ids), report.name)
        counted += len(report.entries)
        file.write(squeeze.compress(_line(report_object(report)) + b"\n"))
    file.write(squeeze.flush())
    return counted


def _reports(path: Path) -> Iterator[BundleReport | Broken]:
    try:
        for number, line in enumerate(_lines(path)):
            if number:
                try:
                    yield report_from(_parsed(line))
                except (ValueError, KeyError, TypeError, RecursionError) as error:
                    yield Broken(f"report {number}", _why(error))
    except zlib.error:
        yield Broken("what follows", "it cannot be read")


def _lines(path: Path) -> Iterator[bytes]:
    """Yield the lines of a bundle; raise zlib.error where it is no compressed text, or too large a one."""
    swell, rest, whole = zlib.decompressobj(), b"", 0
    with path.open("rb") as file:
        file.readline(128)
        while given := swell.unconsumed_tail or file.read(_AT_ONCE):
            come = swell.decompress(given, _AT_ONCE)
            whole += len(come)
            *ended, rest = (rest + come).split(b"\n")
            yield from ended
            if len(rest) > _LONGEST_LINE or whole > _MOST:
                raise zlib.error("too large")
    if rest or not swell.eof:
        raise zlib.error("cut off")


def _parsed(line: bytes) -> Any:
    """Read a line; raise ValueError for what is no JSON, or holds what is no text in any encoding."""
    # Decoded first: json takes halves of characters from bytes, which no table can hold.
    held = json.loads(line.decode())
    if b"\\ud" in line.lower():
        json.dumps(held, ensure_ascii=False).encode()
    return held


def _line(held: object) -> bytes:
    return json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode()


def _head(digest: bytes) -> bytes:
    return b"%s %d %s\n" % (MAGIC, VERSION, digest)


def _digest(path: Path) -> str:
    """Hash what follows the first line, SHA-256 as hex."""
    found = sha256()
    with path.open("rb") as file:
        file.readline(128)
        while piece := file.read(_AT_ONCE):
            found.update(piece)
    return found.hexdigest()


def _why(error: Exception) -> str:
    """Return what is wrong as our checks say it; what Python says might hold text of a report."""
    ours = type(error) is ValueError and str(error)
    return ours if ours and "\n" not in ours and len(ours) < 90 else "it cannot be read"


def _damaged(path: Path) -> UserError:
    return UserError(
        "damaged-bundle",
        f"{path.name} is cut off or was changed since it was made; ask for it once more",
    )
