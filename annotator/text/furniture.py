"""The words of page furniture: what menus, counters, share buttons and link lists are made of."""

from __future__ import annotations

import re

# All patterns read folded text: lower case, one tone placement (`khóa`, not `khoá`). They are written in a
# notation of their own on top of regular expressions: a space is white space of any length, `#` a number,
# `=` a colon with or without white space, `%` a number after a colon or in brackets or neither.
_NUMBER = r"\d[\d.,]*"
_NOTATION = {
    " ": r"\s+",
    "#": _NUMBER,
    "=": r"\s*:\s*",
    "%": rf"\s*:?\s*\(?{_NUMBER}\)?",
}


def _pattern(*alternatives: str) -> str:
    joined = "|".join(alternatives)
    return "".join(_NOTATION.get(sign, sign) for sign in joined)


# What says by itself that it is a tool or a counter: trusted beside text without a separator.
_SURE = _pattern(
    "(?:tổng )?(?:số )?lượt (?:xem|đọc|truy cập|tải|thích|chia sẻ)(?: (?:trang|bài viết|bài|tin))?=#",
    "(?:số )?lượt (?:xem|đọc)%|(?:số )?lần (?:xem|đọc)=#|đã (?:xem|đọc)=#(?: (?:lần|lượt))?|(?:xem|views?)=#",
    "(?:tổng )?(?:số )?(?:lượt )?truy cập=#",
    "(?:bình luận|chia sẻ|like|thích|share)=#",
    "(?:đang|khách|người|thành viên) (?:online|trực tuyến|truy cập)=#(?: (?:khách|người))?",
    r"(?:xem với )?cỡ chữ\s*:?(?:\s*\ba\b\s?[-–+]?)*",
    r"a\s?[-–](?:\s*\|?\s*a)?\s*\|?\s*a\s?\+|a\s?\+(?:\s*\|?\s*a)?\s*\|?\s*a\s?[-–]",
    "in bài (?:viết|này)|in trang(?: này)?|bản in",
    "gửi (?:e-?mail|bài viết|cho bạn bè|qua email)",
    "chia sẻ(?: (?:bài viết|bài))?(?: (?:lên|qua|trên|với))?(?: mạng xã hội)?"
    r"(?:[\s,]+(?:facebook|zalo|twitter|google\s?\+?|linkedin|youtube|telegram|messenger|pinterest|email))+",
    "chia sẻ bài viết",
    "(?:tăng|giảm) (?:tương phản|cỡ chữ|kích thước chữ)",
    r"tổng số điểm của bài viết là\s*:? # trong # đánh giá",
    "(?:click|bấm|nhấn|nhấp) (?:vào )?để đánh giá(?: bài viết)?",
    r"xếp hạng=#\s*(?:/\s*\d+)?\s*-\s*# phiếu bầu",
)

# The same in words a report may use as well: trusted only between separators or line ends.
_LIKELY = _pattern(
    r"(?<![:/.])# (?:lượt|lần) (?:xem|đọc|truy cập|chia sẻ|thích)(?!\s*:)",
    "(?:số )?lượt (?:xem|đọc)|đã (?:xem|đọc)%(?: (?:lần|lượt))?",
    "(?:views?|likes?|shares?|comments?|bình luận|thích)%|# (?:views?|likes?|shares?|bình luận)",
    r"(?:đánh giá|bình chọn)(?: (?:bài viết|bài|tin))?(?:%(?:\s*/\s*\d+)?)?",
    "# (?:phiếu bầu|đánh giá|bình chọn)",
    r"facebook|zalo|twitter|google\s?\+|linkedin|youtube|telegram|messenger|pinterest|e-?mail",
    "chia sẻ(?: (?:bài|tin)(?: này)?)?|like|share|tweet|views?|bình luận",
    "print|in tin|in bài|in|gửi (?:tin|bài|bình luận|phản hồi|mail)|lưu (?:bài viết|bài|tin|trang)",
    r"(?:đọc|nghe)(?: đọc)? (?:bài viết|bài)|sao chép liên kết|a\s?[+-]|tương phản",
    "(?:trở )?(?:về|lên) đầu trang|quay lại|trở lại|về trang trước",
    r"theo dõi (?:chúng tôi|báo[^|\n]{0,30}) trên \w[\w ]{0,20}",
)

# Menus, visitors and the site's own frame.
_SITE = _pattern(
    r"đăng (?:nhập|ký|xuất)|rss|site\s?map|sơ đồ (?:site|cổng|website|web|trang)|english(?: version)?",
    "tiếng (?:việt|anh)|tìm kiếm(?: nâng cao)?|trang chủ|home(?:page)?|liên hệ|hộp thư(?: góp ý)?",
    r"thư điện tử|mail công vụ|lịch (?:công tác|làm việc|tiếp dân)|hỏi\s*[-–]?\s*đáp|thư viện (?:ảnh|video)",
    "(?:multi)?media|video|podcast|e-?magazine|infographic|menu|đặt báo|(?:bỏ qua|nhảy đến) nội dung",
)
_VISITORS = _pattern(
    "(?:đang|khách|người|thành viên|máy chủ) (?:online|trực tuyến|truy cập|viếng thăm|tìm kiếm|xem)%"
    "(?: (?:khách|người))?",
    "hôm (?:nay|qua)%|(?:trong )?(?:tuần|tháng|năm) (?:này|trước|qua)%",
    "(?:tổng )?(?:số )?(?:lượt |người )?(?:truy cập|online)(?: (?:hôm nay|trong (?:ngày|tuần|tháng|năm)))?%",
    "bạn là (?:khách|người) (?:truy cập |viếng thăm )?thứ%",
    r"(?:nhiệt độ|thời tiết)\s*:?[^|\n]{0,20}",
)

TOOL = re.compile(
    rf"(?<!\w)(?:(?P<sure>{_SURE})(?!\w)|(?P<site>{_VISITORS}|{_SITE})(?!\w)|(?:{_LIKELY})(?!\w))"
)
"""One piece of furniture in a line: groups `sure` and `site` say of which kind, neither is a likely one."""

HINT = re.compile(
    r"xem|đọc|nghe|truy\s|tải|thích|chia\s|luận|like|share|tweet|online|tuyến|viếng|cỡ|a\s?[-–+]|bài|trang|tin"
    r"|in\b|print|gửi|phản|phiếu|đánh|chọn|chép|lại|hạng|view|comment|facebook|zalo|twitter|google|linkedin"
    r"|youtube|telegram|messenger|pinterest|mail|đăng|rss|site|sơ\s|english|tiếng|tìm|home|hệ|thư|lịch|hỏi"
    r"|media|video|podcast|magazine|graphic|menu|báo|nội\s+dung|hôm|này|trước|qua|bạn|độ|thời|khách|viên|máy"
)
"""What every tool holds somewhere: a line without it needs no closer look."""

SURE_HINT = re.compile(
    r"(?:lượt|lần)\s+(?:xem|đọc)|truy\s+cập\s*:|cỡ\s+chữ|a\s?[-+]\s|in\s+bài|bản\s+in|chia\s+sẻ\s"
)
"""The same for running text, where only sure tools count."""

_RUBRICS = _pattern(
    "giới thiệu|tin tức|sự kiện|văn bản|thông báo|dịch vụ công|công báo|thủ tục hành chính|chuyên mục",
    "tin (?:trong|ngoài) (?:tỉnh|nước)|chính quyền|công dân|doanh nghiệp|du khách|tổ chức bộ máy",
    "thời sự|chính trị|kinh tế|xã hội|văn hóa|thể thao|du lịch|pháp luật|quốc tế|giáo dục|đời sống",
    "an ninh|quốc phòng|góp ý|tin nổi bật|tin mới",
)
SITE_WORD = re.compile(_SITE)
"""A whole cell of a menu that only sites have."""

MENU_WORD = re.compile(
    rf"{_SITE}|(?:{_RUBRICS})" + _pattern(r"(?:\s*[-–,&]\s*[^\W\d_]+(?: [^\W\d_]+){0,3})?")
)
"""A whole cell of a menu."""

CRUMB = re.compile(_pattern(r"(?:trang chủ|home|bạn đang (?:ở|xem)\s*:?)\s*(?:[»›>/→|:\t–-]|$)"))
"""How a breadcrumb begins."""

BANNER = re.compile(_pattern(r"(?:(?:cổng|trang) thông tin điện tử|báo điện tử|website)(?: [^\W\d_]+){0,9}"))
"""A whole line that names the site."""

_ITEMS = "(?:các |những )?(?:tin tức|tin bài|bài viết|bài báo|tin|bài)"
_OTHERS = (
    "khác|cùng (?:chuyên mục|loại|chủ đề)|(?:mới|cũ) hơn|mới nhất|đã (?:đưa|đăng)"
    "|(?:đọc|xem) nhiều(?: nhất)?|nổi bật|tiếp theo"
)
LIST_HEAD = re.compile(
    _pattern(
        rf"(?:^|[|\t])\s*(?:[>»•*+-]+\s*)?(?:{_ITEMS} (?:{_OTHERS})",
        "cùng chuyên mục|(?:đọc|xem) nhiều(?: nhất)?|có thể bạn quan tâm|ý kiến bạn đọc",
        r"thống kê (?:số )?(?:lượt |người )?truy cập)\s*(?:\(\d*\)\s*)?(?:$|[:|\t])",
        r"^(?:bình luận|quảng cáo|thăm dò ý kiến|liên kết (?:website|web|site|trang))\s*(?:\(\d*\))?\s*:?$",
    )
)
"""What opens a list of other articles or the statistics, after which the page holds no report."""

LINK_HEAD = re.compile(
    _pattern(
        rf"(?:[>»]+\s*)?(?:{_ITEMS} (?:có )?liên quan|(?:xem|đọc) (?:thêm|tiếp)|mời (?:bạn đọc )?xem",
        r"tags?|từ khóa)\s*(?::|$)",
        r">>+\s*\w",
    )
)
"""How a line that leads to another article begins; the report may go on after it."""

FOOTER = re.compile(
    _pattern(
        "©|copyright|bản quyền (?:thuộc|của|©)|cơ quan chủ quản",
        "giấy phép (?:số|xuất bản|thiết lập|hoạt động)",
        "(?:người )?chịu trách nhiệm (?:chính|nội dung|xuất bản)|(?:tổng|trưởng ban) biên tập=",
        "(?:đề nghị )?ghi rõ nguồn|thiết kế bởi|phát triển bởi|designed by|powered by",
    )
)
"""How the page's footer begins."""

CONTACT = re.compile(
    _pattern("(?:địa chỉ|trụ sở|điện thoại|đt|tel|fax|e-?mail|hotline|website|đường dây nóng)=")
)
"""How a line of the page's address begins; furniture only beside a footer."""

PERIOD_COUNT = re.compile(
    _pattern(
        r"(?:tháng|năm|tuần|ngày) \d+(?:/\d+)?=#",
        r"(?:tổng(?: (?:số|cộng))?|tất cả|hôm (?:nay|qua)|trong \w+|khách|thành viên)(?:%)?",
        "(?:tuần|tháng|năm) (?:này|trước|qua)(?:%)?",
        "#",
    )
)
"""A whole line of visitor statistics, when it stands beside another."""

BYLINE = re.compile(
    _pattern(
        "(?:tác giả|người (?:viết|đăng)|nguồn|theo|biên tập|thực hiện",
        r"(?:tin|bài|ảnh|video|clip)(?:\s*(?:,|và|&|-)\s*(?:tin|bài|ảnh|video))*)\s*[:–-].*",
    )
)
"""A whole line that says who wrote the report."""
