"""`medalist`: a premiere countdown and guide for an anime, offline and honest about its sources."""

__version__ = "0.1.0"
