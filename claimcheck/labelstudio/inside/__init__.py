"""What runs inside Label Studio's own environment, by that environment's Python: it knows nothing of claimcheck."""

__all__: list[str] = []
