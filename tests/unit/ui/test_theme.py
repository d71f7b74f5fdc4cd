"""Themes: what can be read on what, and that every widget style is filled in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.resources import default_schema
from annotator.ui.colours import contrast, mixed, seen_on
from annotator.ui.fonts import has_vietnamese, text_family, text_font
from annotator.ui.theme import LINE_CONTRAST, Theme, apply, load_theme, palette, style_sheet

NAMES = ["light", "dark", "contrast"]
COLOURS = st.tuples(*[st.integers(0, 255)] * 3).map(lambda rgb: "#{:02x}{:02x}{:02x}".format(*rgb))


@pytest.fixture(params=NAMES)
def theme(request) -> Theme:
    return load_theme(request.param)


def test_that_text_on_every_tint_keeps_seven_to_one(theme):
    for label in (*theme.labels, "UNKNOWN"):
        assert contrast(theme.ink, theme.tint(label)) >= 7, label
    for ground in (theme.page, theme.panel, theme.window, theme.selection):
        assert contrast(theme.ink, ground) >= 7


def test_that_lines_and_outlines_keep_three_to_one_against_the_page(theme):
    for label in (*theme.labels, "UNKNOWN"):
        assert contrast(theme.colour(label), theme.page) >= LINE_CONTRAST, label
    for token in (theme.accent, theme.warning, theme.good):
        assert contrast(token, theme.page) >= LINE_CONTRAST
        assert contrast(token, theme.panel) >= LINE_CONTRAST


def test_that_quiet_text_is_still_read(theme):
    for ground in (theme.page, theme.panel, theme.window, theme.selection):
        assert contrast(theme.muted, ground) >= 4.5
    assert contrast(theme.page, theme.accent) >= 4.5


def test_that_a_label_line_is_seen_on_its_own_tint(theme):
    for label in theme.labels:
        assert contrast(theme.colour(label), theme.tint(label)) >= 2.5, label


def test_that_the_default_schema_has_the_colours_of_the_themes():
    for name in ("light", "dark"):
        theme = load_theme(name)
        assert dict(theme.with_schema(default_schema()).labels) == dict(theme.labels)


def test_that_a_label_of_the_schema_that_cannot_be_seen_is_moved_until_it_can(theme):
    schema = default_schema()
    pale = replace(schema.labels[0], colour="#fafafa", colour_dark="#101010")
    coloured = theme.with_schema(replace(schema, labels=(pale, *schema.labels[1:])))
    assert contrast(coloured.colour(pale.name), theme.page) >= LINE_CONTRAST


def test_that_high_contrast_tells_labels_by_shape_and_code_only():
    theme = load_theme("contrast").with_schema(default_schema())
    assert theme.always_chips
    assert {theme.colour(label.name) for label in default_schema().labels} == {"#000000"}


def test_that_every_token_of_the_style_is_filled_in(theme):
    assert "@" not in style_sheet(theme)


def test_that_the_palette_gives_the_page_and_its_ink(qapp, theme):
    made = palette(theme)
    assert made.base().color().name() == theme.page
    assert made.text().color().name() == theme.ink
    assert made.highlightedText().color().name() == theme.ink


def test_that_applying_a_theme_gives_the_program_its_style_and_font(qapp, theme):
    apply(qapp, theme)
    assert qapp.palette().window().color().name() == theme.window
    assert qapp.font().pixelSize() == 13
    qapp.setStyleSheet("")
    assert qapp.style().name() == "fusion"


def test_that_a_theme_already_worn_is_not_put_on_again(qapp):
    light, dark = load_theme("light"), load_theme("dark")
    apply(qapp, dark)
    apply(qapp, light)
    worn = qapp.style()
    apply(qapp, light)
    assert qapp.style() is worn
    apply(qapp, dark)
    assert qapp.palette().window().color().name() == dark.window
    qapp.setStyleSheet("")


def test_that_the_text_family_writes_vietnamese(qapp):
    assert has_vietnamese(text_family())
    assert text_font(15).pixelSize() == 15


@given(COLOURS, COLOURS)
def test_that_contrast_is_symmetric_and_between_one_and_twenty_one(one, other):
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21


@given(COLOURS, COLOURS, st.floats(0, 1))
def test_that_a_mix_lies_between_its_two_colours(one, other, share):
    assert mixed(one, other, 0) == other
    assert mixed(one, other, 1) == one
    assert len(mixed(one, other, share)) == 7


@given(COLOURS, st.sampled_from(["#ffffff", "#191c20", "#000000"]))
def test_that_a_moved_colour_is_seen_and_one_that_is_seen_stays(colour, ground):
    moved = seen_on(colour, ground, LINE_CONTRAST)
    assert contrast(moved, ground) >= LINE_CONTRAST
    if contrast(colour, ground) >= LINE_CONTRAST:
        assert moved == colour


def test_that_a_word_is_no_colour():
    with pytest.raises(ValueError, match="#rrggbb"):
        contrast("red", "#ffffff")
