"""The formats of a comparison; those of lists apply too."""
