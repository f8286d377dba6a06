"""A JSON document has one format: itself."""
