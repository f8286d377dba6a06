"""An agenda has the formats of a list, and one for calendar programs."""
