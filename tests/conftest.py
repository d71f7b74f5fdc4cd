"""What every test gets: a screen that is not there, settings of its own, the default schema."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from annotator.domain.schema import Schema
from annotator.resources import default_schema, resource_path
from annotator.workspace.projects import Project

# What is slow is measured by benchmarks; a busy machine fails no property.
settings.register_profile("project", deadline=None)
settings.load_profile("project")
os.environ["QT_QPA_PLATFORM"] = os.environ.get("ANNOTATOR_TEST_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"  # the window speaks English unless a test asks for another language


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the user's own settings out of the tests."""
    folder = tmp_path_factory.mktemp("settings")
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(folder))
    return folder


@pytest.fixture
def vietnamese(qapp):
    """Let the window speak Vietnamese, whatever the system speaks."""
    from annotator.ui.languages import use_language
    from annotator.ui.settings import Settings

    settings = Settings()
    settings.remember("language", "vi")
    use_language(settings)
    yield
    settings.forget("language")
    use_language(settings)


@pytest.fixture(scope="session")
def schema() -> Schema:
    return default_schema()


@pytest.fixture
def samples() -> list[Path]:
    return sorted(resource_path("samples").glob("*.txt"))


@pytest.fixture
def project(tmp_path: Path, schema: Schema):
    made = Project.create(tmp_path / "work.annotator", schema=schema, author="an")
    yield made
    made.close()
