"""The lists under the page, as they go from report to report."""

from __future__ import annotations

import pytest


@pytest.fixture
def window(open_window, sample_project):
    window = open_window(sample_project)
    window.settle()
    return window


def test_that_lists_begin_from_above_when_the_next_report_opens(window):
    table = window.lists.figures
    table.scrollToBottom()
    assert table.verticalScrollBar().value() > 0
    other = window.library.model.rows()[1].id
    window.open_report(other)
    window.lists.refresh()
    assert table.verticalScrollBar().value() == 0


def test_that_lists_stay_where_they_are_when_the_report_is_read_anew(window):
    window.sheet.set_current(None)
    table = window.lists.figures
    table.scrollToBottom()
    place = table.verticalScrollBar().value()
    window.sheet.reload()
    window.lists.refresh()
    assert table.verticalScrollBar().value() == place


def test_that_the_list_says_what_to_do_while_it_is_empty_only(window):
    from annotator.ui.empty_lines import EmptyLine

    line = window.lists.figures.viewport().findChild(EmptyLine)
    assert not line.isVisible()
    window.sheet.open(None)
    window.lists.refresh()
    assert line.isVisible()
    assert window.lists.figures.accessibleDescription() == line.text()
