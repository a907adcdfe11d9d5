"""English: the words of frames that say who speaks by more than a verb of saying."""

from claimcheck.split.languages.base import words
from claimcheck.split.languages.framing import Framing

__all__ = ["FRAMING"]

FRAMING = Framing(
    saying_nouns=words(
        """concern concerns fear fears worry worries alarm doubt doubts hope hopes confidence belief view opinion
        warning warnings claim claims allegation allegations complaint complaints optimism suspicion suspicions
        conclusion accusation accusations argument assertion contention estimate finding statement announcement"""
    ),
    giving=words(
        """expressed expresses express voiced voices raised raises shared conveyed reiterated repeated repeats sounded
        gave gives made makes issued issues renewed took take takes has have had found reached came"""
    ),
    sure=words(
        """convinced adamant certain sure confident concerned worried afraid hopeful optimistic pessimistic clear
        insistent fearful doubtful satisfied"""
    ),
    leading_on=words("went goes continued continues proceeded replied responded wrote called returned hastened rushed"),
    going_to_say=words(
        "say stress insist add claim argue note explain complain warn suggest tell allege assert predict state"
    ),
    by_saying=words("saying claiming arguing insisting suggesting noting stating alleging pointing"),
    describing=words(
        "described identified characterised characterized portrayed regarded seen viewed hailed criticised"
    ),
    viewed=words(
        """described viewed seen regarded identified characterised characterized labelled labeled branded dubbed hailed
        named portrayed denounced dismissed considered criticised criticized praised"""
    ),
    refusing=words("denies denied deny disputes disputed dispute rejects rejected reject"),
    heading=words(
        """says say warns warn finds find shows suggests reveals claims insists believes argues alleges admits predicts
        hints told tells confirms"""
    ),
    verdicts=words("false untrue wrong true misleading unfounded baseless incorrect unproven debunked exaggerated"),
    showing=words("finds find shows suggests reveals confirms predicts hints"),
    was_said=words(
        "said heard found claimed alleged argued added stated revealed explained concluded noted submitted shown"
    ),
    about=words("on about regarding concerning"),
    voicing=words("assures assured deplores deplored laments regrets rejoices enthuses enthused worries marvels"),
    declining=words("declined declines refused refuses"),
    giving_none=words("had has gave gives offered offers provided provides made"),
    untold=words(
        """say elaborate comment give name specify disclose confirm respond identify provide explain release reveal
        reply details detail information explanation reason reasons answer answers"""
    ),
)
