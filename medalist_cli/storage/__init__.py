"""Files in and out: the dataset, and what the program remembers."""
