"""A file in doubt is shown as it reads in every encoding it can be in."""

import pytest

from annotator.domain.errors import UserError
from annotator.workspace.previewing import previews

LINE = "Huyện Suối Bạc thu hoạch lúa"


def test_that_the_likeliest_encoding_comes_first_and_reads_well(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("HuyÖn Suèi B¹c thu ho¹ch lóa\r\n\r\n5/8".encode("cp1252"))
    first, *others = previews(path)
    assert (first.encoding, first.text) == ("tcvn3", f"{LINE}\n5/8")
    assert first.share > max(other.share for other in others)
    assert "utf-8" not in {other.encoding for other in others}
    assert len({other.text for other in others}) > 2


def test_that_a_web_page_is_shown_without_its_tags_and_a_long_file_in_part(tmp_path):
    path = tmp_path / "a.html"
    path.write_text(f"<html><script>var a = 1 < 2;</script><p class='x'>{LINE}</p>" + "<p>dài</p>\n" * 9000)
    first = previews(path)[0]
    assert first.text.startswith(LINE)
    assert len(first.text) <= 1500


def test_that_a_file_that_is_gone_is_said(tmp_path):
    with pytest.raises(UserError, match="there is no file"):
        previews(tmp_path / "none.txt")


@pytest.mark.parametrize("page", ["<", "<script ", "<!--", "<a"])
def test_that_a_page_of_nothing_but_beginnings_of_tags_is_shown_at_once(tmp_path, page):
    path = tmp_path / "a.html"
    path.write_text(page * 100_000 + LINE, encoding="utf-8")
    assert previews(path)
