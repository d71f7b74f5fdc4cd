"""Where the program keeps what belongs to its user rather than to a project."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_config_path


def settings_folder() -> Path:
    """Return the folder of settings, which may not be there yet; ANNOTATOR_CONFIG names another one."""
    given = os.environ.get("ANNOTATOR_CONFIG")
    return Path(given) if given else user_config_path("annotator", appauthor=False)
