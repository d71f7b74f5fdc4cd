"""Cuts of the power: copies of a project's files between any two writes open or are refused."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from annotator.domain.errors import UserError
from annotator.store.integrity import check
from annotator.store.journal import entries
from annotator.workspace.projects import Project
from benchmarks.victims import AUTHOR


def cut_the_power(
    count: int, seed: int, folder: Path, start: Callable[[str, Path, int], Any]
) -> dict[str, Any]:
    """Copy the files of a project that is being written so many times; return what came of the copies.

    The writer is held still (SIGSTOP) meanwhile, so that a copy is what lies between two of its writes. Each
    is opened with the log, where all that was acknowledged must be, and without, which is refused; and both
    once more as they are in the middle of a checkpoint, when some pages have come from the log into the file.
    """
    rng = random.Random(seed)
    path = Path(shutil.copy(folder / "source" / "work.annotator", folder / "cut.annotator"))
    writer = start("desk", path, seed)
    came: Counter[str] = Counter()
    wrong: list[str] = []
    try:
        writer.hear(20)
        for number in range(count):
            writer.listen(rng.uniform(0, 0.02))
            os.kill(writer.pid, signal.SIGSTOP)
            os.waitid(os.P_PID, writer.pid, os.WSTOPPED)
            writer.listen(0.001)
            said = {each["entry"]: each["report"] for each in writer.said}
            place = folder / "cut"
            for kind, file in _copies(path, place, rng):
                outcome, faults = _opened(file, said if "with the log" in kind else None)
                came[f"{kind}: {outcome}"] += 1
                wrong += [f"cut {number} {kind}: {fault}" for fault in faults]
            shutil.rmtree(place)
            os.kill(writer.pid, signal.SIGCONT)
    finally:
        writer.kill()
    return {**came, "wrong": wrong}


def _copies(path: Path, place: Path, rng: random.Random) -> Iterator[tuple[str, Path]]:
    """Copy a project into a folder in every state a cut could leave it in."""
    place.mkdir()
    log = path.with_name(path.name + "-wal")
    file, written = path.read_bytes(), log.read_bytes()
    whole = place / "checkpointed"
    whole.write_bytes(file)
    whole.with_name(whole.name + "-wal").write_bytes(written)
    with closing(sqlite3.connect(whole)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    half = _half(file, whole.read_bytes(), rng)
    for name, pages in (("between commits", file), ("in a checkpoint", half)):
        for way in ("with the log", "without the log"):
            copy = place / f"{name} {way}.annotator"
            copy.write_bytes(pages)
            if way == "with the log":
                copy.with_name(copy.name + "-wal").write_bytes(written)
            yield f"{name}, {way}", copy


def _half(before: bytes, after: bytes, rng: random.Random) -> bytes:
    """Return a file some of whose changed pages have been written, in the order of the file."""
    size = int.from_bytes(before[16:18], "big") % 65535 or 65536
    places = range(0, len(after), size)
    changed = [place for place in places if before[place : place + size] != after[place : place + size]]
    made = bytearray(before)
    for place in changed[: rng.randint(0, len(changed))]:
        made[place : place + size] = after[place : place + size]
    return bytes(made)


def _opened(path: Path, needed: dict[str, str] | None) -> tuple[str, list[str]]:
    """Open a copy as the window does; return how that went, and what is silently wrong in it.

    `needed` is every entry that was acknowledged with its report, None where the log that holds them is lost.
    """
    try:
        project = Project.open(path, author=AUTHOR)
    except UserError as error:
        return f"refused ({error.code})", [] if needed is None else ["refused, though nothing was lost"]
    with project:
        wrong = [str(problem) for problem in check(project.store)]
        if needed is None:
            return "opened", [*wrong, "opened, though decisions are missing"]
        reports = set(needed.values())
        there = {e.id for each in reports for e in entries(project.store, each, author=AUTHOR)}
        lost = len(needed.keys() - there)
        return "opened", [*wrong, *([f"lost {lost} acknowledged decisions"] if lost else [])]
