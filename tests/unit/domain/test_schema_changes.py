"""One schema takes the place of another: what is renamed, joined, kept, and what is refused."""

import tomllib

import pytest

from annotator.domain.errors import UserError
from annotator.domain.schema_changes import revision
from annotator.domain.schema_texts import schema_from, schema_text
from annotator.resources import default_schema


def altered(schema, change):
    """Return a schema whose data were changed in place."""
    data = tomllib.loads(schema.toml)
    change(data)
    return schema_from(data, schema_text(data))


def renamed(schema, old, new):
    def change(data):
        for label in data["labels"]:
            if label["name"] == old:
                label["name"] = new
        for rule in (*data["attributes"], *data["relations"]):
            for side in ("labels", "sources", "targets"):
                if side in rule:
                    rule[side] = [new if name == old else name for name in rule[side]]

    return altered(schema, change)


def without(schema, name):
    def change(data):
        data["labels"] = [label for label in data["labels"] if label["name"] != name]
        for rule in (*data["attributes"], *data["relations"]):
            for side in ("labels", "sources", "targets"):
                if side in rule:
                    rule[side] = [label for label in rule[side] if label != name]

    return altered(schema, change)


def code_of(schema, wanted, **options):
    with pytest.raises(UserError) as caught:
        revision(schema, wanted, **options)
    return caught.value.code


DEFAULT = default_schema()


def test_that_a_renamed_label_keeps_its_former_name():
    found = revision(DEFAULT, renamed(DEFAULT, "ORG", "BODY"), labels={"ORG": "BODY"})
    assert found.labels == {"ORG": "BODY"}
    assert found.renames.labels == {"ORG": "BODY"}
    assert not found.merges
    assert found.after.label("BODY").formerly == ("ORG",)
    assert found.after.renames.label("ORG") == "BODY"


def test_that_a_label_renamed_twice_keeps_both_names_and_its_first_name_can_come_back():
    once = revision(DEFAULT, renamed(DEFAULT, "ORG", "BODY"), labels={"ORG": "BODY"}).after
    twice = revision(once, renamed(once, "BODY", "GROUP"), labels={"BODY": "GROUP"}).after
    assert twice.label("GROUP").formerly == ("ORG", "BODY")
    back = revision(twice, DEFAULT, restoring=True)
    assert back.labels == {"GROUP": "ORG"}
    assert back.after.label("ORG").formerly == ("BODY", "GROUP")


def test_that_a_schema_that_says_what_a_label_was_called_needs_no_mapping():
    wanted = revision(DEFAULT, renamed(DEFAULT, "ORG", "BODY"), labels={"ORG": "BODY"}).after
    assert revision(DEFAULT, wanted).labels == {"ORG": "BODY"}


def test_that_a_label_that_is_not_wanted_any_more_stays_as_a_retired_one_with_what_it_carries():
    found = revision(DEFAULT, without(DEFAULT, "RATIO"))
    kept = found.after.label("RATIO")
    assert found.kept == ("RATIO",)
    assert kept.retired
    assert kept not in found.after.offered
    assert [rule.name for rule in found.after.attributes_of("RATIO")] == [
        rule.name for rule in DEFAULT.attributes_of("RATIO")
    ]
    assert found.after.allows("measures", "RATIO", "INDICATOR")


def test_that_a_label_that_no_span_ever_had_is_forgotten():
    found = revision(DEFAULT, without(DEFAULT, "RATIO"), forgotten={"RATIO"})
    assert "RATIO" not in found.after.by_name
    assert found.kept == ()


def test_that_a_label_joins_another_and_undo_parts_them():
    joined = revision(DEFAULT, without(DEFAULT, "RATE"), labels={"RATE": "MEASURE"})
    assert joined.merged == {"RATE"}
    assert joined.merges.labels == {"RATE": "MEASURE"}
    assert not joined.renames
    assert joined.after.renames.label("RATE") == "MEASURE"
    parted = revision(joined.after, DEFAULT, restoring=True)
    assert parted.after == DEFAULT
    assert not parted.labels


def test_that_a_joined_label_brings_its_former_names_and_takes_them_back():
    once = revision(DEFAULT, renamed(DEFAULT, "RATE", "PACE"), labels={"RATE": "PACE"}).after
    joined = revision(once, without(once, "PACE"), labels={"PACE": "MEASURE"}).after
    assert joined.label("MEASURE").formerly == ("RATE", "PACE")
    parted = revision(joined, once, restoring=True).after
    assert parted.label("PACE").formerly == ("RATE",)
    assert parted.label("MEASURE").formerly == ()


def test_that_a_former_name_is_given_to_no_other_label():
    once = revision(DEFAULT, renamed(DEFAULT, "ORG", "BODY"), labels={"ORG": "BODY"}).after
    plain = altered(once, lambda data: [entry.pop("formerly", None) for entry in data["labels"]])
    other = renamed(plain, "LOC", "ORG")
    assert code_of(once, other, labels={"LOC": "ORG"}) == "name-taken"


def test_that_two_labels_do_not_swap_names_in_one_step():
    swap = {"ORG": "LOC", "LOC": "ORG"}
    assert code_of(DEFAULT, DEFAULT, labels=swap) == "name-taken"


def test_that_a_label_does_not_leave_its_layer():
    assert code_of(DEFAULT, without(DEFAULT, "RATE"), labels={"RATE": "LOC"}) == "moved-label"


def test_that_a_mapping_to_a_label_that_is_not_there_is_refused():
    assert code_of(DEFAULT, without(DEFAULT, "RATE"), labels={"RATE": "PACE"}) == "unknown-label"


def test_that_an_attribute_a_label_can_carry_no_more_is_told():
    def change(data):
        data["attributes"] = [rule for rule in data["attributes"] if rule["name"] != "per"]

    assert {name for _, name in revision(DEFAULT, altered(DEFAULT, change)).lost} == {"per"}


def direction(schema):
    return next(rule for rule in schema.attributes if rule.name == "direction")


def values_changed(change):
    def all_of_it(data):
        change(next(rule for rule in data["attributes"] if rule["name"] == "direction"))

    return altered(DEFAULT, all_of_it)


def test_that_a_value_is_renamed_and_its_former_name_leads_to_it():
    wanted = values_changed(lambda rule: rule.update(values=["rise", "down"]))
    found = revision(DEFAULT, wanted, values={("direction", "up"): "rise"})
    assert found.renames.values == {("direction", "up"): "rise"}
    assert direction(found.after).formerly == {"up": "rise"}
    back = revision(found.after, DEFAULT, restoring=True)
    assert back.renames.values == {("direction", "rise"): "up"}
    assert direction(back.after).values == ("up", "down")


def test_that_a_value_that_is_not_wanted_any_more_stays_as_a_retired_one():
    found = revision(DEFAULT, values_changed(lambda rule: rule.update(values=["up"])))
    assert found.kept_values == (("direction", "down"),)
    assert direction(found.after).values == ("up", "down")
    assert direction(found.after).offered == ("up",)
    assert direction(found.after).value_titles_vi["down"] == "giảm"


def test_that_a_value_joins_another_and_undo_parts_them():
    wanted = values_changed(lambda rule: rule.update(values=["up"]))
    joined = revision(DEFAULT, wanted, values={("direction", "down"): "up"})
    assert joined.merges.values == {("direction", "down"): "up"}
    assert direction(revision(joined.after, DEFAULT, restoring=True).after) == direction(DEFAULT)


def test_that_a_schema_that_changes_nothing_is_taken_to_the_letter():
    assert revision(DEFAULT, DEFAULT).after is DEFAULT
