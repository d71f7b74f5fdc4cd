"""Every example and settled case of the guideline's entity layer, to the character."""

from __future__ import annotations

import pytest

PERSON = [
    "Đồng chí ⟦PERSON|Giàng Páo Mỷ⟧ phát biểu.",
    "Ông ⟦PERSON|Trần Đức Hải⟧ và bà ⟦PERSON|Lò Thị Ơn⟧ cùng dự.",
    "học tập phong cách ⟦PERSON|Hồ Chí Minh⟧ trong cán bộ",
    "Bài, ảnh: ⟦PERSON|Kim Ngân⟧",
    "Tin, ảnh: ⟦PERSON|Thùy Linh⟧ – ⟦PERSON|Quốc Bảo⟧",
    "Thượng úy ⟦PERSON|Nguyễn Văn Tâm⟧ trực ban.",
]
POSITION = [
    "⟦POSITION|Bí thư Tỉnh ủy⟧ chủ trì hội nghị.",
    "⟦POSITION|Chủ tịch UBND tỉnh⟧ yêu cầu các sở khẩn trương.",
    "các đồng chí ⟦POSITION|Ủy viên Ban Thường vụ Tỉnh ủy⟧ khóa XIV",
    "Quyết định của ⟦POSITION|Thủ tướng Chính phủ⟧ về ngân sách",
    "Dự họp có ⟦POSITION|Chủ tịch UBND⟧ các huyện, thành phố.",
    "đồng chí ⟦PERSON|Vũ Mạnh Quân⟧, ⟦POSITION|Phó Bí thư Tỉnh ủy⟧, ⟦POSITION|Chủ tịch HĐND tỉnh⟧ dự",
    "⟦POSITION|Chủ tịch UBND tỉnh Lai Châu⟧ đã ký.",
    "⟦POSITION|Cục trưởng⟧ ⟦PERSON|Đinh Văn Sơn⟧ trả lời báo chí.",
    "KT. ⟦POSITION|CHỦ TỊCH⟧\n⟦POSITION|PHÓ CHỦ TỊCH⟧\n⟦PERSON|Lê Thị Hạnh Phúc⟧",
    "lãnh đạo, cán bộ, đại biểu, đảng viên đều nhất trí",
]
ORG = [
    "Nghị quyết của ⟦ORG|Tỉnh ủy⟧, của ⟦ORG|UBND tỉnh⟧ và ⟦ORG|HĐND tỉnh⟧",
    "⟦ORG|Đảng bộ tỉnh Lai Châu⟧ khóa XIV",
    "⟦ORG|Ban Chấp hành (BCH) Đảng bộ tỉnh Lai Châu⟧ khóa XIV họp",
    "⟦ORG|Huyện ủy Sìn Hồ⟧ và ⟦ORG|Bộ Chính trị⟧ cho ý kiến",
    "công tác xây dựng ⟦ORG|Đảng⟧ được chú trọng",
    "kết luận của ⟦ORG|Trung ương⟧ và của ⟦ORG|Tỉnh ủy⟧",
    "⟦ORG|Tỉnh ủy⟧, ⟦ORG|HĐND⟧, ⟦ORG|UBND tỉnh⟧ cùng chỉ đạo",
    "toàn ⟦ORG|Đảng bộ⟧ quyết tâm thi đua",
    "các ban ⟦ORG|HĐND tỉnh⟧ thẩm tra",
    "các sở, ban, ngành, cấp ủy, chính quyền các cấp, các huyện ủy phối hợp",
    "Nhà nước và Nhân dân cùng làm",
    "ĐBP - Hội nghị bàn nhiều việc.",
    "LSO- Hội nghị bàn nhiều việc.",
    "⟦ORG|BCH Đảng bộ tỉnh lai Châu⟧ ra nghị quyết",
]
LOC = [
    "⟦LOC|tỉnh Lai Châu⟧ có ⟦LOC|thành phố Lai Châu⟧ và ⟦LOC|huyện Than Uyên⟧",
    "⟦LOC|Lai Châu⟧ và ⟦LOC|Sơn La⟧ hợp tác",
    "đi qua ⟦LOC|Cảng hàng không Phù Cát⟧ mỗi ngày",
    "trên địa bàn, toàn tỉnh và cả nước",
    "⟦LOC|khu vực Bắc Trung Bộ⟧ có mưa",
    "Các ⟦LOC|huyện Sìn Hồ⟧, ⟦LOC|Phong Thổ⟧ và ⟦LOC|Mường Tè⟧ còn khó khăn",
    "⟦LOC|cầu Bến Sậy⟧ nối ⟦LOC|Khu công nghiệp Suối Lạnh⟧ với ⟦LOC|cao tốc Nội Bài - Lào Cai⟧",
    "tại Km94+300 và ⟦LOC|Quốc lộ 6⟧ bị sạt lở",
    "⟦LOC|tỉnh lai Châu⟧ triển khai",
]
DATE = [
    "⟦DATE|Ngày 19/10⟧ họp; ⟦DATE|năm 2023⟧ tăng; ⟦DATE|9 tháng năm 2023⟧ đạt",
    "⟦DATE|3 tháng cuối năm 2023⟧ và ⟦DATE|quý II/2022⟧",
    "⟦DATE|giai đoạn 2021-2025⟧, ⟦DATE|nhiệm kỳ 2020 - 2025⟧ và ⟦DATE|5 năm⟧ tới",
    "kết quả ⟦DATE|9 tháng đầu năm⟧ và ngày họp ⟦DATE|14/2/2022⟧",
    "đầu nhiệm kỳ và mấy năm gần đây",
    "từ ⟦DATE|năm 2021⟧ đến ⟦DATE|năm 2025⟧, trong ⟦DATE|năm 2022⟧, sau ⟦DATE|năm 2023⟧",
    "⟦DATE|Chiều 6/9/2021⟧, tỉnh họp",
    "Sáng nay (⟦DATE|14/2⟧), tỉnh họp",
    "kế hoạch ⟦DATE|5 năm 2016- 2020⟧ đạt",
    "trong ⟦DATE|4 năm⟧, ⟦DATE|giai đoạn 2022 - 2025⟧ tỉnh làm",
    "tầm nhìn đến ⟦DATE|năm 2050⟧ và tầm nhìn ⟦DATE|2045⟧",
    "⟦DATE|năm học 2023-2024⟧ và ⟦DATE|thời kỳ 2021 - 2030⟧",
    "từ ⟦DATE|tháng 2⟧ đến ⟦DATE|tháng 7⟧",
    "lúc ⟦DATE|8 giờ ngày 21/6⟧ tại trụ sở",
    "⟦DATE|Vụ Đông Xuân 2021 – 2022⟧ được mùa",
    "theo giá cố định ⟦DATE|1994⟧ thì tăng",
    "trực 7/7 ngày trong tuần",
    "⟦DATE|22 giờ 40 phút ngày 11/02⟧ xảy ra cháy",
    "⟦DATE|Bảy tháng đầu năm 2024⟧ thu đạt khá",
]
EVENT = [
    "kết quả ⟦EVENT|Hội nghị lần thứ 8 Ban Chấp hành Trung ương Đảng khóa XIII⟧",
    "⟦EVENT|Đại hội Đảng bộ tỉnh lần thứ XIV⟧ thành công",
    "⟦EVENT|Hội nghị Xúc tiến đầu tư tỉnh Phú Yên năm 2022⟧ khai mạc",
    "chuẩn bị ⟦EVENT|kỷ niệm 50 năm Ngày giải phóng tỉnh⟧",
    "Hội nghị, Đại hội và buổi làm việc đều kết thúc",
    "⟦EVENT|Hội nghị lần thứ 16⟧ bế mạc",
    "⟦EVENT|Hội nghị lần thứ 21, Ban Chấp hành Đảng bộ tỉnh khóa XII⟧, ⟦DATE|nhiệm kỳ 2020 - 2025⟧",
    "Hội nghị tổng kết công tác ⟦DATE|năm 2023⟧",
    "các hoạt động ⟦EVENT|kỷ niệm 20 năm chia tách, thành lập tỉnh⟧; y tế phát triển",
    "sau ⟦DATE|20 năm⟧ chia tách, thành lập",
    "⟦EVENT|Kỳ họp thứ 9 HĐND tỉnh khoá X⟧ xem xét",
]
DOCUMENT = [
    "⟦DOCUMENT|Nghị quyết số 08-NQ/TU⟧ ⟦DATE|ngày 20/5/2021⟧ của ⟦ORG|Tỉnh ủy⟧",
    "⟦DOCUMENT|Kết luận số 21-KL/TW⟧ của ⟦ORG|Bộ Chính trị⟧",
    "⟦DOCUMENT|Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIV⟧ đề ra",
    "⟦DOCUMENT|Nghị quyết Đại hội Đảng bộ tỉnh⟧ đề ra",
    "Nghị quyết về cải cách hành chính và Báo cáo, kế hoạch khác",
    "chỉ tiêu Nghị quyết Đại hội đề ra",
    "Quy hoạch tỉnh ⟦DATE|thời kỳ 2021 - 2030⟧ được duyệt",
    "theo Điều 31 ⟦DOCUMENT|Luật Đất đai⟧ hiện hành",
]


@pytest.mark.parametrize("marked", [*PERSON, *POSITION, *ORG, *LOC, *DATE, *EVENT, *DOCUMENT])
def test_that_an_example_of_the_guideline_is_read_to_the_character(unmarked, marked):
    sentence = unmarked(marked)
    assert sentence.shown(sentence.found()) == sentence.shown(sentence.gold)
