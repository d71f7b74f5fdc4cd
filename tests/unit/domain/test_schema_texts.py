"""A schema's data and its TOML text are the same thing, and what a label may be is checked on reading."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.errors import UserError
from annotator.domain.schema_texts import schema_from, schema_text
from annotator.resources import default_schema

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
SCALARS = st.one_of(WORDS, st.booleans(), st.integers(-(2**40), 2**40))
ENTRIES = st.dictionaries(
    st.text("ab-_ é", min_size=1, max_size=4),
    st.one_of(SCALARS, st.lists(WORDS, max_size=3), st.dictionaries(WORDS, WORDS, max_size=3)),
    max_size=4,
)


def label(name, **more):
    return {"name": name, "layer": "entity", **more}


def problem_of(*labels, **changes):
    with pytest.raises(UserError) as caught:
        schema_from({"layers": [{"name": "entity"}], "labels": list(labels), **changes}, "")
    return caught.value.message


@given(
    st.dictionaries(WORDS, SCALARS, max_size=3),
    st.dictionaries(WORDS, st.lists(ENTRIES, min_size=1, max_size=3), max_size=3),
)
def test_that_what_is_written_is_read_as_the_same_data(head, tables):
    data = head | tables
    assert tomllib.loads(schema_text(data)) == data


def test_that_the_default_schema_is_written_as_it_is_read():
    data = tomllib.loads(default_schema().toml)
    written = schema_text(data)
    assert tomllib.loads(written) == data
    assert '[[labels]]\nname = "PERSON"\n' in written
    assert 'guideline = """\nA person' in written


def test_that_labels_with_one_key_are_both_named():
    assert "the key 1 is that of ORG and of LOC" in problem_of(
        label("ORG", key="1", code="A"), label("LOC", key="1", code="B")
    )


def test_that_a_retired_label_leaves_its_key_to_another():
    data = {
        "layers": [{"name": "entity"}],
        "labels": [label("ORG", key="1", retired=True), label("LOC", key="1")],
    }
    schema = schema_from(data, "")
    assert [each.name for each in schema.offered] == ["LOC"]
    assert schema.label("ORG").retired


def test_that_a_colour_is_written_as_a_colour():
    assert "the colour of label ORG is not written #rrggbb" in problem_of(label("ORG", colour="red"))


def test_that_a_former_name_belongs_to_one_label_that_has_it_no_more():
    said = problem_of(
        label("ORG", formerly=["BODY"], code="A"),
        label("LOC", formerly=["BODY", "DATE"], code="B"),
        label("DATE", code="C"),
    )
    assert "the former name BODY stands twice" in said
    assert "label DATE is there, not only formerly" in said


def test_that_a_value_is_retired_or_renamed_only_where_it_is():
    rule = {"name": "side", "labels": ["ORG"], "kind": "choice", "values": ["up"]}
    said = problem_of(label("ORG"), attributes=[rule | {"retired": ["left"], "formerly": {"up": "high"}}])
    assert "attribute side has no value left" in said
    assert "attribute side has no value high" in said
    assert "attribute side has the value up, not only formerly" in said


def test_that_former_names_lead_to_those_of_today():
    rule = {
        "name": "side",
        "labels": ["ORG"],
        "kind": "choice",
        "values": ["up", "down"],
        "retired": ["down"],
        "formerly": {"high": "up"},
    }
    schema = schema_from(
        {"layers": [{"name": "entity"}], "labels": [label("ORG", formerly=["BODY"])], "attributes": [rule]},
        "",
    )
    assert schema.renames.labels == {"BODY": "ORG"}
    assert schema.renames.values == {("side", "high"): "up"}
    assert schema.attributes[0].offered == ("up",)
    assert schema.attributes[0].allows("down")
