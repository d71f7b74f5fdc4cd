"""Turn a tree of blocks, lists and tables, as a web page has them, into lines of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

# Tags of HTML, and those of the tree that trafilatura gives back.
_LEFT_OUT = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "svg",
        "math",
        "object",
        "iframe",
        "select",
        "textarea",
    }
)
_KEPT_HEAD = "rend"
_ROWS = frozenset({"tr", "row"})
_CELLS = frozenset({"td", "th", "cell"})
_BREAKS = frozenset({"br", "lb", "hr"})
_LISTS = frozenset({"ul", "ol", "list"})
_ITEMS = frozenset({"li", "item"})
_BLOCK_LIST = """
    address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 head header main nav p pre quote section summary table tbody tfoot thead
    title
"""
_BLOCKS = frozenset(_BLOCK_LIST.split())
_SPACE = re.compile(r"[ \t\r\n\f]+")
_WIDEST = 60
_MOST_STRETCHED = 20_000
_LONGEST_CELL = 400
_DEEPEST = 250


def lines_of(root: Any) -> str:
    """Return the text of an lxml tree: a line a block, rows of tables with tabs, bullets before items.

    White space is one space as a browser shows it, no-break spaces stay. A table that only lays a page out
    is read as the blocks in it.
    """
    writer = _Writer()
    writer.write(root, 0)
    writer.end_line()
    return "\n".join(writer.lines)


class _Writer:
    """Collects lines: what is inline goes to the end of the open one, blocks begin new ones."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._open: list[str] = []
        self._lead = ""

    def end_line(self) -> None:
        """Close the open line, if anything is in it."""
        line = _SPACE.sub(" ", "".join(self._open)).strip(" ")
        self._open = []
        if line.strip():
            self.lines.append(self._lead + line)
            self._lead = ""

    def write(self, element: Any, depth: int) -> None:
        """Write an element with what is in it, but not what follows it."""
        tag = element.tag
        if not isinstance(tag, str) or _is_left_out(element):
            return
        if depth > _DEEPEST:
            self._open += _flat(element)
            return
        if tag == "table" and _is_data(element):
            self.end_line()
            self.lines += _table_lines(element)
            return
        is_block = tag in _BLOCKS or tag in _ROWS | _CELLS | _ITEMS | _LISTS
        if tag in _BREAKS or is_block:
            self.end_line()
        if tag in _ITEMS:
            self._lead = _bullet(element)
        self._open.append(element.text or "")
        for child in element:
            self.write(child, depth + 1)
            self._open.append(child.tail or "")
        if is_block:
            self.end_line()
            self._lead = ""


def _flat(element: Any) -> Iterator[str]:
    """Yield the text of an element that lies too deep for its blocks to be told apart."""
    from lxml import etree

    for event, each in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            yield " " if _is_left_out(each) else each.text or ""
        elif each is not element:
            yield each.tail or ""


def square(table: Any) -> None:
    """Give a table of HTML a cell for every place of its grid, empty ones for what others stretch over."""
    taken: set[tuple[int, int]] = set()
    stretched = 0
    for at, row in enumerate(_of(table, _ROWS)):
        column = 0
        for cell in [cell for cell in row if cell.tag in _CELLS]:
            while (at, column) in taken:
                cell.addprevious(cell.makeelement("td"))
                column += 1
            wide, high = (_count(cell.attrib.pop(name, "")) for name in ("colspan", "rowspan"))
            stretched += wide * high - 1
            if stretched > _MOST_STRETCHED:
                continue
            taken |= {(at + down, column + over) for down in range(1, high) for over in range(wide)}
            for _ in range(wide - 1):
                cell.addnext(cell.makeelement("td"))
            column += wide


def _count(value: str) -> int:
    return min(_WIDEST, max(1, int(value))) if value.isascii() and value.isdigit() else 1


def _of(table: Any, tags: frozenset[str]) -> list[Any]:
    return [found for found in table.iter() if found.tag in tags]


def _is_left_out(element: Any) -> bool:
    if element.tag == "head":
        return element.get(_KEPT_HEAD) is None
    hidden = "hidden" in element.attrib or "display:none" in element.get("style", "").replace(" ", "").lower()
    return element.tag in _LEFT_OUT or hidden


def _is_data(table: Any) -> bool:
    """Tell whether a table holds data: several cells a row, none of them as long as a text or a table."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = [[cell for cell in row if cell.tag in _CELLS] for row in _of(table, _ROWS)]
    if max(map(len, rows), default=0) < 2:
        return False
    return all(len(_cell_text(cell)) <= _LONGEST_CELL for row in rows for cell in row)


def _table_lines(table: Any) -> list[str]:
    rows = [[_cell_text(cell) for cell in row if cell.tag in _CELLS] for row in _of(table, _ROWS)]
    captions = [_cell_text(caption) for caption in table if caption.tag == "caption"]
    return [line for line in (*captions, *("\t".join(row).rstrip("\t") for row in rows)) if line.strip()]


def _cell_text(cell: Any) -> str:
    inner = _Writer()
    inner._open.append(cell.text or "")
    for child in cell:
        inner.write(child, 0)
        inner._open.append(child.tail or "")
    inner.end_line()
    return " ".join(inner.lines).replace("\t", " ")


def _bullet(item: Any) -> str:
    parent = item.getparent()
    if parent is not None and (parent.tag == "ol" or parent.get(_KEPT_HEAD) == "ol"):
        before = sum(sibling.tag == item.tag for sibling in item.itersiblings(preceding=True))
        return f"{before + _first(parent)}. "
    return "- "


def _first(numbered: Any) -> int:
    start = numbered.get("start", "")
    return int(start) if start.isascii() and start.isdigit() and len(start) < 5 else 1
