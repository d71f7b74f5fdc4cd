"""Text files become reports, and what is no text is refused in one clear line."""

import unicodedata
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.errors import UserError
from annotator.domain.reports import SectionKind
from annotator.text.loading.base import report_from_text
from annotator.text.loading.text import load

PAGE = """Trang chủ » Nông nghiệp
Huyện Suối Bạc vào vụ gặt
05/08/2024 14:20 | Lượt xem: 312

Sáng 5/8, đồng chí Lò Văn Tám kiểm tra tiến độ thu hoạch lúa; năng suất đạt 58 tạ/ha.
"""


def file(tmp_path: Path, content: bytes | str) -> Path:
    path = tmp_path / "suoi-bac.txt"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def refused(path: Path) -> UserError:
    with pytest.raises(UserError) as caught:
        load(path)
    assert path.name in caught.value.message
    assert "\n" not in caught.value.message
    return caught.value


def test_that_a_report_is_named_titled_dated_and_cut(tmp_path: Path):
    path = file(tmp_path, PAGE)
    report = load(path)
    assert (report.name, report.title) == ("suoi-bac", "Huyện Suối Bạc vào vụ gặt")
    assert (report.date, report.source) == ("2024-08-05", str(path))
    assert report.text == PAGE
    assert report.original_sha256 == sha256(PAGE.encode()).hexdigest()
    assert [section.kind for section in report.sections] == [
        SectionKind.CHROME,
        SectionKind.TITLE,
        SectionKind.DATELINE,
        SectionKind.CHROME,
        SectionKind.PARAGRAPH,
    ]


def test_that_the_user_s_date_wins_over_the_dateline(tmp_path: Path):
    assert load(file(tmp_path, PAGE), date="2024-08-06").date == "2024-08-06"


def test_that_a_date_that_is_none_is_refused(tmp_path: Path):
    with pytest.raises(UserError, match="write it as 2023-10-19") as caught:
        load(file(tmp_path, PAGE), date="6/8/2024")
    assert caught.value.code == "bad-date"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_that_the_same_text_is_the_same_report_however_it_was_saved(
    tmp_path: Path, form: str, line_end: str, mark: bytes
):
    saved = unicodedata.normalize(form, PAGE).replace("\n", line_end).encode()
    report = load(file(tmp_path, mark + saved))
    assert report.text == PAGE
    assert report.id == load(file(tmp_path, PAGE)).id
    assert report.original_sha256 == sha256(mark + saved).hexdigest()


@given(text=st.text(alphabet="aĐị 1.|:/\n\t\u00a0", min_size=1).filter(str.strip))
def test_that_any_text_makes_a_report_whose_sections_lie_in_it(text: str):
    report = report_from_text(text, name="any")
    assert all(0 <= section.start < section.end <= len(report.text) for section in report.sections)


def test_that_a_missing_file_is_said(tmp_path: Path):
    assert refused(tmp_path / "none.txt").code == "missing-file"


def test_that_a_folder_is_no_report(tmp_path: Path):
    assert refused(tmp_path).code == "unreadable-file"


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n1 0 obj",
        b"PK\x03\x04docx",
        b"{\\rtf1\\ansi Bao cao}",
        b"B\xc3\xa1o c\xc3\xa1o\x00\x00",
        b"\x89PNG\r\n\x1a\n",
        bytes(range(1, 256)) * 3,
    ],
)
def test_that_what_is_no_text_is_refused(tmp_path: Path, content: bytes):
    assert refused(file(tmp_path, content)).code == "not-text"


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("Báo cáo\nTỉnh ủy".encode() + b"\xe9\n", 2),
        ("một\r\nhai\r\n".encode() + b"\xe1\xbb\r\n", 3),
        ("một\rhai\rba ".encode() + b"\x80", 3),
    ],
)
def test_that_damaged_utf_8_is_refused_with_its_line(tmp_path: Path, content: bytes, line: int):
    error = refused(file(tmp_path, content))
    assert error.code == "not-utf8"
    assert f"(line {line})" in error.message
    assert "save it as UTF-8" in error.message


@pytest.mark.parametrize("content", ["", " \n\t\u00a0\r\n", "\ufeff"])
def test_that_an_empty_file_is_refused(tmp_path: Path, content: str):
    assert refused(file(tmp_path, content)).code == "empty-file"


LEGACY_PAGE = "C«ng b¸o\nHuyÖn Suèi B¹c thu ho¹ch lóa, n¨ng suÊt ®¹t 58 t¹/ha.\n"


def test_that_an_old_encoding_is_found_out_and_kept_as_metadata(tmp_path: Path):
    report = load(file(tmp_path, LEGACY_PAGE.encode("cp1252")))
    assert report.text == "Công báo\nHuyện Suối Bạc thu hoạch lúa, năng suất đạt 58 tạ/ha.\n"
    assert report.metadata == (("encoding", "tcvn3"),)


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_that_utf_16_is_read_with_and_without_a_mark(tmp_path: Path, codec: str):
    report = load(file(tmp_path, PAGE.encode(codec)))
    assert (report.text, report.metadata) == (PAGE, ())


def test_that_a_doubtful_encoding_is_not_guessed_but_asked_for(tmp_path: Path):
    path = file(tmp_path, "café naïve garçon".encode("cp1252"))
    error = refused(path)
    assert error.code == "unsure-encoding"
    assert "--encoding" in error.message
    assert "windows-1258" in error.message
    assert load(path, encoding="windows-1258").text == "café naïve garçon"


def test_that_an_encoding_the_bytes_are_not_in_is_refused_with_the_line(tmp_path: Path):
    path = file(tmp_path, b"one\ntwo \x8d\n")
    for encoding, code in (("windows-1258", "wrong-encoding"), ("utf-8", "not-utf8")):
        with pytest.raises(UserError, match="line 2") as caught:
            load(path, encoding=encoding)
        assert caught.value.code == code
    with pytest.raises(UserError, match="there is no encoding klingon; known: utf-8, utf-16, windows-1258"):
        load(path, encoding="klingon")


def test_that_zeros_are_no_text_in_any_encoding(tmp_path: Path):
    with pytest.raises(UserError, match="is not a text file"):
        load(file(tmp_path, b"a\0b"), encoding="vni")


@given(data=st.binary(max_size=300))
def test_that_any_bytes_are_a_report_or_one_line(tmp_path_factory, data: bytes):
    path = tmp_path_factory.mktemp("any") / "any.txt"
    path.write_bytes(data)
    said = ""
    try:
        load(path).text.encode()
    except UserError as error:
        said = error.message
    assert not said or ("any.txt" in said and "\n" not in said)


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_that_unicode_stays_unicode_whatever_one_byte_encoding_is_named(tmp_path: Path, codec: str):
    path = file(tmp_path, PAGE.encode(codec))
    assert load(path, encoding="windows-1258").text == PAGE
    assert load(file(tmp_path, b"plain"), encoding="vni").text == "plain"
