"""English participles by what they tell of a noun before them, and nouns that only end like them."""

from claimcheck.split.languages.base import words

__all__ = [
    "ASKING",
    "EVENTS",
    "HELD",
    "LASTING",
    "NAMED",
    "NO_ACT",
    "NO_STATE",
    "OF_A_THING",
    "OF_PEOPLE",
    "ONLY_ACTIVE",
    "STATIVE",
    "TAKES_TWO",
]

# told of what still is: "a town called York"
LASTING = frozenset({"known", "called", "named", "based", "located", "considered", "dubbed", "nicknamed", "situated"})
# before a name or a title: "a film called The Way"
NAMED = words("called entitled titled named dubbed nicknamed")
# told of what still is where the story is of the present
HELD = words("owned run led headed chaired controlled backed funded financed governed operated managed published")
# words in "-ing" that say nothing that somebody did
NO_ACT = words(
    """including according regarding concerning following pending being having involving ranging starting beginning
    during nothing something anything everything morning evening"""
)
# words that are no state of what stands before them
NO_STATE = words("compared given provided granted concerned supposed related due aged put set let read hit shut cut")
# of verbs that tell no deed: in a story of the present they say nothing new
STATIVE = words(
    """knowing believing thinking wanting needing meaning seeming containing consisting costing owning belonging
    comprising including featuring spanning covering measuring dating stretching numbering
    considering depending assuming judging speaking lasting making leading resulting allowing bringing leaving"""
)
# nouns in "-ing" for what takes place
EVENTS = words(
    """gathering meeting building ruling hearing wedding training funding spending opening warning shooting killing
    beginning ending setting listing filing offering planning painting briefing reading recording landing crossing
    housing screening reporting signing voting polling mooring dealing bombing outing sitting showing viewing swearing
    testing saving trading mining fishing farming shipping processing packaging broadcasting publishing"""
)
# of a thing named in the clause, not of its subject
OF_A_THING = words("comprising containing consisting featuring spanning numbering measuring stretching dating")
# of people, wherever they are named
OF_PEOPLE = words("charged accused convicted suspected armed dressed flanked sentenced wanted acquitted")
# verbs whose object is to do what an infinitive says
ASKING = words(
    """require requires required requiring allow allows allowed allowing permit permits permitted force forces forced
    forcing urge urges urged urging order orders ordered ordering want wants wanted wanting expect expects expected ask
    asks asked asking enable enables enabled enabling cause causes caused encourage encourages encouraged"""
)
# with two objects, of which one may follow
TAKES_TWO = words("named called dubbed awarded titled offered labelled labeled considered aged priced entitled deemed")
# of verbs without a passive
ONLY_ACTIVE = words("died occurred happened arrived came remained appeared existed belonged emerged erupted lived")
