"""Nouns of English for people, bodies, places, works, spells of time, and kinds of things with names."""

from claimcheck.split.languages.base import words
from claimcheck.split.languages.en_lands import LANDS
from claimcheck.split.languages.kind_words import FIRM_FORMS, KindWords

__all__ = [
    "BODY_NOUNS",
    "GROUP_NOUNS",
    "KINDS",
    "MAN_NOUNS",
    "NOT_AGENTS",
    "NOT_PEOPLE",
    "PERSON_NOUNS",
    "SPELLS",
    "STATES",
    "STATES_SHORT",
    "WOMAN_NOUNS",
    "WORKS",
]

PERSON_NOUNS = words(
    """person ambassador envoy emissary adviser advisor aide analyst economist
    head leader employee official staffer trainee detainee attendee nominee retiree fan guest boss chief
    premier commander general sergeant captain detective inspector constable deputy senator governor lawmaker
    congressman congresswoman activist protester gunman attacker shooter killer robber thief burglar inmate
    prisoner convict fugitive migrant refugee immigrant tourist traveler traveller visitor neighbor colleague
    friend partner spouse parent baby toddler infant teen teenager youth adult senior veteran survivor
    politician candidate chairman chairwoman executive director founder entrepreneur investor engineer mechanic
    chef cook waiter waitress bartender farmer fisherman shopkeeper trader banker accountant secretary assistant
    clerk cleaner plumber electrician architect designer photographer filmmaker director comedian musician
    composer pianist guitarist rapper poet novelist novel-writer blogger columnist editor critic historian
    philosopher priest pastor bishop imam rabbi monk nun pope king queen prince princess duke duchess striker
    midfielder goalkeeper defender forward winger captain skipper swimmer runner sprinter cyclist boxer wrestler
    golfer jockey rider athlete champion medalist medallist wizard magician hunter driver victim suspect
    defendant officer student teacher patient resident worker tenant child candidate teenager prosecutor lawyer
    attorney owner manager customer supplier pedestrian cyclist passenger pilot soldier player coach doctor
    nurse author researcher scientist expert journalist reporter neighbor neighbour witness organizer supporter
    voter singer artist judge mayor president minister"""
)

MAN_NOUNS = words("man boy husband father brother son uncle grandfather gentleman businessman spokesman")

WOMAN_NOUNS = words(
    "woman girl wife mother sister daughter aunt grandmother businesswoman spokeswoman lady widow actress"
)

GROUP_NOUNS = words(
    """men women people residents workers tenants students teachers parents children loggers officers officials
    investigators prosecutors relatives police firefighters doctors voters members employees soldiers players
    suspects victims defendants neighbors neighbours researchers scientists experts authorities councillors
    lawmakers candidates customers buyers drivers passengers patients families refugees migrants protesters
    demonstrators farmers fishermen hunters pupils authors organizers supporters owners managers staff"""
)

BODY_NOUNS = words(
    """ministry department council hospital university college school company club brewery court agency
    authority commission committee party church museum airport bank foundation institute board bureau union
    association district county island river bridge prison factory plant hotel theatre theater stadium library
    lake port station street building treaty act programme program trust"""
)

NOT_PEOPLE = FIRM_FORMS | words(
    """house houses hospital university college school council county coast city court street road avenue park
    police party department ministry agency office news times herald post bank group company corporation trust
    committee commission board union association district island islands river lake bridge airport station
    church museum center centre institute foundation act code states state kingdom republic carolina dakota
    virginia york jersey mexico hampshire zealand korea africa america sea ocean valley hills beach bay crew
    campaign housing authority services service security justice house senate congress parliament club
    brewery water league cup games open day week fund program programme project tower square plaza drive
    complaint information
    sa nv kg holding pharma pharmaceuticals electronics foods brands partners capital systems networks studios
    records stores hotels resorts chemicals energy petroleum oil gas mining insurance securities investments
    ventures labs laboratories therapeutics biosciences software entertainment pictures media"""
)

NOT_AGENTS = words(
    """number river tower paper letter order water winter summer computer matter power center quarter career
    factor sector error floor border corner october november december september chapter newspaper shelter shoulder
    trailer virus december weather mirror harbor harbour disaster offer answer layer"""
)

STATES_SHORT = words(  # in front of a full stop: "Salem, Mass."
    """ala ariz ark calif colo conn d.c del fla ga ill ind kan ky la mass md mich minn miss mo mont n.c n.d n.h n.j n.m
    n.y neb nev okla ont ore pa r.i s.c s.d tenn tex va vt w.va wash wis wyo"""
)
STATES = words(
    """alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois
    indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana
    nebraska nevada ohio oklahoma ontario oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming
    nsw queensland"""
)
# what a story is told in
WORKS = words(
    "film movie series play novel book opera musical show story drama comedy game album song documentary tale"
)
SPELLS = words("time day week month year night morning evening afternoon weekend")
_ANY_FIRM = words("company firm group corporation business giant enterprise conglomerate")
KINDS = KindWords(
    firms=_ANY_FIRM
    | words(
        """manufacturer maker carmaker automaker producer retailer chain airline carrier bank lender insurer brokerage
        supplier operator brewer miner refiner publisher broadcaster startup start-up utility contractor vendor
        drugmaker chipmaker planemaker supermarket"""
    ),
    any_firm=_ANY_FIRM,
    beside_firms=words("service giant group"),
    forms=FIRM_FORMS | words("pharmaceuticals electronics"),
    firm_before=(
        r"(?:compan(?:y|ies)|firms?|\w{0,12}makers?|manufacturer|retailer|bank|airline|carrier|developer|giant|"
        r"supplier|owner|operator|insurer|spokes\w{3,6} for|CEO of|chief executive (?:officer )?of|"
        r"(?:shares|stake) (?:of|in)),? (?:the )?"
    ),
    firm_behind=(
        r"(?:’s|'s)? (?:shares|stock|Inc|Corp|Co\b|Ltd|LLC|PLC|plc|AG\b|Holdings|chief executive|CEO|employees|"
        r"customers|stores|factory|plant|executives)"
    ),
    places=words(
        """city town village county province suburb municipality parish borough hamlet settlement island archipelago
        peninsula resort"""
    ),
    towns=words("city town"),
    lands=LANDS,
    bodies=words(
        """agency department ministry commission committee council parliament university college school hospital clinic
        museum station airport club league federation foundation institute party newspaper magazine network channel
        website church mosque temple hotel restaurant theatre theater mine factory stadium bridge river lake prison jail
        charity association union society festival orchestra choir ship vessel ferry yacht plane spacecraft telescope
        satellite rover probe app platform regiment brigade monastery cathedral library gallery nightclub pub zoo park
        tower mall dam canal pipeline reactor refinery mill brewery distillery vineyard estate"""
    ),
)
