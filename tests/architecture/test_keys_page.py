"""The page of keys says what the command table says."""

import importlib.util

import pytest

from annotator.ui.commands import COMMANDS


@pytest.fixture
def keys_page(root):
    spec = importlib.util.spec_from_file_location("keys_page", root / "docs" / "keys_page.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_that_the_page_of_keys_is_the_one_the_table_makes(root, keys_page):
    written = (root / "docs" / "keys.md").read_text(encoding="utf-8")
    assert keys_page.page() == written, "the page is old: run make docs"


def test_that_the_page_of_keys_names_every_command_once_and_the_labels(keys_page):
    page = keys_page.page()
    missing = [c.id for c in COMMANDS if page.count(f"| {c.text} |") != 1]
    assert missing == []
    assert "| Indicator | `Shift+7`, `Alt+Shift+7` | *page* |" in page
