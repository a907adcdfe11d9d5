"""The country that "the country" is, the state, the capital: the one an article names far more often than any other."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimcheck.split.languages.base import pairs
from claimcheck.split.words.tokens import Token, without_possessive

__all__ = ["Lands"]

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
_STATES = """Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho
    Illinois
    Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana
    Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming Queensland
    Victoria Tasmania Bavaria Saxony Hesse Thuringia Brandenburg New_Hampshire New_Jersey New_Mexico North_Carolina
    North_Dakota Rhode_Island South_Carolina South_Dakota West_Virginia New_South_Wales South_Australia
    Western_Australia Washington_State"""
_PROVINCES = """Ontario Quebec Alberta Manitoba Saskatchewan British_Columbia Nova_Scotia New_Brunswick Newfoundland"""
_CAPITALS = """London Paris Berlin Madrid Rome Vienna Brussels Warsaw Prague Budapest Athens Lisbon Dublin Copenhagen
    Stockholm Oslo Helsinki Moscow Kyiv Kiev Minsk Ankara Cairo Tehran Baghdad Damascus Kabul Islamabad Delhi Beijing
    Tokyo Seoul Pyongyang Bangkok Hanoi Jakarta Manila Canberra Wellington Ottawa Havana Caracas Bogota Lima Santiago
    Nairobi Lagos Abuja Accra Pretoria Maseru Harare Kampala Kigali Tripoli Tunis Algiers Rabat Beirut Amman Riyadh
    Doha Kathmandu Dhaka Colombo Sofia Bucharest Belgrade Zagreb Sarajevo Skopje Tirana Riga Tallinn Vilnius Edinburgh
    Cardiff Belfast Washington Bamako Niamey Khartoum Mogadishu Kinshasa Lusaka Dakar Bern Reykjavik Valletta"""
_SORTS = {
    "country": _LANDS,
    "state": {name.replace("_", " ").casefold(): name.replace("_", " ") for name in _STATES.split()},
    "province": {name.replace("_", " ").casefold(): name.replace("_", " ") for name in _PROVINCES.split()},
    "capital": {name.casefold(): name for name in _CAPITALS.split()},
}
_NOUNS = {"country": "country", "nation": "country", "state": "state", "province": "province", "capital": "capital"}
_WORDS = 3  # of the longest name


def _sort(token: Token) -> str | None:
    """What sort of land a noun is for: "country", "nation’s", "state"; None for other words."""
    return None if token.capital else _NOUNS.get(without_possessive(token.word))


@dataclass(slots=True)
class Lands:
    """The countries, states and capitals of an article, and how often it speaks of each."""

    _times: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))  # by sort
    _first: dict[tuple[str, str], int] = field(default_factory=dict)  # where each is first called by its name

    def note(self, tokens: Sequence[Token], at: int) -> None:
        """The word at ``at``, where a name ends with it or it tells of a country."""
        token = tokens[at]
        if not token.capital:
            return
        self._note_country(tokens, at)
        for sort in ("state", "province", "capital"):
            for first in range(max(0, at + 1 - _WORDS), at + 1):
                named = " ".join(without_possessive(each.word) for each in tokens[first : at + 1])
                land = _SORTS[sort].get(named)
                longer = first and tokens[first - 1].capital and tokens[first - 1].is_word and first == at
                if land and not (longer and tokens[first - 1].word in {"west", "new", "south", "north", "western"}):
                    self._found(sort, land, tokens[first].start)
                    break

    def _note_country(self, tokens: Sequence[Token], at: int) -> None:
        word = without_possessive(tokens[at].word).strip(".")
        if word == "us" and tokens[at].text != "US":
            return
        if word == "states" and at and tokens[at - 1].word == "united":
            word = "us"
        if land := _LANDS.get(word):
            self._found("country", land, tokens[at].start)
        elif land := _TOLD.get(word):
            self._times["country"][land] += 1

    def _found(self, sort: str, land: str, place: int) -> None:
        self._times[sort][land] += 1
        self._first.setdefault((sort, land), place)

    def noun(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the word at ``at``, behind "the", is the noun for a land; "the capital" may be money."""
        sort = _sort(tokens[at])
        if sort != "capital":
            return sort is not None
        whose = without_possessive(tokens[at].word) != tokens[at].word
        return whose or (at > 1 and tokens[at - 2].tag == "prep" and tokens[at - 2].word not in {"with", "for", "by"})

    def meant(self, noun: Token, start: int) -> str | None:
        """The land of the story that a noun means at an offset, named before; None for none, or a second beside it."""
        sort = _sort(noun) or ""
        often = self._times[sort].most_common(2)
        if not often or self._first.get((sort, often[0][0]), start) >= start:
            return None
        land, times = often[0]
        apart = len(often) == 1 or times >= _APART * often[1][1]
        return land if times > 1 and apart else None
