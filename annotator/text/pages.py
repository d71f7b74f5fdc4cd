"""Tell report from page: menus and clocks above the headline, link lists and statistics below the text."""

from __future__ import annotations

import re
from itertools import pairwise

from annotator.text import furniture
from annotator.text.chrome import SHORT_LINE, Line, judged_lines
from annotator.text.datelines import is_labelled

_SHORT = 32
_LINK = re.compile(r"[-–•+*>»].*|.*\(\s*\d{1,2}/\d{1,2}(?:/\d{4})?(?:\s[^)]*)?\)|.*\b\d{1,2}/\d{1,2}/\d{4}")
_CRUMB_SIGNS = frozenset("»›>/→")
_SECONDS = re.compile(r"\d:\d\d:\d\d|hôm\s+nay")


def page_lines(text: str) -> list[Line]:
    """Return the lines of a text that are not blank, with what of each is page furniture.

    Judges every line by itself, then by where it stands: what is the site's clock above the headline is a
    dateline below it, and after the list of other articles no report comes any more.
    """
    lines = judged_lines(text)
    prose = [number for number, line in enumerate(lines) if line.is_prose]
    first, last = (prose[0], prose[-1]) if prose else (len(lines), len(lines))
    _restore_body(lines, first, last)
    _clear_top(lines, first)
    _clear_links(lines)
    _clear_from_tail(lines, last)
    _clear_between(lines, last + 1, text)
    _clear_counts(lines, last)
    _clear_bare(lines, last)
    return lines


def _restore_body(lines: list[Line], first: int, last: int) -> None:
    """Take single words that may be furniture for text where they stand alone between lines of prose."""
    for number in (
        range(first + 1, last) if first < last else range(len(lines)) if first == len(lines) else ()
    ):
        line = lines[number]
        beside = any(each.chrome for each in lines[max(0, number - 1) : number + 2] if each is not line)
        if line.chrome and not line.is_sure and not beside:
            lines[number] = line.as_text()


def _clear_top(lines: list[Line], first: int) -> None:
    """Make menus, banners and clocks above the headline furniture; `first` is the first line of prose."""
    for number in range(first - 1):
        if _is_frame(lines[number], is_first=number == 0 and lines[1].rest != () and not lines[1].is_day):
            lines[number] = lines[number].as_chrome()
    site = [number for number in range(first) if lines[number].is_chrome and lines[number].of_site]
    for start, end in pairwise(site):
        between = lines[start + 1 : end]
        if all(len(line.words) <= _SHORT and not line.is_day and not line.ends_sentence for line in between):
            lines[start + 1 : end] = [line.as_chrome() for line in between]
    for number in range(1, first):
        above, line = lines[number - 1], lines[number]
        is_next = line.is_bare or above.words in _CRUMB_SIGNS or furniture.MENU_WORD.fullmatch(line.words)
        if above.is_chrome and above.of_site and is_next and len(line.words) <= _SHORT:
            lines[number] = line.as_chrome()
    head = next((n for n, line in enumerate(lines) if line.rest and not line.is_day), len(lines))
    for number in range(min(head, first)):
        if lines[number].is_day and _is_clock_of_site(lines, number):
            lines[number] = lines[number].as_chrome()


def _is_frame(line: Line, *, is_first: bool) -> bool:
    """Tell whether a line above the text is the site's: its name, address, rubric or path to the article."""
    if furniture.BANNER.fullmatch(line.words) or furniture.RUBRIC_PATH.fullmatch(line.words):
        return True
    if is_first and furniture.MENU_WORD.fullmatch(line.words):
        return True
    return bool(line.rest) and all(furniture.CONTACT.match(part) for part in line.rest_words())


def _is_clock_of_site(lines: list[Line], number: int) -> bool:
    line = lines[number]
    if (line.chrome and not line.of_site) or is_labelled(line.words):
        return False
    around = lines[max(0, number - 1) : number + 2]
    return (
        line.of_site
        or _SECONDS.search(line.words) is not None
        or any(each.is_chrome and each.of_site for each in around)
    )


def _clear_links(lines: list[Line]) -> None:
    """Make lines that lead to other articles furniture; the report may go on below them."""
    in_list = False
    for number, line in enumerate(lines):
        head = furniture.LINK_HEAD.match(line.words) if len(line.words) <= SHORT_LINE else None
        if head or (in_list and _LINK.fullmatch(line.words) and not line.is_prose):
            lines[number] = line.as_chrome(of_site=False)
        in_list = lines[number].is_chrome and (
            in_list or (head is not None and head.end() == len(line.words))
        )


def _clear_from_tail(lines: list[Line], last: int) -> None:
    """Make everything furniture from the list of other articles on, or from the footer.

    The list is one only where more of the report stands above it than below: else it is a column that the
    scraper read first. A footer is one only below the last line of prose.
    """
    total = sum(len(line.words) for line in lines if line.is_prose)
    above = 0
    for number, line in enumerate(lines):
        found = furniture.LIST_HEAD.search(line.words) if len(line.words) <= SHORT_LINE * 2 else None
        is_footer = number > last and furniture.FOOTER.match(line.words) is not None
        is_list = found is not None and number > 0 and above >= total - above and (above or number > 1)
        if is_list or is_footer:
            at = found.start() if found and is_list else 0
            lines[number] = line.as_chrome(at=at)
            lines[number + 1 :] = [each.as_chrome() for each in lines[number + 1 :]]
            return
        if line.is_prose:
            above += len(line.words)


def _clear_between(lines: list[Line], begin: int, text: str) -> None:
    """Make short lines between furniture below the text furniture too, but no byline, name or day."""
    whole = [number for number in range(begin, len(lines)) if lines[number].is_chrome]
    for above, below in pairwise(whole):
        for number in range(above + 1, below):
            line = lines[number]
            if _may_be_furniture(line, text[line.start : line.end]):
                lines[number] = line.as_chrome()


def _may_be_furniture(line: Line, surface: str) -> bool:
    if (
        line.is_day
        or line.is_prose
        or furniture.BYLINE.fullmatch(line.words)
        or len(surface) > SHORT_LINE // 2
    ):
        return False
    return not all(word[:1].isupper() for word in surface.split() if word[:1].isalpha())


def _clear_counts(lines: list[Line], last: int) -> None:
    """Make bare counts by period furniture where they stand beside a visitor count, and its headline too."""
    order = range(len(lines))
    for way in (order, reversed(order)):
        beside = False
        for number in way:
            line = lines[number]
            if beside and not line.is_chrome and furniture.PERIOD_COUNT.fullmatch(line.words):
                lines[number] = line.as_chrome()
            beside = lines[number].is_chrome and (lines[number].of_site or number > last)
    for number, (line, below) in enumerate(pairwise(lines)):
        head = furniture.LIST_HEAD.match(line.words)
        if head and head.end() == len(line.words) and below.is_chrome:
            lines[number] = line.as_chrome()


def _clear_bare(lines: list[Line], last: int) -> None:
    """Make lines without a letter or digit furniture where they stand beside it, outside the text."""
    head = next((number for number, line in enumerate(lines) if line.rest), len(lines))
    for number in (*range(len(lines) - 1, -1, -1), *range(len(lines))):
        around = lines[max(0, number - 1) : number + 2]
        if lines[number].is_bare and (number < head or number > last) and any(e.is_chrome for e in around):
            lines[number] = lines[number].as_chrome()
