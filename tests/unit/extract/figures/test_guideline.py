"""Every example and settled case of the annotation guideline for the figure layer."""

import pytest

TY = 1_000_000_000


@pytest.mark.parametrize(
    ("text", "label", "surface"),
    [
        ("Thu ngân sách đạt 2.236 tỷ đồng.", "MONEY", "2.236 tỷ đồng"),
        ("GRDP bình quân đầu người đạt 51,5 triệu đồng.", "MONEY", "51,5 triệu đồng"),
        ("Kim ngạch xuất khẩu đạt 4,7 tỷ USD.", "MONEY", "4,7 tỷ USD"),
        ("Thu nhập 6-7 triệu đồng/người/tháng.", "MONEY", "6-7 triệu đồng/người/tháng"),
        ("Tốc độ tăng trưởng đạt 6,43%.", "PERCENT", "6,43%"),
        ("Rà soát 100% hồ sơ.", "PERCENT", "100%"),
        ("60% dân số được quản lý bằng hồ sơ điện tử.", "PERCENT", "60%"),
        ("Tỷ lệ này tăng 3 điểm %.", "PERCENT", "3 điểm %"),
        ("Tỷ lệ này đạt 12 phần trăm.", "PERCENT", "12 phần trăm"),
        ("Có thêm 05 xã đạt chuẩn.", "COUNT", "05 xã"),
        ("Giải quyết việc làm cho 8.920 lao động.", "COUNT", "8.920 lao động"),
        ("Đảng bộ có 41.206 đảng viên.", "COUNT", "41.206 đảng viên"),
        ("Kiểm tra 6 tổ chức đảng.", "COUNT", "6 tổ chức"),
        ("Hoàn thành 12 chỉ tiêu.", "COUNT", "12 chỉ tiêu"),
        ("Hỗ trợ hơn hai nghìn hộ.", "COUNT", "hai nghìn hộ"),
        ("Sản lượng đạt 225,5 nghìn tấn.", "MEASURE", "225,5 nghìn tấn"),
        ("Gieo trồng 1.500ha.", "MEASURE", "1.500ha"),
        ("Rộng 12 km2.", "MEASURE", "12 km2"),
        ("Công suất 35 MW.", "MEASURE", "35 MW"),
        ("Có 18/24 chỉ tiêu đạt.", "RATIO", "18/24 chỉ tiêu"),
        ("Đã vận động 2.417/3.900 hộ.", "RATIO", "2.417/3.900 hộ"),
        ("Đạt 13,1 bác sỹ/1vạn dân.", "RATE", "13,1 bác sỹ/1vạn dân"),
        ("Năng suất 55 tạ/ha.", "RATE", "55 tạ/ha"),
        ("Gấp 1,3 lần cùng kỳ.", "COUNT", "1,3 lần"),
        ("Đạt từ 6 đến 7 triệu đồng.", "MONEY", "6 đến 7 triệu đồng"),
        ("Giảm 3 - 4%/năm.", "PERCENT", "3 - 4%/năm"),
        ("Bão làm 830 căn nhà tốc mái.", "COUNT", "830 căn"),
        ("Đón 2,6 triệu lượt khách.", "COUNT", "2,6 triệu lượt"),
        ("Ghi nhận 27 ca sốt xuất huyết.", "COUNT", "27 ca"),
        ("Xây mới 54 phòng học.", "COUNT", "54 phòng học"),
        ("Khu đô thị có 2.100 căn hộ.", "COUNT", "2.100 căn hộ"),
        ("Cấp 45.000 m3/năm.", "RATE", "45.000 m3/năm"),
        ("Bình quân 17,5 tiêu chí/xã.", "RATE", "17,5 tiêu chí/xã"),
        ("Có 31,4 giường bệnh/10.000 dân.", "RATE", "31,4 giường bệnh/10.000 dân"),
        ("Thu nhập 50 triệu đồng/người/năm.", "MONEY", "50 triệu đồng/người/năm"),
        ("Giá trị giảm (-3,7%).", "PERCENT", "-3,7%"),
        ("Tăng trưởng âm 1,8%.", "PERCENT", "1,8%"),
    ],
)
def test_that_the_guideline_s_figure_is_found(read, text, label, surface):
    assert read(text).labelled() == [(label, surface)]


@pytest.mark.parametrize(
    ("text", "surface", "attributes"),
    [
        ("Đạt 2.236 tỷ đồng, 1,5%.", "2.236 tỷ đồng", {"value": "2236000000000", "unit": "VND"}),
        ("Đạt 6,43%.", "6,43%", {"value": "6.43", "unit": "%"}),
        ("Trồng 1.500ha, đạt 98,5% kế hoạch.", "1.500ha", {"value": "1500", "unit": "ha"}),
        ("Phát 2,4 tỷ kWh.", "2,4 tỷ kWh", {"value": "2400000000", "unit": "kWh"}),
        ("Có 18/24 chỉ tiêu.", "18/24 chỉ tiêu", {"value": "18", "total": "24", "unit": "chỉ tiêu"}),
        ("Từ 6 đến 7 triệu đồng.", "6 đến 7 triệu đồng", {"value": "6000000", "value_max": "7000000"}),
        ("Giảm -3,7%.", "-3,7%", {"value": "-3.7", "direction": "down"}),
        ("Chỉ số tăng (+4%).", "+4%", {"value": "4", "direction": "up"}),
        ("Tăng trưởng âm 1,8%.", "1,8%", {"value": "1.8", "direction": "down"}),
        ("Tăng 0,8 điểm %.", "0,8 điểm %", {"value": "0.8", "unit": "%"}),
        ("Tăng 0,8 điểm phần trăm.", "0,8 điểm phần trăm", {"value": "0.8", "unit": "%"}),
        ("Gấp 1,3 lần năm trước.", "1,3 lần", {"value": "1.3", "unit": "lần", "direction": "up"}),
        ("Vay 5 triệu đô la Mỹ.", "5 triệu đô la Mỹ", {"value": "5000000", "unit": "USD"}),
        ("Thu 12,5 triệu Euro.", "12,5 triệu Euro", {"unit": "EUR"}),
        ("Thu hoạch 15 tấn.", "15 tấn", {"unit": "t"}),
        ("Thu hoạch 15 tạ.", "15 tạ", {"value": "15", "unit": "tạ"}),
        ("Rộng 3 héc-ta.", "3 héc-ta", {"unit": "ha"}),
        ("Rộng 300 m².", "300 m²", {"unit": "m2"}),
        ("Khai thác 315m³ cát.", "315m³", {"unit": "m3"}),
        ("Thu 12 lít xăng.", "12 lít", {"unit": "l"}),
        ("Công suất 3 GW.", "3 GW", {"unit": "GW"}),
        ("Thành lập 118 DN.", "118 DN", {"unit": "DN"}),
        ("Bầu 15 uỷ viên.", "15 uỷ viên", {"unit": "uỷ viên"}),
        ("Đạt 13,1 bác sỹ/1vạn dân.", "13,1 bác sỹ/1vạn dân", {"unit": "bác sỹ", "per": "10000 dân"}),
        ("Đạt 31 giường/10.000 dân.", "31 giường/10.000 dân", {"per": "10000 dân"}),
        ("Đạt 12,8 bác sĩ/vạn dân.", "12,8 bác sĩ/vạn dân", {"per": "10000 dân"}),
        ("Đạt 6 triệu đồng/người/năm.", "6 triệu đồng/người/năm", {"unit": "VND", "per": "người/năm"}),
        ("Thu nhập bình quân đầu người 51 triệu đồng.", "51 triệu đồng", {"unit": "VND"}),
        ("Năng suất 63,8 tạ/ha.", "63,8 tạ/ha", {"unit": "tạ", "per": "ha"}),
        ("Tỷ suất sinh giảm 0,2‰.", "0,2‰", {"value": "0.2", "unit": "‰", "direction": "down"}),
    ],
)
def test_that_values_and_units_are_those_of_the_guideline(read, text, surface, attributes):
    got = read(text).attributes(surface)
    assert {name: got.get(name) for name in attributes} == attributes
    assert got.get("ambiguous", "") == ""


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("khoảng", "about"),
        ("chừng", "about"),
        ("xấp xỉ", "about"),
        ("gần", "nearly"),
        ("ngót", "nearly"),
        ("trên", "over"),
        ("hơn", "over"),
        ("dưới", "under"),
        ("tối đa", "up_to"),
        ("không quá", "up_to"),
        ("nhiều nhất", "up_to"),
        ("ít nhất", "at_least"),
        ("tối thiểu", "at_least"),
        ("không dưới", "at_least"),
    ],
)
def test_that_the_word_before_a_figure_qualifies_it(read, words, qualifier):
    found = read(f"Hỗ trợ cho {words} 500 hộ vay vốn.")
    assert found.surfaces() == ["500 hộ"]
    assert found.attributes("500 hộ")["qualifier"] == qualifier
    assert found.piece("500 hộ", "qualifier") == words


def test_that_from_and_upwards_is_at_least(read):
    found = read("Tỷ lệ hồ sơ trực tuyến từ 70% trở lên.")
    assert found.attributes("70%")["qualifier"] == "at_least"
    assert "value_max" not in found.attributes("70%")


def test_that_an_estimate_is_a_status_and_no_qualifier(read):
    got = read("Sản lượng ước 402,6 nghìn tấn.").attributes("402,6 nghìn tấn")
    assert got["status"] == "estimate"
    assert "qualifier" not in got


@pytest.mark.parametrize(
    ("text", "surface", "direction"),
    [
        ("Doanh thu tăng 21%.", "21%", "up"),
        ("Hộ nghèo giảm 3,8%.", "3,8%", "down"),
        ("Tỉnh có thêm 05 xã.", "05 xã", "up"),
        ("Dự án bị cắt 40 tỷ.", "40 tỷ", "down"),
        ("Tốc độ tăng trưởng kinh tế đạt 6,43%.", "6,43%", "up"),
        ("Mức giảm tỷ lệ hộ nghèo 3,8%.", "3,8%", "down"),
        ("Giá trị gia tăng ngành nông nghiệp 4,1%.", "4,1%", None),
        ("Tỷ lệ giải ngân thấp hơn 5,4 điểm %.", "5,4 điểm %", "down"),
        ("Tỷ lệ giải ngân cao hơn 5,4 điểm %.", "5,4 điểm %", "up"),
        ("Tỷ lệ hộ nghèo giảm còn 24,5%.", "24,5%", None),
        ("Tỷ lệ hộ nghèo giảm xuống còn 24,5%.", "24,5%", None),
        ("Giá vàng tăng lên 75 triệu đồng.", "75 triệu đồng", None),
        ("Giảm tỷ lệ hộ nghèo 3%.", "3%", "down"),
        ("Giá trị nhập khẩu giảm (-3,6%).", "-3,6%", "down"),
        ("Chỉ số giá tăng bình quân 5%/năm.", "5%/năm", "up"),
        ("Kéo giảm từ 5 đến 10% số vụ cháy.", "5 đến 10%", "down"),
        ("GRDP tăng từ 5% trở lên.", "5%", "up"),
        ("Mực nước thấp hơn mức bình thường 2 m.", "2 m", "down"),
        ("Có 13 sản phẩm tăng, tám sản phẩm giảm.", "tám sản phẩm", None),
    ],
)
def test_that_only_a_change_has_a_direction(read, text, surface, direction):
    assert read(text).attributes(surface).get("direction") == direction


@pytest.mark.parametrize(
    ("text", "surface", "basis"),
    [
        ("Thu ngân sách đạt 68% kế hoạch.", "68%", "plan"),
        ("Thu ngân sách đạt 68% KH.", "68%", "plan"),
        ("Thu ngân sách đạt 68% chỉ tiêu.", "68%", "plan"),
        ("Thu ngân sách đạt 68% mục tiêu.", "68%", "plan"),
        ("GRDP thấp hơn 1,9% so với kịch bản.", "1,9%", "plan"),
        ("Thu ngân sách đạt 68% dự toán.", "68%", "budget"),
        ("Thu ngân sách tăng 6% so với cùng kỳ.", "6%", "same_period"),
        ("Thu ngân sách tăng 6% so với CK.", "6%", "same_period"),
        ("Thu ngân sách tăng 6% so với cùng kỳ năm trước.", "6%", "same_period"),
        ("Tháng 9/2023, thu ngân sách tăng 6% so với tháng 9/2022.", "6%", "same_period"),
        ("Thu ngân sách tăng 6% so với năm trước.", "6%", "previous"),
        ("Thu ngân sách tăng 6% so với tháng trước.", "6%", "previous"),
        ("Nợ thuế tăng 96 tỷ đồng so với đầu kỳ.", "96 tỷ đồng", "previous"),
        ("Số xã tăng 2 xã so với năm 2020.", "2 xã", "previous"),
        ("Tiết kiệm 10% chi thường xuyên.", "10%", "total"),
        ("Người Mông chiếm 46,8%.", "46,8%", "total"),
        ("60% dân số có thẻ.", "60%", "total"),
        ("Phát hiện 32% số ca.", "32%", "total"),
        ("Tỷ lệ hộ nghèo đạt 46%.", "46%", None),
        ("Thu nhập cao hơn bình quân cả nước 4,6 điểm %.", "4,6 điểm %", "national"),
        ("Tỷ lệ lấp đầy cao hơn 36 điểm % so với bình quân cả nước.", "36 điểm %", "national"),
        ("Sản lượng tôm chiếm 40% sản lượng cả nước.", "40%", "national"),
    ],
)
def test_that_a_share_or_change_says_what_it_is_against(read, text, surface, basis):
    assert read(text).attributes(surface).get("basis") == basis


def test_that_a_basis_before_a_list_holds_to_the_end_of_the_list(read):
    found = read("So với cùng kỳ: giảm 09 vụ, giảm 04 người chết, tăng 03 người bị thương.")
    assert [found.attributes(surface)["basis"] for surface in found.surfaces()] == ["same_period"] * 3


def test_that_a_basis_belongs_to_the_figure_it_follows(read):
    found = read("Đàn trâu giảm 2,4%, đàn lợn tăng 3,1% so với cùng kỳ.")
    assert "basis" not in found.attributes("2,4%")
    assert found.attributes("3,1%")["basis"] == "same_period"


@pytest.mark.parametrize(
    ("text", "surface", "status"),
    [
        ("Doanh thu đạt 500 tỷ đồng.", "500 tỷ đồng", "actual"),
        ("Doanh thu ước đạt 500 tỷ đồng.", "500 tỷ đồng", "estimate"),
        ("Doanh thu ước 500 tỷ đồng, tăng 5%.", "5%", "estimate"),
        ("Thu ước 500 tỷ đồng; chi 300 tỷ đồng.", "300 tỷ đồng", "estimate"),
        ("Sản lượng ước 500 tấn; đã thu hoạch 71.200ha.", "71.200ha", "actual"),
        ("Phấn đấu thu ngân sách đạt 500 tỷ đồng.", "500 tỷ đồng", "target"),
        ("Tỉnh đặt mục tiêu thu hút 500 tỷ đồng.", "500 tỷ đồng", "target"),
        ("Dự toán giao 500 tỷ đồng.", "500 tỷ đồng", "target"),
        ("Dự báo GRDP tăng 7%.", "7%", "forecast"),
        ("Nguồn vốn dự kiến 500 tỷ đồng.", "500 tỷ đồng", "forecast"),
        ("Các mục tiêu chủ yếu như: GRDP tăng 9%. Tỷ lệ hộ nghèo còn 4%.", "4%", "target"),
        ("Thu đạt 68% mục tiêu, nợ thuế 50 tỷ đồng.", "50 tỷ đồng", "actual"),
    ],
)
def test_that_the_status_follows_the_sentence(read, text, surface, status):
    assert read(text).attributes(surface)["status"] == status


def test_that_a_heading_gives_its_status_to_what_stands_under_it(read):
    found = read(
        "I. KẾT QUẢ\n\nThu ngân sách đạt 500 tỷ đồng, vượt dự toán.\n\n"
        "II. MỤC TIÊU ĐẾN NĂM 2025\n\nThu ngân sách đạt 700 tỷ đồng, kết nạp 200 đảng viên.\n\n"
        "III. TỒN TẠI\n\nCòn 12 xã chưa đạt chuẩn, tập trung ở vùng cao.\n"
    )
    assert found.attributes("500 tỷ đồng")["status"] == "actual"
    assert found.attributes("700 tỷ đồng")["status"] == "target"
    assert found.attributes("200 đảng viên")["status"] == "target"
    assert found.attributes("12 xã")["status"] == "actual"


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 19/10, Hội nghị lần thứ 16 khóa XIV.",
        "Tỉnh công nhận phổ cập mức độ 3.",
        "Nghị quyết số 08-NQ/TU của Tỉnh ủy.",
        "Lúc 8 giờ 30 phút, tại Km 24+300 Quốc lộ 6.",
        "Gọi số 0275.3822.113 hoặc 0299 3822 610.",
        "Do ảnh hưởng của bão số 6, đường tỉnh 664 bị ngập.",
        "Sản phẩm đạt hạng 3 sao theo khoản 3 Điều 12.",
        "Sau 5 năm, cả 9 tháng đầu năm 2023 và quý II/2022.",
        "Con tôm đi khắp năm châu bốn biển.",
        "Xếp thứ 31/63 tỉnh, thành phố.",
        "Xe tải biển số 71C-048.26 va chạm tại thôn 5.",
        "Thời gian cấp phép không quá 12 ngày.",
        "Tỷ lệ trẻ em dưới 5 tuổi được tiêm.",
        "Phòng, chống dịch Covid-19 theo Đề án 06.",
        "Mỗi xã một sản phẩm là chương trình lớn.",
        "Trực 24/24 giờ, 7/7 ngày.",
        "Vùng Bảy Núi được mùa.",
        "Phủ sóng 4G, 5G đến các bản.",
        "Giải quyết công việc giữa hai kỳ Hội nghị.",
        "Hàng nghìn người dân tham gia, hàng chục hộ hiến đất.",
    ],
)
def test_that_what_is_no_figure_is_left_alone(read, text):
    assert read(text).surfaces() == []


def test_that_page_furniture_holds_no_figure(read):
    found = read(
        "Trang chủ » Kinh tế\nTỉnh thu hút vốn\n16/08/2024 14:20 | Lượt xem: 1.284\n\n"
        "Tỉnh cấp chủ trương cho 14 dự án trong bảy tháng đầu năm, nhiều nhất từ trước đến nay.\n\n"
        "In bài viết | Chia sẻ: 37\nTin khác: Tỉnh xuất khẩu 520 triệu USD thủy sản\n"
    )
    assert found.surfaces() == ["14 dự án"]
