"""What holds for every text: no overlaps, sound borders, one answer, doubt where there is doubt."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.reports import Report, Section, SectionKind
from annotator.extract.base import Match
from annotator.extract.figures import find_figures

_PIECES = st.sampled_from(
    ["tăng ", "giảm ", "đạt ", "2.236", "6,43", "%", " tỷ đồng", " nghìn tấn", " hộ", "/năm", " - ", "đến ",
     "\n", "Tỷ lệ hộ nghèo ", "so với cùng kỳ", ", ", "; ", ". ", "(", ")", "năm 2023 ", "\u00a0", "ước ",
     "ba mươi tư nghìn ", "trong đó ", "từ ", " trở lên", "|", "\t", "Đơn vị: tỷ đồng\n", "18/24",
     " chỉ tiêu", "-", "+", "\x01", "đ"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_that_any_text_gives_figures_that_do_not_overlap(text):
    found = find_figures(Report(name="t", text=text), [])
    assert all(one.end <= other.start for one, other in pairwise(found))
    for match in found:
        assert text[match.start : match.end].strip() == text[match.start : match.end] != ""
        assert "\n" not in text[match.start : match.end]
        assert 0 < match.score <= 1


@given(st.text(max_size=200))
def test_that_no_text_is_too_strange(text):
    report = Report(name="t", text=text)
    assert find_figures(report, []) == find_figures(report, [])


def test_that_nothing_is_found_inside_a_date_or_document():
    text = "Tỉnh có 12 xã và 15 thôn."
    start = text.index("12 xã")
    dates = [Match(start, start + 5, "DOCUMENT", 1.0)]
    found = find_figures(Report(name="t", text=text), dates)
    assert [text[match.start : match.end] for match in found] == ["15 thôn"]


def test_that_nothing_is_found_in_chrome():
    text = "Tỉnh có 12 xã và 15 thôn."
    sections = (Section(SectionKind.CHROME, 0, 14), Section(SectionKind.PARAGRAPH, 14, len(text)))
    found = find_figures(Report(name="t", text=text, sections=sections), [])
    assert [text[match.start : match.end] for match in found] == ["15 thôn"]


def test_that_a_no_break_space_joins_number_and_unit(read):
    found = read("Phân bổ 268,4\u00a0tỷ\u00a0đồng và 312\u202fhộ.")
    assert found.surfaces() == ["268,4\u00a0tỷ\u00a0đồng", "312\u202fhộ"]
    assert found.attributes("268,4\u00a0tỷ\u00a0đồng")["value"] == "268400000000"


def test_that_doubt_about_a_separator_is_said(read):
    found = read("Diện tích 2.350 ha.")
    assert found.attributes("2.350 ha")["ambiguous"] == "yes"
    assert found.attributes("2.350 ha")["value"] == "2350"
    assert found.figure("2.350 ha").score < read("Diện tích 2.350 ha, tăng 1,5%.").figure("2.350 ha").score


def test_that_people_are_counted_in_thousands_without_doubt(read):
    assert "ambiguous" not in read("Tuyển 2.350 lao động.").attributes("2.350 lao động")


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("GRDP tăng 6.5% và thu 12,345.6 tỷ đồng.", "6.5%", "6.5"),
        ("GRDP tăng 6.5% và thu 12,345.6 tỷ đồng.", "12,345.6 tỷ đồng", "12345600000000"),
        ("Tỉnh có 1,250 doanh nghiệp, thu 12,345.6 tỷ đồng.", "1,250 doanh nghiệp", "1250"),
    ],
)
def test_that_english_separators_are_read(read, text, surface, value):
    assert read(text).attributes(surface)["value"] == value


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Bê tông hóa 47,3km đường; hiến 61.500 m2 đất.", ["47,3km", "61.500 m2"]),
        ("Chi 58 tỷ 300 triệu đồng.", ["58 tỷ 300 triệu đồng"]),
        ("Giá 65.800 - 66.400 đồng/kg.", ["65.800 - 66.400 đồng/kg"]),
        ("Đạt 7,1 – 7,5%.", ["7,1 – 7,5%"]),
        ("Phiếu từ 87,5% đến 99,6%.", ["87,5% đến 99,6%"]),
        ("Giá từ 1,5 triệu đến 3,2 triệu đồng/m2.", ["1,5 triệu đến 3,2 triệu đồng/m2"]),
        ("Giải ngân 21,3 tỷ, bằng 43,7 %.", ["21,3 tỷ", "43,7 %"]),
        ("Hỗ trợ ba mươi tư nghìn khẩu.", ["ba mươi tư nghìn khẩu"]),
        ("Góp năm nghìn ngày công.", ["năm nghìn ngày công"]),
        ("Xử lý ba ổ dịch.", ["ba ổ dịch"]),
        ("Có 112.460 đồng chí.", ["112.460 đồng chí"]),
        ("Đạt 98%/kế hoạch.", ["98%"]),
        ("Trồng 4.500 cây/năm, 12 xã/huyện.", ["4.500 cây/năm", "12 xã"]),
        ("Có 2,1 dược sĩ đại học/1 vạn dân.", ["2,1 dược sĩ đại học/1 vạn dân"]),
        ("Xóa 06/11 điểm đen, khởi tố 05/07 vụ.", ["06/11 điểm đen", "05/07 vụ"]),
        ("Kiến nghị thu hồi 8,65 tỷ đồng.", ["8,65 tỷ đồng"]),
        ("Sắp xếp 38 cơ sở nhà đất.", ["38 cơ sở"]),
        ("Phê duyệt đề án 120 tỷ đồng.", ["120 tỷ đồng"]),
    ],
)
def test_that_the_span_is_number_unit_and_noun(read, text, surfaces):
    assert read(text).surfaces() == surfaces


def test_that_what_a_table_knows_scores_higher_than_a_guess(read):
    known = read("Tuyển 350 lao động, đạt 98% kế hoạch.").figure("350 lao động").score
    guessed = read("Nuôi 350 nhím bờm, đạt 98% kế hoạch.").figure("350 nhím bờm").score
    in_words = read("Hỗ trợ hai nghìn hộ.").figure("hai nghìn hộ").score
    assert guessed < in_words < known


def test_that_a_head_scores_higher_than_a_plain_subject(read):
    head = read("Tỷ lệ hộ nghèo tăng 3%.").figure("Tỷ lệ hộ nghèo").score
    plain = read("Nhím bờm tăng 3%.").figure("Nhím bờm").score
    assert plain < 0.5 < head


def test_that_tasks_are_targets_and_results_are_not(read):
    title, items = "BÁO CÁO\nVề giao thông\n\nNăm nay có nhiều việc.\n", "\n- Xây 5 cầu mới.\n- Mở 6 lớp.\n"
    assert read(f"{title}II. NHIỆM VỤ, GIẢI PHÁP{items}").attributes("5 cầu")["status"] == "target"
    told = read(f"{title}II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2023{items}")
    assert told.attributes("5 cầu")["status"] == "actual"


def test_that_two_counts_with_a_slash_are_no_rate(read):
    assert ("COUNT", "2.738 hộ") in read("Di dời 2.738 hộ/11.904 khẩu.").labelled()
    assert ("RATE", "13 bác sĩ/10.000 dân") in read("Đạt 13 bác sĩ/10.000 dân.").labelled()


def test_that_population_and_minority_do_not_number_what_follows(read):
    assert read("Dân số 31.240 người; dân tộc thiểu số 4.405 hộ.").surfaces() == ["31.240 người", "4.405 hộ"]
