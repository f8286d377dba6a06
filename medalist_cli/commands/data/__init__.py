"""Show, locate or validate the dataset. Example: medalist data path, medalist data schema cast."""

GROUP = "Automate"
