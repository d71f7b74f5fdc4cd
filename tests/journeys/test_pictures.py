"""The pictures of the documentation are what the window draws, compared with a tolerance for fonts."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice

DIFFERENCE = 4.0
"""Per cent of difference allowed: fonts are drawn a little differently from machine to machine."""


@pytest.fixture
def original_datadir() -> Path:
    """Compare with the pictures that the documentation shows."""
    return Path(__file__).parents[2] / "docs" / "images"


def png_of(window) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    window.settle()
    window.grab().save(buffer, "PNG")
    return bytes(buffer.data().data())


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_that_the_window_looks_as_documented(
    open_window, sample_project, press, qtbot, image_regression, theme
) -> None:
    window = open_window(sample_project)
    window.resize(1440, 900)
    window.commands[f"view.theme_{theme}"].trigger()
    for _ in range(14):
        press(window, "Enter")
    figure = next(span for span in window.sheet.report.view if span.label == "MONEY")
    window.sheet.set_current(figure.id)
    qtbot.waitUntil(lambda: window.size().width() == 1440)
    image_regression.check(png_of(window), diff_threshold=DIFFERENCE, basename=f"annotate-{theme}")


def test_that_the_start_page_looks_as_documented(open_window, image_regression) -> None:
    window = open_window()
    window.resize(1000, 640)
    image_regression.check(png_of(window), diff_threshold=DIFFERENCE, basename="start-light")


def test_that_the_review_looks_as_documented(open_window, disputed_project, qtbot, image_regression) -> None:
    window = open_window(disputed_project)
    qtbot.waitUntil(lambda: window.sheet.report.view.counts.left > 0, timeout=20_000)
    window.resize(1440, 900)
    window.views.show("review")
    qtbot.waitUntil(lambda: window.review.is_read)
    window.review.panel.queue.list.activated.emit(window.review.panel.queue.model.index(1, 0))
    window.notices.say("")
    qtbot.waitUntil(lambda: window.size().width() == 1440)
    image_regression.check(png_of(window), diff_threshold=DIFFERENCE, basename="review-light")
