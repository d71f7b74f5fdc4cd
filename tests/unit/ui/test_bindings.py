"""Keys a user has bound: kept, refused where they clash, and harmless when the file is broken."""

from __future__ import annotations

import pytest

from annotator.domain.errors import UserError
from annotator.ui.bindings import Bindings
from annotator.ui.command import Command, page_command
from annotator.ui.settings import Settings

SPLIT = page_command("span.split", "span", "Split", ("S", "Alt+S"), "")
JOIN = page_command("span.join", "span", "Join", ("J", "Alt+J"), "")
UNDO = Command("edit.undo", "edit", "Undo", ("Ctrl+Z",), writes=True)
TABLE = [SPLIT, JOIN, UNDO]


@pytest.fixture
def bindings(qapp) -> Bindings:
    return Bindings(Settings())


def keys(bindings: Bindings) -> dict[str, tuple[str, ...]]:
    return {command.id: command.keys for command in bindings.bound(TABLE)}


def bind(bindings: Bindings, command: Command, slot: int, key: str) -> None:
    bindings.bind(command, slot, key, among=bindings.bound(TABLE))


def test_that_without_settings_the_keys_are_those_of_the_table(bindings):
    assert keys(bindings) == {command.id: command.keys for command in TABLE}


def test_that_a_bound_key_is_kept_for_the_next_run_and_the_second_chord_stays(bindings, qtbot):
    with qtbot.waitSignal(bindings.changed):
        bind(bindings, SPLIT, 0, "X")
    bind(bindings, JOIN, 1, "Ctrl+J")
    again = Bindings(Settings())
    assert keys(again) == {**keys(bindings), "span.split": ("X", "Alt+S"), "span.join": ("J", "Ctrl+J")}


def test_that_a_key_that_another_command_has_is_refused_by_its_name(bindings):
    for command, key, name in ((SPLIT, "J", "Join"), (UNDO, "Alt+S", "Split"), (JOIN, "ctrl+z", "Undo")):
        with pytest.raises(UserError, match=name) as refused:
            bind(bindings, command, 0, key)
        assert refused.value.code == "key-taken"
    assert keys(bindings) == {command.id: command.keys for command in TABLE}


def test_that_a_key_given_away_can_be_taken(bindings):
    bind(bindings, SPLIT, 0, "X")
    bind(bindings, JOIN, 0, "S")
    assert keys(bindings)["span.join"] == ("S", "Alt+J")


@pytest.mark.parametrize("key", ["Left", "Ctrl+Right", "Esc", "Backspace", "Shift+End", "Alt+F", ""])
def test_that_fixed_keys_and_those_of_menus_are_refused(bindings, key):
    with pytest.raises(UserError):
        bind(bindings, SPLIT, 0, key)


def test_that_a_command_of_the_whole_window_takes_no_letter_but_a_function_key(bindings):
    with pytest.raises(UserError, match="Ctrl or Alt"):
        bind(bindings, UNDO, 0, "U")
    bind(bindings, UNDO, 0, "F7")
    assert keys(bindings)["edit.undo"] == ("F7",)


def test_that_the_second_chord_needs_ctrl_or_alt(bindings):
    with pytest.raises(UserError) as refused:
        bind(bindings, SPLIT, 1, "X")
    assert refused.value.code == "key-needs-modifier"


def test_that_one_command_or_all_get_their_own_keys_again(bindings):
    bind(bindings, SPLIT, 0, "X")
    bind(bindings, JOIN, 0, "Y")
    bindings.reset(SPLIT, among=bindings.bound(TABLE))
    assert keys(bindings) == {"span.split": SPLIT.keys, "span.join": ("Y", "Alt+J"), "edit.undo": UNDO.keys}
    bindings.reset_all()
    assert keys(bindings) == {command.id: command.keys for command in TABLE}
    assert not bindings.is_bound(JOIN)


def test_that_a_reset_is_refused_while_another_command_has_the_key(bindings):
    bind(bindings, SPLIT, 0, "X")
    bind(bindings, JOIN, 0, "S")
    with pytest.raises(UserError, match="Join"):
        bindings.reset(SPLIT, among=bindings.bound(TABLE))


def test_that_of_a_label_of_a_schema_and_a_bound_command_the_bound_one_keeps_the_key(bindings):
    bind(bindings, SPLIT, 0, "8")
    label = page_command("label.X", "label", "X", ("8", "Alt+8"), "")
    bound = {command.id: command.keys for command in bindings.bound([label, *TABLE])}
    assert (bound["label.X"], bound["span.split"]) == (("Alt+8",), ("8", "Alt+S"))


@pytest.mark.parametrize(
    "entry",
    [
        'span.split="garbage"',
        'span.split="Esc"',
        "span.split=@Invalid()",
        "span.split=@ByteArray(\\xff\\x0)",
        "span.split=",
        "span.split=,,,",
        "span.split=\\n\\n",
    ],
)
def test_that_a_broken_entry_leaves_the_keys_of_the_table(own_settings, qapp, entry):
    (own_settings / "window.ini").write_text(f"[keys]\n{entry}\n", encoding="utf-8")
    assert keys(Bindings(Settings()))["span.split"] == SPLIT.keys


def test_that_a_broken_file_leaves_the_keys_of_the_table(own_settings, qapp):
    (own_settings / "window.ini").write_bytes(b"\xff\xfe[[[\x00=\n]keys\nspan.split" + bytes(range(256)))
    bindings = Bindings(Settings())
    assert keys(bindings) == {command.id: command.keys for command in TABLE}


def test_that_a_comma_written_by_hand_is_read(own_settings, qapp):
    (own_settings / "window.ini").write_text("[keys]\nedit.undo=Ctrl+,\n", encoding="utf-8")
    assert keys(Bindings(Settings()))["edit.undo"] == ("Ctrl+,",)


def test_that_of_two_entries_that_clash_one_holds_the_key(own_settings, qapp):
    (own_settings / "window.ini").write_text("[keys]\nspan.split=X\nspan.join=X\n", encoding="utf-8")
    assert keys(Bindings(Settings())) == {"span.split": ("X",), "span.join": (), "edit.undo": ("Ctrl+Z",)}
