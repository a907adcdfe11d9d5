"""Sentences cut into clauses that each say one thing, by the way a language marks them."""

__all__: list[str] = []
