"""How good we are: the splitter against gold, the lookup against relevance judgements."""

from claimcheck.metrics.retrieval import average_precision, mean, recall, reciprocal_rank
from claimcheck.metrics.splitting import GoldClaim, SplitCounts, SplitFigures, score_page, split_figures

__all__ = [
    "GoldClaim",
    "SplitCounts",
    "SplitFigures",
    "average_precision",
    "mean",
    "recall",
    "reciprocal_rank",
    "score_page",
    "split_figures",
]
