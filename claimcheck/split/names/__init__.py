"""Names and people of an article, and which words can mean them."""

__all__: list[str] = []
