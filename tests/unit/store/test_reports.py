"""Reports are kept once and whole, listed without their texts, and found without their tones."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.edits import Edit, Fragment
from annotator.domain.errors import UserError
from annotator.domain.progress import Counts, Stage
from annotator.domain.reports import Report
from annotator.domain.spans import Span, State
from annotator.resources import default_schema
from annotator.store.authors import Author, authors, ensure_author
from annotator.store.connection import create_store, open_store
from annotator.store.indexes import index_differs, rebuild_index
from annotator.store.journal import Draft, commit
from annotator.store.reports import (
    add_report,
    get_moves,
    get_report,
    report_ids,
    report_row,
    report_rows,
    search_reports,
)
from annotator.text.canonical import Move, OffsetMap
from annotator.text.loading.base import report_from_text
from annotator.text.words import folded_for_search

SPAN = Span("a", 0, 7, "entity", "ORG", State.ACCEPTED)


def test_that_a_report_comes_back_whole_after_closing(store, path, report):
    store.close()
    with open_store(path) as again:
        assert get_report(again, report.id) == report


def test_that_the_same_text_is_not_kept_twice(store, report):
    assert add_report(store, replace(report, name="again", source="elsewhere")) is False
    assert report_ids(store) == [report.id]
    assert get_report(store, report.id).name == report.name


def test_that_an_unknown_report_is_named(store):
    for ask in (lambda: get_report(store, "none"), lambda: report_row(store, "none", "an")):
        with pytest.raises(UserError, match="none") as caught:
            ask()
        assert caught.value.code == "no-report"


def test_that_reports_keep_the_order_they_were_added_in(store, report):
    others = [Report(f"r{n}", f"Text {n}") for n in range(5)]
    for other in others:
        assert add_report(store, other)
    assert report_ids(store) == [report.id, *(other.id for other in others)]
    assert [row.name for row in report_rows(store, "an")] == [report.name, *(other.name for other in others)]


def test_that_text_of_every_kind_comes_back_to_the_code_point(store):
    for text in ("\xa0\t 𠀀 x\u2028y", "e\u0309 alone", "'; DROP TABLE texts; --", "a" * 100_000):
        add_report(store, Report("r", text))
        assert get_report(store, Report("r", text).id).text == text


def test_that_a_report_nobody_touched_shows_the_counts_for_those_who_have_not_begun(store, report):
    assert report_row(store, report.id, "an").counts == Counts()
    commit(store, [], {(report.id, ""): Counts(7, 0, 3)})
    row = report_row(store, report.id, "an")
    assert (row.stage, row.counts) == (Stage.UNTOUCHED, Counts(7, 0, 3))
    assert report_rows(store, "somebody new") == [row]


def test_that_each_author_sees_their_own_stage_counts_and_time(store, report):
    ensure_author(store, "binh")
    commit(store, [], {(report.id, ""): Counts(9)})
    draft = Draft(report.id, "an", "an", "b1", Edit("accept", Fragment(), Fragment((SPAN,))), seconds=2.5)
    commit(store, [draft], {(report.id, "an"): Counts(8, 1)})
    mine, theirs = report_row(store, report.id, "an"), report_row(store, report.id, "binh")
    assert (mine.stage, mine.counts, mine.seconds) == (Stage.IN_WORK, Counts(8, 1), 2.5)
    assert (theirs.stage, theirs.counts, theirs.seconds) == (Stage.UNTOUCHED, Counts(9), 0.0)


def test_that_a_flagged_report_is_disputed_and_a_finished_one_done(store, report):
    commit(store, [], {(report.id, "an"): Counts(0, 1, 0, 1)})
    assert report_row(store, report.id, "an").stage is Stage.DISPUTED
    edit = Edit("finish", Fragment(finished=False), Fragment(finished=True))
    commit(store, [Draft(report.id, "an", "an", "b", edit)], {})
    assert report_row(store, report.id, "an").stage is Stage.DONE


def test_that_listing_reads_neither_texts_nor_spans(store):
    plan = str(store.rows(f"EXPLAIN QUERY PLAN {_listing(store)}"))
    assert "texts" not in plan
    assert "spans" not in plan
    assert plan.count("SCAN") == 1


def _listing(store):
    seen = []
    store.db.conn.set_trace_callback(seen.append)
    report_rows(store, "an")
    store.db.conn.set_trace_callback(None)
    return seen[0]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("đạt", True),
        ("dat", True),
        ("DAT ke hoach", True),
        ("ngân sách", True),
        ('"ke hoach nam"', True),
        ('"hoach ke"', False),
        ("hoach ke", True),
        ("ngan sac", True),
        ("ngan sac ", False),
        ("hop AND xa", False),
        ("6,43%", True),
        ("%", False),
        ("", False),
        ('"', False),
        ("lai-chau", True),
        ("folded:thu", False),
        ("tàu", False),
    ],
)
def test_that_search_ignores_tones_and_takes_nothing_as_syntax(store, report, words, found):
    add_report(store, Report("other", "Không có gì ở đây."))
    assert (report.id in search_reports(store, words)) is found


@given(st.text(max_size=20))
def test_that_no_words_upset_the_search(shared, new_report, words):
    found = search_reports(shared, words)
    assert set(found) <= set(report_ids(shared))


@given(data=st.data())
def test_that_a_piece_of_a_text_finds_it_whatever_its_tones(data, shared, new_report):
    page = new_report()
    words = page.text.split()
    start = data.draw(st.integers(0, len(words) - 1))
    piece = " ".join(words[start : start + data.draw(st.integers(1, 5))])
    for query in (piece, folded_for_search(piece), piece.upper()):
        assert page.id in search_reports(shared, query)


def test_that_the_index_can_be_made_anew(store, report):
    assert not index_differs(store)
    store.db.conn.execute("INSERT INTO report_search(report_search) VALUES ('delete-all')")
    assert index_differs(store)
    assert search_reports(store, "dat") == []
    rebuild_index(store)
    assert not index_differs(store)
    assert search_reports(store, "dat") == [report.id]


def test_that_another_word_in_the_index_is_noticed(store, report):
    folded = folded_for_search(report.text)
    delete = "INSERT INTO report_search(report_search, rowid, folded) VALUES ('delete', 1, ?)"
    store.db.conn.execute(delete, (folded,))
    changed = (folded.replace("thu", "thy"),)
    store.db.conn.execute("INSERT INTO report_search(rowid, folded) VALUES (1, ?)", changed)
    assert index_differs(store)


def test_that_authors_keep_their_kind_and_role(store):
    ensure_author(store, "binh", role="reviewer")
    ensure_author(store, "binh")
    assert authors(store) == [
        Author("an", "person", "analyst"),
        Author("rules", "extractor", "analyst"),
        Author("binh", "person", "reviewer"),
    ]


def test_that_a_person_cannot_take_the_name_of_an_extractor(store):
    with pytest.raises(UserError) as caught:
        ensure_author(store, "rules", kind="person")
    assert caught.value.code == "author-taken"


def test_that_a_place_in_the_canonical_text_leads_back_to_the_original_after_reopening(tmp_path):
    decomposed = unicodedata.normalize("NFD", "Tỉnh ủy Yên Bái\r\nhọp")
    report = report_from_text(decomposed, name="r")
    path = tmp_path / "work.annotator"
    with create_store(path, schema=default_schema(), author="an") as store:
        assert add_report(store, report)
    with open_store(path, read_only=True) as store:
        moves = OffsetMap(tuple(Move(*each) for each in get_moves(store, report.id)))
    for word in ("Yên", "Bái", "họp"):
        place = moves.to_original(report.text.index(word))
        assert decomposed[place:].startswith(unicodedata.normalize("NFD", word))


def test_that_a_report_where_nothing_moved_keeps_no_offset_map(store):
    report = report_from_text("Tỉnh ủy họp", name="r")
    add_report(store, report)
    assert get_moves(store, report.id) == ()
    assert store.rows("SELECT count(*) FROM offset_maps") == [(0,)]


def test_that_metadata_and_pages_come_back_after_closing(store, path, report):
    told = replace(
        report,
        text="Trang một\nTrang ba\n",
        metadata=(("author", "Lò Văn Tám"), ("encoding", "tcvn3")),
        pages=((1, 0), (3, 10)),
    )
    assert add_report(store, told)
    store.close()
    with open_store(path) as again:
        assert get_report(again, told.id) == told
        assert get_report(again, report.id).pages == ()
