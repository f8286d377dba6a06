"""A text has one format: itself."""
