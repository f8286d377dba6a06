"""Show, check, import or install datasets.

Example: medalist data path, medalist data schema cast.
"""

GROUP = "Automate"
