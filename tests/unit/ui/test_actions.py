"""Actions of the whole table: every key runs its command and no other, with the menus in place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget

from annotator.ui.actions import Actions
from annotator.ui.bindings import Bindings
from annotator.ui.command import Command, Place
from annotator.ui.commands import COMMANDS, label_command
from annotator.ui.notices import Notices
from annotator.ui.settings import Settings
from annotator.ui.text_fields import TextFields


class Bench(QMainWindow):
    """A window with a page, a text field, all menus, and commands that only write down their ids."""

    def __init__(self, app, table: list[Command]) -> None:
        super().__init__()
        self.ran: list[str] = []
        self.page, self.review, self.field = QWidget(), QWidget(), QLineEdit("một hai ba")
        for page in (self.page, self.review):
            page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        body = QWidget()
        column = QVBoxLayout(body)
        column.addWidget(self.page)
        column.addWidget(self.review)
        column.addWidget(self.field)
        self.setCentralWidget(body)
        self.actions_ = Actions(self, self.page, Notices(), Bindings(Settings()), review=self.review)
        self.actions_.add(table, {c.id: (lambda name=c.id: self.ran.append(name)) for c in table})
        self.actions_.enable(project=True, report=True, writable=True)
        self.actions_.fill_menus(self.menuBar())
        TextFields(app, self, self.actions_)

    def press(self, widget: QWidget, key: str) -> list[str]:
        """Press a chord on a widget; return what it has run."""
        self.ran.clear()
        widget.setFocus()
        QTest.keySequence(widget, QKeySequence(key))
        return list(self.ran)


@pytest.fixture
def table(schema) -> list[Command]:
    return [*COMMANDS, *(label_command(label.name, label.title, label.key) for label in schema.labels)]


@pytest.fixture
def bench(qtbot, qapp, table) -> Bench:
    made = Bench(qapp, table)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_that_every_key_of_the_table_runs_its_command_on_the_page(bench, table):
    wrong = {
        (command.id, key): ran
        for command in table
        if command.place is not Place.REVIEW
        for key in command.keys
        if (ran := bench.press(bench.page, key)) != [command.id]
    }
    assert wrong == {}


def test_that_every_key_of_the_review_runs_its_command_on_its_page_alone(bench, table):
    bench.actions_.enable(project=True, report=True, writable=True, reviewing=True)
    asked = [(command, key) for command in table if command.place is Place.REVIEW for key in command.keys]
    wrong = {(c.id, key): ran for c, key in asked if (ran := bench.press(bench.review, key)) != [c.id]}
    assert wrong == {}
    assert {(c.id, key) for c, key in asked if bench.press(bench.page, key)} == set()


def test_that_nothing_is_annotated_from_the_review(bench):
    actions = bench.actions_
    by_id = {command.id: command for command in actions.commands()}
    actions.enable(project=True, report=True, writable=True)
    assert "Ctrl+2" in actions.reason(by_id["review.gold"])
    actions.enable(project=True, report=True, writable=True, reviewing=True)
    assert actions.reason(by_id["review.gold"]) == ""
    assert "Ctrl+1" in actions.reason(by_id["span.accept"])
    assert bench.press(bench.review, "Ctrl+Return") == []


def test_that_no_command_of_the_page_and_none_that_writes_acts_from_a_text_field(bench, table):
    acted = {
        (command.id, key): ran
        for command in table
        for key in command.keys
        if (command.place is not Place.WINDOW or command.writes) and (ran := bench.press(bench.field, key))
    }
    assert acted == {}


def test_that_a_text_field_left_lets_the_window_s_keys_act_again(bench):
    assert bench.press(bench.field, "Ctrl+Return") == []
    assert bench.press(bench.page, "Ctrl+Return") == ["report.finish"]
    assert bench.press(bench.field, "F6") == ["go.next_pane"]


def test_that_a_new_key_acts_at_once_and_shows_in_menu_and_tooltip(bench):
    actions = bench.actions_
    actions.bindings.bind(actions.default("span.split"), 0, "X", among=actions.commands())
    assert bench.press(bench.page, "X") == ["span.split"]
    assert bench.press(bench.page, "S") == []
    assert actions["span.split"].shortcut().toString() == "X"
    assert actions["span.split"].toolTip().endswith("(X)")
    assert actions.keys("span.")["split"] == "X"


def test_that_what_cannot_be_run_says_why(bench):
    actions = bench.actions_
    by_id = {command.id: command for command in actions.commands()}
    actions.enable(project=False, report=False, writable=False)
    assert actions.reason(by_id["project.export"]) == "no project is open"
    assert actions.reason(by_id["help.about"]) == actions.reason(by_id["project.open"]) == ""
    actions.enable(project=True, report=False, writable=True)
    assert actions.reason(by_id["span.split"]) == "no report is open"
    actions.enable(project=True, report=True, writable=False)
    assert actions.reason(by_id["span.split"]) == "the project is read-only"
    assert actions.reason(by_id["go.next_span"]) == ""
    assert not actions["span.split"].isEnabled()
    assert bench.press(bench.page, "S") == []
