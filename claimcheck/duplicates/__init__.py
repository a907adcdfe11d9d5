"""Claims and past checks that say the same in the same words: copies of one wire text, shown once.

>>> same_words("Gold, they say, is HEAVY!") == same_words("gold they say is heavy")
True
"""

from claimcheck.duplicates.exact import find_copies, same_words

__all__ = ["find_copies", "same_words"]
