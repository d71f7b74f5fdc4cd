"""Text to candidates: rules as spaCy components, and whatever else can propose spans."""
