"""On the drawing board labels and values are altered one by one, and what cannot be is refused at once."""

import pytest

from annotator.domain.errors import UserError
from annotator.domain.schema_changes import revision
from annotator.domain.schema_drafts import SchemaDraft
from annotator.resources import default_schema

DEFAULT = default_schema()


@pytest.fixture
def draft():
    return SchemaDraft(DEFAULT)


def refused(run, *words, **options):
    with pytest.raises(UserError) as caught:
        run(*words, **options)
    return caught.value.code


def choice(schema, name):
    return next(rule for rule in schema.attributes if rule.name == name)


def test_that_an_untouched_draft_is_the_schema_it_began_as(draft):
    made = draft.schema()
    assert (made.labels, made.attributes, made.relations) == (
        DEFAULT.labels,
        DEFAULT.attributes,
        DEFAULT.relations,
    )
    assert draft.labels == draft.values == {}


def test_that_a_renamed_label_keeps_its_place_attributes_and_relations(draft):
    draft.rename("RATE", "PACE")
    draft.rename("PACE", "TEMPO")
    made = draft.schema()
    assert [label.name for label in made.labels].index("TEMPO") == [x.name for x in DEFAULT.labels].index(
        "RATE"
    )
    assert made.attributes_of("TEMPO")
    assert made.allows("measures", "TEMPO", "INDICATOR")
    assert draft.labels == {"RATE": "TEMPO"}


def test_that_a_name_renamed_there_and_back_is_no_change(draft):
    draft.rename("RATE", "PACE")
    draft.rename("PACE", "RATE")
    assert draft.labels == {}


def test_that_a_renamed_label_may_have_its_first_name_again():
    draft = SchemaDraft(DEFAULT)
    draft.rename("ORG", "BODY")
    once = revision(DEFAULT, draft.schema(), labels=draft.labels).after
    again = SchemaDraft(once)
    assert refused(again.rename, "LOC", "ORG") == "name-taken"
    again.rename("BODY", "ORG")
    assert again.schema().label("ORG").formerly == ()
    assert again.labels == {"BODY": "ORG"}


def test_that_an_added_label_stands_in_its_layer_and_carries_what_another_does(draft):
    draft.add("AREA", layer="entity", like="DATE")
    made = draft.schema()
    assert [label.name for label in made.labels][7] == "AREA"
    assert [r.name for r in made.attributes_of("AREA")] == [r.name for r in made.attributes_of("DATE")]
    assert made.allows("during", "MONEY", "AREA")
    assert made.label("AREA").code == "ARE"
    draft.drop("AREA")
    assert draft.schema().labels == DEFAULT.labels


def test_that_a_new_label_gets_a_code_nobody_has(draft):
    draft.add("PERIOD", layer="entity")
    draft.add("PERSONS", layer="entity")
    codes = [label.code for label in draft.schema().labels]
    assert len(codes) == len(set(codes))


def test_that_a_label_of_the_project_is_retired_rather_than_dropped(draft):
    assert refused(draft.drop, "RATE") == "label-in-use"
    draft.alter("RATE", retired=True)
    assert draft.schema().label("RATE").retired
    draft.alter("RATE", retired=False)
    assert draft.schema().labels == DEFAULT.labels


@pytest.mark.parametrize("name", ["", "1A", "a b", "TỈNH", "A" * 41])
def test_that_a_name_that_files_cannot_hold_is_refused(draft, name):
    assert refused(draft.rename, "ORG", name) == "bad-name"
    assert refused(draft.add_value, "direction", name) == "bad-name"


def test_that_names_there_are_refused(draft):
    assert refused(draft.add, "ORG", layer="entity") == "name-taken"
    assert refused(draft.rename, "ORG", "LOC") == "name-taken"
    assert refused(draft.add_value, "direction", "up") == "name-taken"


def test_that_a_clash_of_keys_names_both_labels(draft):
    draft.alter("ORG", key="1")
    with pytest.raises(UserError) as caught:
        draft.schema()
    assert "the key 1 is that of PERSON and of ORG" in caught.value.message


def test_that_values_are_added_renamed_titled_and_retired(draft):
    draft.add_value("direction", "flat", title_vi="không đổi")
    draft.rename_value("direction", "up", "rise")
    draft.retire_value("direction", "down")
    rule = choice(draft.schema(), "direction")
    assert rule.values == ("rise", "down", "flat")
    assert rule.offered == ("rise", "flat")
    assert rule.value_titles_vi == {"rise": "tăng", "down": "giảm", "flat": "không đổi"}
    assert draft.values == {("direction", "up"): "rise"}
    draft.retire_value("direction", "down", retired=False)
    assert choice(draft.schema(), "direction").offered == ("rise", "down", "flat")


def test_that_the_last_value_is_not_retired(draft):
    assert refused(draft.retire_value, "ambiguous", "yes") == "last-value"
    assert choice(draft.schema(), "ambiguous").offered == ("yes",)
