"""A gold file says to anybody with SQLite what the gold says, is whole or not there, and reads back."""

import os
import sqlite3
import stat
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.errors import UserError
from annotator.domain.gold import Decision, GoldReport
from annotator.domain.relations import Relation
from annotator.domain.reports import Report
from annotator.domain.schema_texts import schema_from
from annotator.domain.spans import NO_EVIDENCE, Span, State, reading_order
from annotator.store.gold import read_gold, write_gold

AT = "2026-01-02T03:04:05.000+00:00"
META = {"schema": "vn-report", "schema_version": "1", "program_version": "0.1.0", "created_at": AT}
SPANS = (
    Span("o1", 0, 7, "entity", "ORG", State.ACCEPTED, score=0.9),
    Span("i1", 22, 35, "figure", "INDICATOR", State.DRAWN),
    Span(
        "f1",
        40,
        45,
        "figure",
        "PERCENT",
        State.CORRECTED,
        {"value": "6.43", "unit": "%", "basis": "plan"},
        0.5,
    ),
    Span("d1", 55, 63, "entity", "DATE", State.ACCEPTED, {"date_from": "2023-01-01", "granularity": "year"}),
    Span("f2", 70, 75, "figure", "COUNT", State.IMPORTED, {"unit": "xã"}),
)
LINKS = (Relation("during", "f1", "d1"), Relation("measures", "f1", "i1"))


@pytest.fixture
def gold(report):
    ids = [span.id for span in SPANS]
    return GoldReport(
        report,
        SPANS,
        LINKS,
        dict.fromkeys(ids, "an"),
        dict.fromkeys(ids, AT),
        (
            Decision("e1:o1", "o1", "an", AT, "accept", "o1", 1.5),
            Decision("e2:f1", "f1", "an", AT, "set value", reason="sum"),
        ),
        "train",
    )


@pytest.fixture
def target(tmp_path):
    return tmp_path / "gold.db"


def written(target, schema, *golds, **options):
    return write_gold(target, golds, schema=schema, meta=META, **options)


def rows(target, sql, *values):
    with closing(sqlite3.connect(target)) as connection:
        return connection.execute(sql, values).fetchall()


def kept(gold):
    """Return gold without what the tables do not keep."""
    plain = (replace(s, extractor="", evidence=NO_EVIDENCE, note="", flagged=False) for s in gold.spans)
    return replace(gold, report=replace(gold.report, original_sha256=""), spans=tuple(plain))


COLUMNS = {
    "meta": "key value",
    "labels": "label layer colour key description",
    "reports": "id name title text sha256 report_date source",
    "sections": "id report_id kind start end",
    "spans": "id report_id layer label start end text author decided_at origin score",
    "figures": "span_id value value_max total value_num unit per qualifier direction basis status ambiguous",
    "dates": "span_id date_from date_to granularity duration",
    "relations": "id report_id label from_span to_span",
    "decisions": "id span_id author at action candidate_id seconds reason",
    "splits": "report_id split",
    "gold_entities": "report label text start end sentence",
    "gold_figures": (
        "report label text start end indicator value value_max total unit per qualifier direction basis "
        "status period sentence"
    ),
}


def test_that_tables_and_views_have_the_agreed_columns(target, schema, gold):
    written(target, schema, gold)
    found = {name: [row[1] for row in rows(target, f"PRAGMA table_info({name})")] for name in COLUMNS}
    assert found == {name: columns.split() for name, columns in COLUMNS.items()}


def test_that_every_table_is_strict_and_every_link_holds(target, schema, gold):
    written(target, schema, gold)
    tables = {row[1]: row[5] for row in rows(target, "PRAGMA table_list") if row[2] == "table"}
    assert {name for name in tables if not tables[name] and not name.startswith("sqlite_")} == set()
    assert rows(target, "PRAGMA foreign_key_check") == []
    assert rows(target, "PRAGMA integrity_check") == [("ok",)]
    assert (
        rows(target, "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")[0][0] >= 6
    )


def test_that_a_figure_is_found_with_its_indicator_period_and_sentence_in_one_select(target, schema, gold):
    written(target, schema, gold)
    text = gold.report.text
    (figure,) = rows(target, "SELECT * FROM gold_figures WHERE indicator = ?", "Thu ngân sách")
    said = ("6.43", None, None, "%", None, None, None, "plan", None)
    assert figure == ("bao-cao", "PERCENT", "6,43%", 40, 45, "Thu ngân sách", *said, "năm 2023", text[22:76])


def test_that_all_spans_of_a_label_are_found_in_one_select(target, schema, gold):
    written(target, schema, gold)
    found = rows(
        target, "SELECT report, text, start, \"end\", sentence FROM gold_entities WHERE label = 'ORG'"
    )
    assert found == [("bao-cao", "Tỉnh ủy", 0, 7, "Tỉnh ủy Lai Châu họp.")]
    assert rows(target, "SELECT label FROM gold_figures ORDER BY start") == [("PERCENT",), ("COUNT",)]


def test_that_undecided_spans_are_in_no_view(target, schema, gold):
    spans = tuple(replace(span, state=State.CANDIDATE) for span in gold.spans)
    written(target, schema, replace(gold, spans=spans))
    assert rows(target, "SELECT count(*), min(origin) FROM spans") == [(5, "candidate")]
    assert (
        rows(target, "SELECT * FROM gold_entities UNION SELECT label, 1, 1, 1, 1, 1 FROM gold_figures") == []
    )


@pytest.mark.parametrize("word", ["đạt", "dat", "ngân sách", "ngan sach", "Lai Châu", "lai chau", "ĐẠT"])
def test_that_a_word_is_found_with_and_without_its_tones(target, schema, gold, word):
    written(target, schema, gold, GoldReport(Report("x", "Không có gì."), ()))
    found = rows(
        target,
        "SELECT name FROM reports JOIN reports_fts ON reports_fts.rowid = reports.rowid "
        "WHERE reports_fts MATCH ?",
        word,
    )
    assert found == [("bao-cao",)]


def test_that_a_find_can_be_shown_in_its_context(target, schema, gold):
    written(target, schema, gold)
    shown = "SELECT snippet(reports_fts, 2, '[', ']', '', 3) FROM reports_fts WHERE reports_fts MATCH ?"
    assert "[dạt]" in rows(target, shown, "folded:dat")[0][0]


def test_that_values_are_exact_text_with_the_nearest_number_beside(target, schema, gold):
    value = "123456789012345678901234567890.5"
    spans = tuple(replace(s, attributes={"value": value}) if s.id == "f1" else s for s in gold.spans)
    written(target, schema, replace(gold, spans=spans))
    assert rows(target, "SELECT value, value_num FROM figures WHERE span_id LIKE '%:f1'") == [
        (value, float(value))
    ]


@pytest.mark.parametrize("value", ["many", "1e999", "nan"])
def test_that_a_value_that_is_no_number_has_none_beside_it(target, schema, gold, value):
    spans = (replace(SPANS[2], attributes={"value": value}),)
    written(target, schema, replace(gold, spans=spans, relations=(), decisions=()))
    assert rows(target, "SELECT value, value_num FROM figures") == [(value, None)]


def test_that_gold_reads_back_as_it_was_written(target, schema, gold):
    written(target, schema, gold)
    assert list(read_gold(target)) == [kept(gold)]


@pytest.fixture(scope="module")
def golds(sets):
    """Give the gold of two reports with spans, links and decisions of every kind."""

    def of(name, held, split):
        spans = tuple(reading_order(held.spans.values()))
        links = tuple(sorted(r for r in held.relations if {r.source, r.target} <= held.spans.keys()))
        decisions = tuple(
            Decision(f"{name}:{s.id}", s.id, "an", AT, "accept", s.id, 0.5, s.note) for s in spans
        )
        report = Report(
            name, f"{name} " + "Một hai ba bốn năm. Sáu bảy tám chín mười. " * 3, date="2023-10-19"
        )
        authors = {s.id: "an" for s in spans if s.is_standing}
        return GoldReport(report, spans, links, authors, dict.fromkeys(authors, AT), decisions, split)

    splits = st.sampled_from(["", "train"])
    return st.tuples(st.builds(of, st.just("r1"), sets, splits), st.builds(of, st.just("r2"), sets, splits))


def ordered(gold):
    return replace(kept(gold), decisions=tuple(sorted(gold.decisions, key=lambda d: d.id)))


@given(data=st.data())
def test_that_any_gold_reads_back_and_has_one_hash(data, golds, tmp_path_factory, every_attribute):
    two = data.draw(golds)
    folder = tmp_path_factory.mktemp("gold")
    first = write_gold(folder / "a.db", two, schema=every_attribute, meta=META)
    back = list(read_gold(folder / "a.db"))
    assert [ordered(one) for one in back] == [ordered(one) for one in two]
    again = write_gold(folder / "b.db", back[::-1], schema=every_attribute, meta={"created_at": "later"})
    assert again.content_sha256 == first.content_sha256
    assert (first.reports, first.spans) == (2, sum(len(one.spans) for one in two))


@pytest.fixture(scope="module")
def every_attribute():
    """Give a schema in which the attributes of spans have columns for some labels and none for others."""
    labels = [("ORG", "entity"), ("DATE", "entity"), ("MONEY", "figure"), ("INDICATOR", "figure")]
    return schema_from(
        {
            "layers": [{"name": "entity"}, {"name": "figure"}],
            "labels": [{"name": name, "layer": layer} for name, layer in labels],
            "attributes": [
                {"name": "value", "labels": ["MONEY"], "kind": "decimal"},
                {"name": "date_from", "labels": ["DATE"], "kind": "date"},
                {"name": "size", "labels": ["ORG"], "kind": "text"},
            ],
        },
        "",
    )


def test_that_the_hash_changes_with_the_gold_and_with_nothing_else(target, schema, gold):
    first = written(target, schema, gold).content_sha256
    assert rows(target, "SELECT value FROM meta WHERE key = 'content_sha256'") == [(first,)]
    assert written(target, schema, gold, full_text=False).content_sha256 == first
    moved = replace(gold, spans=(replace(gold.spans[0], end=6), *gold.spans[1:]))
    other = replace(gold, report=replace(gold.report, text=gold.report.text + "!"))
    unlinked, unsplit = replace(gold, relations=()), replace(gold, split="")
    hashes = {written(target, schema, one).content_sha256 for one in (gold, moved, other, unlinked)}
    assert len(hashes) == 4
    assert written(target, schema, unsplit).content_sha256 == first


def test_that_the_hash_of_given_gold_is_the_same_in_every_version(target, every_attribute, gold):
    sized = replace(SPANS[0], id="o2", attributes={"size": "large", "age": "9"})
    many = [replace(gold, spans=(*gold.spans, sized)), GoldReport(Report("x", "Không có gì."), ())]
    made = written(target, every_attribute, *many).content_sha256
    assert made == "d0b9f2addd08439abb4282c86f5e465459e4289bae8dd2cdc4a6412ceca712e0"


def test_that_an_attribute_no_column_and_no_rule_knows_is_kept(target, schema, gold):
    strange = (
        replace(SPANS[0], attributes={"size": "large"}),
        replace(SPANS[4], attributes={"date_to": "x"}),
    )
    known = GoldReport(gold.report, strange)
    written(target, schema, *(GoldReport(Report("r", f"Báo cáo {n}."), ()) for n in range(40)), known)
    assert rows(target, "SELECT name, value FROM attributes ORDER BY name") == [
        ("date_to", "x"),
        ("size", "large"),
    ]
    assert list(read_gold(target))[-1] == kept(known)


def test_that_a_label_the_schema_has_no_more_is_kept(target, schema, gold):
    spans = (replace(SPANS[0], label="OLD"),)
    written(target, schema, replace(gold, spans=spans, relations=(), decisions=()))
    assert rows(target, "SELECT label, layer FROM labels WHERE colour = ''") == [("OLD", "entity")]
    assert rows(target, "PRAGMA foreign_key_check") == []


def test_that_the_default_schema_needs_no_further_table(target, schema, gold):
    written(target, schema, gold)
    names = {row[0] for row in rows(target, "SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert {name for name in names if not name.startswith(("reports_fts", "sqlite_"))} == {
        name for name in COLUMNS if not name.startswith("gold_")
    }


def test_that_a_gold_file_is_for_its_owner_only_and_alone(target, schema, gold):
    written(target, schema, gold)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert list(target.parent.iterdir()) == [target]


def test_that_new_gold_takes_the_place_of_old(target, schema, gold):
    written(target, schema, gold)
    written(target, schema)
    assert list(read_gold(target)) == []


def test_that_a_stop_leaves_the_old_gold_and_nothing_beside_it(target, schema, gold):
    written(target, schema, gold)
    before = target.read_bytes()

    def stop(done):
        raise KeyboardInterrupt(done)

    with pytest.raises(KeyboardInterrupt):
        written(target, schema, gold, progress=stop)
    assert target.read_bytes() == before
    assert list(target.parent.iterdir()) == [target]


def test_that_progress_tells_how_many_reports_are_done(target, schema, gold):
    told = []
    others = [GoldReport(Report("r", f"Báo cáo {n}."), ()) for n in range(40)]
    summary = written(target, schema, gold, *others, progress=told.append)
    assert told == list(range(1, 42))
    assert (summary.reports, summary.spans, summary.relations) == (41, 5, 2)
    total = sum(rows(target, f"SELECT count(*) FROM {name}")[0][0] for name in COLUMNS if "gold" not in name)
    assert summary.rows == total - len(rows(target, "SELECT * FROM meta"))


def test_that_gold_that_names_a_missing_span_is_refused(target, schema, gold):
    for broken in (replace(gold, spans=gold.spans[1:], relations=()), replace(gold, spans=(), decisions=())):
        with pytest.raises(ValueError, match="does not hold it"):
            written(target, schema, broken)
    assert not target.exists()


@pytest.mark.parametrize(
    ("place", "code"), [("none/gold.db", "cannot-write"), ("work.annotator", "is-a-project")]
)
def test_that_a_place_that_takes_no_gold_is_named(tmp_path, schema, gold, place, code):
    with pytest.raises(UserError, match=Path(place).name) as caught:
        written(tmp_path / place, schema, gold)
    assert caught.value.code == code


@pytest.mark.parametrize("number", [28, 30])
def test_that_a_disk_that_fails_at_the_end_leaves_the_old_gold(target, schema, gold, monkeypatch, number):
    written(target, schema, gold)

    def refuse(_path):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(UserError) as caught:
        written(target, schema)
    assert caught.value.code == ("disk-full" if number == 28 else "cannot-write")
    assert len(list(read_gold(target))) == 1
    assert list(target.parent.iterdir()) == [target]


def test_that_a_missing_gold_file_is_named(target):
    with pytest.raises(UserError) as caught:
        list(read_gold(target))
    assert caught.value.code == "missing-file"


@pytest.mark.parametrize("content", [b"dear diary " * 100, b""])
def test_that_another_file_is_no_gold(target, content):
    target.write_bytes(content)
    with pytest.raises(UserError) as caught:
        list(read_gold(target))
    assert caught.value.code == "not-gold"


@pytest.mark.parametrize(
    "statement",
    [
        'UPDATE spans SET "end" = 0',
        "UPDATE spans SET origin = 'heaven'",
        "UPDATE sections SET kind = 'abyss' WHERE kind = 'title'",
    ],
)
def test_that_gold_somebody_spoiled_is_refused_in_one_line(target, schema, gold, statement):
    written(target, schema, gold)
    with closing(sqlite3.connect(target, isolation_level=None)) as connection:
        connection.execute(statement)
    with pytest.raises(UserError) as caught:
        list(read_gold(target))
    assert caught.value.code == "bad-gold"
    assert "\n" not in caught.value.message
