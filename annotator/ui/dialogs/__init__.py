"""The few dialogs there are: only where a choice is needed."""
