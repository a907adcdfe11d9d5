"""English: words for dates that are told from the day of publication."""

from claimcheck.split.languages.base import numbered, phrases, shifted

__all__ = ["ANCHORED_DAYS", "MONTHS", "RELATIVE_DAYS", "RELATIVE_MONTHS", "RELATIVE_YEARS", "WEEKENDS", "YEAR_OPENERS"]

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
    earlier today 0 | last night -1 | today 0"""
)
RELATIVE_MONTHS = shifted("last month -1 | this month 0 | next month 1")
RELATIVE_YEARS = shifted("last year -1 | this year 0 | next year 1")
WEEKENDS = shifted(
    """over the weekend 0 | at the weekend 0 | this past weekend 0 | last weekend 0 | next weekend 1 |
    this weekend 0"""
)
YEAR_OPENERS = phrases("in | by | since | of | during | until | year | early | late | mid")
