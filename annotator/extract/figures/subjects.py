"""Find the name of what a figure measures in the words before it, or tell that it is left out."""

from __future__ import annotations

from annotator.extract.figures import judging
from annotator.extract.figures.judging import ELLIPSIS, GROUPS, NAME, NEEDS_MORE, NOTHING, Subject
from annotator.extract.figures.leads import Lead, strip
from annotator.extract.figures.pages import Page
from annotator.extract.figures.quantities import Quantity
from annotator.extract.figures.sentences import DATE, Sentence
from annotator.extract.figures.vocabulary import longest_at, longest_before, names_of, words_of

_HARD = frozenset([";", ".", "!", "?", "…", ":"])
_QUOTES = frozenset(["“", "”", '"'])
_ADJUNCTS = frozenset(["khi", "kể", "nhằm", "nhờ"])
_SUMS = frozenset(
    ["vốn", "nguồn", "kinh", "tiền", "giá", "doanh", "dư", "nợ", "chi", "phí", "lương", "thuế", "học"]
)
_BEFORE_DATES = frozenset(["đầu", "cuối", "giữa", "thời", "điểm"])
_TRAILING = frozenset(
    [
        "đến",
        "trong",
        "của",
        "vào",
        "hết",
        "từ",
        "và",
        "trên",
        "với",
        "là",
        "tính",
        "-",
        "–",
        ",",
        "(",
        "khi",
        "theo",
        "ở",
        "tại",
        "lúc",
        "hồi",
    ]
)


def subject_of(
    page: Page, sentence: Sentence, lead: Lead, quantity: Quantity, *, expected: bool = False
) -> Subject:
    """Return what the words before a figure say it measures.

    `expected` says that a plain noun may be a name here: in a list of names, or before a change of it.
    """
    words = sentence.words
    floor = _hard_floor(words, lead)
    stop = _give_back(words, floor, lead)
    pieces = _pieces(words, floor, stop)
    named = _with_head(page, sentence, lead, pieces)
    if named is None:
        return _without_head(page, sentence, lead, quantity, pieces, expected=expected)
    return named if _may_measure(named, quantity) else Subject(NOTHING)


def _with_head(page: Page, sentence: Sentence, lead: Lead, pieces: list[tuple[int, int]]) -> Subject | None:
    """Return the name that begins with a head: in the last part, or in one before it that goes on."""
    words = sentence.words
    end = pieces[-1][1]
    for at in range(len(pieces) - 1, -1, -1):
        first, last = pieces[at]
        is_last = at == len(pieces) - 1
        if not is_last and at == 0 and _is_glued(words, lead, first):
            return None
        closed = last if is_last else strip(page, sentence, first, last)[0]
        start = _trimmed(words, first, closed)
        head = _head_at(words, start, closed)
        if not head:
            continue
        closed = _without_predicate(words, lead, start + head, closed)
        later = [piece for piece in pieces[at + 1 :] if piece[0] < piece[1]]
        if not later:
            return _named(page, sentence, start, closed, "head", head)
        if closed == last and all(_goes_on(words, *piece) for piece in later):
            return _named(page, sentence, start, end, "head", head)
        return None
    return None


def _without_predicate(words: list[str], lead: Lead, first: int, last: int) -> int:
    """Return where a name ends before a clause about it: `Kinh phí còn mỏng:`, `công suất vận hành thêm`."""
    if ":" in words[lead.stop : lead.at]:
        last = next((index for index in range(first, last) if words[index] in _PREDICATES), last)
    if lead.roles and words[lead.roles[-1].start : lead.roles[-1].end] == ["thêm"]:
        last -= longest_before(names_of("verb"), words[:last], last)
    return max(first, last)


_PREDICATES = frozenset(["còn", "vẫn", "đã", "chưa", "rất", "được", "bị"])


def _may_measure(subject: Subject, quantity: Quantity) -> bool:
    """Tell whether a sum of money is not said to be counted: `tăng vốn 15 lượt`."""
    counts = quantity.label in {"COUNT", "RATIO"} and not quantity.is_times
    return not (counts and subject.entry.split()[0] in _SUMS)


def _is_glued(words: list[str], lead: Lead, floor: int) -> bool:
    """Tell whether the first part goes on from the figure before without a mark between them."""
    return lead.has_previous and floor == lead.cut and words[floor] not in {",", ";", "và", "("}


def _hard_floor(words: list[str], lead: Lead) -> int:
    """Return the word index after the last mark that no name crosses."""
    depth = int(words[lead.stop] == ")")
    quoted = sum(word in _QUOTES for word in words[lead.cut : lead.at]) % 2 == 0
    for index in range(lead.stop - 1, lead.cut - 1, -1):
        if words[index] in _HARD or (words[index] in _QUOTES and not quoted):
            return index + 1
        depth += (words[index] == ")") - (words[index] == "(")
        if depth < 0:
            return index + 1
    return lead.cut


def _give_back(words: list[str], floor: int, lead: Lead) -> int:
    """Return where the name may end: `bình quân` and `cao nhất` before a verb belong to it."""
    stop = lead.stop
    for role in reversed(lead.roles):
        written = " ".join(words[role.start : role.end])
        is_mean = written in {"bình quân", "trung bình", "bình quân chung"}
        is_limit = (
            written in {"cao nhất", "thấp nhất", "tối đa", "tối thiểu"}
            and role.end < lead.at
            and any(other.name in {"level", "direction"} and other.start >= role.end for other in lead.roles)
        )
        if role.start != stop or stop == floor or words[stop - 1] == "," or not (is_mean or is_limit):
            break
        stop = role.end
    return stop


def _pieces(words: list[str], floor: int, stop: int) -> list[tuple[int, int]]:
    """Return the parts of `words[floor:stop]` between commas, in order."""
    cuts = [floor - 1, *(index for index in range(floor, stop) if words[index] == ","), stop]
    return [(left + 1, right) for left, right in zip(cuts, cuts[1:], strict=False)]


def _trimmed(words: list[str], first: int, last: int) -> int:
    """Return where a part begins without the words that only lead up to a name."""
    while first < last:
        if _head_at(words, first, last) or longest_at(names_of("theme"), words[:last], first) > 1:
            break
        if words[first] in {DATE, "-", "–", "+", "•", "*", "(", ")", "“", '"', ">"}:
            first += 1
            continue
        length = longest_at(words_of("lead"), words[:last], first) or longest_at(
            words_of("place"), words[:last], first
        )
        if not length:
            break
        first += length
    return first


def _head_at(words: list[str], first: int, last: int) -> int:
    """Return the length of the head of a name at a word index, 0 when there is none."""
    if first >= last:
        return 0
    length = longest_at(names_of("head"), words[:last], first)
    if not length or longest_at(names_of("other"), words[:last], first) >= length:
        return 0
    if first + length == last and " ".join(words[first:last]) in NEEDS_MORE:
        return 0
    return length


def _goes_on(words: list[str], first: int, last: int) -> bool:
    """Tell whether a part goes on with the name before it rather than begins something else."""
    if last - first > 7 or words[first] == DATE or longest_at(names_of("actor"), words, first):
        return False
    return not any(longest_at(words_of(role), words, first) for role in ("lead", "place", "stop"))


def _without_head(
    page: Page,
    sentence: Sentence,
    lead: Lead,
    quantity: Quantity,
    pieces: list[tuple[int, int]],
    *,
    expected: bool,
) -> Subject:
    """Return what a figure measures when no part before it begins with a head."""
    words = sentence.words
    first, last = pieces[-1]
    first = _trimmed(words, first, last)
    if first >= last:
        return Subject(ELLIPSIS, rule="left out") if lead.has_previous else Subject(NOTHING)
    inner = _inner_head(words, first, last)
    if inner is not None:
        named = _named(page, sentence, inner[0], last, "inner head", inner[1])
        return named if _may_measure(named, quantity) else Subject(NOTHING)
    if ":" in words[lead.stop : lead.at]:
        return Subject(NOTHING)
    first = _list_start(page, sentence, pieces, first)
    if not judging.may_be_name(words, first, last, lead, quantity, expected=expected):
        return judging.left_over(words, first, last, lead, quantity)
    theme = longest_at(names_of("theme"), words[:last], first)
    return _named(page, sentence, first, last, "theme" if theme else "subject", theme)


def _inner_head(words: list[str], first: int, last: int) -> tuple[int, int] | None:
    """Return the first head inside a part that follows a word which leads up to a name."""
    for index in range(first + 1, last):
        if not _leads(words, index) or words[index - 2 : index - 1] in (["chưa"], ["không"]):
            continue
        head = _head_at(words, index, last)
        if head:
            return index, head
    return None


def _leads(words: list[str], index: int) -> bool:
    """Tell whether the words before an index lead up to a name; `tổng` and `tỷ lệ` need none."""
    if words[index - 1] == DATE or longest_before(words_of("lead"), words, index) > 0:
        return True
    return words[index] in _SURE and words[index - 1] not in _LINKS


_SURE = frozenset(["tổng", "tỷ", "tỉ"])
_LINKS = frozenset(["của", "về", "theo", "trong", "các", "những", "từ", "trên", "mỗi", "hay", "như", "nhiều"])


def _list_start(page: Page, sentence: Sentence, pieces: list[tuple[int, int]], first: int) -> int:
    """Return where a list of nouns begins that ends in the last part: `khu vực nông, lâm nghiệp`."""
    words = sentence.words
    if len(pieces) < 2:
        return first
    left, right = pieces[-2]
    left = _trimmed(words, left, right)
    if (
        left < right
        and words[left] in GROUPS
        and right - left <= 6
        and strip(page, sentence, left, right)[0] == right
    ):
        return left
    return first


def _named(page: Page, sentence: Sentence, first: int, last: int, rule: str, head: int) -> Subject:
    """Return the name `words[first:last]` without its period and what trails after it."""
    words = sentence.words
    for index in range(first + max(head, 1), last):
        if words[index] == DATE or _is_adjunct(words, index):
            last = index
            break
    dated = words[last] == DATE
    while last > first + 1 and (words[last - 1] in _TRAILING or (dated and words[last - 1] in _BEFORE_DATES)):
        if longest_before(words_of("whole"), words, last):
            break
        last -= 1
    last = _closed(page, sentence, first, last)
    entry = " ".join(words[first : first + head])
    return Subject(NAME, rule=rule, start=sentence.starts[first], end=sentence.ends[last - 1], entry=entry)


def _is_adjunct(words: list[str], index: int) -> bool:
    """Tell whether a clause or a cited paper begins at a word index: `sau khi ...`, `theo Nghị định ...`."""
    after = words[index + 1 : index + 2]
    if words[index] == "sau":
        return after in (["khi"], [DATE], ["hơn"])
    return words[index] in _ADJUNCTS or (words[index] == "theo" and after in _PAPERS)


_PAPERS = (["nghị"], ["quyết"], ["thông"], ["luật"], ["quy"], ["kế"], ["đề"], ["báo"], ["số"])


def _closed(page: Page, sentence: Sentence, first: int, last: int) -> int:
    """Return the end of a name with the bracket of its short form kept and other brackets left out."""
    words = sentence.words
    opening = next((index for index in range(last - 1, first, -1) if words[index] == "("), None)
    if opening is None or ")" in words[opening:last]:
        return last
    inner = page.text[sentence.starts[opening] + 1 : sentence.ends[last - 1]]
    if last < len(words) and words[last] == ")" and inner.replace(" ", "").isupper():
        return last + 1
    return opening
