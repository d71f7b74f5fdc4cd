"""What is true of reports, spans, figures and edits; standard library only."""
