"""The library: the reports of a project with their state."""
