"""A claim worded so that it stands alone."""

__all__: list[str] = []
