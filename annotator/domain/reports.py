"""Reports: one document's frozen canonical text, its sections and its metadata."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from hashlib import sha256


class SectionKind(StrEnum):
    """What a range of a report is."""

    CHROME = "chrome"
    """Scraped page furniture: shown dimmed, never annotated; often part of a line only."""
    TITLE = "title"
    HEADING = "heading"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Section:
    """A half-open range of code points of one kind; only chrome may lie inside another section."""

    kind: SectionKind
    start: int
    end: int


@dataclass(frozen=True)
class Report:
    """One document as it was added; never changed afterwards.

    `text` is canonical (NFC, LF, no byte-order mark) and every offset is a code-point index into it.
    `id` is derived from the text, so that the same report has the same id in every project.
    `date` is ISO 8601 (`2023-10-19`) or empty when unknown. `source` is where it came from, as given.
    `original_sha256` is of the bytes before decoding. `moves` are the stretches that canonical text writes
    otherwise, as original start and end, canonical start and end (code points); a report read back from a
    project comes without them, since only going back to the original needs them. `metadata` is what else its
    file says of it, as names and values by name; `pages` are the numbers of its pages and where they begin.
    """

    name: str
    text: str
    title: str = ""
    date: str = ""
    source: str = ""
    original_sha256: str = ""
    sections: tuple[Section, ...] = ()
    moves: tuple[tuple[int, int, int, int], ...] = field(default=(), compare=False, repr=False)
    metadata: tuple[tuple[str, str], ...] = ()
    pages: tuple[tuple[int, int], ...] = ()

    # Worked out once: the hash of a long text takes longer than writing a decision to disk.
    @cached_property
    def sha256(self) -> str:
        """Return the SHA-256 of the canonical text in UTF-8, as hex."""
        return text_sha256(self.text)

    @property
    def id(self) -> str:
        """Return the first 16 hex digits of the text's SHA-256."""
        return self.sha256[:16]

    def page_at(self, position: int) -> int | None:
        """Return the number of the page a code point stands on; None in a report without pages."""
        at = bisect_right(self.pages, position, key=lambda page: page[1]) - 1
        return self.pages[at][0] if at >= 0 else None

    @property
    def chrome(self) -> tuple[Section, ...]:
        """Return the ranges that are page furniture."""
        return sections_of(self.sections, SectionKind.CHROME)


def text_sha256(text: str) -> str:
    """Hash canonical text: SHA-256 of its UTF-8 bytes, as hex."""
    return sha256(text.encode("utf-8")).hexdigest()


def sections_of(sections: Iterable[Section], kind: SectionKind) -> tuple[Section, ...]:
    """Return the sections of one kind, in order."""
    return tuple(section for section in sections if section.kind is kind)


def inside(sections: Iterable[Section], start: int, end: int) -> bool:
    """Tell whether `[start, end)` (code points) touches any of the sections."""
    return any(section.start < end and start < section.end for section in sections)
