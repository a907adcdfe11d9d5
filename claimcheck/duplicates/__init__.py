"""Claims and past checks that say the same: in the same words, or nearly so.

>>> same_words("Gold, they say, is HEAVY!") == same_words("gold they say is heavy")
True
"""

from claimcheck.duplicates.across import EXACT, link_near, nearest_across
from claimcheck.duplicates.exact import same_words
from claimcheck.duplicates.near import cluster_pairs, near_pairs

__all__ = ["EXACT", "cluster_pairs", "link_near", "near_pairs", "nearest_across", "same_words"]
