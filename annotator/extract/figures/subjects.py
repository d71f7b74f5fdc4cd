"""Find the name of what a figure measures in the words before it, or tell that it is left out."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.extract.figures.leads import Lead, strip
from annotator.extract.figures.pages import Page
from annotator.extract.figures.quantities import Quantity
from annotator.extract.figures.sentences import DATE, FIGURE, Sentence
from annotator.extract.figures.vocabulary import longest_at, longest_before, names_of, words_of

NAME, ELLIPSIS, NOTHING = "name", "ellipsis", "nothing"
_HARD = frozenset([";", ".", "!", "?", "…", "“", "”", '"', ":"])
_NEEDS_MORE = frozenset(
    ["số", "tổng số", "tổng", "mức", "lượng", "nguồn", "giải ngân", "huy động vốn", "thu hút", "quy mô", "tiến độ",
     "thu từ", "chi cho", "chi từ", "số lượng", "cơ cấu kinh tế", "năng lực", "xếp hạng", "nguồn lực"]
)  # fmt: skip
_NO_NAME = frozenset(["đã", "được", "bị", "để", "cho", "không", "chưa", "sẽ", "đang", "phải", "cần", "những"])
_LONGEST_PLAIN = 9
_TRAILING = frozenset(
    [
        "đến",
        "trong",
        "của",
        "vào",
        "hết",
        "cuối",
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
        "đầu",
    ]
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure measures: a name `[start, end)` in code points, one left out, or nothing."""

    kind: str
    rule: str = ""
    start: int = 0
    end: int = 0
    entry: str = ""


def subject_of(page: Page, sentence: Sentence, lead: Lead, quantity: Quantity) -> Subject:
    """Return what the words before a figure say it measures."""
    floor = _hard_floor(sentence.words, lead)
    stop = _give_back(sentence.words, floor, lead)
    pieces = _pieces(sentence.words, floor, stop)
    for at, (first, last) in reversed(list(enumerate(pieces))):
        if at < len(pieces) - 1 and at == 0 and _is_glued(sentence.words, lead, floor):
            break
        last = last if at == len(pieces) - 1 else strip(page, sentence, first, last)[0]
        first = _trimmed(sentence.words, first, last)
        head = _head_at(sentence.words, first, last)
        if head and (at == len(pieces) - 1 or _all_go_on(sentence.words, pieces[at + 1 :])):
            end = stop if _all_nominal(sentence.words, pieces[at + 1 :]) else last
            return _named(page, sentence, first, end, "head", head)
    return _without_head(page, sentence, lead, quantity, pieces, stop)


def _is_glued(words: list[str], lead: Lead, floor: int) -> bool:
    """Tell whether the first part goes on from the figure before without a mark between them."""
    return lead.has_previous and floor == lead.cut and words[floor] not in {",", ";", "và", "("}


def _hard_floor(words: list[str], lead: Lead) -> int:
    """Return the word index after the last mark that no name crosses."""
    depth = int(words[lead.stop] == ")")
    for index in range(lead.stop - 1, lead.cut - 1, -1):
        if words[index] in _HARD:
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
    if first + length == last and " ".join(words[first:last]) in _NEEDS_MORE:
        return 0
    return length


def _all_go_on(words: list[str], pieces: list[tuple[int, int]]) -> bool:
    """Tell whether parts after a name add nothing of their own: a list of nouns, or nothing."""
    return all(first >= last or _goes_on(words, first, last) for first, last in pieces)


def _all_nominal(words: list[str], pieces: list[tuple[int, int]]) -> bool:
    """Tell whether parts after a name are nouns of it."""
    return bool(pieces) and all(first < last for first, last in pieces)


def _goes_on(words: list[str], first: int, last: int) -> bool:
    """Tell whether a part is a further noun of the name before it."""
    starts = ("lead", "place", "stop")
    if (
        last - first > 6
        or words[first] == DATE
        or any(longest_at(words_of(role), words, first) for role in starts)
    ):
        return False
    return not any(longest_at(names_of(kind), words, first) for kind in ("actor", "verb"))


def _without_head(
    page: Page, sentence: Sentence, lead: Lead, quantity: Quantity, pieces: list[tuple[int, int]], stop: int
) -> Subject:
    """Return what a figure measures when no part before it begins with a head."""
    words = sentence.words
    first, last = pieces[-1]
    first = _trimmed(words, first, last)
    if first >= last:
        return Subject(ELLIPSIS, rule="left out") if lead.has_previous else Subject(NOTHING)
    inner = _inner_head(words, first, last)
    if inner is not None:
        return _named(page, sentence, inner[0], last, "inner head", inner[1])
    return _plain(page, sentence, lead, quantity, first, last, pieces)


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
    """Tell whether the words before an index lead up to a name."""
    return words[index - 1] == DATE or longest_before(words_of("lead"), words, index) > 0


def _plain(
    page: Page,
    sentence: Sentence,
    lead: Lead,
    quantity: Quantity,
    first: int,
    last: int,
    pieces: list[tuple[int, int]],
) -> Subject:
    """Judge a subject without a head: a product or a sector is a name, one who acts is none."""
    words = sentence.words
    verb = longest_at(names_of("verb"), words, first)
    theme = longest_at(names_of("theme"), words[:last], first)
    actor = longest_at(names_of("actor"), words[:last], first)
    roles = {role.name for role in lead.roles}
    if (
        verb > theme
        or (verb and first + verb >= last)
        or (longest_before(names_of("verb"), words[:last], last) and last - first > theme)
    ):
        return Subject(NOTHING, rule="acts")
    if actor > theme:
        if "share" in roles:
            return Subject(NOTHING)
        is_change = quantity.label == "PERCENT" or (quantity.label == "MONEY" and "direction" in roles)
        return Subject(ELLIPSIS, rule="part") if lead.has_previous and is_change else Subject(NOTHING)
    if (
        last - first > _LONGEST_PLAIN
        or _NO_NAME.intersection(words[first:last])
        or FIGURE in words[first:last]
    ):
        return Subject(NOTHING)
    stated = quantity.signed or bool(roles & {"direction", "status", "share"}) or _says_level(words, lead)
    if quantity.label in {"COUNT", "RATIO"} and not stated and not (theme > 1 or last - first > theme > 0):
        return Subject(NOTHING)
    if not theme and not stated:
        return Subject(NOTHING)
    first = _list_start(words, pieces, first)
    return _named(page, sentence, first, last, "theme" if theme else "subject", theme)


def _says_level(words: list[str], lead: Lead) -> bool:
    """Tell whether a verb such as `đạt` stands before the figure, not only `có` or a preposition."""
    weak = {"có", "hiện có", "gồm", "với", "từ", "đến", "thu được", "được"}
    return any(
        role.name == "level" and " ".join(words[role.start : role.end]) not in weak for role in lead.roles
    )


def _list_start(words: list[str], pieces: list[tuple[int, int]], first: int) -> int:
    """Return where a list of nouns begins that ends in the last part: `khu vực nông, lâm nghiệp`."""
    if (len(pieces) > 1 and longest_at(names_of("theme"), words, first) == 0) or len(pieces) > 1:
        left, right = pieces[-2]
        left = _trimmed(words, left, right)
        if left < right and words[left] in {"nhóm", "khu", "ngành", "nông", "lĩnh"} and right - left <= 5:
            return left
    return first


def _named(page: Page, sentence: Sentence, first: int, last: int, rule: str, head: int) -> Subject:
    """Return the name `words[first:last]` without its period and what trails after it."""
    words = sentence.words
    for index in range(first + max(head, 1), last):
        if words[index] == DATE:
            last = index
            break
    while last > first + 1 and words[last - 1] in _TRAILING:
        last -= 1
    last = _closed(page, sentence, first, last)
    entry = " ".join(words[first : first + head])
    return Subject(NAME, rule=rule, start=sentence.starts[first], end=sentence.ends[last - 1], entry=entry)


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
