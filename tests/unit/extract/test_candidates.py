"""Matches become candidates only where they may stand."""

from annotator.domain.reports import Report, Section, SectionKind
from annotator.extract.base import Match
from annotator.extract.candidates import candidates

REPORT = Report("r", "Menu  Lò A, Bí thư", sections=(Section(SectionKind.CHROME, 0, 4),))


def made(*matches):
    found = candidates(matches, REPORT, layer="entity", extractor="x")
    return [(span.start, span.end, span.label) for span in found]


def test_that_the_longer_of_two_stays_and_the_order_is_that_of_reading():
    found = made(Match(12, 18, "POSITION", 0.5), Match(9, 10, "LOC", 1.0), Match(6, 10, "PERSON", 0.5))
    assert found == [(6, 10, "PERSON"), (12, 18, "POSITION")]


def test_that_chrome_white_space_and_what_leaves_the_text_are_dropped():
    assert (
        made(Match(3, 8, "ORG", 1), Match(4, 6, "ORG", 1), Match(12, 19, "ORG", 1), Match(7, 7, "ORG", 1))
        == []
    )


def test_that_ids_tell_candidates_apart_and_stay_the_same():
    matches = [Match(6, 8, "PERSON", 0.5), Match(12, 18, "PERSON", 0.5)]
    first, again = (candidates(matches, REPORT, layer="entity", extractor="x") for _ in range(2))
    assert len({span.id for span in first}) == 2
    assert [span.id for span in first] == [span.id for span in again]
