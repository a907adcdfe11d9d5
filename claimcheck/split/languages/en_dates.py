"""English: words for dates that are told from the day of publication."""

from claimcheck.split.languages.base import feasts, numbered, phrases, shifted, words
from claimcheck.split.languages.day_words import DayWords
from claimcheck.split.languages.weekday_words import WeekdayWords
from claimcheck.split.languages.year_words import YearWords

__all__ = [
    "ABOUT_WEEKDAYS",
    "ANCHORED_DAYS",
    "COUNTS",
    "DAYS",
    "HOLIDAYS",
    "MONTHS",
    "RELATIVE_DAYS",
    "RELATIVE_MONTHS",
    "RELATIVE_SPANS",
    "RELATIVE_YEARS",
    "WEEKENDS",
    "YEARS",
]

ABOUT_WEEKDAYS = WeekdayWords(
    sooner=words("already"),
    named=words("black good super bloody ash holy easter palm maundy shrove cyber giving spy whit red fat"),
    papers=words("times telegraph mirror express herald mail post sun globe star"),
    habits=words("usually always normally typically generally traditionally regularly often"),
    always=words("always"),
    every=words("every each"),
    between=words("between"),
    nights=words("from of"),
    weeks=words("week workweek weekend sabbath shabbat"),
    bounds=words("start starts begin begins end ends"),
    coming=words(
        """start begin open close meet play face host kick take return vote go come arrive compete decide elect"""
    ),
    begins=words("the a an"),
)
ANCHORED_DAYS = shifted(
    """the next day 1 | the following day 1 | the day after 1 | a day later 1 | the next morning 1 |
    the following morning 1 | the same day 0 | that same day 0 | that night 0 | that evening 0"""
)
MONTHS = numbered(
    """january jan | february feb | march mar | april apr | may | june jun | july jul | august aug |
    september sep sept | october oct | november nov | december dec"""
)
RELATIVE_DAYS = shifted(
    """yesterday -1 | tomorrow 1 | this morning 0 | this afternoon 0 | this evening 0 | tonight 0 |
    earlier today 0 | last night -1 | today 0 | the day before yesterday -2 | the day after tomorrow 2 | a day ago -1"""
)
COUNTS = numbered("two | three | four | five | six | seven | eight | nine | ten | eleven | twelve", start=2)
_ELSEWHEN = words("ago formerly previously recently lately usually annually")
DAYS = DayWords(
    until=words("until by"),
    aimed=words("for"),
    likening=words("as than"),
    yearly=phrases("every year | each year | annually"),
    presents=words("is are has have isn't isn’t aren't aren’t hasn't hasn’t haven't haven’t does do"),
    copulas=words("was were wasn't wasn’t weren't weren’t"),
    lasting=words(
        """worked lived owned knew belonged studied taught loved hated liked remained stayed included contained
        consisted resembled meant cost seemed appeared wanted believed hoped feared"""
    ),
    rated=words(
        """described valued estimated considered regarded known called named dubbed titled entitled rated deemed billed
        accused suspected involved identified based owned directed located situated made built designed meant"""
    ),
    units=("year", "month", "week", "decade", "centur"),
    during=words("for over during throughout"),
    sentenced=words("sentenced jailed imprisoned banned suspended barred prison jail"),
    elsewhen=_ELSEWHEN,
    not_news=_ELSEWHEN | words("once years months weeks decades spring summer autumn fall winter career since already"),
    back=words("ago formerly"),
    pluperfects=words("had hadn't hadn’t"),
    spells=("day", "night", "morning", "week", "month", "evening"),
    following=words("following next subsequent"),
    later=words("later afterwards"),
    measured=words("compared versus"),
    led_to=words("led leads meant means caused prompted"),
)
HOLIDAYS = feasts(
    """shrove tuesday 0 -47 | ash wednesday 0 -46 | palm sunday 0 -7 | maundy thursday 0 -3 | good friday 0 -2 |
    holy saturday 0 -1 | easter sunday 0 0 | easter monday 0 1 | ascension day 0 39 | whit sunday 0 49 |
    whit monday 0 50 | new year's day 1 1 | valentine's day 2 14 | st patrick's day 3 17 | independence day 7 4 |
    halloween 10 31 | armistice day 11 11 | christmas eve 12 24 | christmas day 12 25 | boxing day 12 26 |
    new year's eve 12 31 | new year’s day 1 1 | new year’s eve 12 31 | valentine’s day 2 14"""
)
RELATIVE_MONTHS = shifted("last month -1 | this month 0 | next month 1")
RELATIVE_SPANS = {
    f"{opener} {noun}": (month, shift)
    for noun, month in (("week", 0), ("spring", 5), ("summer", 8), ("fall", 11), ("autumn", 11))
    for opener, shift in (("last", -1), ("this past", -1), ("this", 0), ("next", 1))
}
RELATIVE_YEARS = shifted("last year -1 | this year 0 | next year 1")
WEEKENDS = shifted(
    """over the weekend 0 | at the weekend 0 | this past weekend 0 | last weekend 0 | next weekend 1 |
    this weekend 0"""
)
YEARS = YearWords(
    openers=phrases(
        """in | by | since | of | during | until | year | early | late | mid | through | for | fiscal | spring |
        summer | autumn | fall | winter | from | back in"""
    ),
    plain=frozenset({"year", "fiscal", "spring", "summer", "autumn", "winter"}),
    since=words("since"),
    firsts=words("first record"),
    events=words(
        """election elections vote referendum campaign primary primaries season olympics games cup championship
        championships final finals tournament earthquake quake tsunami flood floods hurricane storm wildfire fire war
        crisis recession crash treaty agreement accord deal budget census festival race attack attacks bombing bombings
        shooting massacre disaster coup uprising merger strike strikes riot riots scandal convention summit conference
        marathon pandemic outbreak invasion revolution protests"""
    ),
    counted=words(
        """people men women children homes houses votes dollars pounds euros francs yen miles kilometres kilometers km
        metres meters m feet ft yards inches acres hectares tons tonnes kg pounds lbs jobs hours hrs days weeks months
        minutes years schools families residents workers employees pages cases points percent per cent others more or to
        students soldiers troops copies seats cars vehicles units companies members patients deaths calories customers
        fans participants visitors guests spectators refugees migrants officers police volunteers firefighters trees
        animals words times"""
    ),
    counting=words("about around nearly almost roughly some over than least most approximately exactly only just up"),
    spans=words("to and"),
)
