"""How much a claim is worth checking, with reasons."""

__all__: list[str] = []
