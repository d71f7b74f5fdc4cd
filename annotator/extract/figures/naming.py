"""Give a name its borders: without its period, clauses after it and brackets that are no short form."""

from __future__ import annotations

from annotator.extract.figures.judging import NAME, Subject
from annotator.extract.figures.pages import Page
from annotator.extract.figures.participles import is_sum, without_verb
from annotator.extract.figures.places import place_before
from annotator.extract.figures.roles import TERMS
from annotator.extract.figures.sentences import DATE, Sentence
from annotator.extract.figures.vocabulary import longest_at, longest_before, names_of, words_of

_ADJUNCTS = frozenset(["khi", "kể", "nhằm", "nhờ", "dịp"])
_OF_AREA = frozenset(["thu", "chi", "sách", "nsnn", "sản", "grdp"])
_BEFORE_DATES = frozenset(["đầu", "cuối", "giữa", "thời", "điểm"])


_PAPERS = (["nghị"], ["quyết"], ["thông"], ["luật"], ["quy"], ["kế"], ["đề"], ["báo"], ["số"])


def name_of(page: Page, sentence: Sentence, first: int, last: int, rule: str, head: int) -> Subject:
    """Return the name `words[first:last]` without its period and what trails after it."""
    words = sentence.words
    for index in range(first + max(head, 1), last):
        if (words[index] == DATE and not is_term(words, index)) or _is_adjunct(words, index):
            last = index
            break
    last = _without_clause(words, first, last, head)
    last = without_verb(words, first, last, head)
    last = _without_round(words, first + max(head, 1), last)
    dated = words[last] in {DATE, "ngày", "tháng", "năm", "kỳ"}
    while last > first + 1 and _trails(words[last - 1], dated=dated):
        if (
            longest_before(words_of("whole"), words, last)
            or longest_before(names_of("verb"), words, last) > 1
        ):
            break
        last -= 1
    if dated:
        last = place_before(page, sentence, first + max(head, 1), last) or last
    last = _closed(page, sentence, first, last)
    entry = " ".join(words[first : first + head])
    return Subject(NAME, rule=rule, start=sentence.starts[first], end=sentence.ends[last - 1], entry=entry)


def is_term(words: list[str], index: int) -> bool:
    """Tell whether a length of time belongs to a name: `lãi suất tiền gửi kỳ hạn 12 tháng`."""
    return words[max(0, index - 2) : index] in TERMS


def _without_clause(words: list[str], first: int, last: int, head: int) -> int:
    """Return where a name ends before who did what to it: `giá dừa khô thương lái thu mua`."""
    verb = longest_before(names_of("verb"), words[:last], last)
    if words[first] == "số" and not is_sum(words, first):
        return last
    for index in range(first + head + 1, last - verb):
        actor = longest_at(names_of("actor"), words[:last], index)
        if verb and actor > 1 and index + actor == last - verb and words[index - 1] != "sách":
            return index
    return last


def _without_round(words: list[str], floor: int, last: int) -> int:
    """Return where a name ends before the round or the whole area it was measured in.

    `tỷ lệ tiêm phòng đợt 2`, `dư nợ trên địa bàn`; sums of the budget keep their area.
    """
    if last - 2 >= floor and words[last - 2] == "đợt":
        return last - 2
    if last - 3 < floor or words[last - 3 : last] != ["trên", "địa", "bàn"]:
        return last
    return last if _OF_AREA.intersection(words[floor - 1 : last]) else last - 3


def _trails(word: str, *, dated: bool) -> bool:
    """Tell whether a word at the end of a name belongs to what follows it."""
    return (word,) in words_of("trailing") or (dated and word in _BEFORE_DATES)


def _is_adjunct(words: list[str], index: int) -> bool:
    """Tell whether a clause or a cited paper begins at a word index: `sau khi ...`, `theo Nghị định ...`."""
    after = words[index + 1 : index + 2]
    if words[index] == "sau":
        return after in (["khi"], [DATE], ["hơn"])
    return words[index] in _ADJUNCTS or (words[index] == "theo" and after in _PAPERS)


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
