"""What a sentence means by "she", "the company", "dort": from the words before it to the names."""

__all__: list[str] = []
