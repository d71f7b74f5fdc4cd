"""The team: who works in a project, who has which report, and work carried between colleagues."""
