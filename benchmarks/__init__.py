"""Measurements of the budgets, one script each, and the tables they print."""
