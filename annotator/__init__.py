"""Turn extracted candidates in Vietnamese provincial reports into gold, by keyboard and offline."""

__version__ = "0.1.0"
