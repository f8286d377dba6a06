"""Answer yes or no by exit code. Example: medalist is out film && echo yes."""

GROUP = "Automate"
