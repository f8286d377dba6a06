"""A timeline has the formats of a list; on a terminal it is a picture."""
