"""A day at the window, in short: nothing in the process grows with what was decided and opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox, QWidget

from annotator.ui.dialogs.asking import ask_leftovers, ask_score
from annotator.ui.dialogs.finishing import ask_finish_all
from benchmarks.large import build
from benchmarks.session import Sample, Session, growth

_HALF = 16
"""Reports after which every dialog of the session was shown at least once."""
_LATE = 20
"""Widgets that the review makes only where it has something to show; a dialog has more than a hundred."""


def test_that_nothing_grows_with_decisions_reports_and_dialogs(open_window, tmp_path: Path) -> None:
    build(tmp_path / "day.annotator", 2 * _HALF, 40)
    window = open_window(tmp_path / "day.annotator")
    first, second = Session(window).run(reports=2 * _HALF, decisions=6 * 2 * _HALF, every=_HALF)
    assert (first.decisions, second.decisions) >= (6 * _HALF, 12 * _HALF)
    assert second.qobjects <= first.qobjects + _LATE
    assert second.files <= first.files
    assert second.threads <= first.threads + 1
    assert second.objects < first.objects * 1.02


@pytest.mark.parametrize(
    "ask", [ask_leftovers, ask_score, lambda parent, left: ask_finish_all(parent, 2, left)]
)
def test_that_a_question_is_let_go_once_it_is_answered(qtbot, ask) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    for _ in range(3):
        QTimer.singleShot(0, lambda: QApplication.activeModalWidget().close())
        ask(window, 5)
    qtbot.waitUntil(lambda: not [*window.findChildren(QMessageBox), *window.findChildren(QInputDialog)])


def test_that_growth_is_told_from_warming_up() -> None:
    def sample(number: int, memory: float) -> Sample:
        return Sample(100 * number, number, memory, 1, 1, 1, 1, 0.0)

    warm = [sample(at, min(300, 200 + 50 * at)) for at in range(20)]
    leaky = [sample(at, 200 + 2 * at) for at in range(20)]
    assert growth(warm, lambda each: each.memory) == pytest.approx(0)
    assert growth(leaky, lambda each: each.memory) > 0.08
