"""News articles to checkable claims, past checks, Label Studio tasks, verdicts and datasets."""
