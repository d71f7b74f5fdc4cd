"""The text layer of a PDF is read in order; what has none, or is locked or broken, is said in one line."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.errors import UserError
from annotator.text.legacy import to_bytes
from annotator.text.loading import pdf
from annotator.text.loading.pdf import load

SIZE = 12
LEADING = 16


@pytest.fixture
def saved(tmp_path):
    """Give a function that saves bytes and returns the path."""

    def save(content, name="bao-cao.pdf"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return save


@pytest.fixture
def read(make_pdf, saved):
    """Give a function that reads pages of texts and rules."""

    def reading(*pages, load_with=None, **how):
        return load(saved(make_pdf(list(pages), **how)), **(load_with or {}))

    return reading


def column(lines, *, x=72, y=100):
    """Give lines of text under each other."""
    return [(x, y + LEADING * number, SIZE, line) for number, line in enumerate(lines)]


def wrapped(text, width):
    """Break a text into lines of at most so many letters."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


PROSE = (
    "Sáng 5/8, đồng chí Lò Văn Tám kiểm tra tiến độ thu hoạch lúa ở các xã vùng cao của huyện; năng suất "
    "bình quân đạt 58 tạ/ha, tăng 5,2% so với cùng kỳ năm trước, toàn huyện đã gieo cấy 1.200 ha lúa mùa."
)
MORE = (
    "Huyện yêu cầu các xã chuẩn bị giống và vật tư cho vụ đông, bảo đảm đủ nước tưới cho 300 ha ngô, "
    "rau, hoàn thành gieo trồng trước ngày 30 tháng 9."
)


def grid(columns, rows):
    return [(columns[0], y, columns[-1], y) for y in rows] + [(x, rows[0], x, rows[-1]) for x in columns]


def test_that_lines_of_a_paragraph_are_one_line_and_paragraphs_are_not(read):
    lines = [*wrapped(PROSE, 75), *wrapped(MORE, 75)]
    assert read(column(lines)).text.splitlines() == [PROSE, MORE]


def test_that_items_and_indented_lines_begin_paragraphs(read):
    full = "x" * 35 + " " + "y" * 34
    items = column([full, "- Bản Một: 300 ha", "1. Kết quả " + "z" * 55, "a) Việc một"])
    indented = column([full], x=100, y=100 + LEADING * 4)
    assert len(read(items + indented).text.splitlines()) == 5


def test_that_a_word_cut_by_a_hyphen_is_whole_again_and_two_syllables_keep_theirs(read):
    first = "w" * 60 + " kinh phí cho inter-"
    second = "national và cho kinh tế-" + "v" * 40 + " kinh tế-"
    lines = column([first, second, "xã hội"])
    assert "international" in read(lines).text
    assert "kinh tế-xã hội" in read(lines).text


def test_that_two_columns_are_read_one_after_the_other(read):
    left, right = wrapped(PROSE, 36), wrapped(MORE, 36)
    page = column(["Huyện Suối Bạc vào vụ gặt"], y=70) + column(left) + column(right, x=330)
    assert read(page).text.splitlines() == ["Huyện Suối Bạc vào vụ gặt", PROSE, MORE]


def test_that_a_letterhead_is_read_side_by_side_and_dates_the_report(read):
    left = column(["UBND HUYỆN SUỐI BẠC", "Số: 12/BC-UBND"], x=60, y=60)
    right = column(["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"], x=300, y=60)
    day = column(["Suối Bạc, ngày 5 tháng 8 năm 2024"], x=320, y=92)
    report = read(left + right + day + column(wrapped(PROSE, 75), y=150))
    assert report.text.splitlines()[:4] == [
        "UBND HUYỆN SUỐI BẠC",
        "Số: 12/BC-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]
    assert report.date == "2024-08-05"


def test_that_a_ruled_table_keeps_its_cells_wrapped_and_stretched_ones_too(read):
    rules = grid([70, 120, 300, 420, 540], [200, 240, 280, 320])
    rules = [rule for rule in rules if rule != (420, 200, 420, 320)] + [(420, 240, 420, 320)]
    words = [
        (80, 220, SIZE, "STT"),
        (130, 220, SIZE, "Chỉ tiêu"),
        (330, 220, SIZE, "Diện tích và sản lượng"),
        (80, 260, SIZE, "1"),
        (130, 252, SIZE, "Lúa mùa của các xã"),
        (130, 268, SIZE, "vùng cao"),
        (330, 260, SIZE, "1.200 ha"),
        (440, 260, SIZE, "6.960 tấn"),
        (130, 300, SIZE, "Ngô"),
        (330, 300, SIZE, "300 ha"),
    ]
    page = column(wrapped(PROSE, 75)) + words + rules + column(["Hết."], y=400)
    assert read(page).text.splitlines() == [
        PROSE,
        "STT\tChỉ tiêu\tDiện tích và sản lượng",
        "1\tLúa mùa của các xã vùng cao\t1.200 ha\t6.960 tấn",
        "\tNgô\t300 ha",
        "Hết.",
    ]


def test_that_rows_without_rules_have_tabs_between_their_cells(read):
    rows = [("STT", "Cây", "Diện tích"), ("1", "Lúa", "1.200 ha"), ("2", "Ngô", "300 ha")]
    page = [
        (72 + 150 * at, 100 + 20 * n, SIZE, word) for n, row in enumerate(rows) for at, word in enumerate(row)
    ]
    assert read(page).text == "STT\tCây\tDiện tích\n1\tLúa\t1.200 ha\n2\tNgô\t300 ha"


def test_that_running_heads_and_page_numbers_are_left_out_unless_asked_for(read):
    pages = [
        [(72, 40, 9, "Báo cáo của UBND huyện"), (290, 810, 9, f"{number}"), *column(wrapped(text, 75))]
        for number, text in enumerate((PROSE, MORE, "Hết."), start=1)
    ]
    assert read(*pages).text.splitlines() == [PROSE, MORE, "Hết."]
    kept = read(*pages, load_with={"headers": True})
    assert kept.text.splitlines() == ["Báo cáo của UBND huyện", PROSE, MORE, "Hết."]
    assert [kept.page_at(kept.text.index(text)) for text in (PROSE, MORE, "Hết")] == [1, 2, 3]


def test_that_a_sentence_over_a_page_end_is_one_paragraph_and_pages_are_known(read):
    lines = wrapped(PROSE, 75)
    report = read(column(lines[:2]), column(lines[2:]), [], column(["Hết."]))
    assert report.text.splitlines() == [PROSE, "Hết."]
    assert report.pages == ((1, 0), (2, report.text.index(lines[2])), (4, len(PROSE) + 1))


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_that_a_turned_page_is_read_as_it_is_seen(make_pdf, saved, turn):
    lines = ["Một dòng", "Hai dòng"]
    cosine, sine = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}[turn]
    content = make_pdf([column(lines)], page=f"/Rotate {turn}")
    if turn:
        # Text that is turned the other way stands upright on a turned page.
        for at, y in enumerate((100, 116)):
            old = f"72 {842 - y} Td".encode()
            x0, y0 = {90: (100 + 16 * at, 72), 180: (523, 100 + 16 * at), 270: (495 - 16 * at, 770)}[turn]
            content = content.replace(old, f"{cosine} {sine} {-sine} {cosine} {x0} {y0} Tm".encode())
    assert load(saved(content)).text.splitlines() == lines


def test_that_signs_of_an_old_font_are_read_as_its_letters(read):
    old = to_bytes(PROSE, "tcvn3").decode("cp1252")
    report = read(column(wrapped(old, 75)))
    assert report.text == PROSE
    assert dict(report.metadata)["encoding"] == "tcvn3-as-unicode"


def test_that_what_the_file_says_of_itself_is_kept(read):
    info = "/Title (Bao cao) /Author (Vang Thi May) /CreationDate (D:20240805142000+07'00')"
    report = read(column(["năng suất"]), info=info)
    assert report.title == "Bao cao"
    assert dict(report.metadata) == {"author": "Vang Thi May", "created": "2024-08-05"}
    assert read(column(["năng suất"]), info="/Title (Microsoft Word - bc.doc)").title == ""


def refused(path, code):
    with pytest.raises(UserError, match=path.name) as caught:
        load(path)
    assert caught.value.code == code
    assert "\n" not in caught.value.message
    return caught.value.message


PICTURE = (
    b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"  # one grey pixel as large as the page
)


def test_that_a_scan_is_told_from_an_empty_page(make_pdf, saved):
    blank = make_pdf([[]])
    assert "has no text" in refused(saved(blank), "no-text-layer")
    scan = blank.replace(b"<< /Length 0 >>\nstream\n\nendstream", picture_stream())
    assert "scan without a text layer" in refused(saved(scan), "no-text-layer")


def picture_stream():
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(PICTURE), PICTURE)


def test_that_pages_without_text_are_named_where_others_have_some(make_pdf, saved):
    content = make_pdf([column(["Trang có chữ"]), []])
    content = content.replace(b"<< /Length 0 >>\nstream\n\nendstream", picture_stream())
    assert dict(load(saved(content)).metadata)["scanned-pages"] == "2"


def test_that_signs_that_are_no_letters_are_no_text(read, saved, make_pdf):
    content = make_pdf([column(["\ue001\ue002\ue003" * 9])])
    assert "which letters" in refused(saved(content), "no-text-layer")


def test_that_a_file_with_a_password_is_named(make_pdf, saved):
    content = make_pdf([column(["Lúa"])])
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>] /Root" % (
        b"41" * 32,
        b"42" * 32,
    )
    refused(saved(content.replace(b"/Root", lock)), "locked-file")


@pytest.mark.parametrize("content", [b"%PDF-1.4\n", b"%PDF-1.7\n%%EOF", b"<html></html>", b"GIF89a" * 99])
def test_that_what_is_no_pdf_is_named(saved, content):
    refused(saved(content), "broken-file")


@pytest.fixture
def reader(monkeypatch):
    """Give a reader of this test's own."""
    made = pdf._Reader()
    monkeypatch.setattr(pdf, "_READER", made)
    yield made
    made._end()


def test_that_a_process_that_dies_is_said_and_the_next_file_is_read(reader, make_pdf, saved):
    path = saved(make_pdf([column(["Một dòng"])]))
    assert load(path).text == "Một dòng"
    reader._process.kill()
    reader._process.join()
    assert load(path).text == "Một dòng"
    reader._pipe.close()
    refused(path, "broken-file")
    assert load(path).text == "Một dòng"


def test_that_the_process_may_not_take_all_memory():
    code = (
        "from annotator.text.loading import pdf_child\npdf_child._limit_memory()\n"
        "try:\n    bytearray(pdf_child.MEMORY)\nexcept MemoryError:\n    print('refused')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ("refused" if sys.platform == "linux" else "")


def test_that_a_cancel_ends_the_reading_at_once(reader, make_pdf, saved):
    path = saved(make_pdf([column(["Một dòng"])] * 400))
    with pytest.raises(UserError, match="was stopped") as caught:
        load(path, cancelled=lambda: True)
    assert caught.value.code == "stopped"
    assert reader._process is None


def test_that_the_process_ends_when_there_is_nothing_to_read(reader, make_pdf, saved, monkeypatch):
    monkeypatch.setattr(pdf, "IDLE_SECONDS", 0.0)
    assert load(saved(make_pdf([column(["Một dòng"])]))).text == "Một dòng"
    reader._timer.join()
    assert reader._process is None


def test_that_a_file_that_takes_too_long_is_given_up(reader, make_pdf, saved, monkeypatch):
    path = saved(make_pdf([column(["Một dòng"])]))
    monkeypatch.setattr(pdf, "SECONDS", 0.0)
    refused(path, "slow-file")
    assert reader._process is None
    monkeypatch.setattr(pdf, "SECONDS", 60.0)
    assert load(path).text == "Một dòng"


@settings(max_examples=60)
@given(data=st.data())
def test_that_a_damaged_pdf_is_a_report_or_one_line(data, make_pdf, tmp_path_factory):
    content = bytearray(make_pdf([column(wrapped(PROSE, 75)), grid([70, 200, 300], [200, 240])]))
    for _ in range(data.draw(st.integers(1, 12))):
        content[data.draw(st.integers(9, len(content) - 1))] = data.draw(st.integers(0, 255))
    if data.draw(st.booleans()):
        del content[data.draw(st.integers(9, len(content))) :]
    path = tmp_path_factory.mktemp("broken") / "broken.pdf"
    path.write_bytes(bytes(content))
    said = ""
    try:
        load(path).text.encode()
    except UserError as error:
        said = error.message
    assert not said or ("broken.pdf" in said and "\n" not in said)
