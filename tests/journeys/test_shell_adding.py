"""`add` takes reports in every form from a shell, and asks where an encoding is in doubt."""

from __future__ import annotations

import json

import pytest
from docx import Document

from annotator.cli import main
from annotator.workspace.projects import Project

PAGE = "<html><body><nav>Trang chủ</nav><h1>Suối Bạc</h1><p>Lúa đạt 58 tạ/ha.</p></body></html>"


@pytest.fixture
def work(tmp_path, capfd):
    path = tmp_path / "work.annotator"
    assert main(["new", str(path), "--author", "an"]) == 0
    capfd.readouterr()
    return path


@pytest.fixture
def folder(tmp_path, make_pdf):
    """Give a folder, with one in it, that holds a report of every kind."""
    inner = tmp_path / "in" / "inner"
    inner.mkdir(parents=True)
    (inner.parent / "a.txt").write_bytes("Lúa đạt 57 tạ/ha".encode("utf-16"))
    (inner.parent / "b.html").write_text(PAGE, encoding="utf-8")
    (inner / "c.pdf").write_bytes(make_pdf([[(72, 100, 12, "Lúa đạt 59 tạ/ha")]]))
    document = Document()
    document.sections[0].header.paragraphs[0].text = "UBND huyện"
    document.add_paragraph("Lúa đạt 60 tạ/ha")
    document.save(str(inner / "d.docx"))
    (inner / "e.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    return inner.parent


def texts(work):
    with Project.open(work, read_only=True) as project:
        return {row.name: project.report(row.id).text for row in project.rows()}


def test_that_a_folder_of_every_kind_is_added_and_what_is_not_is_named(work, folder, capfd) -> None:
    assert main(["add", str(work), str(folder)]) == 1
    said = capfd.readouterr()
    assert said.out.strip() == "added 4 of 5 reports"
    assert "e.doc is an old Word file" in said.err
    assert texts(work)["d"] == "Lúa đạt 60 tạ/ha"
    assert texts(work)["c"] == "Lúa đạt 59 tạ/ha"


def test_that_headers_and_whole_pages_are_taken_on_request(work, folder, capfd) -> None:
    main(["add", str(work), str(folder), "--headers", "--whole-page"])
    assert texts(work)["d"] == "UBND huyện\nLúa đạt 60 tạ/ha"
    assert texts(work)["b"].startswith("Trang chủ\n")


def test_that_an_encoding_in_doubt_is_asked_for_and_can_be_named(work, tmp_path, capfd) -> None:
    path = tmp_path / "cafe.txt"
    path.write_bytes(b"caf\xe9 na\xefve")
    assert main(["add", str(work), str(path), "--json"]) == 1
    [outcome] = json.loads(capfd.readouterr().out)
    assert outcome["outcome"] == "unsure"
    assert "--encoding" in outcome["message"]
    assert main(["add", str(work), str(path), "--encoding", "windows-1258"]) == 0
    assert texts(work) == {"cafe": "café naïve"}
    assert main(["add", str(work), str(path), "--encoding", "klingon"]) == 1
    assert "there is no encoding klingon" in capfd.readouterr().err


def test_that_a_guessed_encoding_is_said(work, tmp_path, capfd) -> None:
    path = tmp_path / "cu.txt"
    path.write_bytes("HuyÖn häp bµn vÒ lóa vµ ng«".encode("cp1252"))
    assert main(["add", str(work), str(path)]) == 0
    assert "cu.txt was read as tcvn3" in capfd.readouterr().err
    assert texts(work) == {"cu": "Huyện họp bàn về lúa và ngô"}


def test_that_prelabel_reads_every_kind_and_takes_an_encoding(folder, tmp_path, capfd) -> None:
    out = tmp_path / "out.jsonl"
    (folder / "f.txt").write_bytes(b"caf\xe9 na\xefve")
    files = [str(folder / name) for name in ("inner/c.pdf", "inner/d.docx", "f.txt")]
    assert main(["prelabel", *files, "-o", str(out), "--encoding", "windows-1258", "--jobs", "1"]) == 0
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [line["text"] for line in lines] == ["Lúa đạt 59 tạ/ha", "Lúa đạt 60 tạ/ha", "café naïve"]
