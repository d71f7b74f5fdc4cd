"""Text of reports is in no message, log or problem report, whatever fails and wherever."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from annotator.cli import main
from annotator.domain.errors import UserError
from annotator.store.connection import Store
from annotator.ui.commands import COMMANDS
from annotator.ui.dialogs.reading import TextDialog
from annotator.workspace.reading import OpenReport

SECRET = "Bí thư Sùng A Mật"
TEXT = f"{SECRET} họp với Sở Y tế ngày 5 tháng 3 năm 2023.\nThu ngân sách đạt 6,43 tỷ đồng, tăng 5%.\n"
VERBS = {
    "add": ["add", "PROJECT", "FILE"],
    "extract": ["extract", "PROJECT", "--again"],
    "export": ["export", "PROJECT", "--format", "jsonl", "-o", "OUT.jsonl", "--unfinished"],
    "import": ["import", "PROJECT", "--format", "jsonl", "FILE"],
    "check": ["check", "PROJECT"],
    "repair": ["check", "PROJECT", "--repair"],
    "agree": ["agree", "PROJECT"],
    "disputes": ["disputes", "PROJECT"],
    "resolve": ["resolve", "PROJECT", "--strategy", "majority"],
    "bundle": ["bundle", "PROJECT", "--author", "an", "-o", "OUT.bundle"],
    "merge": ["merge", "PROJECT", "FILE"],
    "assign": ["assign", "PROJECT", "--to", "an"],
    "authors": ["authors", "PROJECT"],
    "backup": ["backup", "PROJECT"],
}
FAULTS = {
    "a bug": RuntimeError(SECRET),
    "a value": ValueError(SECRET),
    "a key": KeyError(SECRET),
    "a column that is no text": sqlite3.OperationalError(
        f"Could not decode to UTF-8 column 'text' with text '{SECRET}'"
    ),
    "a constraint": sqlite3.IntegrityError(f"CHECK failed: {SECRET}"),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Give a project with a report and candidates, and the report's file, whose name is none of its text."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "r.txt").write_text(TEXT, encoding="utf-8")
    assert main(["new", str(folder / "work"), "--author", "an"]) == 0
    assert main(["add", str(folder / "work.annotator"), str(folder / "r.txt")]) == 0
    assert main(["extract", str(folder / "work.annotator"), "--jobs", "1"]) == 0
    return folder / "work.annotator"


@pytest.fixture
def work(made, tmp_path):
    path = tmp_path / "work.annotator"
    path.write_bytes(made.read_bytes())
    return path


def words(verb, work):
    file = work.with_name("r.txt")
    file.write_text(TEXT, encoding="utf-8")
    places = {"PROJECT": work, "FILE": file}
    return [
        str(places.get(word, work.parent / word if word.startswith("OUT") else word)) for word in VERBS[verb]
    ]


def beside(*folders):
    """Return what is in all files that programs wrote, but projects, exports and the report itself."""
    kept = ("work.annotator", "r.txt", "OUT")
    files = [each for folder in folders for each in Path(folder).rglob("*") if each.is_file()]
    held = [each.read_bytes() for each in files if not each.name.startswith(kept)]
    return b"".join(data for data in held if not data.startswith(b"SQLite format 3"))  # backups of projects


@pytest.mark.parametrize("verb", VERBS)
def test_that_no_verb_says_report_text_when_reading_fails(work, own_settings, monkeypatch, capfd, verb):
    given = words(verb, work)
    rows = Store.rows
    for fault in FAULTS.values():
        for after in (0, 3, 12):
            left = [after]

            def failing(self, sql, parameters=(), left=left, fault=fault):
                left[0] -= 1
                if left[0] < 0:
                    raise fault
                return rows(self, sql, parameters)

            monkeypatch.setattr(Store, "rows", failing)
            code = main(given)
            said = capfd.readouterr()
            assert SECRET not in said.err
            assert "Traceback" not in said.err
            if code:
                assert main([*given, "--json"]) in (0, 1, 2, 3)
                said = capfd.readouterr()
                assert SECRET not in said.err
            assert SECRET.encode() not in beside(own_settings, work.parent)


def test_that_no_verb_says_report_text_of_a_damaged_project(work, capfd):
    with sqlite3.connect(work) as connection:
        connection.execute("UPDATE texts SET text = CAST(CAST(text AS BLOB) || x'ff' AS TEXT)")
    connection.close()
    for verb in VERBS:
        main(words(verb, work))
        said = capfd.readouterr()
        assert SECRET not in said.err
        assert "Traceback" not in said.err


LINES = {
    "no JSON": f"{SECRET}",
    "a line cut off": f'{{"source": "r.txt", "text": "{SECRET}',
    "a span outside": f'{{"source": "r.txt", "text": "{SECRET}", "spans": [{{"id": "a", "start": 0, '
    f'"end": 999, "layer": "entity", "label": "{SECRET}"}}]}}',
    "another text": f'{{"source": "r.txt", "text": "{SECRET}", "spans": [], "relations": []}}',
    "text for numbers": f'{{"source": "r.txt", "text": "{SECRET}", "spans": "{SECRET}", "relations": 3}}',
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES.keys())
@pytest.mark.parametrize("gold", [f"{SECRET}\n", f"⟦{SECRET}|{SECRET}⟧", f"⟦PERSON|{SECRET}", TEXT])
def test_that_evaluating_says_no_text_of_gold_or_predictions_that_cannot_be_read(tmp_path, capfd, line, gold):
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "r.entity.txt").write_text(gold, encoding="utf-8")
    (tmp_path / "p.jsonl").write_text(line + "\n", encoding="utf-8")
    main(["evaluate", str(folder), str(tmp_path / "p.jsonl")])
    said = capfd.readouterr()
    assert SECRET not in said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_that_prelabelling_and_plugins_that_fail_say_no_report_text(tmp_path, monkeypatch, capfd, fault):
    from annotator import plugins
    from annotator.workspace import prelabelling

    (tmp_path / "r.txt").write_text(TEXT, encoding="utf-8")
    given = ["prelabel", str(tmp_path / "r.txt"), "-o", str(tmp_path / "out.jsonl"), "--jobs", "1"]

    def broken(*_, **__):
        raise fault

    with monkeypatch.context() as patched:
        patched.setattr(plugins, "_imported", broken)
        with pytest.raises(UserError, match="cannot be loaded") as refused:
            plugins.load("extractors", "vn-rules")
        assert SECRET not in refused.value.message
        assert main(given) == 1
    with monkeypatch.context() as patched:
        patched.setattr(prelabelling, "extractions", broken)
        assert main(given) in (1, 3)
    said = capfd.readouterr()
    assert SECRET not in said.err
    assert "Traceback" not in said.err


ACTING = [each.id for each in COMMANDS if each.id.partition(".")[0] in ("span", "go", "find", "edit", "view")]
"""Commands that leave the project open; whatever they ask is closed unanswered."""


@pytest.fixture
def unanswered(qapp):
    """Close every dialog that waits for an answer."""

    def close():
        asking = qapp.activeModalWidget()
        if asking is not None:
            asking.close()

    timer = QTimer()
    timer.timeout.connect(close)
    timer.start(0)
    yield
    timer.stop()


@pytest.mark.parametrize("harmed", ["decisions", "reading"])
def test_that_no_bug_in_the_window_tells_report_text(
    work, open_window, own_settings, monkeypatch, capfd, unanswered, harmed
):
    window = open_window(work)
    told = []
    for signal in (window.notices.bug, window.notices.refused, window.notices.said):
        signal.connect(told.append)

    def broken(*_, **__):
        raise RuntimeError(SECRET)

    monkeypatch.setattr(*{"decisions": (OpenReport, "commit"), "reading": (Store, "rows")}[harmed], broken)
    for name in ACTING:
        window.commands[name].trigger()
        for dialog in window.findChildren(TextDialog):
            dialog.close()
    monkeypatch.undo()
    assert any("RuntimeError" in each for each in told)
    assert SECRET not in "".join(told)
    assert SECRET not in capfd.readouterr().err
    assert SECRET.encode() not in beside(own_settings, work.parent)
