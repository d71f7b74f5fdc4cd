"""JSON lines: the shape of a line, and what is said about lines that are wrong."""

import json

import pytest

from annotator.domain.errors import UserError
from annotator.domain.gold import GoldReport
from annotator.domain.relations import Relation
from annotator.domain.reports import Report
from annotator.domain.spans import Evidence, Piece, Span, State
from annotator.formats.jsonl import JsonLines, candidate_line, gold_line, read_lines
from annotator.formats.jsonl_reading import report_of_line
from annotator.resources import default_schema

SCHEMA = default_schema()
FIGURE = Span(
    "f",
    4,
    8,
    "figure",
    "PERCENT",
    State.CORRECTED,
    {"value": "6.4", "unit": "%"},
    0.5,
    "vn-rules",
    Evidence("number", "%", (Piece("value", 4, 7),)),
    note="xem lại",
    flagged=True,
)
TEXT = "GRDP 6,4%"


def read(**given):
    return report_of_line({"text": TEXT, **given}, file="x.jsonl", line=3, schema=SCHEMA)


def span(**changed):
    return {"id": "a", "start": 0, "end": 4, "layer": "figure", "label": "INDICATOR", **changed}


def test_that_a_candidate_line_has_the_documented_shape():
    indicator = Span("i", 0, 4, "figure", "INDICATOR", score=1.0, extractor="vn-rules")
    line = candidate_line(
        source="a.txt", text=TEXT, spans=[FIGURE, indicator], relations=[Relation("measures", "f", "i")]
    )
    given = json.loads(line)
    assert line.endswith("}\n")
    assert list(given) == ["source", "text", "spans", "relations"]
    assert given["relations"] == [{"label": "measures", "from": "f", "to": "i"}]
    assert given["spans"][0] == {
        "id": "i",
        "start": 0,
        "end": 4,
        "layer": "figure",
        "label": "INDICATOR",
        "score": 1.0,
        "extractor": "vn-rules",
        "evidence": {},
        "attributes": {},
    }
    assert given["spans"][1]["evidence"] == {
        "rule": "number",
        "entry": "%",
        "pieces": [{"attribute": "value", "start": 4, "end": 7}],
    }


def test_that_a_gold_line_names_the_state_the_decider_and_the_time():
    report = Report("r", TEXT, title="Tin", date="2023-10-19", source="r.txt")
    gold = GoldReport(
        report, (FIGURE,), authors={"f": "Lan"}, decided_at={"f": "2026-01-02T03:04:05Z"}, split="dev"
    )
    given = json.loads(gold_line(gold))
    assert (given["name"], given["title"], given["date"], given["split"]) == ("r", "Tin", "2023-10-19", "dev")
    kept = {key: given["spans"][0][key] for key in ("state", "author", "decided_at", "note", "flagged")}
    assert kept == {
        "state": "corrected",
        "author": "Lan",
        "decided_at": "2026-01-02T03:04:05Z",
        "note": "xem lại",
        "flagged": True,
    }


def test_that_a_span_keeps_its_id_score_and_evidence_and_arrives_imported(tmp_path):
    path = tmp_path / "gold.jsonl"
    JsonLines().write([GoldReport(Report("r", TEXT), (FIGURE,))], schema=SCHEMA, path=path)
    (report,) = JsonLines().read(path, schema=SCHEMA)
    assert report.spans[0] == FIGURE.decided(State.IMPORTED)


def test_that_a_line_break_in_the_text_stays_in_its_line(tmp_path):
    path = tmp_path / "two.jsonl"
    golds = [GoldReport(Report(name, f"{name}\u2028\n\u0085x"), ()) for name in "ab"]
    JsonLines().write(golds, schema=SCHEMA, path=path)
    assert [report.text[0] for report in JsonLines().read(path, schema=SCHEMA)] == ["a", "b"]


def test_that_undecided_and_rejected_spans_are_left_out_with_a_note():
    spans = [span(id=state.value, state=state.value) for state in State]
    report = read(spans=spans, relations=[{"label": "measures", "from": "candidate", "to": "drawn"}])
    assert [(s.id, s.state) for s in report.spans] == [
        (state.value, State.IMPORTED)
        for state in (State.ACCEPTED, State.CORRECTED, State.DRAWN, State.IMPORTED)
    ]
    assert report.problems == ()
    assert [note.message for note in report.notes] == ["4 undecided or rejected spans were left out"]


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"text": ""}, "text is missing or empty"),
        ({"text": "a\r\nb"}, "text is not canonical"),
        ({"text": 5}, "text is not a string"),
        ({"spans": {}}, "spans is not a list"),
        ({"spans": [5]}, "span 1 is not an object"),
        ({"spans": [span(end=99)]}, "span 1: start and end are not a range"),
        ({"spans": [span(start=True)]}, "span 1: start and end are not a range"),
        ({"spans": [span(start=4)]}, "span 1: start and end are not a range"),
        ({"spans": [span(id="")]}, "span 1: id is missing"),
        ({"spans": [span(), span()]}, "span 2: its id stands twice"),
        ({"spans": [span(label="NAME")]}, "span 1: the schema has no label NAME"),
        ({"spans": [span(layer="entity")]}, "span 1: INDICATOR is not a label of that layer"),
        ({"spans": [span(score=1.5)]}, "span 1: score is not a number from 0 to 1"),
        ({"spans": [span(state="maybe")]}, "span 1: state is not one of candidate"),
        ({"spans": [span(attributes={"value": "5"})]}, "span 1: INDICATOR has no attribute value"),
        ({"spans": [span(attributes={"unit": 5})]}, "span 1: attributes are not an object of strings"),
        ({"relations": [{"label": "measures", "from": "x", "to": "y"}]}, "relation 1: the relation measures"),
        (
            {"spans": [span()], "relations": [{"label": "holds", "from": "a", "to": "a"}]},
            "relation 1: no relation holds leads from INDICATOR to INDICATOR",
        ),
    ],
)
def test_that_a_wrong_field_is_named_with_its_line(given, complaint):
    problems = read(**given).problems
    assert any(problem.message.startswith(complaint) for problem in problems)
    assert {(problem.file, problem.line) for problem in problems} == {("x.jsonl", 3)}


def test_that_all_problems_of_a_line_are_said_at_once():
    assert len(read(text="", spans=[span(label="X", state="y"), 5], relations=5).problems) == 6


def test_that_lines_that_are_no_json_are_named_and_the_others_read(tmp_path):
    path = tmp_path / "x.jsonl"
    good = json.dumps({"text": "a"}).encode()
    path.write_bytes(b"\n".join([b"\xef\xbb\xbf" + good, b"", b'{"text": "a', b"[1]", b"\xff", good, b""]))
    reports = list(read_lines(path, schema=SCHEMA))
    problems = [problem for report in reports for problem in report.problems]
    assert [problem.line for problem in problems] == [3, 4, 5]
    assert [report.text for report in reports if not report.problems] == ["a", "a"]


@pytest.mark.parametrize(("content", "code"), [(None, "missing-file"), (b"\n", "no-gold")])
def test_that_a_file_without_reports_is_one_clear_error(tmp_path, content, code):
    path = tmp_path / "x.jsonl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        JsonLines().read(path, schema=SCHEMA)
    assert caught.value.code == code


def test_that_a_failed_export_leaves_the_old_file_untouched(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text("old")

    def stop(done):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        JsonLines().write([GoldReport(Report("r", "a"), ())], schema=SCHEMA, path=path, progress=stop)
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.jsonl"]
