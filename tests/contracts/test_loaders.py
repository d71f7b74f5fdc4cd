"""What every loader keeps: a report whose text is canonical and whose parts lie in it, or one line."""

import inspect
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import plugins
from annotator.domain.errors import UserError
from annotator.domain.reports import SectionKind

NAMES = plugins.names("loaders")
SUFFIX = {name: suffix for suffix, name in reversed(plugins.SUFFIXES.items())}
OPTIONS = {
    "date": "2024-08-06",
    "encoding": "utf-8",
    "whole_page": True,
    "headers": True,
    "cancelled": lambda: False,
}
LINES = ["Huyện Suối Bạc vào vụ gặt", "Sáng 5/8, đoàn kiểm tra tiến độ thu hoạch lúa ở xã Pú Nhung. 𝄞"]


@pytest.fixture(params=NAMES)
def name(request):
    return request.param


@pytest.fixture
def path(name, tmp_path, write_report):
    """Give a file of the loader's kind with a headline, a sentence and a table."""
    return write_report(name, tmp_path / f"bao-cao{SUFFIX[name]}")


def options(name):
    known = inspect.signature(plugins.load("loaders", name)).parameters
    return {option: value for option, value in OPTIONS.items() if option in known}


def test_that_every_loader_takes_a_date_and_nothing_it_cannot_be_given(name):
    _, *known = inspect.signature(plugins.load("loaders", name)).parameters.values()
    assert {each.name for each in known} <= set(OPTIONS)
    assert "date" in {each.name for each in known}
    assert all(each.kind is each.KEYWORD_ONLY and each.default is not each.empty for each in known)


def test_that_a_report_is_canonical_whole_and_in_order(name, path):
    report = plugins.load("loaders", name)(path)
    assert report.text == unicodedata.normalize("NFC", report.text).replace("\r", "\n")
    lines = [line for line in report.text.splitlines() if line.strip()]
    at = [
        next(n for n, line in enumerate(lines) if wanted in line) for wanted in (*LINES, "1\tLúa\t1.200 ha")
    ]
    assert at == sorted(at)
    assert (report.name, report.source, report.title) == ("bao-cao", str(path), LINES[0])
    assert len(report.original_sha256) == 64


def test_that_the_parts_of_a_report_lie_in_it(name, path):
    report = plugins.load("loaders", name)(path)
    assert all(0 <= each.start < each.end <= len(report.text) for each in report.sections)
    assert SectionKind.TABLE in {each.kind for each in report.sections}
    assert list(report.pages) == sorted(report.pages)
    assert all(number > 0 and 0 <= start <= len(report.text) for number, start in report.pages)
    assert list(report.metadata) == sorted(report.metadata)


def test_that_loading_twice_gives_the_same(name, path):
    load = plugins.load("loaders", name)
    assert load(path) == load(path)


def test_that_the_user_s_date_wins(name, path):
    load = plugins.load("loaders", name)
    assert load(path, date="2024-08-06").date == "2024-08-06"
    with pytest.raises(UserError, match="write it as 2023-10-19"):
        load(path, date="6/8/2024")


def test_that_a_report_reads_under_every_option(name, path):
    assert LINES[0] in plugins.load("loaders", name)(path, **options(name)).text


@pytest.mark.parametrize("content", [b"", b" \n ", None])
def test_that_an_empty_or_missing_file_is_one_line(name, tmp_path, content):
    path = tmp_path / f"leer{SUFFIX[name]}"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError, match="leer") as caught:
        plugins.load("loaders", name)(path)
    assert "\n" not in caught.value.message


def test_that_a_folder_is_one_line(name, tmp_path):
    with pytest.raises(UserError) as caught:
        plugins.load("loaders", name)(tmp_path)
    assert caught.value.code == "unreadable-file"


def test_that_no_message_holds_what_the_file_says(name, path):
    content = path.read_bytes()
    said = [
        one_line(name, content[:size]) for size in (len(content) // 3, len(content) // 2, len(content) - 9)
    ]
    assert not any("Suối Bạc" in line for line in said)


@pytest.mark.parametrize("name", NAMES)
@given(data=st.binary(max_size=400))
def test_that_any_bytes_are_a_report_or_one_line(name, data):
    assert "\n" not in one_line(name, data)


def one_line(name, data):
    """Load bytes; give the line that refused them, empty when they are a report."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"any{SUFFIX[name]}"
        path.write_bytes(data)
        said = ""
        try:
            plugins.load("loaders", name)(path)
        except UserError as error:
            said = error.message
        assert not said or "any" in said
        return said


@pytest.mark.parametrize("text", ["Sở Y tế họp. " * 1_600_000, "a\n" * 500_001], ids=["characters", "lines"])
def test_that_a_text_without_end_is_refused_before_it_is_cut_into_sections(tmp_path, text):
    path = tmp_path / "dài.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match="split it and retry") as caught:
        plugins.load("loaders", "text")(path)
    assert caught.value.code == "large-file"
