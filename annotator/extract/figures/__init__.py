"""Find figures and the indicators they measure: values, units, attributes and links, with their evidence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from annotator.domain.reports import Report
from annotator.extract.base import Match
from annotator.extract.figures.assembling import matches_of
from annotator.extract.figures.grammar import quantities
from annotator.extract.figures.pages import page_of
from annotator.extract.figures.vocabulary import project_words

__all__ = ["find_figures"]


def find_figures(report: Report, dates: Sequence[Match], *, folders: tuple[Path, ...] = ()) -> list[Match]:
    """Return the figures and indicators of a report in reading order, none overlapping another.

    `dates` are the DATE matches of the report (half-open code points); other matches in it, such as
    documents, are only kept free of figures. Attributes are those of `domain.figures.Figure`; pieces of the
    evidence named `measures` and `during` are the ranges of the figure's indicator and date. `folders` hold
    a project's own lexicons.
    """
    with project_words(folders):
        page = page_of(report, dates)
        return matches_of(page, quantities(page))
