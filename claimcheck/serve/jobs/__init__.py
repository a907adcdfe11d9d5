"""What a worker can be asked: each job calls the flow that the command of its name calls, and gives its answer."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from claimcheck.serve.desk import Desk
from claimcheck.serve.jobs import articles, claims, exports, reviews

__all__ = ["JOBS"]


def _answering(job: Callable[..., dict[str, Any] | str]) -> Callable[..., bytes]:
    def answer(desk: Desk, **arguments: Any) -> bytes:
        made = job(desk, **arguments)
        if isinstance(made, str):  # a page
            return made.encode("utf-8", "replace")
        return json.dumps(made, ensure_ascii=False).encode("utf-8", "replace")

    return answer


JOBS: Mapping[str, Callable[..., bytes]] = {
    job.__name__: _answering(job)
    for job in (
        articles.ready,
        articles.lookup,
        articles.split,
        articles.check,
        articles.articles,
        articles.article,
        exports.report,
        claims.claims,
        claims.claim,
        claims.edit_claim,
        claims.drop_claim,
        claims.restore_claim,
        claims.verdicts,
        claims.consensus,
        reviews.reviews,
        reviews.review_stats,
        reviews.review,
        reviews.review_history,
        reviews.add_review,
        reviews.remove_review,
        reviews.import_reviews,
        exports.export,
    )
}
"""The jobs by name; each takes the desk and its arguments by name, and gives the answer: JSON, or a page."""
