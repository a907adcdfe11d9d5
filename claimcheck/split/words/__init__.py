"""Words, marks and sentences: what a text is made of, before anything is known of who or what it means."""

__all__: list[str] = []
