"""Projects on disk: SQLite by sqlite-utils, and the only package that knows SQL."""
