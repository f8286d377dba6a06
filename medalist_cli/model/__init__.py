"""Plain typed values: dataset records, result rows and results."""
