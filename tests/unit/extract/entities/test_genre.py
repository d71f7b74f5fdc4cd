"""Sentences of the genre from many offices and provinces, and what is no entity in them."""

from __future__ import annotations

import pytest

NAMES = [
    "Các đồng chí: ⟦PERSON|Hồ Quang Sáng⟧, ⟦POSITION|Bí thư Tỉnh ủy⟧; ⟦PERSON|Lê Thị Mận⟧, "
    "⟦POSITION|Chủ tịch HĐND tỉnh⟧ chủ trì",
    "Đại tá ⟦PERSON|Mai Hữu Trường Vũ⟧",
    "ông ⟦PERSON|Thạch Sa Rết⟧, bà ⟦PERSON|H'Yim Kđoh⟧ và anh ⟦PERSON|K'Brel⟧ hiến đất",
    "⟦POSITION|PHÓ CHỦ TỊCH⟧\n⟦PERSON|Y Thanh Ayun Niê⟧",
    "chị ⟦PERSON|Sùng Thị Mỷ⟧ ở ⟦LOC|bản Nà Tăm⟧, anh ⟦PERSON|Chảo Láo Lở⟧ ở ⟦LOC|thôn Tả Van⟧",
    "Đại tá ⟦PERSON|Ksor H'Lâm⟧, ⟦POSITION|Phó Giám đốc Công an tỉnh⟧ cho biết",
    "Ông ⟦PERSON|Kim Jong Min⟧, ⟦POSITION|Tổng Giám đốc Công ty Dae Young Vina⟧ nói",
    "Ảnh: ⟦PERSON|N.Đ⟧",
    "Tác giả: ⟦PERSON|Mai Hoa⟧; Ảnh: ⟦PERSON|Đức Thịnh⟧",
    "⟦POSITION|PHÓ GIÁM ĐỐC⟧\n⟦PERSON|Hồ Thanh Bạch Hải⟧",
    "⟦POSITION|GIÁM ĐỐC⟧\n(Đã ký)\n⟦PERSON|Hồ Ngọc Sơn⟧",
    "⟦POSITION|TRƯỞNG PHÒNG⟧\nTS. ⟦PERSON|Hồ Quang Sáng⟧",
    "TÌNH HÌNH CHO VAY CÁC ĐỐI TƯỢNG CHÍNH SÁCH\nDANH SÁCH ĐỐI TƯỢNG BẢO TRỢ",
    "bằng công cụ hỗ trợ, trẻ em và người cao tuổi được giúp đỡ",
]
BODIES = [
    "⟦ORG|UBKT⟧ kiểm tra 12 chi bộ; ⟦ORG|UBKT Tỉnh ủy⟧ kết luận",
    "⟦ORG|Công đoàn Giáo dục Quảng Trị⟧ tặng quà",
    "⟦ORG|ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG⟧\n⟦ORG|SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG⟧",
    "⟦ORG|UBND\xa0tỉnh⟧ giao ⟦ORG|Sở  Y tế⟧ chủ trì",
    "⟦ORG|Uỷ ban nhân dân tỉnh Thanh Hoá⟧ và ⟦ORG|Ủy ban nhân dân tỉnh Thanh Hóa⟧",
    "⟦ORG|Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh⟧ họp",
    "⟦ORG|Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh⟧ đôn đốc",
    "⟦ORG|Trung tâm Y tế huyện Na Rì⟧, ⟦ORG|Bệnh viện Đa khoa tỉnh⟧ và ⟦ORG|CDC Đà Nẵng⟧",
    "⟦ORG|Kho bạc Nhà nước khu vực XIV⟧ và ⟦ORG|Ngân hàng Nhà nước chi nhánh tỉnh Gia Lai⟧",
    "⟦ORG|Công ty TNHH MTV Xổ số kiến thiết Tiền Giang⟧ nộp ngân sách",
    "⟦ORG|Công ty CP Tập đoàn Đại Phú⟧ sản xuất 20 nghìn tấn",
    "⟦ORG|Đồn Biên phòng Cửa khẩu quốc tế Cầu Treo⟧ và ⟦ORG|Sư đoàn 346⟧",
    "⟦ORG|Sở Dân tộc và Tôn giáo⟧, ⟦ORG|Đảng ủy UBND tỉnh⟧, ⟦ORG|UBND phường Bình Dương⟧",
    "⟦ORG|TAND hai cấp tỉnh Lào Cai⟧ và ⟦ORG|VKSND 2 cấp tỉnh⟧ phối hợp",
    "⟦ORG|Viện kiểm sát nhân dân⟧ hai cấp kiểm sát 100% tin báo",
    "⟦ORG|Trung ương Đoàn⟧ phát động; ⟦ORG|Ngân hàng Phát triển châu Á⟧ tài trợ",
    "UBND các huyện, HĐND các cấp, Sở Y tế các tỉnh, công an các xã",
    "Trạm y tế xã thiếu thuốc; Báo cáo nêu rõ; Hội trường chật kín; Ban hành kế hoạch",
    "trụ sở cơ quan, cơ sở y tế và trường học",
    "Số: 23/QĐ-UBND",
    "Thay mặt ⟦ORG|Ban Giám đốc Công an tỉnh⟧, tôi khen ngợi",
]
TITLES = [
    "⟦POSITION|Trưởng Ban Kinh tế - Ngân sách HĐND tỉnh⟧ ⟦PERSON|Vũ Xuân Hòa⟧ thẩm tra",
    "⟦POSITION|Phó Trưởng đoàn Đại biểu Quốc hội tỉnh⟧ dự",
    "chị ⟦PERSON|Lê Thu Hà⟧, ⟦POSITION|Bí thư Trung ương Đoàn⟧",
    "⟦POSITION|Phó Chủ tịch Trung ương Hội Nông dân Việt Nam⟧ ⟦PERSON|Lê Văn Tám⟧ dự",
    "⟦POSITION|Chi cục trưởng Chi cục Kiểm lâm⟧ báo cáo",
    "⟦POSITION|Chánh Văn phòng UBND tỉnh⟧ và ⟦POSITION|Chánh Thanh tra tỉnh⟧",
    "⟦POSITION|Bí thư Chi bộ bản Tả Phìn⟧ vận động bà con",
    "⟦POSITION|Chủ tịch UBND thành phố⟧ ⟦PERSON|Trần Việt Hòa⟧ dự",
    "⟦POSITION|Bí thư Đảng ủy đặc khu⟧ ⟦PERSON|Lê Anh Tuấn⟧ dự",
    "TL. ⟦POSITION|GIÁM ĐỐC⟧\n⟦POSITION|CHÁNH VĂN PHÒNG⟧\n⟦PERSON|Mang Thị Kim Lê⟧",
    "giám đốc doanh nghiệp, chủ tịch các hội và phó trưởng công an xã",
]
PLACES = [
    "⟦LOC|Hồ Núi Cốc⟧, ⟦LOC|tỉnh Thái Nguyên⟧ tích nước, cao hơn báo động II 0,5 m",
    "tu bổ ⟦LOC|chùa Bái Đính⟧ và ⟦LOC|nhà thờ đá Sa Pa⟧",
    "Liên hệ: ĐT 0270.3826.118",
    "nối ⟦LOC|Hành lang kinh tế Bắc - Nam⟧ với cảng",
    "Các khu công nghiệp ⟦LOC|Nam Định⟧ kín chỗ; những bãi biển ⟦LOC|Khánh Hòa⟧ đông khách",
    "các ⟦LOC|khu công nghiệp Hòa Xá⟧, ⟦LOC|Mỹ Trung⟧ và ⟦LOC|Bảo Minh⟧",
    "các ⟦LOC|cảng Hải Phòng⟧, ⟦LOC|Quảng Ninh⟧ và các dự án ⟦LOC|sân bay Quảng Trị⟧",
    "⟦LOC|Khu vực Lò Gò - Xa Mát⟧ và ⟦LOC|vùng Tây Bắc - Bắc Trung Bộ⟧",
    "trên ⟦LOC|đường ĐT 607⟧, ⟦LOC|đường Quốc lộ 1A⟧ và ⟦LOC|đường tỉnh 719⟧",
    "xuất sang ⟦LOC|châu Âu⟧, ⟦LOC|châu Phi⟧; dịch tả lợn châu Phi tái phát",
    "⟦LOC|Hồ Ba Bể⟧\nĐông khách",
    "⟦LOC|Vinh⟧, ⟦DATE|ngày 23/8/2024⟧",
    "tại ⟦LOC|KCN Bá Thiện II⟧, ⟦LOC|Cụm công nghiệp Hải Sơn⟧ và ⟦LOC|cảng Cái Mép - Thị Vải⟧",
    "trên ⟦LOC|QL.10⟧, ⟦LOC|Tỉnh lộ 359⟧, ⟦LOC|ĐT.325⟧ và ⟦LOC|đường Hồ Chí Minh⟧",
    "xuất khẩu sang ⟦LOC|Nhật Bản⟧, ⟦LOC|Hoa Kỳ⟧, ⟦LOC|Đài Loan⟧ và ⟦LOC|Đức⟧",
    "Tại ⟦LOC|Đơn Dương⟧, ⟦LOC|Đức Trọng⟧ và ⟦LOC|Hội An⟧ có mưa",
    "⟦LOC|vùng đồng bằng sông Cửu Long⟧, ⟦LOC|miền Trung⟧ và ⟦LOC|Tây Nguyên⟧",
    "⟦LOC|thôn 5⟧, ⟦LOC|phường 3⟧ và ⟦LOC|Thành phố Hồ Chí Minh⟧",
    "yêu cầu Đoàn viên khai thác tốt, nhu cầu lớn, khu vực I tăng",
    "thành phố, thị xã, các huyện nghèo và xã biên giới",
]
TIMES = [
    "⟦DATE|14:20 ngày 24/10/2023⟧ và ⟦DATE|12/07/2023 - 16:35⟧",
    "đến ⟦DATE|31/7⟧ đạt 10/12 huyện, đến 9/11 xã",
    "⟦DATE|Năm 2022⟧, 11/12 chỉ tiêu đạt, 9/10 đồng chí dự; đến ⟦DATE|31/7⟧ chỉ đạt 40%",
    "⟦DATE|Sáng 2/9⟧ đồng loạt khởi công; tăng hạng (8/10 chỉ số thành phần)",
    "gieo cấy ⟦DATE|vụ Mùa 2023⟧; ⟦DATE|10 ngày đầu tháng 9⟧ mưa nhiều",
    "từ ⟦DATE|năm 2022⟧, ⟦DATE|2023⟧ chuyển sang",
    "giảm 4%/năm, 45.000 ngày công, trẻ 24 tháng tuổi, năm thứ 3",
    "Chỉ tiêu | TH ⟦DATE|2022⟧ | KH ⟦DATE|2023⟧",
    "rút từ ⟦DATE|15 ngày⟧ xuống ⟦DATE|7 ngày⟧",
]
PAPERS = [
    "⟦DOCUMENT|Nghị định số 100/2019/NĐ-CP⟧, ⟦DOCUMENT|Chỉ thị 05-CT/TW⟧ và ⟦DOCUMENT|Đề án 06⟧ về dữ liệu",
    "⟦DOCUMENT|Luật Phòng, chống ma túy⟧ và ⟦DOCUMENT|Bộ luật Lao động⟧ ⟦DATE|năm 2019⟧",
    "⟦DOCUMENT|Chương trình 1719⟧ ở vùng cao; ⟦DOCUMENT|Chương trình 135⟧ ⟦DATE|giai đoạn 2016 - 2020⟧",
    "⟦DOCUMENT|Nghị quyết 57⟧ nêu rõ; ⟦DOCUMENT|Đề án 06⟧ đang triển khai",
    "⟦DOCUMENT|Kế hoạch số 27/KH-UBND⟧ và ⟦DOCUMENT|Công điện số 09/CĐ-UBND⟧",
    "Kết luận 5 nội dung; Chương trình 3 năm thi đua".replace("3 năm", "⟦DATE|3 năm⟧"),
    "luật sư tư vấn luật cho người dân",
]
MEETINGS = [
    "⟦EVENT|Festival Hoa Đà Lạt lần thứ X⟧ và ⟦EVENT|Lễ hội đua bò Bảy Núi lần thứ 27⟧",
    "⟦EVENT|Phiên họp lần thứ 5 Ban Chỉ đạo Chuyển đổi số tỉnh⟧, sơ kết",
    "⟦EVENT|Đại hội Công đoàn tỉnh Bắc Ninh lần thứ XX⟧ diễn ra",
    "⟦EVENT|Ngày Chuyển đổi số quốc gia⟧ (⟦DATE|10/10⟧) và ⟦EVENT|Tháng Thanh niên năm 2024⟧",
    "hưởng ứng ⟦EVENT|phong trào “Cả nước chung sức xây dựng nông thôn mới”⟧ sâu rộng",
    "đạt 5 giải Nhất, 2 giải Ba; hội nghị triển khai; lễ ra quân",
    "Ngày mai, Tháng tới và Năm nay đều bận",
]


@pytest.mark.parametrize("marked", [*NAMES, *BODIES, *TITLES, *PLACES, *TIMES, *PAPERS, *MEETINGS])
def test_that_a_sentence_of_the_genre_is_read_to_the_character(unmarked, marked):
    sentence = unmarked(marked)
    assert sentence.shown(sentence.found()) == sentence.shown(sentence.gold)
