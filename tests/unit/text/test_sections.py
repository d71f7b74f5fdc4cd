"""Reports are cut into titles, headings, datelines, paragraphs and tables."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.reports import SectionKind
from annotator.text.sections import dateline_date, sections, title_of

PAPER = """UBND HUYỆN SUỐI BẠC
PHÒNG NÔNG NGHIỆP

BÁO CÁO
Kết quả sản xuất tháng 7, nhiệm vụ tháng 8

Suối Bạc, ngày 05 tháng 8 năm 2024

Kính gửi: UBND huyện

Thực hiện Kế hoạch số 12/KH-UBND của UBND huyện, Phòng Nông nghiệp báo cáo như sau:

I. KẾT QUẢ
1. Trồng trọt
Năng suất lúa đạt 58 tạ/ha, tăng 2,5% so với cùng kỳ.
- Gieo cấy 1.250ha lúa mùa.

Bảng 1. Sản lượng (Đơn vị tính: tấn)
STT\tCây trồng\tKế hoạch\tThực hiện
1\tLúa\t5.200\t5.410
2\tNgô\t1.900\t1.870
Chăn nuôi
Đàn trâu có 3.400 con, đạt 98% kế hoạch năm; không có dịch bệnh lớn xảy ra.

Nơi nhận:
- Như trên;
- Lưu: VT.

KT. TRƯỞNG PHÒNG
PHÓ TRƯỞNG PHÒNG
Lò Văn Tám
"""

ANY_LINES = st.lists(
    st.sampled_from(
        [
            "", " ", "Trang chủ » Kinh tế", "Thứ Hai, 05/08/2024 07:12:33", "05/08/2024 14:20 | Lượt xem: 3",
            "Huyện Suối Bạc vào vụ gặt", "Năng suất lúa đạt 58 tạ/ha, tăng 2,5% so với cùng kỳ.", "1\tLúa\t5",
            "| 2 | Ngô | 1.900 |", "|---|---|", "Tin khác", "- Xã Bản Mới mở chợ (02/08/2024)", "In bài viết",
            "Xem thêm: Huyện bạn", "BÁO CÁO", "I. KẾT QUẢ", "Hôm nay: 1.205", "•  :", "Tác giả: Lò Văn Tám",
            "05/08/2024 Lượt xem: 3 A- A A+ Sáng nay, huyện ra quân.", "Suối Bạc, ngày 5/8/2024 - Ra quân.",
        ]
    ),
    max_size=14,
)  # fmt: skip


def cut(text: str) -> list[tuple[str, str]]:
    return [(section.kind.value, text[section.start : section.end]) for section in sections(text)]


def kinds(text: str) -> dict[str, str]:
    return {surface: kind for kind, surface in cut(text)}


def test_that_a_paper_is_cut_into_its_parts():
    found = kinds(PAPER)
    assert found["BÁO CÁO\nKết quả sản xuất tháng 7, nhiệm vụ tháng 8"] == "title"
    assert found["Suối Bạc, ngày 05 tháng 8 năm 2024"] == "dateline"
    for heading in ("UBND HUYỆN SUỐI BẠC", "I. KẾT QUẢ", "1. Trồng trọt", "Chăn nuôi"):
        assert found[heading] == "heading"
    for paragraph in (
        "Kính gửi: UBND huyện",
        "- Gieo cấy 1.250ha lúa mùa.",
        "KT. TRƯỞNG PHÒNG",
        "Lò Văn Tám",
    ):
        assert found[paragraph] == "paragraph"
    assert "chrome" not in found.values()


def test_that_the_rows_of_a_table_are_one_section():
    tables = [surface for kind, surface in cut(PAPER) if kind == "table"]
    assert tables == ["STT\tCây trồng\tKế hoạch\tThực hiện\n1\tLúa\t5.200\t5.410\n2\tNgô\t1.900\t1.870"]


def test_that_a_table_with_bars_and_rulers_is_one_section():
    table = "| STT | Nội dung | Đánh giá |\n|---|---|---|\n| 1 | Tìm kiếm | 95% |"
    assert (("table", table)) in cut(f"Bảng kết quả\n{table}\n\nHết bảng số liệu của huyện trong kỳ.")


def test_that_a_line_that_ends_in_a_bar_is_no_table():
    text = "|\nCác đại biểu bỏ phiếu tại hội nghị. |\nSáng 5/8, huyện tổ chức hội nghị sơ kết giữa năm."
    assert "table" not in dict(cut(text))


def test_that_the_title_is_the_paper_s_kind_with_its_subject():
    assert title_of(PAPER, sections(PAPER)) == "BÁO CÁO Kết quả sản xuất tháng 7, nhiệm vụ tháng 8"


def test_that_the_title_of_an_article_is_its_headline():
    text = "Huyện Suối Bạc vào vụ gặt\n\nSáng 5/8, huyện Suối Bạc ra quân thu hoạch lúa."
    assert title_of(text, sections(text)) == "Huyện Suối Bạc vào vụ gặt"


def test_that_a_report_that_begins_with_prose_has_no_title():
    text = "Sáng 5/8, huyện Suối Bạc ra quân thu hoạch lúa.\nNăng suất đạt 58 tạ/ha."
    assert title_of(text, sections(text)) == ""


def test_that_the_date_is_the_dateline_s():
    assert dateline_date(PAPER, sections(PAPER)) == "2024-08-05"


def test_that_days_in_the_text_are_no_report_date():
    text = "Huyện Suối Bạc vào vụ gặt\n\nNgày 5/8/2024, huyện Suối Bạc ra quân thu hoạch lúa."
    assert dateline_date(text, sections(text)) == ""


def test_that_the_dateline_of_a_lead_is_apart_from_its_sentence():
    text = "Huyện vào vụ gặt\n\nSuối Bạc, ngày 5/8/2024 - Sáng nay, huyện ra quân thu hoạch lúa."
    assert cut(text)[1:] == [
        ("dateline", "Suối Bạc, ngày 5/8/2024"),
        ("paragraph", "- Sáng nay, huyện ra quân thu hoạch lúa."),
    ]
    assert dateline_date(text, sections(text)) == "2024-08-05"


@given(lines=ANY_LINES)
def test_that_every_sound_lies_in_one_section_and_only_chrome_lies_in_another(lines: list[str]):
    text = "\n".join(lines)
    found = sections(text)
    held = [0] * len(text)
    for section in found:
        assert 0 <= section.start < section.end <= len(text)
        if section.kind is not SectionKind.CHROME:
            for position in range(section.start, section.end):
                held[position] += 1
    assert max(held, default=0) <= 1
    chrome = {p for s in found if s.kind is SectionKind.CHROME for p in range(s.start, s.end)}
    assert all(held[p] or p in chrome for p, sign in enumerate(text) if sign.isalnum())
    assert list(found) == sorted(found, key=lambda section: (section.start, -section.end))


@given(text=st.text(alphabet="aB1 .|:/\n\t»>(", max_size=60))
def test_that_any_text_can_be_cut(text: str):
    assert all(text[section.start : section.end].strip() for section in sections(text))


def test_that_a_table_that_opens_a_text_keeps_its_head():
    text = "Chỉ tiêu\tĐơn vị\tNăm 2024\nGieo cấy lúa\tha\t5.000\nĐàn lợn\tcon\t1.200\n"
    assert [(found.kind, found.start, found.end) for found in sections(text)] == [
        (SectionKind.TABLE, 0, len(text) - 1)
    ]


def test_that_an_article_is_a_heading_above_its_points():
    text = "Nghị quyết\nVề kế hoạch\n\nĐiều 2. Các chỉ tiêu chủ yếu\n1. Về kinh tế\na) Thu 5 tỷ đồng;\n"
    headings = [text[s.start : s.end] for s in sections(text) if s.kind is SectionKind.HEADING]
    assert headings == ["Điều 2. Các chỉ tiêu chủ yếu", "1. Về kinh tế"]
