"""Every text of the window goes through its translator, and every one of them has its Vietnamese."""

import ast
import importlib.util
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import PySide6
import pytest
from PySide6.QtCore import QTranslator

TRANSLATING = {"tr", "translate", "QT_TRANSLATE_NOOP"}
SHOWING = {
    *("setText", "setWindowTitle", "setToolTip", "setStatusTip", "setPlaceholderText", "setAccessibleName"),
    *("setAccessibleDescription", "setTitle", "setLabelText", "setInformativeText", "setSuffix", "setPrefix"),
    *("addAction", "addTab", "addMenu", "addItem", "addButton", "addRow", "setHorizontalHeaderLabels"),
    *("setOkButtonText", "setCancelButtonText", "setWhatsThis", "setItemText", "setTabText"),
    *("QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QAction", "QGroupBox", "QToolBar", "QMenu"),
    *("QListWidgetItem", "QTableWidgetItem", "QDockWidget", "say", "show_text", "UserError", "Job"),
}
"""The calls whose words the user sees."""
NAMES = {"annotator"}
"""Words that are the same in every language."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_PLACE = re.compile(r"%[\ds]")


@pytest.fixture(scope="module")
def translations(root):
    spec = importlib.util.spec_from_file_location("translations", root / "docs" / "translations.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def messages(translations):
    """Give every message of the catalogues: context, source, remark, translation and its mark."""
    found = []
    for path in sorted(translations.FOLDER.glob("*.ts")):
        for context in ElementTree.parse(path).getroot().iter("context"):
            for message in context.iter("message"):
                told = message.find("translation")
                source = (message.findtext("source"), message.findtext("comment") or "")
                said = (told.text or "", told.get("type", ""))
                found.append((path.name, context.findtext("name"), *source, *said))
    return found


def test_that_the_catalogue_holds_what_the_window_says_now_and_no_more(translations, tmp_path):
    committed = translations.FOLDER / translations.OURS
    again = Path(shutil.copy(committed, tmp_path))
    translations.collect(again)
    assert again.read_text("utf-8") == committed.read_text("utf-8"), "texts changed: run make i18n, translate"


def test_that_the_catalogues_in_use_are_made_of_those_one_reads(translations, tmp_path):
    for source in translations.FOLDER.glob("*.ts"):
        translations.release(source, tmp_path / "made.qm")
        committed = source.with_suffix(".qm").read_bytes()
        assert (tmp_path / "made.qm").read_bytes() == committed, f"{source.name} changed: run make i18n"


def test_that_every_text_is_translated(messages):
    assert [(context, source) for _, context, source, _, said, mark in messages if mark or not said] == []


def test_that_every_translation_names_what_its_source_names(messages):
    wrong = [
        (source, said)
        for _, _, source, _, said, _ in messages
        if sorted(_PLACE.findall(source)) != sorted(_PLACE.findall(said))
    ]
    assert wrong == []


def test_that_every_translation_begins_and_ends_as_its_source_does(messages):
    """Texts are put together: blanks at their ends, dots and colons stay."""
    wrong = [
        (source, said)
        for _, _, source, _, said, _ in messages
        if [source[:1] == " ", source[-1:] == " ", source[-1:] == "…", source[-1:] == ":"]
        != [said[:1] == " ", said[-1:] == " ", said[-1:] == "…", said[-1:] == ":"]
        and not source.endswith("...")
    ]
    assert wrong == []


def test_that_letters_which_open_menus_and_reach_fields_are_on_every_keyboard(messages):
    wrong = [
        (source, said)
        for _, _, source, _, said, _ in messages
        if ("&" in source) != ("&" in said) or ("&" in said and not re.search(r"&[A-Za-z]", said))
    ]
    assert wrong == []


def test_that_qt_still_says_what_is_translated_for_it(messages):
    """The catalogues that Qt brings know the words of Qt's own buttons and menus."""
    known = []
    for path in sorted(Path(PySide6.__file__).parent.rglob("qtbase_*.qm")):
        known.append(QTranslator())
        assert known[-1].load(str(path))
    unknown = [
        (context, source)
        for name, context, source, remark, *_ in messages
        if name == "qt_vi.ts" and not any(each.translate(context, source, remark) for each in known)
    ]
    assert unknown == []


def test_that_no_text_of_the_window_passes_its_translator_by(program):
    bare = [
        f"{name}:{word.lineno} {word.value!r}"
        for name, tree in program.items()
        if name.startswith("annotator/ui/")
        for word in _shown(tree)
        if _WORD.search(word.value) and word.value not in NAMES
    ]
    assert bare == []


def test_that_a_text_which_passes_its_translator_by_is_noticed():
    source = 'a.setText("Open it"); QLabel(f"{n} left"); say(tr("Open it")); b.addItem(self.tr("x y"), "key")'
    assert [word.value for word in _shown(ast.parse(source))] == ["Open it", " left"]


def test_that_texts_are_translated_under_names_that_hold_at_run_time(program):
    """`tr` of another is collected under a variable's name, and a context in a variable not at all."""
    wrong = [
        f"{name}:{call.lineno}"
        for name, tree in program.items()
        if name.startswith("annotator/ui/")
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and (_is_tr_of_another(call) or _hides_its_context(call))
    ]
    assert wrong == []


def _is_tr_of_another(call):
    is_tr = isinstance(call.func, ast.Attribute) and call.func.attr == "tr"
    return is_tr and not (isinstance(call.func.value, ast.Name) and call.func.value.id == "self")


def _hides_its_context(call):
    text = call.args[1] if _name(call) == "translate" and len(call.args) > 1 else None
    is_plain = isinstance(text, ast.Constant) and isinstance(text.value, str)
    return is_plain and not isinstance(call.args[0], ast.Constant)


def _shown(tree):
    """Yield the literals among what is given to a call that shows it, those of a translator left out."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and _name(call) in SHOWING:
            # The first word of an error is its code, the second of an item what it stands for.
            given = {"UserError": call.args[1:], "addItem": call.args[:1]}.get(_name(call), call.args)
            for argument in given:
                yield from _literals(argument)


def _literals(node):
    if isinstance(node, ast.Call) and _name(node) in TRANSLATING | SHOWING:
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node
    if not isinstance(node, (ast.Lambda, ast.Call, ast.Subscript, ast.Compare)):
        for child in ast.iter_child_nodes(node):
            yield from _literals(child)


def _name(call):
    return getattr(call.func, "id", "") or getattr(call.func, "attr", "")
