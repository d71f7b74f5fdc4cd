"""Where the program keeps what belongs to its user rather than to a project."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def settings_folder() -> Path:
    """Return the folder of settings, which may not be there yet; ANNOTATOR_CONFIG names another one."""
    given = os.environ.get("ANNOTATOR_CONFIG")
    if given:
        return Path(given)
    if sys.platform == "linux":
        # As platformdirs says too, which takes a tenth of the way to the first paint to import.
        return Path(os.environ.get("XDG_CONFIG_HOME", "").strip() or Path.home() / ".config", "annotator")
    from platformdirs import user_config_path

    return user_config_path("annotator", appauthor=False)
