"""German: words for dates that are told from the day of publication."""

from claimcheck.split.languages.base import numbered, phrases, shifted, words

__all__ = [
    "ANCHORED_DAYS",
    "EARLIER_WORDS",
    "MONTHS",
    "RELATIVE_DAYS",
    "RELATIVE_MONTHS",
    "RELATIVE_YEARS",
    "WEEKENDS",
    "YEAR_OPENERS",
]

ANCHORED_DAYS = shifted(
    """am nächsten tag 1 | am folgenden tag 1 | tags darauf 1 | am tag darauf 1 | am nächsten morgen 1 |
    ab dem kommenden morgen 1 | am kommenden morgen 1 | am folgetag 1 | einen tag später 1 | am selben tag 0 |
    am gleichen tag 0 | am selben abend 0 | am abend 0 | am nachmittag 0 | am vormittag 0 | am mittag 0 |
    am späten abend 0"""
)
MONTHS = numbered(
    """januar jänner jan | februar feb | märz mär | april apr | mai | juni | juli | august aug |
    september sep sept | oktober okt | november nov | dezember dez"""
)
RELATIVE_DAYS = shifted(
    """gestern -1 | vorgestern -2 | heute morgen 0 | heute früh 0 | heute vormittag 0 | heute mittag 0 |
    heute nachmittag 0 | heute abend 0 | am heutigen tag 0 | morgen früh 1 | morgen abend 1 | am gestrigen tag -1 |
    übermorgen 2"""
)
RELATIVE_MONTHS = shifted(
    """im vergangenen monat -1 | letzten monat -1 | im letzten monat -1 | im vormonat -1 | vergangenen monat -1 |
    in diesem monat 0 | im kommenden monat 1"""
)
RELATIVE_YEARS = shifted(
    """im vergangenen jahr -1 | letztes jahr -1 | im letzten jahr -1 | im vorjahr -1 | vergangenes jahr -1 |
    in diesem jahr 0 | dieses jahr 0 | im kommenden jahr 1 | nächstes jahr 1"""
)
WEEKENDS = shifted(
    """am wochenende 0 | am vergangenen wochenende 0 | vergangenes wochenende 0 | am kommenden wochenende 1 |
    kommendes wochenende 1"""
)
YEAR_OPENERS = phrases(
    """im jahr | im jahre | aus dem jahr | aus dem jahre | des jahres | seit | in den jahren | ende |
    anfang | mitte |
    jahr | bis"""
)
EARLIER_WORDS = words(
    """zuvor bereits schon vorher früher damals einst seinerzeit sollte sollten könnte könnten dürfte dürften müsste
    müssten"""
)
