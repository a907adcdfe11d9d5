"""Claims with a language model's help: it proposes, and only what stands in the article is taken.

``ChoosingMode`` lets the model choose, resolve and split; ``RewordingMode`` only lets it word claims that need context.
"""

from claimcheck.split.llm.choosing import ChoosingMode
from claimcheck.split.llm.readers import Figure, Reach, Readers
from claimcheck.split.llm.rewording import RewordingMode
from claimcheck.split.llm.tally import Asks, Mode, Refined, Tally

__all__ = ["Asks", "ChoosingMode", "Figure", "Mode", "Reach", "Readers", "Refined", "RewordingMode", "Tally"]
