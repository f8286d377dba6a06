"""Text in terminal cells, names, matching and wording."""
