"""The span card: everything about the current span, editable in place."""
