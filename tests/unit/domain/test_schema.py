"""A schema is read whole or refused with every problem at once."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.errors import UserError
from annotator.domain.schema_texts import schema_from
from annotator.resources import default_schema

NAMES = st.text("ABCDEF", min_size=1, max_size=4)


def table(**changes):
    data = {
        "name": "small",
        "version": 3,
        "layers": [{"name": "entity"}, {"name": "figure"}],
        "labels": [
            {"name": "ORG", "layer": "entity", "key": "1"},
            {"name": "MONEY", "layer": "figure", "key": "2"},
        ],
        "attributes": [{"name": "unit", "labels": ["MONEY"], "kind": "text"}],
        "relations": [{"name": "of", "sources": ["MONEY"], "targets": ["ORG"], "many": True}],
    }
    return data | changes


def problem_of(**changes):
    with pytest.raises(UserError) as caught:
        schema_from(table(**changes), "")
    assert caught.value.code == "bad-schema"
    return caught.value.message


def test_that_a_schema_has_what_its_table_says():
    schema = schema_from(table(), "toml")
    assert (schema.name, schema.version, schema.layers, schema.toml) == (
        "small",
        3,
        ("entity", "figure"),
        "toml",
    )
    assert [rule.name for rule in schema.attributes_of("MONEY")] == ["unit"]
    assert schema.attributes_of("ORG") == ()
    assert [rule.name for rule in schema.relation_rules("MONEY", "ORG")] == ["of"]
    assert schema.relation_rules("ORG", "MONEY") == ()


def test_that_the_default_schema_has_the_guideline_labels_in_the_order_of_their_keys():
    schema = default_schema()
    keys = [label.key for label in schema.labels]
    assert keys == [*map(str, range(1, 8)), *(f"Shift+{n}" for n in range(1, 8))]
    assert schema.layers == ("entity", "figure")
    assert tomllib.loads(schema.toml)["name"] == schema.name


def test_that_every_label_of_the_default_schema_has_its_guideline_in_both_languages():
    for label in default_schema().labels:
        assert len(label.guideline) > 100 < len(label.guideline_vi), label.name
        assert label.guideline != label.guideline_vi
        assert label.guideline == label.guideline.strip()


def test_that_a_label_without_a_guideline_has_an_empty_one():
    assert schema_from(table(), "").label("ORG").guideline == ""


def test_that_an_unknown_label_is_named():
    with pytest.raises(UserError, match="no label NAME") as caught:
        default_schema().label("NAME")
    assert caught.value.code == "unknown-label"


@given(st.lists(NAMES, min_size=1, max_size=6, unique=True), st.lists(NAMES, max_size=4))
def test_that_every_label_an_attribute_names_must_be_there(known, named):
    data = table(
        labels=[{"name": name, "layer": "entity", "code": f"c{name}"} for name in known],
        attributes=[{"name": "unit", "labels": named}],
        relations=[],
    )
    unknown = [name for name in named if name not in known]
    if not unknown:
        assert schema_from(data, "").attributes[0].labels == tuple(named)
        return
    with pytest.raises(UserError) as caught:
        schema_from(data, "")
    assert all(f"unknown label {name}" in caught.value.message for name in unknown)


def test_that_all_problems_are_told_at_once():
    message = problem_of(
        labels=[
            {"name": "ORG", "layer": "nowhere", "key": "1"},
            {"name": "ORG", "layer": "entity", "key": "1"},
        ],
        relations=[{"name": "of", "sources": ["MONEY"], "targets": ["ORG"]}],
    )
    for told in (
        "unknown layer 'nowhere'",
        "label ORG stands twice",
        "key 1 is that of ORG and of ORG",
        "label MONEY",
    ):
        assert told in message


def test_that_a_schema_without_labels_is_refused():
    assert "no labels" in problem_of(labels=[], attributes=[], relations=[])


@pytest.mark.parametrize("part", ["labels", "attributes", "relations"])
def test_that_a_part_without_a_name_is_refused(part):
    entry = {key: value for key, value in table()[part][0].items() if key != "name"}
    assert "has no name" in problem_of(**{part: [*table()[part], entry | {"key": "9", "code": "zzz"}]})


def test_that_a_choice_without_values_is_refused():
    message = problem_of(attributes=[{"name": "basis", "labels": ["MONEY"], "kind": "choice"}])
    assert "basis is a choice without values" in message


def test_that_an_attribute_of_unknown_kind_is_refused():
    message = problem_of(attributes=[{"name": "size", "labels": ["MONEY"], "kind": "colour"}])
    assert "unknown kind 'colour'" in message


def test_that_an_attribute_that_stands_twice_is_refused():
    rule = table()["attributes"][0]
    assert "attribute unit stands twice" in problem_of(attributes=[rule, rule])


def test_that_labels_need_no_vietnamese_code_but_share_none():
    assert [label.code_vi for label in schema_from(table(), "").labels] == ["", ""]
    labels = [entry | {"code_vi": "TIỀN"} for entry in table()["labels"]]
    assert "TIỀN" in problem_of(labels=labels)
