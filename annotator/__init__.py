"""Turn extracted candidates in Vietnamese provincial reports into gold, by keyboard and offline."""

import os

__version__ = "0.1.0"

# Before any library that would fetch a model is imported, here and in every worker process.
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
