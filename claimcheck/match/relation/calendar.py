"""The calendar in German and English: months, weekdays, feasts, parts of the day, and how dates are put."""

import re
from types import SimpleNamespace

__all__ = [
    "CENTURIES",
    "CENTURY",
    "CLOCK_WORDS",
    "COMPOUND",
    "COUNTED",
    "DATES",
    "DAY_NEXT",
    "DECADES",
    "FEASTS",
    "INTRODUCED",
    "MONTHS",
    "NTH_WEEKDAY",
    "OF_THE_YEAR",
    "ORDINALS",
    "PARTS_OF_DAY",
    "SEASONS",
    "SEASON_MONTHS",
    "THIRDS",
    "WEEKDAYS",
]

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january januar jänner jan", "february februar feb", "march märz mar", "april apr", "may mai",
            "june juni jun", "july juli jul", "august aug", "september sep sept", "october oktober oct okt",
            "november nov", "december dezember dec dez",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday montag", "tuesday dienstag", "wednesday mittwoch", "thursday donnerstag", "friday freitag",
            "saturday samstag sonnabend", "sunday sonntag",
        )
    )
    for name in names.split()
}  # fmt: skip
PARTS_OF_DAY = {
    "dawn": 1, "morgengrauen": 1, "morning": 1, "morgens": 1, "vormittag": 1, "frühmorgens": 1, "sunrise": 1,
    "noon": 2, "midday": 2, "mittag": 2, "mittags": 2, "afternoon": 3, "nachmittag": 3, "nachmittags": 3, "dusk": 4,
    "evening": 4, "abend": 4, "abends": 4, "night": 5, "nacht": 5, "nachts": 5, "midnight": 5, "mitternacht": 5,
    "sonnenaufgang": 1, "sonnenuntergang": 4, "sunset": 4, "overnight": 5,
}  # fmt: skip
SEASONS = {
    "spring": 0, "springtime": 0, "frühjahr": 0, "frühling": 0, "summer": 1, "sommer": 1, "autumn": 2,
    "herbst": 2, "winter": 3, "easter": 4, "ostern": 4, "christmas": 5, "weihnachten": 5, "pentecost": 6,
    "pfingsten": 6, "whitsun": 6, "advent": 9, "ramadan": 7, "carnival": 8, "karneval": 8, "fasching": 8,
}  # fmt: skip
SEASONS |= {
    "hochsommer": 1, "spätsommer": 1, "frühsommer": 1, "midsummer": 1, "spätherbst": 2, "hochwinter": 3,
    "spätwinter": 3, "midwinter": 3,
}  # fmt: skip
"""Seasons and feasts by number; not "fall", far more often the verb."""
SEASON_MONTHS = {
    0: {3, 4, 5, 6}, 1: {6, 7, 8, 9}, 2: {9, 10, 11, 12}, 3: {12, 1, 2, 3}, 4: {3, 4}, 5: {12}, 6: {5, 6}, 9: {11, 12},
    10: {3, 4}, 11: {3, 4}, 12: {3, 4}, 13: {3, 4}, 14: {5, 6}, 15: {5, 6}, 16: {3, 4}, 17: {4, 5, 6}, 18: {5, 6},
    19: {2, 3}, 20: {2, 3}, 21: {11}, 22: {9}, 23: {5}, 24: {11, 12}, 25: {9, 10}, 26: {11}, 27: {11}, 28: {11},
    29: {9, 10}, 30: {11},
}  # fmt: skip
"""The months a season or a feast can fall in."""

_MONTH = "|".join(sorted((each for each in MONTHS if each != "may"), key=len, reverse=True))
_YEAR = r"(?:1[0-9]|20)\d\d"
DATES = re.compile(
    rf"(?P<y1>{_YEAR})-(?P<m1>\d\d)-(?P<d1>\d\d)(?!\d)"
    rf"|(?<![\d.])(?P<d2>\d{{1,2}})\.\s?(?P<m2>\d{{1,2}})\.\s?(?P<y2>{_YEAR})?(?![\d%])"
    rf"|(?<![\d.,])(?P<d3>\d{{1,2}})(?:\.|st|nd|rd|th)?\s(?:of\s)?(?P<m3>{_MONTH}|May)\b\.?(?:,?\s(?P<y3>{_YEAR})\b)?"
    rf"|\b(?P<m4>{_MONTH}|May)\b\.?\s(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\.?\d)(?:,?\s(?P<y4>{_YEAR})\b)?"
    rf"|\b(?P<m5>{_MONTH}|May)\b\.?(?:,?\s(?P<y5>{_YEAR})\b)"
    rf"|(?<![\w.,])(?P<decade>(?:1[0-9]|20)\d0)(?:s|er)\b"
    rf"|(?<![\w.,])(?P<y6>{_YEAR})(?![\w²³%]|[.,]\d|\s?(?:[€$£%]))",
    re.IGNORECASE,
)
"""Dates with figures in them; the slots are year, month and day by the form they are written in."""

DAY_NEXT = re.compile(
    r"(?:^|[(,–-]|\b(?:am|vom|bis|zum|seit|ab|dem|den|der|und|on|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch),?)\s*$",
    re.IGNORECASE,
)
"""What stands before a day and month in figures without a year, which else are a decimal."""
_NTH = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
_NTH += " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
CENTURY = re.compile(
    rf"\b(?P<nth>\d{{1,2}})(?:\.|st|nd|rd|th)[\s-](?:century|jahrhundert)\w*|\b(?P<word>{'|'.join(_NTH.split())})[\s-]century\b",
    re.IGNORECASE,
)
"""The 17th century."""
CENTURIES = {word: number for number, word in enumerate(_NTH.split(), start=1)}
COMPOUND = re.compile(
    r"(?P<day>(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend)s?"
    r"(?P<hour>morgen|vormittag|mittag|nachmittag|abend|nacht|früh)?\w*"
)
"""German weekdays with a part of the day."""
COUNTED = re.compile(
    r"\s(?!(?:is|was|has|as|this|its|does|ans|ins|als|bis|aus|des|das|es|uns|dass|alles|eines|dieses|durchs|aufs)\b)"
    r"(?:[a-z]+s|people|men|women|children|[A-ZÄÖÜ][a-zäöüß]+(?:en|n|er|e|s))\b"
)
"""What makes a number no year: something counted."""
INTRODUCED = re.compile(
    r"(?:\b(?:in|since|by|until|of|from|year|before|after|and|to|seit|bis|im jahr|jahr|vor|nach|ab|von|und|jahre"
    r"|ende|anfang|mitte|early|late|mid)\s|[(–-])$",
    re.IGNORECASE,
)
"""What makes a number a year: a word before it."""

_HOUR = (
    r"\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eins?|zwei|drei|vier|fünf|sechs|sieben"
    r"|acht|neun|zehn|elf|zwölf"
)
_PART = (
    r"(?P<pm>\s?(?:[ap]\.?m\b\.?|(?:in the|at) (?:morning|afternoon|evening|night)"
    r"|(?:nach|vor)mittags|morgens|abends|nachts|früh))?"
)
CLOCK_WORDS = re.compile(
    rf"(?<![\w:.,])(?:(?P<h1>\d{{1,2}}):(?P<n1>[0-5]\d)(?![\d:])"
    rf"(?=\s?(?:[ap]\.?m|uhr|on\b|am\b|in the|,|\.|$)|\s)(?:\s?Uhr\b)?"
    rf"|(?P<h2>{_HOUR})\sUhr(?:\s(?P<n2>\d\d)\b)?"
    rf"|(?P<half>half past|halb)\s(?P<h3>{_HOUR})\b"
    rf"|(?P<h4>{_HOUR})(?=\s?[ap]\.?m\b|\so'clock|\so’clock)(?:\so['’]clock)?){_PART}",
    re.IGNORECASE,
)
"""Times by the clock."""

_FEAST_DAYS = {
    "new year's day": (1, 1), "new year’s day": (1, 1), "neujahrstag": (1, 1), "neujahr": (1, 1), "new year": (1, 1),
    "new year's eve": (12, 31), "new year’s eve": (12, 31), "silvester": (12, 31), "silvesterabend": (12, 31),
    "christmas eve": (12, 24), "heiligabend": (12, 24), "heiligen abend": (12, 24), "heilig abend": (12, 24),
    "christmas day": (12, 25), "ersten weihnachtstag": (12, 25), "erster weihnachtstag": (12, 25),
    "christmas": (12, 25), "boxing day": (12, 26), "zweiten weihnachtstag": (12, 26), "nikolaustag": (12, 6),
    "nikolaus": (12, 6), "st nicholas day": (12, 6), "valentine's day": (2, 14), "valentine’s day": (2, 14),
    "valentinstag": (2, 14), "labour day": (5, 1), "may day": (5, 1), "tag der arbeit": (5, 1), "halloween": (10, 31),
    "tag der deutschen einheit": (10, 3), "day of german unity": (10, 3), "independence day": (7, 4),
    "bastille day": (7, 14), "reformationstag": (10, 31), "allerheiligen": (11, 1), "all saints' day": (11, 1),
    "dreikönigstag": (1, 6), "epiphany": (1, 6), "martinstag": (11, 11), "international women's day": (3, 8),
    "weltfrauentag": (3, 8), "internationalen frauentag": (3, 8), "veterans day": (11, 11), "april fools' day": (4, 1),
    "good friday": (0, 10), "karfreitag": (0, 10), "easter monday": (0, 11), "ostermontag": (0, 11),
    "easter sunday": (0, 12), "ostersonntag": (0, 12), "palm sunday": (0, 13), "palmsonntag": (0, 13),
    "whit monday": (0, 14), "pfingstmontag": (0, 14), "whit sunday": (0, 15), "pfingstsonntag": (0, 15),
    "maundy thursday": (0, 16), "gründonnerstag": (0, 16), "ascension day": (0, 17), "christi himmelfahrt": (0, 17),
    "himmelfahrt": (0, 17), "corpus christi": (0, 18), "fronleichnam": (0, 18), "ash wednesday": (0, 19),
    "aschermittwoch": (0, 19), "rosenmontag": (0, 20), "shrove monday": (0, 20), "thanksgiving": (0, 21),
    "labor day": (0, 22), "memorial day": (0, 23), "hanukkah": (0, 24), "chanukka": (0, 24), "yom kippur": (0, 25),
    "jom kippur": (0, 25), "volkstrauertag": (0, 26), "buß- und bettag": (0, 27), "totensonntag": (0, 28),
    "erntedank": (0, 29), "halloween night": (10, 31), "black friday": (0, 30),
    "first world war": (0, 41), "world war i": (0, 41), "ersten weltkrieg": (0, 41), "erste weltkrieg": (0, 41),
    "second world war": (0, 42), "world war ii": (0, 42), "zweiten weltkrieg": (0, 42), "zweite weltkrieg": (0, 42),
    "cold war": (0, 43), "kalten krieg": (0, 43), "kalte krieg": (0, 43),
}  # fmt: skip
_PLAIN = {"christmas", "new year"}  # a day only with a shift: "two days before Christmas"
_FEAST = "|".join(sorted(map(re.escape, _FEAST_DAYS), key=len, reverse=True))
FEASTS = SimpleNamespace(
    days=_FEAST_DAYS,
    pattern=re.compile(
        rf"\b(?P<shift>(?:the )?(?:day after|day before|eve of)(?: the)? |tag nach |tag vor |vorabend (?:von|des) )?"
        rf"(?P<feast>{_FEAST})(?:s)?\b(?!\s(?:market|tree|present|holiday|season|party|message|speech))"
    ),
)
"""Feasts: ``days`` by name (month and day; 0 and a number where the date moves), and the ``pattern`` that finds them in
lower-case text."""

_TENS = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_ENGLISH_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
DECADES = {
    f"{ten}er{end}": 190 + at for at, ten in enumerate(_TENS, start=2) for end in ("", "n", "jahre", "jahren", "jahrn")
}
DECADES |= {f"{ten}ies": 190 + at for at, ten in enumerate(_ENGLISH_TENS, start=2)}
"""Decades of the twentieth century by their names; "er" alone only before "Jahre"."""
_DAY = "|".join(WEEKDAYS)
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "ersten": 1, "erster": 1, "erste": 1, "zweiten": 2,
    "zweiter": 2, "dritten": 3, "vierten": 4, "letzten": -1, "letzter": -1,
}  # fmt: skip
NTH_WEEKDAY = re.compile(rf"\b(?P<nth>{'|'.join(ORDINALS)}) (?P<day>{_DAY})s?\b(?! (?:night|evening)s? of the week)")
"""The first Monday, den letzten Sonntag."""
THIRDS = re.compile(
    r"\b(?:(?P<early>early|anfang|beginn|(?:start|beginning|(?:opening|first) (?:days|weeks?)|first half)(?= of)"
    r"|frühen|ersten (?:tagen|wochen))|(?P<mid>mid|middle|mitte|halfway through)"
    r"|(?P<late>late|ende|end(?= of)|(?:closing|last|final|dying) (?:days|weeks)(?= of)|second half(?= of)"
    r"|späten|letzten (?:tagen|wochen)|ausgang|close(?= of)))"
    r"(?:[\s-]+(?:in|of|the|der|des|von|im|bis)){0,3}[\s-]+$",
    re.IGNORECASE,
)
"""Early, in the middle of, late: what stands before a month, a year or a decade."""
OF_THE_YEAR = re.compile(
    r"\b(?:(?P<early>start|beginning|anfang|beginn)|(?P<mid>middle|mitte)|(?P<late>end|ende))\s"
    r"(?:of the|des|der)\s(?:year|month|week|decade|century|jahre?s|monats|woche|jahrzehnts|jahrhunderts)\b"
)
"""Early, in the middle of, late in the year that is spoken of, in lower-case text."""
