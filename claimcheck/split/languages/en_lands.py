"""English: countries, states, provinces and capitals by their names, and words that tell of a country."""

from claimcheck.split.languages.kind_words import LandWords

__all__ = ["COUNTRY_NAMES", "LANDS", "STATE_NAMES"]


def _named(names: str) -> dict[str, str]:
    """Names parted by bars or, without bars, by spaces, each by itself in small letters."""
    found = names.split("|") if "|" in names else names.split()
    return {" ".join(each.casefold().split()): " ".join(each.split()) for each in found}


def _told(pairs: str) -> dict[str, str]:
    """Words for countries, each with the country as it is written."""
    return dict(each.split() for each in pairs.split("|"))


_COUNTRIES = _named(
    """Afghanistan Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bahrain Bangladesh Barbados
    Belarus Belgium Bolivia Botswana Brazil Britain Bulgaria Burma Cambodia Cameroon Canada Chad Chile China
    Colombia Croatia Cuba Cyprus Denmark Ecuador Egypt Eritrea Estonia Ethiopia Finland France Germany Ghana
    Greece Guatemala Guyana Haiti Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica
    Japan Kazakhstan Kenya Kosovo Kuwait Laos Latvia Lebanon Liberia Libya Lithuania Luxembourg Malaysia Mali
    Malta Mexico Moldova Mongolia Morocco Mozambique Myanmar Namibia Nepal Nicaragua Niger Nigeria Norway Oman
    Pakistan Panama Paraguay Peru Poland Portugal Qatar Romania Russia Rwanda Scotland Senegal Serbia Singapore
    Slovakia Slovenia Somalia Spain Sudan Sweden Switzerland Syria Taiwan Tanzania Thailand Tunisia Turkey Uganda
    Ukraine Uruguay Venezuela Vietnam Yemen Zambia Zimbabwe"""
)
_US_STATES = _named(
    """Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois
    Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri
    Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Wisconsin
    Wyoming"""
)
_OTHER_STATES = _named("Queensland Victoria Tasmania Bavaria Saxony Hesse Thuringia Brandenburg")
_LONG_STATES = _named(
    """New Hampshire | New Jersey | New Mexico | North Carolina | North Dakota | Rhode Island | South Carolina | South
    Dakota | West Virginia | New South Wales | South Australia | Western Australia | Washington State"""
)
_PROVINCES = _named(
    """Ontario | Quebec | Alberta | Manitoba | Saskatchewan | British Columbia | Nova Scotia | New Brunswick |
    Newfoundland"""
)
_CAPITALS = _named(
    """London Paris Berlin Madrid Rome Vienna Brussels Warsaw Prague Budapest Athens Lisbon Dublin Copenhagen
    Stockholm Oslo Helsinki Moscow Kyiv Kiev Minsk Ankara Cairo Tehran Baghdad Damascus Kabul Islamabad Delhi
    Beijing Tokyo Seoul Pyongyang Bangkok Hanoi Jakarta Manila Canberra Wellington Ottawa Havana Caracas Bogota
    Lima Santiago Nairobi Lagos Abuja Accra Pretoria Maseru Harare Kampala Kigali Tripoli Tunis Algiers Rabat
    Beirut Amman Riyadh Doha Kathmandu Dhaka Colombo Sofia Bucharest Belgrade Zagreb Sarajevo Skopje Tirana Riga
    Tallinn Vilnius Edinburgh Cardiff Belfast Washington Bamako Niamey Khartoum Mogadishu Kinshasa Lusaka Dakar
    Bern Reykjavik Valletta"""
)

COUNTRY_NAMES = frozenset(_COUNTRIES)
STATE_NAMES = frozenset(_US_STATES)
"""Those of the United States that are one word."""

LANDS = LandWords(
    names={
        "country": _COUNTRIES,
        "state": _US_STATES | _OTHER_STATES | _LONG_STATES,
        "province": _PROVINCES,
        "capital": _CAPITALS,
    },
    nouns={"country": "country", "nation": "country", "state": "state", "province": "province", "capital": "capital"},
    telling=_told(
        """american America | british Britain | german Germany | french France | chinese China | russian Russia |
        italian Italy | spanish Spain | dutch Netherlands | polish Poland | czech Czechia | swiss Switzerland
        | austrian Austria | turkish Turkey | greek Greece | indian India | pakistani Pakistan |
        japanese Japan | korean Korea | israeli Israel | iranian Iran | iraqi Iraq | syrian Syria |
        egyptian Egypt | saudi Saudi | ukrainian Ukraine | hungarian Hungary | irish Ireland |
        scottish Scotland | canadian Canada | australian Australia | mexican Mexico | brazilian Brazil |
        kenyan Kenya | nigerian Nigeria | afghan Afghanistan | swedish Sweden | danish Denmark |
        norwegian Norway | england England | english England | america America | u.s America | us America |
        usa America | u.s.a America | uk Britain | u.k Britain | netherlands Netherlands | korea Korea |
        czechia Czechia | zealand Zealand | arabia Saudi"""
    ),
)
