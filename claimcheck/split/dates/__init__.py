"""When: dates as a text says them, and the day of a clause that names none."""

__all__: list[str] = []
