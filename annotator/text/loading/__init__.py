"""Files to reports, one file a format."""
