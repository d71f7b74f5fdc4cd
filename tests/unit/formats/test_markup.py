"""Inline markup: what each mark means, and what is said about marks that are wrong."""

import stat

import pytest

from annotator.domain.errors import UserError
from annotator.domain.gold import GoldReport
from annotator.domain.relations import Relation
from annotator.domain.reports import Report
from annotator.domain.spans import Span, State
from annotator.formats.markup import Markup, read_folder
from annotator.formats.markup_reading import LayerFile, report_of
from annotator.resources import default_schema

SCHEMA = default_schema()


def read(entity=None, figure=None):
    given = {"entity": entity, "figure": figure}
    files = [LayerFile(f"r.{layer}.txt", layer, text) for layer, text in given.items() if text is not None]
    return report_of("r", files, schema=SCHEMA)


def surfaces(report, label):
    return [report.text[span.start : span.end] for span in report.spans if span.label == label]


def links(report):
    shown = {span.id: report.text[span.start : span.end] for span in report.spans}
    return [(link.label, shown[link.source], shown[link.target]) for link in report.relations]


def complaints(report):
    return [(problem.file, problem.line, problem.message) for problem in report.problems]


def test_that_a_mark_becomes_an_imported_span_with_its_attributes():
    report = read(figure="Thu\nđạt ⟦MONEY#f1;value=1860000000000;unit=VND;qualifier=over|1.860 tỷ đồng⟧.")
    (span,) = report.spans
    assert report.text == "Thu\nđạt 1.860 tỷ đồng."
    assert (span.start, span.end, span.layer, span.label) == (8, 21, "figure", "MONEY")
    assert span.state is State.IMPORTED
    assert dict(span.attributes) == {"value": "1860000000000", "unit": "VND", "qualifier": "over"}
    assert report.layers == ("figure",)


def test_that_reading_again_gives_the_same_ids():
    marked = "⟦PERSON;holds=p1|Lò A⟧, ⟦POSITION#p1|Bí thư⟧"
    assert read(entity=marked) == read(entity=marked)


def test_that_a_bar_in_the_surface_belongs_to_the_text():
    assert surfaces(read(entity="⟦ORG|Sở | Ban⟧"), "ORG") == ["Sở | Ban"]


def test_that_keys_become_relations():
    report = read(
        entity="⟦PERSON;holds=p1,p2|Lò A⟧, ⟦POSITION#p1|Bí thư⟧, ⟦POSITION#p2|Chủ tịch⟧ 10 %",
        figure="Lò A, Bí thư, ⟦INDICATOR#i1|Chủ tịch⟧ ⟦PERCENT;value=10;unit=%;indicator=i1|10 %⟧",
    )
    assert sorted(links(report)) == [
        ("holds", "Lò A", "Bí thư"),
        ("holds", "Lò A", "Chủ tịch"),
        ("measures", "10 %", "Chủ tịch"),
    ]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("Quý I thu 5 ha. Quý I chi 6 ha. Quý I", 16),
        ("Quý I\nthu 6 ha. Quý I", 0),
        ("Quý I\nx Quý I thu 6 ha", 8),
        ("thu 6 ha Quý I và Quý I", 9),
    ],
    ids=["nearest before", "before in the report", "in its paragraph", "else the next one"],
)
def test_that_a_period_as_text_means_the_nearest_date_of_that_surface(line, meant):
    entity = line.replace("Quý I", "⟦DATE|Quý I⟧")
    figure = line.replace("6 ha", "⟦MEASURE;value=6;unit=ha;period=Quý I|6 ha⟧")
    report = read(entity, figure)
    (link,) = report.relations
    assert {span.id: span.start for span in report.spans}[link.target] == meant
    assert report.problems == ()


def test_that_a_period_names_a_date_of_the_other_file_by_its_id():
    report = read(
        "⟦DATE#d7|Quý I⟧ ⟦DATE#d8|Quý I⟧ 6 ha",
        "Quý I Quý I ⟦MEASURE;value=6;unit=ha;period=d7|6 ha⟧",
    )
    (link,) = report.relations
    assert {span.id: span.start for span in report.spans}[link.target] == 0


def test_that_a_period_is_left_out_with_a_note_when_the_dates_have_no_file():
    report = read(figure="Quý I ⟦MEASURE;value=6;unit=ha;period=Quý I|6 ha⟧")
    assert (report.relations, report.problems) == ((), ())
    assert [(note.file, note.line) for note in report.notes] == [("r.figure.txt", 1)]


def test_that_all_problems_of_a_report_are_said_at_once_with_their_lines():
    report = read(
        entity="⟦NAME|Lò A⟧\n⟦ORG#12|Sở⟧\n⟦LOC|⟧\n⟦LOC;x|Y⟧ ⟦LOC\n⟦MONEY|5⟧ ⟧\n⟦DATE;date_from=1/2|1/2⟧ ⟦ORG",
    )
    assert [line for _, line, _ in complaints(report)] == [1, 2, 3, 4, 4, 4, 5, 5, 6, 6, 6]


@pytest.mark.parametrize(
    ("figure", "complaint"),
    [
        ("⟦MEASURE;value=6,5;unit=ha|6,5 ha⟧", "value is not a plain decimal such as 1500 or 6.43"),
        ("⟦MEASURE;basis=last|6 ha⟧", "basis is not one of plan, budget, same_period"),
        ("⟦MEASURE;colour=red|6 ha⟧", "MEASURE has no attribute colour"),
        ("⟦MEASURE;indicator=i9|6 ha⟧", "indicator names an id that is not in the report"),
        ("⟦MEASURE#f1;indicator=f1|6 ha⟧", "indicator must name INDICATOR"),
        ("⟦MEASURE#f1|6 ha⟧ ⟦MEASURE#f1|6 ha⟧", "the id f1 stands twice"),
        ("⟦INDICATOR#i1|a⟧ ⟦INDICATOR#i2|b⟧ ⟦MEASURE;indicator=i1,i2|6 ha⟧", "names several spans; give one"),
        ("⟦PERSON|Lò A⟧", "the label PERSON is not one of the schema's layer figure"),
        ("e⟦MEASURE|\u0301 ha⟧", "a mark stands between a letter and its accent"),
    ],
)
def test_that_a_wrong_mark_is_named(figure, complaint):
    (problem,) = read(figure=figure).problems
    assert complaint in problem.message
    assert (problem.file, problem.line) in {("r.figure.txt", 1), ("r.figure.txt", 0)}


def test_that_a_period_without_its_date_is_a_problem_when_the_dates_have_a_file():
    report = read("Quý II 6 ha", "Quý II ⟦MEASURE;value=6;unit=ha;period=Quý I|6 ha⟧")
    assert "not the text of a DATE" in report.problems[0].message


def test_that_files_of_one_report_with_different_texts_are_refused_with_the_line():
    report = read("một\nhai\nba", "một\nhai\nbốn")
    assert complaints(report) == [("r.figure.txt", 3, "its text differs from the other layer's file")]


def test_that_problems_show_no_report_text():
    report = read(entity="⟦bí mật; quốc gia|X⟧ ⟦Tên riêng|X⟧ ⟦ORG;bí mật=1|X⟧ ⟦PERSON;holds=Lò A|X⟧")
    assert len(report.problems) == 5
    assert not any(word in str(report.problems) for word in ("bí", "mật", "Tên", "Lò"))


def gold_of(text, spans, relations=(), name="r"):
    return GoldReport(Report(name, text), tuple(spans), tuple(relations))


def write(folder, *golds):
    return Markup().write(golds, schema=SCHEMA, path=folder)


def test_that_a_period_is_written_as_the_id_that_its_date_gets_in_the_other_file(tmp_path):
    date = Span("a", 0, 5, "entity", "DATE", State.ACCEPTED)
    figure = Span("b", 6, 10, "figure", "MEASURE", State.DRAWN, {"unit": "ha", "value": "6"})
    write(tmp_path, gold_of("Quý I 6 ha", [date, figure], [Relation("during", "b", "a")]))
    assert (tmp_path / "r.entity.txt").read_text("utf-8") == "⟦DATE#d1|Quý I⟧ 6 ha"
    written = (tmp_path / "r.figure.txt").read_text("utf-8")
    assert written == "Quý I ⟦MEASURE#f1;value=6;unit=ha;period=d1|6 ha⟧"


def test_that_a_report_whose_text_holds_the_brackets_is_left_out_and_listed(tmp_path):
    summary = write(tmp_path, gold_of("a ⟦b", [], name="odd"), gold_of("a b", [], name="plain"))
    (skipped,) = summary.skipped
    assert skipped.file == "odd"
    assert "brackets" in skipped.message
    assert sorted(file.name for file in summary.files) == ["plain.entity.txt", "plain.figure.txt"]
    assert summary.reports == 1


def test_that_spans_which_overlap_in_a_layer_are_listed_and_nothing_of_them_is_written(tmp_path):
    spans = [Span(str(n), n, n + 2, "entity", "ORG", State.DRAWN) for n in range(2)]
    assert "overlap" in write(tmp_path, gold_of("abc", spans)).skipped[0].message
    assert list(tmp_path.iterdir()) == []


def test_that_undecided_and_rejected_spans_are_left_out_with_a_note(tmp_path):
    states = [State.ACCEPTED, State.CANDIDATE, State.REJECTED]
    spans = [Span(str(n), n, n + 1, "entity", "ORG", state) for n, state in enumerate(states)]
    summary = write(tmp_path, gold_of("abc", spans, [Relation("holds", "0", "1")]))
    assert (tmp_path / "r.entity.txt").read_text("utf-8") == "⟦ORG|a⟧bc"
    assert (summary.spans, summary.relations) == (1, 0)
    assert summary.notes == ("2 undecided or rejected spans were left out",)


def test_that_reports_of_one_name_get_files_of_their_own(tmp_path):
    write(tmp_path, gold_of("a", []), gold_of("b", []), gold_of("c", [], name="../x/r"))
    names = sorted(path.name for path in tmp_path.iterdir() if ".entity." in path.name)
    assert names == ["_x_r.entity.txt", "r-2.entity.txt", "r.entity.txt"]


def test_that_files_are_for_their_owner_only(tmp_path):
    write(tmp_path / "gold", gold_of("a", []))
    modes = [
        stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "gold", *(tmp_path / "gold").iterdir())
    ]
    assert modes == [0o700, 0o600, 0o600]


def test_that_a_folder_that_cannot_be_made_is_one_clear_error(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(UserError, match="cannot make the folder") as caught:
        write(tmp_path / "file" / "gold", gold_of("a", []))
    assert caught.value.code == "cannot-write"


def test_that_stopping_by_progress_leaves_no_half_written_file(tmp_path):
    def stop(done):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Markup().write([gold_of("a", []), gold_of("b", [])], schema=SCHEMA, path=tmp_path, progress=stop)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["r.entity.txt", "r.figure.txt"]


def test_that_a_folder_is_read_by_name_with_what_is_there(tmp_path):
    (tmp_path / "b.entity.txt").write_bytes("\ufeff⟦ORG|Sở⟧\r\nxa".encode())
    (tmp_path / "a.figure.txt").write_bytes(b"\xff")
    (tmp_path / "README.txt").write_text("nothing")
    seen = []
    reports = read_folder(tmp_path, schema=SCHEMA, progress=seen.append)
    assert [report.name for report in reports] == ["a", "b"]
    assert reports[1].text == "Sở\nxa"
    assert "not UTF-8" in reports[0].problems[0].message
    assert seen == [1, 2]


def test_that_a_single_file_is_read_with_the_other_layer_of_its_report(tmp_path):
    write(tmp_path, gold_of("a", []), gold_of("b", [], name="other"))
    (report,) = Markup().read(tmp_path / "r.figure.txt", schema=SCHEMA)
    assert (report.name, report.layers) == ("r", ("entity", "figure"))


@pytest.mark.parametrize("name", ["missing", "x.txt", "."])
def test_that_a_path_without_gold_is_one_clear_error(tmp_path, name):
    (tmp_path / "x.txt").write_text("x")
    with pytest.raises(UserError) as caught:
        Markup().read(tmp_path / name, schema=SCHEMA)
    assert caught.value.code == "no-gold"


def test_that_a_missing_gold_folder_is_one_clear_error(tmp_path):
    with pytest.raises(UserError, match="is not a folder"):
        read_folder(tmp_path / "missing", schema=SCHEMA)
