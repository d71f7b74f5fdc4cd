"""Victims of the torture: what a process does to a project until it is killed, and what it says it has done.

Each says a JSON line on a pipe for every step, after the step was acknowledged: after the commit came back,
the page was painted, the verb ended.
"""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from hashlib import sha256
from itertools import count
from pathlib import Path

from annotator.domain.backups import Why
from annotator.domain.errors import UserError
from annotator.domain.history import undo_stack
from annotator.domain.sets import AnnotationSet
from annotator.workspace import editing
from annotator.workspace.backing_up import back_up_changes, backups_of, restore
from annotator.workspace.merging import merge
from annotator.workspace.projects import Project
from annotator.workspace.reading import OpenReport

AUTHOR = "an"
LABELS = ("PERSON", "ORG", "LOC", "DATE", "EVENT", "MONEY", "PERCENT", "COUNT")
Say = Callable[[dict[str, object]], None]


def speaker(number: int) -> Say:
    """Return what writes a JSON line into a pipe in one write, so that a kill never leaves half of it."""

    def say(said: dict[str, object]) -> None:
        os.write(number, json.dumps(said).encode() + b"\n")

    return say


def digest(held: AnnotationSet) -> str:
    """Return a hash of all that an author decided in a report."""
    spans = sorted(map(repr, held.spans.values()))
    return sha256(repr((spans, sorted(held.relations), held.finished)).encode()).hexdigest()[:16]


def decided(report: OpenReport) -> dict[str, object]:
    """Return what is to be found again after the process died: last entry, what undo takes back, the set."""
    history = report.history()
    stack = undo_stack(history)
    held = digest(report.project.decisions(report.report_id))
    return {
        "report": report.report_id,
        "entry": history[-1].id,
        "undo": stack[-1].id if stack else "",
        "held": held,
    }


def desk(path: Path, seed: int, say: Say) -> None:
    """Make decisions on end, in the reports of a project, without a window."""
    rng = random.Random(seed)
    with Project.open(path, author=AUTHOR) as project:
        project.ensure_author()
        opened = {report_id: OpenReport(project, report_id) for report_id in project.report_ids()[:6]}
        say({"ready": True})
        while True:
            report = opened[rng.choice(list(opened))]
            if step(report, rng) is not None:
                say(decided(report))
            if rng.random() < 0.05:
                # What the window does when its user rests: it moves commits from the log into the file.
                project.tidy()


def step(report: OpenReport, rng: random.Random) -> object:
    """Do one thing to a report, as an analyst might; None where it changed nothing."""
    way = rng.random()
    try:
        if way < 0.2:
            return report.undo()
        if way < 0.3:
            return report.redo()
        span = rng.choice(list(report.view))
        if way < 0.6:
            return report.commit(editing.accept(report.desk, [span.id]))
        if way < 0.8:
            return report.commit(editing.reject(report.desk, [span.id]))
        if way < 0.97:
            return report.commit(editing.relabel(report.desk, span.id, rng.choice(LABELS)))
        return report.commit(editing.finish(report.desk, leftovers="reject"))
    except (UserError, IndexError):
        return None


def window(path: Path, seed: int, say: Say) -> None:
    """Press keys in the real window on end; a decision is said after the page was painted with it."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from annotator.app import make_window

    app = QApplication.instance() or QApplication(["annotator"])
    rng = random.Random(seed)
    shown = make_window(app, author=AUTHOR)
    shown.show()
    shown.projects.open_path(path)
    app.processEvents()
    key = Qt.Key
    keys = [key.Key_Return] * 6 + [key.Key_Delete] * 3 + [key.Key_1, key.Key_3, key.Key_6, key.Key_Tab]
    say({"ready": True})
    while True:
        report = shown.sheet.report
        before = len(report.history())
        if rng.random() < 0.2:
            QTest.keyClick(shown.page, key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        else:
            QTest.keyClick(shown.page, rng.choice(keys))
        shown.page.viewport().repaint()
        if len(report.history()) > before:
            say(decided(report))
        app.processEvents()


def shell(path: Path, seed: int, say: Say) -> None:
    """Run verbs on a project on end: add, import, export, now and then extract."""
    from annotator.cli import main

    rng = random.Random(seed)
    say({"ready": True})
    for number in count():
        name = f"tin-{seed}-{number}"
        said = f"Ngày {rng.randint(1, 28)}/2/2023, thu {rng.randint(2, 99)} tỷ đồng, mục {seed}.{number}.\n"
        (path.parent / f"{name}.txt").write_text(said, encoding="utf-8")
        marked = said.replace(" tỷ đồng", " tỷ ⟦ORG|đồng⟧")
        (path.parent / f"{name}.entity.txt").write_text(marked, encoding="utf-8")
        work = path.parent / name
        work.mkdir()
        (path.parent / f"{name}.entity.txt").rename(work / f"{name}.entity.txt")
        author = f"ai-{seed}"
        verbs = [
            ("add", [str(path), str(path.parent / f"{name}.txt"), "--author", AUTHOR]),
            ("import", [str(path), "--format", "markup", "--author", author, str(work)]),
            (
                "export",
                [str(path), "--format", "sqlite", "-o", str(path.parent / "gold.db"), "--author", author],
            ),
        ]
        if number % 4 == 3:
            verbs.append(("extract", [str(path), "--jobs", "1", "--author", AUTHOR]))
        for verb, words in verbs:
            code = main([verb, *words])
            say({"verb": verb, "code": code, "name": name, "author": author})


def keeper(path: Path, seed: int, say: Say) -> None:
    """Decide, back up as by the schedule, then restore that backup or merge it, on end.

    A backup holds all that was said before it, so that none of this may lose any of it.
    """
    rng = random.Random(seed)
    say({"ready": True})
    while True:
        with Project.open(path, author=AUTHOR) as project:
            project.ensure_author()
            report = OpenReport(project, rng.choice(project.report_ids()[:6]))
            for _ in range(3):
                if step(report, rng) is not None:
                    say(decided(report))
            made = back_up_changes(project, Why.SCHEDULED) or backups_of(path)[0]
            say({"backup": made.number})
            if rng.random() < 0.3:
                # It brings nothing new: the backup before it goes again.
                merge(project, [made.path])
                say({"backup": made.number})
                continue
        restore(path, made.path)
        say({"backup": made.number + 1})


VICTIMS = {"desk": desk, "window": window, "shell": shell, "keeper": keeper}
