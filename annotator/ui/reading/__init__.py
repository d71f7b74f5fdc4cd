"""The report page: the text laid out to be read, and every span drawn on it."""
