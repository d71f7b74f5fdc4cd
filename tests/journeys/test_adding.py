"""Reports come in every form: the window adds them, and asks where an encoding is in doubt."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from PySide6.QtWidgets import QFileDialog, QPushButton

from annotator.ui.dialogs.encodings import EncodingDialog
from annotator.ui.dialogs.pasting import PasteDialog
from annotator.ui.dialogs.reading import TextDialog

PAGE = "<html><body><h1>Huyện Suối Bạc</h1><p>Năng suất lúa đạt 58 tạ/ha trong vụ mùa.</p></body></html>"


@pytest.fixture
def window(open_window, tmp_path):
    made = open_window()
    made.projects.create_path(tmp_path / "new")
    return made


@pytest.fixture
def write(tmp_path):
    """Give a function that writes a file of bytes and returns its path."""

    def written(name, content):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return written


def idle(qtbot, window):
    qtbot.waitUntil(lambda: window.jobs.running is None, timeout=60_000)


def names(window):
    return {row.name for row in window.library.model.rows()}


def asked(qtbot, window, file):
    """Wait for the question about a file and give its dialog."""

    def dialog():
        return next((d for d in window.findChildren(EncodingDialog) if file in d._lead.text()), None)

    qtbot.waitUntil(lambda: dialog() is not None and dialog().isVisible(), timeout=30_000)
    return dialog()


def test_that_an_encoding_in_doubt_is_chosen_by_what_reads_well(window, qtbot, write) -> None:
    doubtful = [write(f"{n}.txt", f"caf\xe9 na\xefve {n}".encode("cp1252")) for n in ("a", "b", "c")]
    window.projects.add([*doubtful, write("page.html", PAGE.encode())])
    first = asked(qtbot, window, "a.txt")
    row = [first.list.item(n).text() for n in range(first.list.count())].index("windows-1258")
    first.list.setCurrentRow(row)
    assert first.text.toPlainText() == "café naïve a"
    assert first.for_all.isVisible()
    first.accept()
    second = asked(qtbot, window, "b.txt")
    second.reject()
    third = asked(qtbot, window, "c.txt")
    assert not third.for_all.isVisible()
    third.list.setCurrentRow(row)
    third.accept()
    qtbot.waitUntil(lambda: names(window) == {"a", "c", "page"}, timeout=30_000)
    idle(qtbot, window)


def test_that_one_answer_may_serve_all_files(window, qtbot, write) -> None:
    window.projects.add([write(f"{n}.txt", f"caf\xe9 na\xefve {n}".encode("cp1252")) for n in "abc"])
    dialog = asked(qtbot, window, "a.txt")
    dialog.for_all.setChecked(True)
    dialog.accept()
    qtbot.waitUntil(lambda: names(window) == set("abc"), timeout=30_000)
    idle(qtbot, window)
    assert names(window) == set("abc")


def test_that_a_guessed_encoding_is_told_and_its_report_has_candidates(window, qtbot, write) -> None:
    old = "HuyÖn Suèi B¹c thu ho¹ch lóa, n¨ng suÊt ®¹t 58 t¹/ha, t¨ng 5% so víi n¨m 2023."
    with qtbot.waitSignal(window.projects.extracted, timeout=60_000):
        window.projects.add([write("cu.txt", old.encode("cp1252"))])
    said = window.findChild(TextDialog)
    assert said.windowTitle() == "Reports added"
    assert "cu.txt was read as tcvn3" in said.text.toPlainText()
    idle(qtbot, window)
    assert window.library.model.rows()[0].counts.left > 0


def test_that_the_file_dialog_offers_every_suffix_that_can_be_read(window, monkeypatch) -> None:
    seen = []
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *words: seen.append(words) or ([], ""))
    window.commands["report.add"].trigger()
    kinds = seen[0][-1]
    assert kinds.startswith("Reports (")
    for suffix in ("*.txt", "*.html", "*.htm", "*.docx", "*.pdf"):
        assert suffix in kinds
    assert kinds.endswith("All files (*)")


def test_that_what_was_copied_is_added_under_a_name(window, qtbot, qapp) -> None:
    copied = "Huyện Suối Bạc vào vụ gặt\nNăng suất lúa đạt 58\u00a0tạ/ha.\nSTT\tCây\n1\tLúa"
    qapp.clipboard().setText(copied)
    window.commands["report.paste"].trigger()
    dialog = window.findChild(PasteDialog)
    assert dialog.name.text() == "Huyện Suối Bạc vào vụ gặt"
    dialog.name.setText("vụ gặt")
    with qtbot.waitSignal(window.projects.extracted, timeout=60_000):
        dialog.accept()
    idle(qtbot, window)
    [row] = window.library.model.rows()
    assert row.name == "vụ gặt"
    assert window.projects.project.report(row.id).text == copied


def test_that_pasting_waits_for_a_name_and_a_text(window) -> None:
    window.commands["report.paste"].trigger()
    dialog = window.findChild(PasteDialog)
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Add")
    dialog.name.setText("vụ gặt")
    dialog.text.setPlainText(" \n")
    assert not button.isEnabled()
    dialog.text.setPlainText("Lúa")
    assert button.isEnabled()
    dialog.name.setText(" ")
    assert not button.isEnabled()
    dialog.reject()


def test_that_files_of_every_kind_dropped_on_the_library_become_reports(
    window, qtbot, write, make_pdf
) -> None:
    word = write("word.docx", b"")
    document = Document()
    document.add_paragraph("Năng suất lúa đạt 59 tạ/ha")
    document.save(str(word))
    paths = [
        write("page.html", PAGE.encode()),
        write("text.txt", "Lúa".encode("utf-16")),
        word,
        write("paper.pdf", make_pdf([[(72, 100, 12, "Năng suất lúa đạt 60 tạ/ha")]])),
        write("old.doc", b"\xd0\xcf\x11\xe0"),
    ]
    window.library.dropped.emit(paths)
    qtbot.waitUntil(lambda: names(window) == {"page", "text", "paper", "word"}, timeout=60_000)
    idle(qtbot, window)
    qtbot.waitUntil(lambda: window.findChild(TextDialog) is not None)
    assert "old.doc is an old Word file" in window.findChild(TextDialog).text.toPlainText()


def test_that_what_a_file_says_of_itself_and_the_page_of_a_span_are_shown(
    window, qtbot, write, make_pdf
) -> None:
    lines = [[(72, 100, 12, f"Năng suất lúa xã {n} đạt {n}1 tạ/ha, tăng {n}%.")] for n in (2, 3)]
    paper = make_pdf(lines, info="/Title (Bao cao) /Author (Vang Thi May)")
    with qtbot.waitSignal(window.projects.extracted, timeout=60_000):
        window.projects.add([write("paper.pdf", paper)])
    idle(qtbot, window)
    qtbot.waitUntil(lambda: window.sheet.current is not None, timeout=30_000)
    window.status.refresh()
    assert window.status.place.text().endswith("page 1")
    window.commands["report.details"].trigger()
    said = window.findChild(TextDialog).text.toPlainText().splitlines()
    assert {"Name: paper", "Title: Bao cao", "Author: Vang Thi May", "Pages: 2"} <= set(said)


def test_that_files_may_be_added_with_all_on_their_pages(window, qtbot, write, monkeypatch) -> None:
    page = write("page.html", b"<nav>Menu</nav><p>caf\xe9 na\xefve</p>")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(page)], ""))
    window.commands["report.add_whole"].trigger()
    dialog = asked(qtbot, window, "page.html")
    rows = [dialog.list.item(n).text() for n in range(dialog.list.count())]
    dialog.list.setCurrentRow(rows.index("windows-1258"))
    dialog.accept()
    qtbot.waitUntil(lambda: names(window) == {"page"}, timeout=30_000)
    idle(qtbot, window)
    [row] = window.library.model.rows()
    assert window.projects.project.report(row.id).text.startswith("Menu\n")


def _archive(**parts):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return held.getvalue()


def test_that_hostile_files_are_all_named_and_the_good_ones_added(
    open_window, sample_project, qtbot, write
) -> None:
    from annotator.ui.dialogs.reading import TextDialog

    window = open_window(sample_project)
    idle(qtbot, window)
    before, shown = names(window), window.sheet.report.report_id
    entities = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>'
    bad = {
        "bomb.docx": _archive(word__document=b" " * 300_000_000),
        "entities.docx": _archive(word__document=entities),
        "cut.docx": _archive(word__document="<x/>")[:40],
        "empty.txt": b"",
        "zeros.txt": b"\x00" * 4_000,
        "nested.html": b"<div>" * 100_000,
        "no.pdf": b"%PDF-1.7 and then nothing",
        "old.doc": b"\xd0\xcf\x11\xe0",
    }
    good = {"wide.txt": "Sản lượng lúa đạt 5 tấn.".encode("utf-16"), "page.html": PAGE.encode()}
    window.projects.add([write(name, content) for name, content in (bad | good).items()])
    qtbot.waitUntil(lambda: names(window) == before | {"wide", "page"})

    def told():
        return [d.text.toPlainText() for d in window.findChildren(TextDialog) if d.isVisible()]

    qtbot.waitUntil(lambda: bool(told()))
    idle(qtbot, window)
    said = "\n".join(told())
    assert [name for name in bad if name not in said] == []
    assert len(said.splitlines()) <= len(bad) + 2
    assert window.sheet.report.report_id == shown
