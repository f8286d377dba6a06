"""The edge of the program: a command line in, an exit code out."""
