"""Load a saved web page: its main text and tables, or all of it, with what the page says of itself."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from annotator.domain.errors import UserError
from annotator.domain.reports import Report
from annotator.text.loading.base import Told, read_bytes, report_from_text, resigned
from annotator.text.loading.text import decoded, encoding_of
from annotator.text.loading.trees import lines_of, square

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
_LOOKED_AT = 4096
_LARGEST = 20 * 2**20
_MOST_ELEMENTS = 50_000
"""Elements beyond which telling the main text of a page takes too long; the whole page is taken then."""
_MOST_ATTRIBUTES = 2_000
"""Attributes of one tag beyond which the parser, which compares each with all before it, takes for ever."""
_LONG_TAG = re.compile(r"<[A-Za-z][^<]{8000,}")
_NAMED = re.compile(r"[\s\"'/][^\s\"'<>=/]{1,80}\s{0,9}=")
_SHORT = 300
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Pages in old encodings are declared as Western ones, so that browsers show them in the page's font.
_TRUSTED = {"utf-8": "utf-8", "utf8": "utf-8", "windows-1258": "windows-1258", "cp1258": "windows-1258"}


def load(path: Path, *, date: str = "", encoding: str = "", whole_page: bool = False) -> Report:
    """Return the report of a web page, named by the file without its suffix.

    Its menus and other articles are left out; `whole_page` takes them in, and so does a page of which no main
    text can be told. `date` is an ISO day set by the user, else the dateline's, else the page's own. Raises
    UserError as the loader of text files does, and `large-file` or `broken-file`.
    """
    data = read_bytes(path)
    if len(data) > _LARGEST:
        raise UserError(
            "large-file", f"{path} is larger than {_LARGEST >> 20} MB; save its text and add that"
        )
    name = (not encoding and _declared(data)) or encoding_of(data, path, encoding)
    page = decoded(data, path, name)
    if _is_laden(page):
        raise UserError(
            "unsafe-file",
            f"{path} is not opened, since a tag of it has too many attributes; save its text and add that",
        )
    try:
        text, told = _read(page, whole=whole_page)
    except RecursionError as error:
        why = f"{path} is not opened, since its tags nest too deeply; save its text and add that"
        raise UserError("unsafe-file", why) from error
    except Exception as error:  # the parsers are other people's, and so is the page
        raise UserError(
            "broken-file",
            f"{path} cannot be read as a web page ({type(error).__name__}); save its text and retry",
        ) from error
    old = {} if name in ("utf-8", "utf-16") else {"encoding": name}
    text, signs = resigned(text) if not old else (text, "")
    told.metadata.update(old or ({"encoding": signs} if signs else {}))
    return report_from_text(text, name=path.stem, date=date, source=str(path), original=data, told=told)


def _is_laden(page: str) -> bool:
    """Tell whether one tag has so many attributes that parsing it would take for ever."""
    for found in _LONG_TAG.finditer(page):
        tag, _, _ = found[0].partition(">")
        if len(tag.split()) > _MOST_ATTRIBUTES:
            return True
        if sum(1 for _ in _NAMED.finditer(found[0])) > _MOST_ATTRIBUTES:
            return True
    return False


def _declared(data: bytes) -> str:
    """Return the encoding a page declares, as far as that can be trusted; empty otherwise."""
    found = _DECLARED.search(data[:_LOOKED_AT])
    name = _TRUSTED.get(found[1].decode("ascii", "replace").lower(), "") if found else ""
    if name != "utf-8":
        return name
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return name


def _read(page: str, *, whole: bool) -> tuple[str, Told]:
    """Return the text of a page and what it says of itself; raise whatever a parser raises."""
    from lxml import etree, html

    bare = _XML_HEAD.sub("", page).replace("\0", "\ufffd")
    # No network, no entities of its own making: HTML has none, and the parser is told so.
    # Tags that are never closed nest deeper than the parser goes by itself: it would end the page there.
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        tree = html.document_fromstring(bare.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # nothing is on the page
        tree = None
    if any("depth" in entry.message for entry in parser.error_log):
        raise RecursionError("the page nests deeper than the parser goes")
    if tree is None:
        return "", Told()
    for table in list(tree.iter("table")):
        square(table)
    found = _main_text(tree) if sum(1 for _ in tree.iter()) < _MOST_ELEMENTS else None
    told = _told(found, page)
    text = "" if whole or found is None else lines_of(found.body)
    if len(text) < _SHORT:
        # What is thought too short for a text comes without its tables; most of such a page is report anyway.
        everything = lines_of(tree)
        if not text or len(everything) < _SHORT + 3 * len(text):
            return everything, told
    headline = told.title if _is_headline(tree, told.title) and told.title not in text else ""
    return f"{headline}\n{text}" if headline else text, told


def _main_text(tree: Any) -> Any:
    """Return trafilatura's document, its main text as a tree in `body`; None where it finds none."""
    from copy import deepcopy

    from trafilatura import bare_extraction

    # Given a tree and no address it has nothing to fetch; without the wide search it makes up no dates.
    return bare_extraction(
        deepcopy(tree),
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )


def _told(found: Any, page: str) -> Told:
    saved = _SAVED_FROM.search(page[:_LOOKED_AT])
    metadata = {"url": saved[1] if saved else ""}
    if found is None:
        return Told(metadata=metadata)
    metadata |= {"author": found.author or "", "publisher": found.sitename or ""}
    metadata["url"] = metadata["url"] or found.url or ""
    date = found.date if _DAY.fullmatch(found.date or "") else ""
    return Told(title=found.title or "", date=date, metadata=metadata)


def _is_headline(tree: Any, title: str) -> bool:
    """Tell whether a title stands on the page as a heading, rather than in the bar of the browser only."""
    heads = (" ".join("".join(head.itertext()).split()) for head in tree.iter("h1", "h2"))
    return bool(title) and any(head == title for head in heads)
