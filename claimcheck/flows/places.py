"""Which articles came from which file or address: looked up once for a run, which keeps it up to date."""

from typing import TYPE_CHECKING

from claimcheck.records import Article

if TYPE_CHECKING:
    from claimcheck.store import Store

__all__ = ["Places"]


class Places:
    """The files and addresses that a store's articles came from; whoever makes this is the only one who writes."""

    def __init__(self, store: "Store") -> None:
        self._of: dict[str, tuple[int, str | None, str | None]] = {}  # article id → its number as it came, origin, URL
        self._at: dict[str, list[str]] = {}  # place → article ids
        for article_id, origin, url in store.article_places():
            self._put(article_id, origin, url)

    def add(self, article: Article) -> tuple[str, ...]:
        """An article that was kept; the ids of other texts that came from its file or address, oldest first."""
        found = {each for place in _named(article.origin, article.url) for each in self._at.get(place, ())}
        _, origin, url = self._of.get(article.id, (0, None, None))
        self._put(article.id, article.origin or origin, article.url or url)  # as the store keeps what is not said now
        return tuple(sorted(found - {article.id}, key=self._of.__getitem__))

    def _put(self, article_id: str, origin: str | None, url: str | None) -> None:
        number, *before = self._of.get(article_id, (len(self._of),))
        for place in _named(*before):
            self._at[place].remove(article_id)
        self._of[article_id] = number, origin, url
        for place in _named(origin, url):
            self._at.setdefault(place, []).append(article_id)


def _named(*places: str | None) -> set[str]:
    """Those that name one: standard input is any."""
    return {place for place in places if place and place != "-"}
