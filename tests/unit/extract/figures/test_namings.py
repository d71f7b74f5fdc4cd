"""Names that are told in roundabout ways: by topic, by part, by price, for several figures at once."""

import pytest


def links(found):
    """Return the name each figure measures by the figure's surface."""
    return {surface: found.piece(surface, "measures") for surface in found.surfaces()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trong đó, xuất khẩu 814 triệu USD; nhập khẩu 587 triệu USD.",
            {"814 triệu USD": "xuất khẩu", "587 triệu USD": "nhập khẩu"},
        ),
        (
            "Hàng chủ lực vẫn là thanh long với trên 62 nghìn tấn (chiếm 40% tổng lượng).",
            {"62 nghìn tấn": "thanh long", "40%": "thanh long"},
        ),
        ("Giá cà phê thương lái thu mua dao động 98.000 - 101.000 đồng/kg.", "Giá cà phê"),
        ("Công suất phòng dịp Tết đạt 85%.", "Công suất phòng"),
        ("Số vốn đã giải ngân 9,9 tỷ đồng.", "Số vốn đã giải ngân"),
        ("Giá mía tại ruộng từ 1.000 - 1.100 đồng/kg.", "Giá mía"),
        ("Mật độ bụi vượt quy chuẩn 1,5 lần.", "Mật độ bụi"),
        ("Tỷ lệ hộ có nước máy ở đô thị đạt 99%, ở nông thôn 78%.", "Tỷ lệ hộ có nước máy"),
        ("Lượng mưa phổ biến từ 70 - 110 mm, riêng Sìn Hồ đo được 173 mm.", "Lượng mưa"),
        ("Giá cát tăng 25%, có thời điểm lên tới 300.000 đồng/m3.", "Giá cát"),
        (
            "Mực nước sông Lô tại Hàm Yên lúc 19h ngày 2/9 là 34,98 m, cao hơn báo động II 0,48 m.",
            "Mực nước sông Lô",
        ),
        ("Tỷ lệ trẻ bỏ học còn 0,2% (cấp THCS 0,4%).", "Tỷ lệ trẻ bỏ học"),
        ("Cháy, nổ: 09 vụ, tăng 02 vụ so với cùng kỳ.", "Cháy, nổ"),
        (
            "Tai nạn lao động: xảy ra 18 vụ, chết 3 người; so với cùng kỳ giảm 2 vụ.",
            {"18 vụ": "Tai nạn lao động", "3 người": None, "2 vụ": "Tai nạn lao động"},
        ),
        (
            "GRDP tăng 6,1%; trong đó khu vực I tăng 3,1%, đóng góp 1,2 điểm phần trăm.",
            {"6,1%": "GRDP", "3,1%": "khu vực I", "1,2 điểm phần trăm": "khu vực I"},
        ),
        (
            "Thu ngân sách bằng 20,1% dự toán Trung ương giao, 15,9% dự toán HĐND tỉnh giao.",
            "Thu ngân sách",
        ),
        ("Đảng bộ xã Phú An được thành lập trên cơ sở hợp nhất ba đảng bộ.", None),
        ("Tử vong 01 ca.", None),
        ("Cá biệt có 05 đơn vị chưa báo cáo.", None),
        ("Tuổi thọ trung bình đạt 73,9 tuổi.", "Tuổi thọ trung bình"),
        ("Số thu từ xổ số 96 tỷ đồng.", "Số thu từ xổ số"),
        ("Kinh tế số 14,5% GRDP.", "Kinh tế số"),
        (
            "Vật nuôi ổn định: trâu 2.310 con, dê 9.400 con, lợn 51.000 con.",
            {"2.310 con": "trâu", "9.400 con": "dê", "51.000 con": "lợn"},
        ),
        ("Tỷ lệ hộ dùng điện đạt 99,7%, trong đó nông thôn 99,5%.", "Tỷ lệ hộ dùng điện"),
        ("Quỹ bảo trì đường bộ đạt 34 tỷ đồng.", "Quỹ bảo trì đường bộ"),
        ("Ngành thuế thu 1.240 tỷ đồng.", None),
        (
            "Chỉ số hài lòng của người dân, doanh nghiệp đối với công an đạt 88%.",
            "Chỉ số hài lòng của người dân, doanh nghiệp đối với công an",
        ),
        ("Tỷ lệ thu gom rác khu vực đô thị đạt 95%.", "Tỷ lệ thu gom rác khu vực đô thị"),
        (
            "IIP tăng 6%; sản xuất và phân phối điện, khí đốt, nước nóng, hơi nước và điều hòa không khí "
            "tăng 4,4%.",
            {
                "6%": "IIP",
                "4,4%": "sản xuất và phân phối điện, khí đốt, nước nóng, hơi nước và điều hòa không khí",
            },
        ),
        ("Số dư tính đến 30/6 giảm 3%.", "Số dư"),
        ("Lãi suất gửi kỳ hạn 6 tháng 4,2 - 4,8%/năm.", "Lãi suất gửi kỳ hạn 6 tháng"),
        ("Ngân hàng giảm lãi 17 tỷ đồng cho khách hàng.", None),
        (
            "Hội có 4.310 hội viên, trong đó hội viên nữ 1.970 người, tăng 2%.",
            {"4.310 hội viên": None, "1.970 người": "hội viên nữ", "2%": "hội viên nữ"},
        ),
        ("Mức hỗ trợ là 60 triệu đồng/hộ xây mới, 30 triệu đồng/hộ sửa chữa.", "Mức hỗ trợ"),
        ("Hạ tầng số: 100% xã có cáp quang.", None),
        ("Số lao động đóng bảo hiểm bắt buộc là 61.300 người.", "Số lao động đóng bảo hiểm bắt buộc"),
        ("Dư nợ cho vay nông nghiệp, nông thôn 7.120 tỷ đồng.", "Dư nợ cho vay nông nghiệp, nông thôn"),
        ("Tài sản thiệt hại trị giá khoảng 3,1 tỷ đồng.", "Tài sản thiệt hại"),
        ("Giá thuê cao nhất 60 nghìn đồng/m2, thấp nhất 20 nghìn đồng/m2.", "Giá thuê cao nhất"),
        (
            "Kim ngạch mua bán hàng hóa qua các cửa khẩu trên địa bàn đạt 310 triệu USD.",
            "Kim ngạch mua bán hàng hóa",
        ),
    ],
)
def test_that_a_name_told_in_a_roundabout_way_is_found(read, text, expected):
    found = links(read(text))
    assert found == (expected if isinstance(expected, dict) else dict.fromkeys(found, expected))


def test_that_figures_told_one_by_one_go_back_to_the_names_before_them(read):
    found = read(
        "Số hộ vay vốn là 512 hộ, số dự án là 74 dự án, tăng lần lượt 6,4% và 11% so với cùng kỳ năm trước."
    )
    assert links(found) == {
        "512 hộ": "Số hộ vay vốn",
        "74 dự án": "số dự án",
        "6,4%": "Số hộ vay vốn",
        "11%": "số dự án",
    }
    assert [found.attributes(share).get("basis") for share in ("6,4%", "11%")] == ["same_period"] * 2


def test_that_constant_prices_are_nothing_to_compare_with(read):
    found = read("Giá trị sản xuất (giá so sánh 2010) đạt 2.340 tỷ đồng, tăng 3,8%.")
    assert "basis" not in found.attributes("3,8%")


def test_that_a_part_of_something_is_no_count(read):
    assert read("Sáp nhập xã An Hòa và một phần xã Bình Minh.").surfaces() == []


def test_that_a_sum_with_a_purpose_is_no_target(read):
    found = read("Vốn trung ương hỗ trợ có mục tiêu 64,3 tỷ đồng.")
    assert found.attributes("64,3 tỷ đồng")["status"] == "actual"
