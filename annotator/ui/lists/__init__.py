"""The lists under the page: figures and spans of the open report."""
