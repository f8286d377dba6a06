"""The first screen has the formats of a countdown; two of them show more than that."""
