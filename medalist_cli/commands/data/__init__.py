"""The dataset itself. Example: medalist data path, medalist data schema cast."""
