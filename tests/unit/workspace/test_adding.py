"""Files and folders added: each on its own, a bad one named, the same text once."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from annotator.domain.errors import UserError
from annotator.workspace.adding import HowToRead, Outcome, add_paths, add_text, load_report
from annotator.workspace.projects import Project

TEXT = "Tỉnh ủy họp ngày 19/10/2023.\nThu ngân sách đạt 5%.\n"


@pytest.fixture
def write(tmp_path):
    """Give a function that writes a file of bytes or text, folders and all, and returns its path."""

    def written(name, content=TEXT):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return written


def outcomes(added):
    return [each.outcome for each in added]


def test_that_a_file_becomes_a_report_named_by_it(project, write):
    path = write("báo cáo.txt")
    (added,) = add_paths(project, [path])
    report = project.report(added.report_id)
    assert (added.outcome, added.path, added.message) == (Outcome.ADDED, str(path), "")
    assert (report.name, report.source, report.text) == ("báo cáo", str(path), TEXT)


def test_that_the_same_text_is_said_and_not_added_twice(project, write):
    paths = [write("a.txt"), write("b.txt"), write("a.txt")]
    added = add_paths(project, paths)
    assert outcomes(added) == [Outcome.ADDED, Outcome.TWICE, Outcome.TWICE]
    assert added[0].report_id == added[1].report_id
    assert "b.txt" in added[1].message
    assert len(project.report_ids()) == 1


def test_that_a_copy_in_other_forms_of_the_same_text_counts_as_the_same(project, write):
    marked = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    paths = [
        write("nfc.txt"),
        write("nfd.txt", unicodedata.normalize("NFD", TEXT)),
        write("crlf.txt", TEXT.replace("\n", "\r\n")),
        write("mark.txt", marked),
    ]
    assert outcomes(add_paths(project, paths)) == [Outcome.ADDED, *[Outcome.TWICE] * 3]


def test_that_one_bad_file_among_many_is_named_and_does_not_stop_the_others(project, write, tmp_path):
    paths = [
        write("good.txt"),
        write("empty.txt", " \n"),
        write("binary.txt", b"\0\1\2\xff" * 50),
        write("latin.txt", b"caf\xe9 na\xefve"),
        write("table.xlsx", b"PK\x03\x04"),
        write("none", TEXT),
        tmp_path / "missing.txt",
        tmp_path / "missing.pdf",
        write("last.txt", "Khác.\n"),
    ]
    added = add_paths(project, paths)
    failed = [Outcome.FAILED] * 7
    failed[2] = Outcome.UNSURE
    assert outcomes(added) == [Outcome.ADDED, *failed, Outcome.ADDED]
    for each, path in zip(added, paths, strict=True):
        assert each.outcome is Outcome.ADDED or (path.name in each.message and "\n" not in each.message)
    assert "no loader" in added[4].message
    assert "there is no file" in added[7].message


def test_that_a_folder_gives_its_reports_in_order_hidden_ones_and_other_files_left_out(project, write):
    names = ["b.txt", "a.TXT", "deep/er/c.text", ".hidden.txt", ".git/d.txt", "deep/.tmp/e.txt", "f.jpg"]
    for name in names:
        write(name, name)
    root = write("z.txt", "z").parent
    added = add_paths(project, [root])
    assert [Path(each.path).relative_to(root).as_posix() for each in added] == [
        "a.TXT",
        "b.txt",
        "deep/er/c.text",
        "z.txt",
    ]
    assert set(outcomes(added)) == {Outcome.ADDED}


def test_that_a_hidden_folder_or_file_named_by_the_user_is_taken(project, write):
    folder = write(".work/a.txt").parent
    hidden = write(".b.txt", "b")
    assert outcomes(add_paths(project, [folder, hidden])) == [Outcome.ADDED, Outcome.ADDED]


def test_that_what_a_browser_saved_beside_a_page_is_passed_over(project, write):
    for name in ("vu-gat.html", "vu-gat_files/banner.html", "so_files/c.txt"):
        write(name, f"<p>{name}</p>")
    root = write("z.txt", "z").parent
    added = add_paths(project, [root])
    assert [Path(each.path).name for each in added] == ["c.txt", "vu-gat.html", "z.txt"]


def test_that_an_empty_folder_gives_nothing(project, tmp_path):
    (tmp_path / "in").mkdir()
    assert outcomes(add_paths(project, [tmp_path / "in"])) == [Outcome.UNSEEN]


def test_that_links_in_a_circle_do_not_trap_a_folder(project, write):
    folder = write("a.txt").parent
    (folder / "self").symlink_to(folder, target_is_directory=True)
    assert len(add_paths(project, [folder])) == 1


def test_that_the_users_date_is_the_reports(project, write):
    (added,) = add_paths(project, [write("a.txt")], how=HowToRead(date="2023-10-19"))
    assert project.report(added.report_id).date == "2023-10-19"


def test_that_a_date_that_is_none_is_said_once_and_nothing_is_added(project, write):
    with pytest.raises(UserError, match="is not a day"):
        add_paths(project, [write("a.txt"), write("b.txt", "b")], how=HowToRead(date="yesterday"))
    assert project.report_ids() == []


def test_that_a_file_name_that_is_no_unicode_is_no_bug(project, write):
    paths = [write(os.fsdecode(b"b\xe1o.txt")), write(os.fsdecode(b"tr\xf4ng.txt"), "")]
    added = add_paths(project, paths)
    assert outcomes(added) == [Outcome.ADDED, Outcome.FAILED]
    assert project.rows()[0].name == "b\ufffdo"
    for each in added:
        (each.path + each.message).encode()


def test_that_progress_is_told_and_a_cancel_keeps_what_was_added(project, write):
    paths = [write(f"{number}.txt", f"Báo cáo {number}\n") for number in range(5)]
    told = []
    added = add_paths(
        project, paths, progress=lambda *words: told.append(words), cancelled=lambda: len(told) == 2
    )
    assert told == [(0, 5, "0.txt"), (1, 5, "1.txt"), (2, 5, "")]
    assert outcomes(added) == [Outcome.ADDED] * 2 + [Outcome.LEFT] * 3
    assert [each.path for each in added] == list(map(str, paths))
    assert len(project.report_ids()) == 2
    again = add_paths(project, paths)
    assert outcomes(again) == [Outcome.TWICE] * 2 + [Outcome.ADDED] * 3


def test_that_a_full_disk_ends_the_adding_and_says_what_is_missing(project, write):
    paths = [write(f"{number}.txt", f"Báo cáo {number}\n" * 2000) for number in range(30)]
    connection = project.store.db.conn
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 60}")
    added = add_paths(project, paths)
    *good, last = added
    assert set(outcomes(good)) == {Outcome.ADDED}
    assert last.outcome is Outcome.FAILED
    assert "disk is full" in last.message
    assert f"{len(paths) - len(added)} more files" in last.message
    assert len(project.report_ids()) == len(good) > 0


def test_that_nothing_is_added_to_a_project_open_for_reading_only(filled, write):
    filled.close()
    with (
        Project.open(filled.path, read_only=True) as project,
        pytest.raises(UserError, match="reading only"),
    ):
        add_paths(project, [write("a.txt"), write("empty.txt", "")])


def test_that_a_suffix_no_loader_knows_is_refused_with_those_that_are(write):
    with pytest.raises(UserError, match=r"for \.odt; save it as one of .*\.html, .*\.txt and add") as caught:
        load_report(write("a.odt"))
    assert caught.value.code == "unknown-suffix"


def test_that_a_file_whose_encoding_is_in_doubt_is_added_when_it_is_named(project, write):
    path = write("cafe.txt", b"caf\xe9 na\xefve")
    (asked,) = add_paths(project, [path])
    assert (asked.outcome, asked.report_id) == (Outcome.UNSURE, "")
    (added,) = add_paths(project, [path], how=HowToRead(encoding="windows-1258"))
    assert (added.outcome, added.note) == (Outcome.ADDED, "")


def test_that_a_guessed_encoding_is_said_beside_the_report(project, write):
    (added,) = add_paths(project, [write("cu.txt", "Huyện họp bàn".encode("utf-16-le"))])
    assert added.note == ""
    (added,) = add_paths(project, [write("abc.txt", "HuyÖn häp bµn vÒ lóa".encode("cp1252"))])
    assert added.note == "abc.txt was read as tcvn3; look whether it reads well"
    assert project.report(added.report_id).text == "Huyện họp bàn về lúa"


def test_that_an_encoding_nobody_knows_is_said_once_and_nothing_is_added(project, write):
    with pytest.raises(UserError, match="there is no encoding utf-9"):
        add_paths(project, [write("a.txt"), write("b.txt", "b")], how=HowToRead(encoding="utf-9"))
    assert project.report_ids() == []


def test_that_old_word_files_are_named_with_what_to_do_in_folders_too(project, write):
    path = write("cu.doc", b"\xd0\xcf\x11\xe0")
    for given in (path, path.parent):
        (added,) = add_paths(project, [given])
        assert added.outcome is Outcome.FAILED
        assert (
            added.message == "cu.doc is an old Word file, which cannot be read; save it as .docx and add that"
        )


def test_that_pasted_text_is_a_report_under_its_name(project):
    added = add_text(project, TEXT, name="  Hội nghị\n19/10 ")
    report = project.report(added.report_id)
    assert (added.outcome, report.name, report.text, report.source) == (
        Outcome.ADDED,
        "Hội nghị 19/10",
        TEXT,
        "",
    )
    again = add_text(project, unicodedata.normalize("NFD", TEXT), name="again")
    assert (again.outcome, again.report_id) == (Outcome.TWICE, added.report_id)


def test_that_text_pasted_out_of_an_old_font_is_read_as_that_shows_it(project):
    added = add_text(project, "HuyÖn häp bµn vÒ lóa", name="abc")
    assert project.report(added.report_id).text == "Huyện họp bàn về lúa"


def test_that_pasting_nothing_or_namelessly_is_refused(project):
    for text, name, said in (("a", " ", "needs a name"), (" \n", "a", "holds no text")):
        with pytest.raises(UserError, match=said):
            add_text(project, text, name=name)
    assert project.report_ids() == []


def test_that_folders_that_give_nothing_are_named_beside_those_that_do(project, write, tmp_path, monkeypatch):
    paths = [write("a.txt", "Một báo cáo.\n")]
    (tmp_path / "empty").mkdir()
    (tmp_path / "mixed" / "locked").mkdir(parents=True)
    (tmp_path / "mixed" / "b.txt").write_text("Báo cáo khác.\n", encoding="utf-8")
    scandir = os.scandir

    def refuse(path):
        if str(path).endswith("locked"):
            # Whoever runs the tests may be one whom no permission stops.
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    added = add_paths(project, [*paths, tmp_path / "empty", tmp_path / "mixed"])
    assert outcomes(added) == [Outcome.ADDED, Outcome.UNSEEN, Outcome.ADDED, Outcome.UNSEEN]
    assert f"{tmp_path / 'empty'}: no report file was found there; their names end in" in added[1].message
    assert added[3].message == (
        f"the folder {tmp_path / 'mixed' / 'locked'} cannot be read (Permission denied); "
        "check its permissions and retry"
    )


def test_that_a_text_that_is_there_already_names_its_file_and_the_report_it_equals(project, write, tmp_path):
    first = write("goc.txt", "Một báo cáo.\n")
    (tmp_path / "khac").mkdir()
    again = tmp_path / "khac" / "ban-sao.txt"
    again.write_text("Một báo cáo.\n", encoding="utf-8")
    _, twice = add_paths(project, [first, again])
    assert twice.message == f"{again}: the same text is in the project already, as the report goc"


def test_that_a_cancel_in_the_middle_of_a_pdf_keeps_what_was_added(project, write, make_pdf):
    pages = [[(72, 100, 12, f"Trang {number}")] for number in range(300)]
    paths = [write("a.txt"), write("b.pdf", make_pdf(pages)), write("c.txt", "c")]
    asked = []

    def cancelled():
        """Tell of a cancel from the third question on, which is asked while the PDF is being read."""
        asked.append(1)
        return len(asked) > 2

    assert outcomes(add_paths(project, paths, cancelled=cancelled)) == [
        Outcome.ADDED,
        Outcome.LEFT,
        Outcome.LEFT,
    ]
    assert len(project.report_ids()) == 1


def test_that_pages_without_text_are_said_beside_the_report(project, write, make_pdf):
    picture = b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"
    content = make_pdf([[(72, 100, 12, "Trang một")], []])
    empty = b"<< /Length 0 >>\nstream\n\nendstream"
    content = content.replace(empty, b"<< /Length %d >>\nstream\n%s\nendstream" % (len(picture), picture))
    (added,) = add_paths(project, [write("a.pdf", content)])
    assert added.note == "a.pdf lacks what is on scanned pages (2); have their text recognised (OCR)"


@pytest.mark.parametrize("name", ["dòng\nhai", "\u202egnort", "đỏ\x1b[31m", "dài " * 20])
def test_that_odd_names_of_files_are_shown_on_one_line_and_their_reports_added(project, tmp_path, name):
    good, bad = tmp_path / f"{name}.txt", tmp_path / f"{name}leer.txt"
    good.write_text("Sở Y tế họp.\n", encoding="utf-8")
    bad.write_bytes(b"")
    first, second = add_paths(project, [good, bad])
    assert (first.outcome, second.outcome) == (Outcome.ADDED, Outcome.FAILED)
    (row,) = project.rows()
    for shown in (row.name, second.message):
        assert shown.isprintable()
