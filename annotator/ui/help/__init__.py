"""Help in the window: the guideline of a label, and a tour of the first minutes."""
