"""Page furniture is found wherever a site puts it, and report text never is."""

import pytest

from annotator.domain.reports import SectionKind
from annotator.text.sections import dateline_date, sections, title_of

HEAD = "Huyện Suối Bạc vào vụ gặt"
BODY = (
    "Sáng 5/8, tại xã Bản Mới, đồng chí Lò Văn Tám, Bí thư Huyện ủy kiểm tra tiến độ thu hoạch lúa; "
    "năng suất đạt 58 tạ/ha, tăng 2,5% so với cùng kỳ.\n\nToàn huyện có 12 xã, thu ngân sách đạt 210 tỷ đồng."
)


def chrome(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sections(text) if s.kind is SectionKind.CHROME]


def in_chrome(text: str) -> str:
    return "\n".join(chrome(text))


def of_kind(text: str, kind: SectionKind) -> list[str]:
    return [text[s.start : s.end] for s in sections(text) if s.kind is kind]


@pytest.mark.parametrize(
    "top",
    [
        "Trang chủ » Nông nghiệp",
        "Trang chủ / Tin tức / Nông nghiệp",
        "Trang chủ > Nông nghiệp 07:12:33 Thứ Hai, 05/08/2024",
        "Bạn đang ở: Trang chủ > Nông nghiệp",
        "Đăng nhập | RSS",
        "TRANG CHỦ\tTIN TỨC\tNÔNG NGHIỆP\tLIÊN HỆ",
        "Giới thiệu | Tin tức | Văn bản | Liên hệ",
        "Đăng nhập\nTrang chủ\nGiới thiệu\nTin tức - Sự kiện\nVăn bản\nLiên hệ",
        "Trang chủ\n»\nKinh tế\n»\nNông nghiệp",
        "Cổng thông tin điện tử huyện Suối Bạc\nTìm kiếm",
        "Đăng nhập | RSS\nThứ Hai, 05/08/2024 07:12:33",
        "Hôm nay, Thứ Hai 05/8/2024 07:12 | Tiếng Việt | English",
        "Thứ Hai, 05/08/2024 07:12:33",
        "Thứ Hai, 05/08/2024 07:12 | 28°C",
        "Tin tức > Kinh tế > Nông nghiệp",
        "Kinh tế",
        "CHUYÊN MỤC: KINH TẾ",
        "UBND HUYỆN SUỐI BẠC - CỔNG THÔNG TIN ĐIỆN TỬ",
        "TRANG CHỦ GIỚI THIỆU TIN TỨC VĂN BẢN LIÊN HỆ",
        "Trang nhất » Tin Tức » Kinh tế\nVI | EN",
        "Hotline: 0200.111.222 | Email: toasoan@suoibac.example",
        "• :\n  • :\nA- A A+ | Tăng tương phản Giảm tương phản",
        "Thống kê truy cập\nĐang online: 12\nHôm nay: 300\nTháng 8: 9.100",
    ],
)
def test_that_what_stands_above_the_headline_is_furniture(top: str):
    text = f"{top}\n\n{HEAD}\n\n{BODY}\n"
    assert chrome(text) == [top]
    assert title_of(text, sections(text)) == HEAD
    assert dateline_date(text, sections(text)) == ""


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("05/08/2024 14:20 | Lượt xem: 312", "05/08/2024 14:20"),
        ("Thứ Hai, 05/08/2024 - 14:20\tLượt xem: 312\tA- A A+", "Thứ Hai, 05/08/2024 - 14:20"),
        ("Thứ Hai, 5/8/2024 14:20 | Lượt xem: 312 | In bài viết", "Thứ Hai, 5/8/2024 14:20"),
        ("05/08/2024 14:20 Lượt xem: 312", "05/08/2024 14:20"),
        ("05/08/2024 14:20 Lượt xem 312", "05/08/2024 14:20"),
        ("05/08/2024 14:20 | 312 lượt xem", "05/08/2024 14:20"),
        ("Cập nhật: 14:20, 05/08/2024 (Lượt xem: 312)", "Cập nhật: 14:20, 05/08/2024"),
        ("05/08/2024 - 14:20 - Lượt đọc: 312 - In trang - Gửi email", "05/08/2024 - 14:20"),
        ("Lượt xem: 312 | 05/08/2024", "05/08/2024"),
        ("A- A A+ 05/08/2024 14:20 Bản in", "05/08/2024 14:20"),
        ("05/08/2024 14:20 Chia sẻ Facebook Zalo", "05/08/2024 14:20"),
        ("05/08/2024 | Nguồn: Báo Suối Bạc | Đã xem: 312", "05/08/2024 | Nguồn: Báo Suối Bạc"),
    ],
)
def test_that_the_dateline_stays_text_beside_furniture(line: str, dateline: str):
    text = f"Trang chủ » Nông nghiệp\n{HEAD}\n{line}\n\n{BODY}\n"
    assert of_kind(text, SectionKind.DATELINE) == [dateline]
    assert dateline_date(text, sections(text)) == "2024-08-05"
    assert text.count("312") == in_chrome(text).count("312")


@pytest.mark.parametrize("clock", ["05/08/2024 07:12:33", "07:12:33 Thứ Hai, 05/08/2024"])
def test_that_seconds_below_the_headline_make_no_clock_of_the_dateline(clock: str):
    text = f"{HEAD}\n{clock}\n\n{BODY}\n"
    assert of_kind(text, SectionKind.DATELINE) == [clock]


def test_that_an_article_s_day_above_its_headline_is_no_clock():
    text = f"Trang chủ » Nông nghiệp\nNgày đăng: 05/08/2024 | Lượt xem: 312\n{HEAD}\n\n{BODY}\n"
    assert dateline_date(text, sections(text)) == "2024-08-05"


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Bài, ảnh: Hoàng Mai | Lượt xem: 312 | Bản in", "Bài, ảnh: Hoàng Mai"),
        ("Tác giả: Hoàng Mai In bài viết", "Tác giả: Hoàng Mai"),
        ("Hoàng Mai Lượt xem: 312", "Hoàng Mai"),
        ("Hoàng Mai\tIn bài viết", "Hoàng Mai"),
    ],
)
def test_that_the_byline_stays_text_beside_furniture(line: str, byline: str):
    text = f"{HEAD}\n\n{BODY}\n\n{line}\n"
    assert byline in of_kind(text, SectionKind.PARAGRAPH)
    assert len(chrome(text)) == 1


def test_that_furniture_inside_a_scraped_paragraph_is_found():
    text = f"{HEAD}\n\n05/08/2024 14:20 Lượt xem: 312 A- A A+ {BODY}\n"
    assert chrome(text) == ["Lượt xem: 312 A- A A+"]
    assert of_kind(text, SectionKind.DATELINE) == ["05/08/2024 14:20"]


def test_that_furniture_at_the_end_of_a_paragraph_is_found():
    text = f"{HEAD}\n\n{BODY} | Lượt xem: 312 | In bài viết\n"
    assert chrome(text) == ["| Lượt xem: 312 | In bài viết"]


@pytest.mark.parametrize(
    "tail",
    [
        "In bài viết\tGửi email",
        "In bài viết | Chia sẻ: 37",
        "Thích 12 Chia sẻ\nFacebook Twitter Zalo",
        "Chia sẻ lên Facebook | Zalo | Bình luận (0)",
        "Về đầu trang",
        "Tổng số điểm của bài viết là: 5 trong 1 đánh giá\nClick để đánh giá bài viết",
        "Xếp hạng: 4.5 - 2 phiếu bầu\nHôm nay\n1.205\nHôm qua\n2.310\nTất cả\n9.120.400",
        "Tin khác\n- Xã Bản Mới mở chợ (02/08/2024)\n- Huyện giải ngân 20 tỷ đồng (01/08/2024)",
        "Tin khác: Xã Bản Mới mở chợ (02/08) | Chia sẻ Facebook | Tổng lượt truy cập: 5.230",
        "Các bài viết khác:\nXã Bản Mới mở chợ\nHuyện giải ngân 20 tỷ đồng",
        "Tin mới hơn\nXã Bản Mới mở chợ\nTin cũ hơn\nHuyện giải ngân 20 tỷ đồng",
        "Thống kê truy cập\nĐang online: 12\nHôm nay : 165\nNăm 2024 : 475.120\nTổng số : 2.941.213",
        "Bấm để đánh giá bài viết\nBản đồ địa giới hành chính\nThống kê truy cập\nHôm nay: 165",
        "Ý kiến bạn đọc\nHọ tên\nEmail\nNội dung",
        "Tags: lúa, Suối Bạc\nĐang truy cập: 14",
        "Bản quyền thuộc về UBND huyện Suối Bạc.\nĐịa chỉ: thị trấn Suối Bạc\nĐiện thoại: 0200.111.222",
        "Tin khác\nXã Bản Mới mở chợ\nCỔNG THÔNG TIN ĐIỆN TỬ HUYỆN SUỐI BẠC",
        "Lượt truy cập hôm nay: 1.234 - Tổng: 5.678.901",
        "Hôm nay: 5.637 | Trong tuần: 30.112 | Tất cả: 402.551",
        "Đang online 214 Hôm nay 5.637 Tổng 402.551",
        "Cỡ chữ: A A+ A-",
        "(Đã xem 2.905 lần)",
        "Bình chọn: 4/5 (12 phiếu)",
        "In trang này   Gửi bài viết cho bạn bè",
        "[In bài viết] [Gửi email] [Quay lại]",
        "Trang trước | Trang sau",
        "Những tin cũ hơn\nXã Bản Mới mở chợ (1/8/2024)",
        "Nghe nội dung bài viết\n0:00 / 3:45",
        "Facebook Youtube Zalo RSS",
        "Bạn là khách thứ: 402.551",
    ],
)
def test_that_what_stands_below_the_text_is_furniture(tail: str):
    text = f"{HEAD}\n\n{BODY}\n\nTin, ảnh: Hoàng Mai\n\n{tail}\n"
    assert chrome(text) == [tail]


@pytest.mark.parametrize(
    "link",
    [
        ">> Tin liên quan: Xã Bản Mới đón 9.000 lượt khách",
        ">>> Xã Bản Mới mở chợ",
        "Xem thêm: Xã Bản Mới mở chợ",
        "Tin liên quan:\n- Xã Bản Mới mở chợ (02/08/2024)\n- Huyện bạn vào vụ",
    ],
)
def test_that_a_link_amid_the_text_is_furniture_and_the_text_goes_on(link: str):
    text = f"{HEAD}\n\n{BODY}\n{link}\n\nMục tiêu năm 2025\n{BODY}\n"
    assert chrome(text) == [link]
    assert of_kind(text, SectionKind.HEADING) == ["Mục tiêu năm 2025"]


def test_that_a_column_of_news_read_first_does_not_swallow_the_report():
    text = f"Tin mới nhất\nXã Bản Mới mở chợ\n{HEAD}\n\n{BODY}\n"
    assert chrome(text) == []


def test_that_names_between_furniture_stay_text():
    text = f"{HEAD}\n\n{BODY}\n\nIn bài viết | Gửi email\nHoàng Mai\nTheo: Báo Suối Bạc\nTin khác\nChợ mới\n"
    assert {"Hoàng Mai", "Theo: Báo Suối Bạc"} <= set(of_kind(text, SectionKind.PARAGRAPH))


@pytest.mark.parametrize(
    "line",
    [
        "Trong tháng, Cổng thông tin điện tử huyện đạt 12.300 lượt truy cập, tăng 5% so với cùng kỳ.",
        "Tổng lượt truy cập: 5.230.118 lượt, tăng 12% so với cùng kỳ.",
        "- Tổng lượt truy cập: 5.230.118",
        "- Lượt xem: 1.200",
        "Đã in bài viết giới thiệu trên 02 báo và chia sẻ trên Facebook, Zalo.",
        "Người dân bình luận, chia sẻ",
        "Đánh giá",
        "Đánh giá: 95%",
        "Liên hệ",
        "Liên hệ ông Lò Văn Tám, số 0200.111.222 để biết thêm.",
        "Năm 2023: 1.475 hồ sơ.",
        "Năm 2023: 1.475",
        "Năm trước: 1.475",
        "Thông tin khác: 05 hồ sơ.",
        "Bình luận: còn 3 việc chưa xong.",
        "Video",
        "Quảng cáo: thu 12 tỷ đồng.",
        "Lượt truy cập\t1.200\t3.400",
        "Facebook\t500\t700",
        "Hôm nay\t500\t700",
        "Trang chủ của Cổng đã thêm 05 chuyên mục.",
    ],
)
def test_that_a_report_may_speak_of_pages_and_visitors(line: str):
    text = f"KẾT QUẢ CHUYỂN ĐỔI SỐ THÁNG 7\n\n{BODY}\n{line}\n{BODY}\n"
    assert chrome(text) == []


@pytest.mark.parametrize(
    "end",
    [
        "Biểu 2. Tổng hợp\nTổng số\t1.234\t5.678\nFacebook\t500\t700\nĐánh giá\t95%\t97%",
        "Tổng số: 1.234 hồ sơ",
        "Tổng: 1.234",
        "Nơi nhận:\n- Như trên;\n- Lưu: VT, Website huyện.",
        "Báo cáo điện tử",
        "Vi Thị Thảo",
    ],
)
def test_that_a_report_may_end_in_a_table_a_count_or_a_name(end: str):
    assert chrome(f"{HEAD}\n\n{BODY}\n\n{end}\n") == []


def test_that_a_paper_without_a_page_has_no_furniture():
    text = (
        "UBND HUYỆN SUỐI BẠC\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Số: 12/BC-UBND\tSuối Bạc, ngày 5 tháng 8 năm 2024\n"
        f"\nBÁO CÁO\nChuyển đổi số\n\n{BODY}\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\n"
        "TM. UBND HUYỆN\nCHỦ TỊCH\nLò Văn Tám\n"
    )
    assert chrome(text) == []
    assert dateline_date(text, sections(text)) == "2024-08-05"
