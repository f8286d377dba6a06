"""A yes or no, told by the exit code alone. Example: medalist is out && notify-send Medalist."""
