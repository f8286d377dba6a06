"""Answer yes or no by exit code. Example: medalist is out && notify-send Medalist."""

GROUP = "Automate"
