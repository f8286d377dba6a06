"""Dates and time zones."""
