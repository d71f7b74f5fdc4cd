"""Candidates of loose files: in the order of the paths, whole or not at all, every bad file on a line."""

from __future__ import annotations

import json
import os

import pytest

from annotator.domain.errors import UserError
from annotator.workspace.prelabelling import prelabel


@pytest.fixture
def write(tmp_path):
    """Give a function that writes files of the given texts and returns their paths."""

    def written(**texts):
        paths = [tmp_path / f"{name}.txt" for name in texts]
        for path, text in zip(paths, texts.values(), strict=True):
            path.write_text(text, encoding="utf-8")
        return paths

    return written


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_that_lines_stand_in_the_order_of_the_paths_whatever_is_ready_first(odd, write, tmp_path):
    long = "Tỉnh ủy " * 20_000
    paths = write(z=long, a="Tỉnh ủy, thu 5%", m="thu 5%", b="không")
    told = []
    out = tmp_path / "out.jsonl"
    done = prelabel(paths, out, extractor=odd, jobs=2, progress=lambda *words: told.append(words[:2]))
    assert [line["source"] for line in lines(out)] == [str(path) for path in paths]
    assert (done.reports, done.spans, done.problems) == (4, 20_000 + 3 + 2, ())
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert lines(out)[1]["relations"][0]["label"] == "measures"
    assert out.stat().st_mode & 0o777 == 0o600


def test_that_bad_files_are_listed_and_the_others_written(odd, write, tmp_path):
    paths = write(good="Tỉnh ủy", empty=" \n", same="Tỉnh ủy", fails="RAISE Bí mật", dies="EXIT Bí mật")
    (tmp_path / "binary.txt").write_bytes(b"\0\1\2" * 40)
    paths += [tmp_path / "binary.txt", tmp_path / "missing.txt", tmp_path]
    out = tmp_path / "out.jsonl"
    done = prelabel(paths, out, extractor=odd, jobs=2)
    assert [line["text"] for line in lines(out)] == ["Tỉnh ủy"]
    assert done.reports == 1
    assert len(done.problems) == 7
    said = "\n".join(done.problems)
    for name in ("empty", "same", "fails", "dies", "binary", "missing", tmp_path.name):
        assert name in said
    assert "Bí mật" not in said


@pytest.mark.parametrize("texts", [{}, {"empty": ""}, {"fails": "RAISE"}])
def test_that_nothing_to_write_leaves_no_file(odd, write, tmp_path, texts):
    out = tmp_path / "out.jsonl"
    out.write_text("before")
    with pytest.raises(UserError) as caught:
        prelabel(write(**texts), out, extractor=odd)
    assert caught.value.code == "no-reports"
    assert "\n" not in caught.value.message
    assert out.read_text() == "before"


def test_that_a_cancel_leaves_what_was_there(odd, write, tmp_path):
    out = tmp_path / "out.jsonl"
    out.write_text("before")
    done = []
    with pytest.raises(UserError) as caught:
        prelabel(
            write(a="Tỉnh ủy", b="HANG"),
            out,
            extractor=odd,
            progress=lambda *_: done.append(1),
            cancelled=lambda: bool(done),
        )
    assert caught.value.code == "cancelled"
    assert out.read_text() == "before"
    assert {path.name for path in tmp_path.iterdir()} == {"a.txt", "b.txt", "out.jsonl", "installed"}


def test_that_a_place_that_cannot_be_written_is_said_before_the_work(odd, write, tmp_path):
    done = []
    with pytest.raises(UserError) as caught:
        prelabel(
            write(a="Tỉnh ủy"),
            tmp_path / "no" / "out.jsonl",
            extractor=odd,
            progress=lambda *_: done.append(1),
        )
    assert (caught.value.code, done) == ("cannot-write", [])


def test_that_a_file_name_that_is_no_unicode_is_no_bug(odd, tmp_path):
    path = tmp_path / os.fsdecode(b"b\xe1o c\xe1o.txt")
    path.write_text("Tỉnh ủy", encoding="utf-8")
    out = tmp_path / "out.jsonl"
    prelabel([path, path], out, extractor=odd)
    assert lines(out)[0]["source"].endswith("b\ufffdo c\ufffdo.txt")
