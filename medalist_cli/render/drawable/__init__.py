"""Formats of every result that Rich can draw: what its `_rich.of` returns, as a picture."""
