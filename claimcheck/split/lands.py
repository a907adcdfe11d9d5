"""The country that "the country" is: the one that an article names far more often than any other."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimcheck.split.languages.base import pairs
from claimcheck.split.tokens import Token, without_possessive

__all__ = ["Lands", "is_land_noun"]

_APART = 3  # times as often as any other a story's country is named
_NAMES = """Afghanistan Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bahrain Bangladesh
    Barbados Belarus Belgium Bolivia Botswana Brazil Britain Bulgaria Burma Cambodia Cameroon Canada Chad Chile China
    Colombia Croatia Cuba Cyprus Denmark Ecuador Egypt Eritrea Estonia Ethiopia Finland France Germany Ghana Greece
    Guatemala Guyana Haiti Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan
    Kazakhstan Kenya Kosovo Kuwait Laos Latvia Lebanon Liberia Libya Lithuania Luxembourg Malaysia Mali Malta Mexico
    Moldova Mongolia Morocco Mozambique Myanmar Namibia Nepal Nicaragua Niger Nigeria Norway Oman Pakistan Panama
    Paraguay Peru Poland Portugal Qatar Romania Russia Rwanda Scotland Senegal Serbia Singapore Slovakia Slovenia
    Somalia Spain Sudan Sweden Switzerland Syria Taiwan Tanzania Thailand Tunisia Turkey Uganda Ukraine Uruguay
    Venezuela Vietnam Yemen Zambia Zimbabwe"""
_LANDS = {name.casefold(): name for name in _NAMES.split()}
_TOLD = pairs(
    """american America| british Britain| german Germany| french France| chinese China| russian Russia| italian Italy|
    spanish Spain| dutch Netherlands| polish Poland| czech Czechia| swiss Switzerland| austrian Austria|
    turkish Turkey| greek Greece| indian India| pakistani Pakistan| japanese Japan| korean Korea| israeli Israel|
    iranian Iran| iraqi Iraq| syrian Syria| egyptian Egypt| saudi Saudi| ukrainian Ukraine| hungarian Hungary|
    irish Ireland| scottish Scotland| canadian Canada| australian Australia| mexican Mexico| brazilian Brazil|
    kenyan Kenya| nigerian Nigeria| afghan Afghanistan| swedish Sweden| danish Denmark| norwegian Norway|
    england England| english England| america America| u.s America| us America| usa America| u.s.a America|
    uk Britain| u.k Britain| netherlands Netherlands| korea Korea| czechia Czechia| zealand Zealand| arabia Saudi"""
)  # what tells of a country beside its name, or names one that goes by other words


def is_land_noun(token: Token) -> bool:
    """Whether a word is the noun for a country: "country", "nation’s"."""
    return not token.capital and without_possessive(token.word) in {"country", "nation"}


@dataclass(slots=True)
class Lands:
    """The countries of an article, and how often it speaks of each."""

    _times: Counter[str] = field(default_factory=Counter)
    _first: dict[str, int] = field(default_factory=dict)  # where each is first called by its name

    def note(self, tokens: Sequence[Token], at: int) -> None:
        """The word at ``at``, where it names a country or tells of one."""
        token = tokens[at]
        word = without_possessive(token.word).strip(".")
        if not token.capital or (word == "us" and token.text != "US"):
            return
        if word == "states" and at and tokens[at - 1].word == "united":
            word = "us"
        if land := _LANDS.get(word):
            self._times[land] += 1
            self._first.setdefault(land, token.start)
        elif land := _TOLD.get(word):
            self._times[land] += 1

    def meant(self, start: int) -> str | None:
        """The country of the story at an offset, named before; None where there is none, or a second beside it."""
        often = self._times.most_common(2)
        if not often or self._first.get(often[0][0], start) >= start:
            return None
        land, times = often[0]
        apart = len(often) == 1 or times >= _APART * often[1][1]
        return land if times > 1 and apart else None
