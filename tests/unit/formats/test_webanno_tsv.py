"""WebAnno TSV: lines as INCEpTION writes them, spans of any borders, and what strangers write."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.errors import UserError
from annotator.domain.gold import GoldReport
from annotator.domain.relations import Relation
from annotator.domain.reports import Report
from annotator.domain.spans import Span, State
from annotator.formats.base import silent
from annotator.formats.loose import LooseTexts
from annotator.formats.webanno_escapes import escaped_text, escaped_value, plain_text, plain_value, stacked
from annotator.formats.webanno_layout import laid_out
from annotator.formats.webanno_tsv import WebAnnoTsv
from annotator.resources import default_schema

SCHEMA = default_schema()
SIGNS = "ab_*|[];->\\\t\n1 ế𝄞"
LETTERS = "ăđếbz 09,.%|;=#\\/-\u00a0\u2028\t\n𝄞\x0b\x0c\x1f_*[]"
HEADER = "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Span|label\n"


def spans_of(*places):
    """Spans of layer entity by label and place."""
    return tuple(
        Span(f"s{n}", start, end, "entity", label, State.ACCEPTED)
        for n, (label, start, end) in enumerate(places)
    )


def written(tmp_path, gold):
    done = WebAnnoTsv().write([gold], schema=SCHEMA, path=tmp_path, progress=silent)
    return done.files[0].read_bytes().decode("utf-8").split("\n")


def read(tmp_path, text):
    (tmp_path / "x.tsv").write_bytes(text.encode("utf-8"))
    (parsed,) = WebAnnoTsv().read(tmp_path, schema=SCHEMA, progress=silent)
    return parsed


def test_that_a_report_is_laid_out_as_webanno_lays_it_out(tmp_path):
    text = "𝄞 Thu đạt 1.500ha.\n\nSở họp."
    spans = (
        Span("thu", 2, 5, "figure", "INDICATOR", State.ACCEPTED),
        Span("ha", 10, 17, "figure", "MEASURE", State.ACCEPTED, {"value": "1500", "unit": "h|a_"}),
        Span("1.500", 10, 15, "figure", "COUNT", State.ACCEPTED, {"value": "1500"}),
        Span("sở", 20, 21, "entity", "ORG", State.ACCEPTED),
    )
    gold = GoldReport(Report("báo cáo/1", text), spans, (Relation("measures", "ha", "thu"),))
    assert written(tmp_path, gold) == [
        "#FORMAT=WebAnno TSV 3.3",
        "#T_SP=webanno.custom.Span|label|a_value|a_unit",
        "#T_RL=webanno.custom.Relation|label|BT_webanno.custom.Span",
        "",
        "",
        "#Text=𝄞 Thu đạt 1.500ha.",
        "#Text=",
        "1-1\t0-2\t𝄞\t_\t_\t_\t_\t_\t",
        "1-2\t3-6\tThu\tINDICATOR\t*\t*\tmeasures\t1-4[1_0]\t",
        "1-3\t7-10\tđạt\t_\t_\t_\t_\t_\t",
        "1-4\t11-16\t1.500\tMEASURE[1]|COUNT[2]\t1500[1]|1500[2]\th\\|a\\_[1]|*[2]\t_\t_\t",
        "1-5\t16-18\tha\tMEASURE[1]\t1500[1]\th\\|a\\_[1]\t_\t_\t",
        "1-6\t18-19\t.\t_\t_\t_\t_\t_\t",
        "",
        "#Text=Sở họp.",
        "2-1\t21-23\tSở\t_\t_\t_\t_\t_\t",
        "2-1.1\t21-22\tS\tORG[3]\t*[3]\t*[3]\t_\t_\t",
        "2-2\t24-27\thọp\t_\t_\t_\t_\t_\t",
        "2-3\t27-28\t.\t_\t_\t_\t_\t_\t",
        "",
    ]


@pytest.mark.parametrize(
    ("places", "units"),
    [
        ([(0, 6)], ["ab 1", "cd 1", ". "]),
        ([(0, 5), (1, 2)], ["ab 1", ".b 2", "cd ", ".c 1", ". "]),
        # White space is a token only where a span begins or ends in it.
        ([(1, 4), (3, 6)], ["ab ", ".b 1", "   1", ".  2", "cd 2", ". "]),
    ],
)
def test_that_nested_and_crossing_spans_lie_on_tokens_and_on_parts_of_them(places, units):
    text = "ab  cd."
    (sentence,) = laid_out(text, spans_of(*(("ORG", *place) for place in places)))
    assert [
        f"{'.' * ('.' in unit.name)}{text[unit.start : unit.end]} {','.join(str(n + 1) for n in unit.spans)}"
        for unit in sentence.units
    ] == units


@given(st.text(alphabet=st.sampled_from(SIGNS), max_size=12))
def test_that_escapes_are_taken_back(text):
    assert plain_text(escaped_text(text)) == text
    assert plain_value(escaped_value(text)) == text
    assert not set("\t\n") & set(escaped_text(text) + escaped_value(text))


@given(st.lists(st.text(alphabet=st.sampled_from(SIGNS), max_size=5), min_size=1, max_size=5))
def test_that_stacked_values_are_split_where_they_were_joined(values):
    assert stacked("|".join(map(escaped_value, values))) == list(map(escaped_value, values))


@st.composite
def golds(draw):
    """Reports of spans that nest, cross and share their places as they like."""
    text = draw(
        st.text(alphabet=st.sampled_from(LETTERS), min_size=1, max_size=40)
        .map(lambda text: unicodedata.normalize("NFC", text))
        .filter(lambda text: text.strip())
    )
    spans = []
    for number in range(draw(st.integers(0, 8))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        label = draw(st.sampled_from(["MONEY", "INDICATOR"]))
        said = {"unit": draw(st.text(alphabet=st.sampled_from(SIGNS), min_size=1, max_size=4))}
        attributes = said if label == "MONEY" and draw(st.booleans()) else {}
        spans.append(Span(f"s{number}", start, end, "figure", label, State.ACCEPTED, attributes))
    links = {
        Relation("measures", span.id, target.id)
        for span in spans
        for target in spans
        if (span.label, target.label) == ("MONEY", "INDICATOR") and draw(st.booleans())
    }
    return GoldReport(Report("r", text), tuple(spans), tuple(sorted(links)))


def told(spans, relations):
    """What spans and relations say, however often, ids aside."""
    place = {
        span.id: (span.start, span.end, span.label, tuple(sorted(span.attributes.items()))) for span in spans
    }
    return sorted(place.values()), sorted((place[link.source], place[link.target]) for link in relations)


@given(gold=golds())
def test_that_spans_of_any_borders_come_back_with_their_links(gold):
    with TemporaryDirectory() as folder:
        WebAnnoTsv().write([gold], schema=SCHEMA, path=Path(folder), progress=silent)
        (back,) = WebAnnoTsv().read(Path(folder), schema=SCHEMA, progress=silent)
    assert (back.problems, back.notes, back.text) == ((), (), gold.report.text)
    assert told(back.spans, back.relations) == told(gold.spans, gold.relations)


def test_that_a_file_of_inceptions_own_layers_is_read(tmp_path):
    parsed = read(
        tmp_path,
        "#FORMAT=WebAnno TSV 3.2\n"
        "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue\n"
        "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value\n"
        "#T_SP=webanno.custom.Frame|ROLE_webanno.custom.Frame:Parts_webanno.custom.FrameLink|webanno.custom.P\n"
        "#T_CH=webanno.custom.CorefLink|referenceType|referenceRelation\n"
        "#T_RL=webanno.custom.Tie|value|BT_de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity\n"
        "\n\n"
        "#Sentence.id=s-1\n"
        "#Text=Bà Lò Thị Xuân ,\n"
        "1-1\t0-2\tBà\tN\t_\t_\t_\t_\t_\t_\t_\t_\t\r\n"
        "1-2\t3-5\tLò\tNp\t*[1]\tPERSON[1]\t_\t_\t_\t_\t_\t_\t\r\n"
        "1-3\t6-9\tThị\tNp\t*[1]\tPERSON[1]\tagent\t1-2[1]\tpr[1]\tsame->1-1\t_\t_\t\r\n"
        "1-4\t10-14\tXuân\tNp\t*[1]\tPERSON[1]\t_\t_\t_\t_\t_\t_\t\r\n"
        "1-4.1\t10-10\t\t_\t*\tORG\t_\t_\t_\t_\t_\t_\t\r\n"
        "\n"
        "#Text=Giám đốc\n"
        "2-1\t19-23\tGiám\t_\t*[2]\tPOSITION[2]\t_\t_\t_\t_\tholds|holds\t1-2[1_2]|9-9\t\r\n"
        "2-2\t24-27\tđốc\t_\t*[2]\tPOSITION[2]\t_\t_\t_\t_\t_\t_\t\r\n",
    )
    assert parsed.problems == ()
    # What stood between the sentences is not in the file: it was three signs long, the first a line break.
    assert (parsed.text, parsed.loose) == ("Bà Lò Thị Xuân ,\n  Giám đốc", True)
    assert [(parsed.text[each.start : each.end], each.label) for each in parsed.spans] == [
        ("Lò Thị Xuân", "PERSON"),
        ("Giám đốc", "POSITION"),
    ]
    (link,) = parsed.relations
    assert (link.label, link.source, link.target) == ("holds", parsed.spans[0].id, parsed.spans[1].id)
    assert sorted(str(note).partition(": ")[2] for note in parsed.notes) == [
        "1 annotations of no width were left out",
        "1 lines of chains were left out",
        "1 relations whose ends are not there were left out",
        "1 slots were left out",
        "1 spans left out: the schema has no label Frame",
        "4 spans left out: the schema has no label POS",
    ]


def test_that_a_report_is_found_though_the_file_has_lost_what_stood_between_its_sentences(tmp_path):
    rows = "1-1\t0-4\tĐiện\t_\t\n\n#Text=Sở họp\n2-1\t7-9\tSở\tORG\t\n2-2\t10-13\thọp\t_\t\n"
    parsed = read(tmp_path, f"{HEADER}\n\n#Text=Điện\n{rows}")
    report = Report("r", "Điện\n\n\nSở họp")
    assert parsed.text != report.text
    placed = LooseTexts([report]).placed(parsed)
    assert [(each.start, each.end) for each in placed.spans] == [(7, 9)]


def test_that_a_span_may_have_the_number_0(tmp_path):
    parsed = read(tmp_path, f"{HEADER}\n\n#Text=Sở Y\n1-1\t0-2\tSở\tORG[0]\t\n1-2\t3-4\tY\tORG[0]\t\n")
    assert [parsed.text[each.start : each.end] for each in parsed.spans] == ["Sở Y"]


def test_that_decomposed_text_is_read_with_its_spans(tmp_path):
    text = unicodedata.normalize("NFD", "Sở Y tế")
    parsed = read(tmp_path, f"{HEADER}\n\n#Text={text} họp\n1-1\t0-{len(text)}\t{text}\tORG\t\n")
    assert parsed.problems == ()
    assert [parsed.text[each.start : each.end] for each in parsed.spans] == ["Sở Y tế"]


def test_that_offsets_in_code_points_are_refused_by_their_line(tmp_path):
    parsed = read(
        tmp_path, f"{HEADER}\n\n#Text=𝄞 ab c\n1-1\t0-1\t𝄞\t_\t\n1-2\t2-4\tab\tORG\t\n1-3\t5-6\tc\t_\t\n"
    )
    assert [str(problem) for problem in parsed.problems] == [
        "x.tsv:6: its offsets are not those of its token in UTF-16 units, nor are those of 2 more lines"
    ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("nothing", "it is no line of WebAnno's"),
        ("1-1\t0-2\tab", "it has 1 columns behind the token, not the 2"),
        ("1-1\t2-0\tab\tORG\t*\t", "ends before it begins"),
        ("1-1\t0-99\tab\tORG\t*\t", "its offsets are not those of its token"),
        ("1-1\t999999999999-999999999999\tab\tORG\t*\t", "does not begin where its sentence does"),
    ],
)
def test_that_a_line_that_is_wrong_is_named(tmp_path, line, why):
    header = "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Span|label|a_unit\n"
    parsed = read(tmp_path, f"{header}\n\n#Text=ab\n{line}\n")
    assert parsed.problems[0].line == 6
    assert why in parsed.problems[0].message


@pytest.mark.parametrize("text", ["", "x", "#FORMAT=WebAnno TSV 2\n", "#FORMAT=WebAnno TSV 3.3\n#T_XX=a\n"])
def test_that_other_files_are_refused(tmp_path, text):
    assert len(read(tmp_path, text).problems) == 1


def test_that_a_folder_without_any_is_refused(tmp_path):
    with pytest.raises(UserError, match=r"holds no \.tsv files"):
        WebAnnoTsv().read(tmp_path, schema=SCHEMA, progress=silent)


def test_that_attributes_of_no_schema_are_listed(tmp_path):
    span = Span("s", 0, 2, "figure", "MONEY", State.ACCEPTED, {"colour": "red", "unit": "VND"})
    done = WebAnnoTsv().write([GoldReport(Report("r", "ab"), (span,))], schema=SCHEMA, path=tmp_path)
    assert done.notes == ("1 attributes left out: the schema has none of their name",)
    assert (tmp_path / "losses.txt") in done.files
