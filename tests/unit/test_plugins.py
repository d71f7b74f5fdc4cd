"""Plugins are found by name: built-in ones in the table, others by entry point."""

import sys
from pathlib import Path

import pytest

from annotator import plugins
from annotator.domain.errors import UserError

LOADER = '''
"""A loader of somebody else."""


def load(path, *, date=""):
    return f"loaded {path}"
'''


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Somebody else's distribution with one loader that works and one that does not."""
    info = tmp_path / "somebodys_loaders-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: somebodys-loaders\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[annotator.loaders]\nrtf = somebodys_loader:load\nodt = somebodys_broken_loader:load\n"
    )
    (tmp_path / "somebodys_loader.py").write_text(LOADER)
    (tmp_path / "somebodys_broken_loader.py").write_text("import a_module_that_nobody_has\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    sys.modules.pop("somebodys_loader", None)


def test_that_the_text_loader_is_built_in():
    assert plugins.names("loaders")[0] == "text"
    assert plugins.load("loaders", "text").__module__ == "annotator.text.loading.text"


def test_that_a_suffix_leads_to_its_loader_whatever_its_case():
    assert plugins.loader_for(".txt") == plugins.loader_for(".TXT") == "text"
    assert plugins.loader_for(".xyz") is None
    assert ".txt" in plugins.suffixes()


@pytest.mark.usefixtures("installed")
def test_that_a_loader_of_another_package_is_found_by_its_suffix():
    assert plugins.loader_for(".rtf") == "rtf"
    assert ".rtf" in plugins.suffixes()
    assert plugins.load("loaders", "rtf")("a.rtf") == "loaded a.rtf"


@pytest.mark.usefixtures("installed")
def test_that_a_plugin_that_cannot_be_imported_is_named():
    with pytest.raises(UserError, match="the loader odt cannot be loaded") as caught:
        plugins.load("loaders", "odt")
    assert caught.value.code == "broken-plugin"


@pytest.mark.usefixtures("installed")
def test_that_a_broken_plugin_hides_none_of_the_others():
    assert plugins.names("loaders") == [*plugins.LOADERS, "odt", "rtf"]


def test_that_an_unknown_name_is_answered_with_the_known_ones():
    with pytest.raises(UserError, match="there is no loader parchment; known: text") as caught:
        plugins.load("loaders", "parchment")
    assert caught.value.code == "unknown-plugin"


@pytest.mark.parametrize("group", ["loaders", "extractors", "formats"])
def test_that_every_built_in_plugin_can_be_loaded(group: plugins.Group):
    for name in plugins.names(group):
        assert callable(plugins.load(group, name))
