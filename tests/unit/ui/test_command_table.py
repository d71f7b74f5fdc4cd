"""The command table: no two commands share a key, and none hangs on a single key alone."""

from __future__ import annotations

import pytest

from annotator.ui.bindings import MOST_KEYS, holder, menu_keys
from annotator.ui.chords import is_single, normal
from annotator.ui.command import Command, Place, page_command
from annotator.ui.commands import COMMANDS, MENUS, label_command
from annotator.ui.fixed_keys import FIXED_KEYS


@pytest.fixture
def commands(schema) -> list[Command]:
    labels = [label_command(label.name, label.title, label.key) for label in schema.labels]
    return [*COMMANDS, *labels]


def test_that_every_key_of_the_table_is_one(commands):
    assert [(c.id, key) for c in commands for key in c.keys if not normal(key)] == []


def test_that_ids_are_unique_and_every_menu_exists(commands):
    ids = [command.id for command in commands]
    assert len(set(ids)) == len(ids)
    assert {command.menu for command in commands} <= set(MENUS)


def test_that_every_command_of_one_key_has_a_second_chord_that_no_input_method_rewrites(commands):
    bare = [c.id for c in commands if any(map(is_single, c.keys)) and all(map(is_single, c.keys))]
    assert bare == []


def test_that_no_two_commands_share_a_key_in_the_same_place(commands):
    shared = [
        (command.id, key, other.id)
        for at, command in enumerate(commands)
        for key in command.keys
        if (other := holder(key, command.place, commands[:at])) is not None
    ]
    assert shared == []


def test_that_a_command_of_the_window_shares_no_key_with_one_of_the_page():
    page = page_command("a", "span", "A", ("Shift+[",), "")
    window = Command("b", "edit", "B", ("Ctrl+J",))
    assert holder("{", Place.WINDOW, [page, window]) is page
    assert holder("ctrl+j", Place.PAGE, [page, window]) is window
    assert holder("J", Place.PAGE, [page, window]) is None


def test_that_no_command_has_a_key_that_is_fixed_or_opens_a_menu(commands):
    kept = {normal(key) for fixed in FIXED_KEYS for key in fixed.keys} | {chord for chord, _ in menu_keys()}
    assert [(c.id, key) for c in commands for key in c.keys if normal(key) in kept] == []


def test_that_every_menu_opens_by_a_key_of_its_own():
    chords = [chord for chord, _ in menu_keys()]
    assert len(set(chords)) == len(MENUS)


def test_that_no_command_has_more_keys_than_the_settings_show(commands):
    assert [command.id for command in commands if len(command.keys) > MOST_KEYS] == []


def test_that_commands_of_the_window_need_more_than_a_letter(commands):
    typed = [
        (c.id, key)
        for c in commands
        for key in c.keys
        if c.place is Place.WINDOW and is_single(key) and len(key.removeprefix("Shift+")) == 1
    ]
    assert typed == []
