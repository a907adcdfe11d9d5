"""The verbs by which English tells what somebody said, with all the forms a third person has."""

from claimcheck.split.languages.base import words

__all__ = ["BARE", "CLAUSES", "DOCUMENTS", "FINDING", "MEDIA_WORDS", "SAYING", "TELLING"]

_SAY = """report claim state allege add note explain confirm argue insist suggest estimate acknowledge admit maintain
    contend indicate tweet remark answer reply assert declare disclose emphasize emphasise stress reveal
    conclude predict concede joke lament recount reiterate quip retort signal underline complain caution
    testify speculate recall believe warn observe relate mention"""
_STRONG = """said says say told tells tell wrote writes write understood understands learnt learned recalled swore
    thinks think thought"""
_ONCE = "shared continued"
_NO_VERBS = words("learns state claim report note signal answer reply estimate stress caution add relate recall")
_BARE = """say claim believe insist allege note add estimate admit acknowledge think predict confirm report fear suspect
    hope warn announce reveal explain argue"""


def _forms(verb: str) -> list[str]:
    """The third person and the past of a regular verb: "deny" → denies, denied."""
    if verb == "think":
        return ["think", "thinks", "thought"]
    if verb == "say":
        return ["say", "says", "said"]
    if verb[-1] == "y" and verb[-2] not in "aeo":
        return [verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied"]
    doubled = verb + verb[-1] if verb in {"quip", "admit"} else verb
    ending = "es" if verb.endswith(("s", "sh", "ch")) else "s"
    return [verb, f"{verb}{ending}", f"{doubled}d" if verb.endswith("e") else f"{doubled}ed"]


def _all(verbs: str) -> frozenset[str]:
    return frozenset(form for verb in verbs.split() for form in _forms(verb))


SAYING = (_all(_SAY) | words(_STRONG) | words(_ONCE)) - _NO_VERBS
CLAUSES = _all("suggest maintain contend assert state concede conclude complain remark observe recall expect") | words(
    "ruled ruling noted notes predicted predicts hopes hoped"
)
BARE = _all(_BARE) | words("told tells")
FINDING = _all(
    """show conclude caution warn deny determine discover suspect expect fear hope agree surmise complain suggest
    indicate imply hint worry boast advise promise vow pledge announce demand threaten"""
) | words("found finds find held ruled")
DOCUMENTS = words(
    """affidavit report study statement complaint release filing lawsuit indictment document documents survey
    analysis timeline memo letter paper poll website investigation audit decree ruling records transcript email
    emails reports findings figures data research information predictions forecasts estimates statistics
    evidence results statements studies surveys letters papers filings releases
    minutes forecast census testimony"""
)
TELLING = words(
    """told testified estimated reported confirmed cautioned denied warned acknowledged admitted insisted
    suggested argued claimed stated concluded advised recommended expects expect expected predicts predict
    predicted forecast forecasts"""
)
MEDIA_WORDS = words(
    """agency news times post herald reuters ap afp newspaper magazine press tribune journal radio bbc"""
)
