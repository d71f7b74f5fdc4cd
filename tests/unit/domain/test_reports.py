"""Reports are known by their text, and their ranges by what they touch."""

import pickle
from dataclasses import replace
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.reports import Report, Section, SectionKind, inside, sections_of, text_sha256

RANGES = st.tuples(st.integers(0, 20), st.integers(1, 9)).map(lambda r: (r[0], r[0] + r[1]))
SECTIONS = st.lists(
    st.builds(lambda kind, r: Section(kind, *r), st.sampled_from(SectionKind), RANGES), max_size=6
).map(tuple)


@given(st.text())
def test_that_a_report_is_known_by_the_hash_of_its_text(text):
    report = Report("r", text)
    assert report.sha256 == sha256(text.encode()).hexdigest() == text_sha256(text)
    assert report.id == report.sha256[:16]


@given(st.text())
def test_that_name_and_source_do_not_change_what_a_report_is_known_by(text):
    report = Report("r", text)
    assert replace(report, name="other", source="x", title="t").id == report.id
    assert replace(report, text=text + "!").id != report.id


@given(st.text())
def test_that_asking_for_the_hash_changes_no_report(text):
    report, asked = Report("r", text), Report("r", text)
    assert asked.sha256
    assert report == asked
    assert hash(report) == hash(asked)
    assert pickle.loads(pickle.dumps(asked)) == report


@given(SECTIONS)
def test_that_chrome_is_every_section_of_that_kind_in_order(sections):
    report = Report("r", "", sections=sections)
    assert report.chrome == sections_of(sections, SectionKind.CHROME)
    assert [s for s in sections if s in report.chrome] == list(report.chrome)


@given(SECTIONS, RANGES)
def test_that_a_range_is_inside_where_it_shares_a_code_point_with_a_section(sections, place):
    covered = {at for section in sections for at in range(section.start, section.end)}
    assert inside(sections, *place) is bool(covered & set(range(*place)))


def test_that_a_page_is_found_by_a_place_on_it_and_empty_pages_are_passed_over():
    report = Report("r", "một\nhai\nbốn", pages=((1, 0), (2, 4), (4, 8)))
    assert [report.page_at(at) for at in (0, 3, 4, 7, 8, 10)] == [1, 1, 2, 2, 4, 4]
    assert Report("r", "một").page_at(0) is None
