"""Code has one format: itself."""
