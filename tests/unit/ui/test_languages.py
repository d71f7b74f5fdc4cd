"""Languages: in Vietnamese commands, Qt's buttons and refusals speak it, and menus keep keys of their own."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit

import annotator
from annotator.domain.schema import AttributeRule
from annotator.domain.spans import State
from annotator.ui.bindings import menu_keys
from annotator.ui.chords import normal
from annotator.ui.commands import COMMANDS, MENUS, label_command
from annotator.ui.dialogs.exporting import FORMATS
from annotator.ui.fixed_keys import FIXED_KEYS
from annotator.ui.reading.sheet import edit_title
from annotator.ui.refusals import SENTENCES, in_words, reason_in_words
from annotator.ui.titles import choice_title, code_of, label_title, state_title, value_title
from annotator.workspace.exporting import formats

HEARD = ("workspace", "store", "text", "domain", "formats")
"""The packages whose refusals the window shows."""
ELSEWHERE = {
    *("workspace/evaluating.py", "workspace/prelabelling.py", "workspace/importing.py"),
    *("store/gold.py", "domain/schema.py"),
}
"""Modules that only the shell reaches, or whose refusals name files a developer wrote."""


def test_that_every_command_and_menu_is_called_otherwise_in_vietnamese(vietnamese):
    assert [c.id for c in COMMANDS if c.title == c.text or c.hint == c.help] == []
    assert [key.text for key in FIXED_KEYS if key.title == key.text] == []
    assert [title for title in MENUS.values() if QCoreApplication.translate("Commands", title) == title] == []


def test_that_menus_open_by_keys_of_their_own_in_vietnamese_too(vietnamese, schema):
    chords = [chord for chord, _ in menu_keys()]
    assert len(set(chords)) == len(MENUS)
    labels = [label_command(label.name, label.title, label.key) for label in schema.labels]
    held = {normal(key) for command in (*COMMANDS, *labels) for key in command.keys}
    assert held & set(chords) == set()


def test_that_buttons_and_menus_of_qt_speak_vietnamese(vietnamese, qtbot):
    kinds = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(kinds.Ok | kinds.Cancel | kinds.Yes | kinds.Save)
    field = QLineEdit()
    for made in (box, field):
        qtbot.addWidget(made)
    said = [box.button(kind).text() for kind in (kinds.Ok, kinds.Cancel, kinds.Yes, kinds.Save)]
    assert said == ["Đồng ý", "Hủy", "&Có", "Lưu"]
    menu = field.createStandardContextMenu()
    texts = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    assert texts == ["&Hoàn tác", "&Làm lại", "Cắ&t", "&Chép", "&Dán", "Xóa", "Chọn tất cả"]


def test_that_english_is_back_when_it_is_chosen_again(vietnamese, own_settings):
    from annotator.ui.languages import use_language
    from annotator.ui.settings import Settings

    settings = Settings()
    settings.remember("language", "en")
    use_language(settings)
    assert COMMANDS[0].title == COMMANDS[0].text


def test_that_labels_values_states_and_edits_have_vietnamese_titles(vietnamese, schema):
    assert label_title(schema, "MONEY") == "Tiền"
    assert code_of(schema.label("MONEY")) == "TIỀN"
    assert value_title(schema, "basis", "same_period") == "cùng kỳ"
    assert value_title(schema, "unit", "VND") == "VND"
    assert state_title(State.CANDIDATE) == "ứng viên"
    assert edit_title("set direction") == "đặt Hướng"
    assert edit_title("reject") == "đã bỏ"


def test_that_every_format_the_program_brings_has_a_vietnamese_title():
    brought = {entry.title for entry in formats()} - {"SQLite"}
    assert brought == set(FORMATS)


def test_that_titles_fall_back_on_the_names_of_a_schema_that_has_none(vietnamese, schema):
    assert label_title(schema, "SHIP") == "SHIP"
    assert (
        choice_title(AttributeRule("hull", ("SHIP",), "choice", ("half_built",)), "half_built")
        == "half built"
    )


def test_that_every_label_has_a_vietnamese_code_of_its_own(vietnamese, schema):
    codes = [code_of(label) for label in schema.labels]
    assert len(set(codes)) == len(codes)
    assert [label.name for label in schema.labels if not label.code_vi or len(label.code_vi) > 4] == []


@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("an end cannot pass the other; nothing was changed", "đầu và cuối không vượt qua nhau được"),
        ("MONEY has no attribute direction; nothing was changed", "nhãn Tiền không có thuộc tính Hướng"),
        ("direction is one of up, down; nothing was changed", "Hướng phải là một trong up, down"),
        ("a.annotator is in use by another program; close it there and try again", "chương trình khác dùng"),
        ("something nobody has foreseen", "something nobody has foreseen"),
    ],
)
def test_that_refusals_are_told_in_vietnamese_with_what_they_name(vietnamese, english, said):
    assert said in in_words(english)


def test_that_the_reason_why_a_report_is_left_out_is_told_too(vietnamese):
    assert reason_in_words("a-1: it is not finished") == "a-1: báo cáo chưa xong"
    assert reason_in_words("a-1: why: not") == "a-1: why: not"


def test_that_refusals_stay_as_they_are_in_english():
    messages = [re.sub(r"%\d", "x", sentence) for sentence in SENTENCES]
    assert [message for message in messages if in_words(message) != message] == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("x.json:3: 2 regions left out: they have no label", "x.json:3: đã bỏ 2 vùng: không có nhãn"),
        ("x.ann: 1 spans left out: the schema has no label KHO", "lược đồ không có nhãn KHO"),
        ("x.json:1: nobody annotated this task, or all cancelled it; nothing of it was taken", "chưa ai"),
    ],
)
def test_that_what_an_import_lists_is_told_in_vietnamese(vietnamese, line, said):
    assert said in reason_in_words(line)


def test_that_every_refusal_of_the_window_can_be_told(vietnamese):
    untold = [
        f"{where}: {message}"
        for where, message in _refusals(Path(annotator.__file__).parent)
        if in_words(message) == message and re.search(r"[a-z]{2}", message)
    ]
    assert "\n".join(untold) == ""


def _refusals(package: Path):
    """Yield every refusal written in the program, `x1` and so on standing for what it names."""
    for path in sorted(package.rglob("*.py")):
        where = path.relative_to(package).as_posix()
        if where.split("/")[0] in HEARD and where not in ELSEWHERE:
            for function in ast.walk(ast.parse(path.read_bytes())):
                if isinstance(function, ast.FunctionDef):
                    yield from ((where, message) for message in _of_function(function))


def _of_function(function: ast.FunctionDef):
    named = {
        node.targets[0].id: node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "UserError":
            given = node.args[1]
            given = named.get(given.id, given) if isinstance(given, ast.Name) else given
            given = given.args[0] if isinstance(given, ast.Call) and given.args else given
            if isinstance(given, ast.Constant):
                yield given.value
            elif isinstance(given, ast.JoinedStr) and any(isinstance(p, ast.Constant) for p in given.values):
                yield "".join(
                    part.value if isinstance(part, ast.Constant) else f"x{number}"
                    for number, part in enumerate(given.values)
                )
