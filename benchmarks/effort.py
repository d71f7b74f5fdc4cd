"""How many keys an analyst needs to bring real candidates to the gold, in the real window."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.app import make_window
from annotator.domain.errors import UserError
from annotator.formats.base import refuse
from annotator.formats.markup import read_folder
from annotator.resources import default_schema
from annotator.ui.main_window import MainWindow
from annotator.workspace.adding import add_paths
from annotator.workspace.extracting import extract_reports
from annotator.workspace.projects import Project
from benchmarks.analyst import Analyst
from benchmarks.comparing import Gold, differences, gold_of
from benchmarks.keyboard import Keyboard

SECONDS_A_KEY = 0.2
SECONDS_A_JUDGEMENT = 1.35
"""A key stroke and a mental act of the keystroke-level model (Card, Moran, Newell), in seconds."""
_POINT, _BUTTON, _HOME = 1.1, 0.1, 0.4
MOUSE_SECONDS = SECONDS_A_JUDGEMENT + 2 * _POINT + 2 * _BUTTON + _HOME + SECONDS_A_KEY
"""By mouse from scratch: judge, point, press, drag, let go, back to the keyboard, one label key."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one report took, and what still differs."""

    name: str
    gold_spans: int
    gold_links: int
    keys: int
    seconds: float
    equal: bool
    differences: list[dict[str, object]]

    def as_json(self) -> dict[str, Any]:
        """Return the outcome under the names of its fields."""
        return {name: getattr(self, name) for name in self.__slots__}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the analyst over every report that has gold, one by one and in bulk; print what it took."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.effort", description=__doc__)
    parser.add_argument("reports", type=Path, metavar="REPORTS_DIR")
    parser.add_argument("gold", type=Path, metavar="GOLD_DIR")
    parser.add_argument("--json", action="store_true", help="print one JSON value")
    given = parser.parse_args(arguments)
    try:
        measured = measure(given.reports, given.gold)
    except UserError as error:
        print(error.message, file=sys.stderr)
        return 1
    print(json.dumps(measured, ensure_ascii=False, indent=1) if given.json else table(measured))
    return 0 if measured["equal"] else 1


def measure(reports: Path, gold: Path) -> dict[str, Any]:
    """Return the whole measurement as one JSON value.

    Raises UserError that lists every problem of the gold, and `no-match` when no report has gold.
    """
    parsed = read_folder(gold, schema=default_schema())
    refuse((p for each in parsed for p in each.problems), code="bad-gold", what=f"{gold} cannot be used")
    golds = {
        each.text: gold_of(each.name, each.text, each.layers, each.spans, each.relations) for each in parsed
    }
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ANNOTATOR_CONFIG"] = str(Path(folder) / "settings")
        project = make_project(Path(folder) / "effort.annotator", reports)
        singly = run(project, golds, bulk=False)
        project.unlink()
        project = make_project(project, reports)
        in_bulk = run(project, golds, bulk=True)
    if not singly:
        raise UserError("no-match", f"no report of {reports} has the text of gold in {gold}; name its folder")
    for name in sorted({each.name for each in golds.values()} - {each.name for each in singly}):
        print(f"no report has the text of the gold {name}", file=sys.stderr)
    for each in in_bulk:
        for left in (d for d in each.differences if d["decides"]):
            print(f"in bulk, {each.name} differs: {left}", file=sys.stderr)
    spans = sum(each.gold_spans for each in singly)
    return {
        "reports": [each.as_json() for each in singly],
        "keys_per_gold_span": round(sum(each.keys for each in singly) / spans, 3),
        "keys_per_gold_span_bulk": round(sum(each.keys for each in in_bulk) / spans, 3),
        "seconds_per_gold_span": round(sum(each.seconds for each in singly) / spans, 2),
        "mouse_seconds_per_gold_span": round(MOUSE_SECONDS, 2),
        "equal": all(each.equal for each in (*singly, *in_bulk)),
    }


def make_project(path: Path, reports: Path) -> Path:
    """Make a project of every report of a folder, with the candidates the program finds."""
    with Project.create(path, schema=default_schema(), author="analyst") as project:
        added = [each.report_id for each in add_paths(project, [reports]) if each.report_id]
        extract_reports(project, added, jobs=os.cpu_count() or 1)
    return path


def run(project: Path, golds: dict[str, Gold], *, bulk: bool) -> list[Outcome]:
    """Let the analyst work through a project in a window of its own."""
    app = QApplication.instance() or QApplication(["annotator"])
    assert isinstance(app, QApplication)
    window = make_window(app, author="analyst")
    sys.excepthook = sys.__excepthook__  # a fault of the analyst is no notice of the window
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    window.projects.open_path(project)
    outcomes = []
    held = window.projects.held
    for report_id in held.report_ids():
        gold = golds.get(held.report(report_id).text)
        if gold is not None:
            outcomes.append(work_through(window, report_id, gold, bulk=bulk))
    window.close()
    return outcomes


def work_through(window: MainWindow, report_id: str, gold: Gold, *, bulk: bool) -> Outcome:
    """Open a report, let the analyst bring it to the gold, and compare what the project then holds."""
    window.open_report(report_id)
    QApplication.processEvents()
    keyboard = Keyboard(window)
    analyst = Analyst(window, keyboard, gold, bulk=bulk)
    analyst.work()
    left = list(differences(gold, window.projects.held.decisions(report_id)))
    return Outcome(
        name=gold.name,
        gold_spans=len(gold.spans),
        gold_links=len(gold.links),
        keys=keyboard.keys,
        seconds=round(keyboard.keys * SECONDS_A_KEY + analyst.judged * SECONDS_A_JUDGEMENT, 2),
        equal=not any(each["decides"] for each in left),
        differences=left,
    )


def table(measured: dict[str, Any]) -> str:
    """Return the measurement as lines to read."""
    lines = [f"{'report':34}{'spans':>6}{'links':>6}{'keys':>6}{'a span':>8}{'seconds':>9}  equal"]
    for each in measured["reports"]:
        share = each["keys"] / (each["gold_spans"] or 1)
        lines.append(
            f"{each['name'][:33]:34}{each['gold_spans']:6}{each['gold_links']:6}{each['keys']:6}"
            f"{share:8.2f}{each['seconds']:9.1f}  {'yes' if each['equal'] else 'NO'}"
        )
    lines += [f"{name}: {value}" for name, value in measured.items() if name != "reports"]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
