"""Torture: processes that work on a project are killed at random moments, and nothing they said is lost.

`python -m benchmarks.torture --rounds 1000 --seed 1 [--json]`. Every round forks a victim (`victims.py`),
kills it with SIGKILL some moments later, opens the project again and looks whether all it said is there. Then
copies are taken of the files of a project that is being written (`cuts.py`), as a power cut leaves them.
"""

from __future__ import annotations

import json
import os
import random
import select
import shutil
import signal
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

import annotator.cli  # noqa: F401 imported before anything is forked
from annotator.domain.history import undo_stack
from annotator.resources import default_schema, resource_path
from annotator.store.backups import is_whole
from annotator.store.integrity import check
from annotator.store.journal import entries
from annotator.workspace.adding import add_paths
from annotator.workspace.backing_up import backups_of
from annotator.workspace.extracting import extract_reports
from annotator.workspace.projects import Project
from annotator.workspace.reading import OpenReport
from benchmarks.cuts import cut_the_power
from benchmarks.victims import AUTHOR, VICTIMS, digest, speaker

KINDS = ("desk", "desk", "keeper", "window", "desk", "shell", "desk", "desk", "desk", "desk")
FRESH = 10
"""Rounds after which a project is made anew: till then it has gone through that many kills."""
PATIENCE = 120.0
"""Seconds a victim may take to say what is waited for."""


class Victim:
    """A process that works on a project and says on a pipe what it has done."""

    def __init__(self, kind: str, path: Path, seed: int) -> None:
        self._reading, writing = os.pipe()
        self.said: list[dict[str, Any]] = []
        self._rest = b""
        self.pid = os.fork()
        if self.pid == 0:
            _become(kind, path, seed, writing)
        os.close(writing)

    def hear(self, count: int) -> None:
        """Wait until that much was said in all."""
        until = time.monotonic() + PATIENCE
        while len(self.said) < count and time.monotonic() < until:
            if not self._read(until - time.monotonic()):
                return

    def listen(self, seconds: float) -> None:
        """Let it work for so long."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0 and self._read(left):
            pass

    def kill(self) -> bool:
        """Kill it and read what it said last; return whether it was alive till then."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        _, status = os.waitpid(self.pid, 0)
        while self._read(PATIENCE):
            pass
        os.close(self._reading)
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)  # workers it had started, a group of their own
        return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL

    def _read(self, seconds: float) -> bool:
        """Read what is there within so many seconds; return False when the pipe has ended."""
        if not select.select([self._reading], [], [], max(seconds, 0))[0]:
            return True
        got = os.read(self._reading, 1 << 16)
        *lines, self._rest = (self._rest + got).split(b"\n")
        self.said += [said for line in lines if "ready" not in (said := json.loads(line))]
        return bool(got)


def _become(kind: str, path: Path, seed: int, writing: int) -> None:
    """Turn the forked process into a victim; it never comes back from here."""
    try:
        os.setsid()
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(nowhere, 1)
        log = os.open(path.parent / "victim.log", os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        os.dup2(log, 2)
        VICTIMS[kind](path, seed, speaker(writing))
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        os._exit(9)


def strike(kind: str, path: Path, seed: int) -> tuple[list[dict[str, Any]], list[str]]:
    """Start a victim, kill it at a moment the seed says; return what it said and what was wrong with it."""
    rng = random.Random(seed)
    log = path.parent / "victim.log"
    log.touch(mode=0o600)  # a victim may be killed before it could say anything
    victim = Victim(kind, path, seed)
    try:
        victim.hear(rng.randint(0, {"desk": 25, "window": 8, "shell": 4, "keeper": 12}[kind]))
        victim.listen(rng.uniform(0, {"desk": 0.02, "window": 0.3, "shell": 0.3, "keeper": 0.3}[kind]))
    finally:
        killed = victim.kill()
    why = log.read_text(encoding="utf-8").strip().splitlines()
    return victim.said, [] if killed else [f"the {kind} ended by itself: {why[-1:]}"]


def verify(path: Path, said: list[dict[str, Any]], known: dict[str, list[str]]) -> list[str]:
    """Open a project after a kill and return what is wrong: what was said is not there, or it is not sound.

    `known` is every journal entry said by earlier victims, by report; those said now are added.
    """
    with Project.open(path, author=AUTHOR) as project:
        wrong = ["the lock of the dead was not taken over"] if project.read_only else []
        wrong += [str(problem) for problem in check(project.store)]
        last = {each["report"]: each for each in said if "report" in each}
        for each in said:
            if "report" in each:
                known.setdefault(each["report"], []).append(each["entry"])
        for report_id, ids in known.items():
            history = entries(project.store, report_id, author=AUTHOR)
            there = [entry.id for entry in history]
            lost = [entry for entry in ids if entry not in set(there)]
            wrong += [f"{report_id}: lost {len(lost)} acknowledged decisions"] if lost else []
            if not lost and report_id in last:
                wrong += _as_said(project, last[report_id], there, undo_stack(history))
        wrong += _backups(path, [each["backup"] for each in said if "backup" in each])
        wrong += _verbs(project, [each for each in said if "verb" in each])
    return wrong


def _as_said(project: Project, said: dict[str, Any], there: list[str], stack: list[Any]) -> list[str]:
    report_id, wrong = said["report"], []
    if there[-1] == said["entry"]:
        if digest(project.decisions(report_id)) != said["held"]:
            wrong.append(f"{report_id}: the set is not what was acknowledged")
        if (stack[-1].id if stack else "") != said["undo"]:
            wrong.append(f"{report_id}: undo would take back something else")
    before = digest(project.decisions(report_id))
    report = OpenReport(project, report_id)
    if report.undo() is not None and (
        report.redo() is None or digest(project.decisions(report_id)) != before
    ):
        wrong.append(f"{report_id}: undone and done again, the set is another")
    return wrong


def _backups(path: Path, said: list[int]) -> list[str]:
    """Return what is wrong with the backups of a project, of which those numbers were said to be made."""
    there = backups_of(path)
    wrong = [f"the backup {each.path.name} is not whole" for each in there if not is_whole(each)]
    newest = max((each.number for each in there), default=0)
    return [*wrong, *([f"the backup {said[-1]} is not there"] if said and newest < said[-1] else [])]


def _verbs(project: Project, said: list[dict[str, Any]]) -> list[str]:
    wrong = [f"{each['verb']} ended with {each['code']}" for each in said if each["code"]]
    rows = {row.name: row.id for row in project.rows()}
    for each in said:
        if each["name"] not in rows:
            wrong.append(f"the report {each['name']} was added and is not there")
        elif each["verb"] == "import" and not project.decisions(rows[each["name"]], each["author"]).finished:
            wrong.append(f"what was imported into {each['name']} is not there")
    gold = project.path.with_name("gold.db")
    if gold.exists():
        with closing(sqlite3.connect(gold)) as connection:
            (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
            hashed = connection.execute("SELECT count(*) FROM meta WHERE key = 'content_sha256'").fetchone()[
                0
            ]
        wrong += [] if (sound, hashed) == ("ok", 1) else ["the exported file is not whole"]
    elif any(each["verb"] == "export" for each in said):
        wrong.append("the exported file is not there")
    return wrong


def small_project(folder: Path) -> Path:
    """Make a project of the two shortest samples with their candidates."""
    folder.mkdir()
    samples = sorted(resource_path("samples").glob("*.txt"), key=lambda path: path.stat().st_size)[:2]
    with Project.create(folder / "work", schema=default_schema(), author=AUTHOR) as project:
        add_paths(project, samples)
        extract_reports(project, project.report_ids())
        return project.path


def torture(rounds: int, seed: int, folder: Path, tell: Callable[[str], None]) -> dict[str, Any]:
    """Kill that many victims; return how often which kind, how much they had said, and all that was wrong."""
    source = small_project(folder / "source")
    kinds: Counter[str] = Counter()
    wrong: list[str] = []
    acknowledged, path = 0, folder
    known: dict[str, list[str]] = {}
    for number in range(rounds):
        if number % FRESH == 0:
            place = folder / f"round-{number}"
            place.mkdir()
            path, known = Path(shutil.copy(source, place / "work.annotator")), {}
        kind = KINDS[number % len(KINDS)]
        said, faults = strike(kind, path, seed * 1_000_003 + number)
        faults += verify(path, said, known)
        kinds[kind] += 1
        acknowledged += len(said)
        wrong += [f"round {number} ({kind}): {fault}" for fault in faults]
        tell(f"round {number + 1} of {rounds}: {kind}, {len(said)} acknowledged, {len(faults)} faults")
    return {"kills": dict(kinds), "acknowledged": acknowledged, "wrong": wrong}


@click.command()
@click.option("--rounds", default=1000, help="How many processes are killed.")
@click.option("--cuts", default=200, help="How many times the power is cut.")
@click.option("--seed", default=1, help="What is random follows from this number.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON value and nothing else.")
def main(rounds: int, cuts: int, seed: int, as_json: bool) -> None:
    """Kill processes, cut the power, and say whether anything acknowledged was lost."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    tell: Callable[[str], None] = (lambda line: None) if as_json else click.echo
    begun = time.monotonic()
    with TemporaryDirectory(prefix="torture-") as made:
        folder = Path(made)
        os.environ["ANNOTATOR_CONFIG"] = str(folder)
        (folder / "window.ini").write_text("[tour]\nseen=yes\n", encoding="utf-8")
        done = torture(rounds, seed, folder, tell)
        done["cuts"] = cut_the_power(cuts, seed, folder, Victim)
    done["wrong"] += done["cuts"].pop("wrong")
    done["seconds"] = round(time.monotonic() - begun, 1)
    click.echo(json.dumps(done, indent=2))
    sys.exit(1 if done["wrong"] else 0)


if __name__ == "__main__":
    main()
