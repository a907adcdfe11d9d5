"""The verbs by which English tells what somebody said, with all the forms a third person has."""

from claimcheck.split.languages.base import phrases, words

__all__ = [
    "ACTS",
    "ADDING",
    "BARE",
    "CLAUSES",
    "DOCUMENTS",
    "FINDING",
    "FINDING_OUT",
    "MEDIA_WORDS",
    "SAID",
    "SAYING",
    "SENDING",
    "SOURCES",
    "TELLERS",
    "TELLING",
    "VIEWS",
    "VIEW_VERBS",
]

_SAY = """report claim state allege add note explain confirm argue insist suggest estimate acknowledge admit maintain
    contend indicate tweet remark answer reply assert declare disclose emphasize emphasise stress reveal
    conclude predict concede joke lament recount reiterate quip retort signal underline complain caution
    testify speculate recall believe warn observe relate mention presume inform"""
_STRONG = """said says say told tells tell wrote writes write understood understands learnt learned recalled swore
    thinks think thought commented assured assures"""
_ONCE = "shared continued twittered"
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
    indicate imply hint judge respond counter object protest muse reason theorize theorise confess attest affirm
    calculate reckon clarify hypothesize hypothesise speculate posit worry boast advise promise vow pledge announce
    demand threaten"""
) | words("found finds find held ruled")
DOCUMENTS = words(
    """affidavit report study statement complaint release filing lawsuit indictment document documents survey
    analysis timeline memo letter paper poll website investigation audit decree ruling records transcript email
    emails reports findings figures data research information predictions forecasts estimates statistics
    evidence results statements studies surveys letters papers filings releases
    minutes forecast census testimony message messages note notes caption post tweet blog guidance dossier
    bulletin notice article articles memos files manifesto pamphlet review reviews petition motion verdict judgment
    inquiry guidelines editorial biography"""
)
TELLING = words(
    """told testified estimated noted alleged voiced confirmed cautioned denied warned acknowledged
    admitted insisted suggested argued claimed stated concluded expects expect expected predicts predict predicted
    forecast forecasts"""
)
ADDING = words(
    """adding saying noting insisting arguing stating explaining claiming warning stressing telling announcing alleging
    asserting acknowledging admitting conceding predicting promising vowing pledging declaring contending complaining
    confirming testifying writing tweeting remarking observing recalling emphasizing emphasising maintaining urging
    disclosing recommending underlining"""
)
TELLERS = words(
    """sources insiders diplomats witnesses officials experts police government advocates analysts critics campaigners
    activists economists lawyers attorneys commentators observers scholars academics historians ministers leaders
    senators mps politicians traders opponents backers regulators inspectors developers executives bosses unions
    charities groups agencies companies firms banks publishers manufacturers aides representatives pundits detectives
    paramedics medics engineers organisers promoters shareholders investors brokers forecasters meteorologists
    epidemiologists psychologists biologists physicists environmentalists conservationists campaigner grandparents
    neighbours locals villagers survivors colleagues friends allies rivals judges magistrates jurors ambassadors
    spokespeople spokesmen councils courts ministries departments universities hospitals schools papers newspapers
    media outlets networks broadcasters defence prosecution crown judge court panel jury tribunal commission watchdog
    regulator ombudsman inspectorate taskforce authority administration campaign team embassy union parliament senate
    congress military army navy pentagon kremlin downing"""
)
MEDIA_WORDS = words(
    """agency news times post herald reuters ap afp newspaper magazine press tribune journal radio bbc"""
)
ACTS = words(
    """announced announces accused accuses demanded demands asked asks thanked thanks denied denies urged urges called
        calls criticized criticised criticizes criticises condemned condemns rejected rejects vowed vows
        promised promises pledged pledges praised praises blamed blames threatened threatens apologized apologised
        proposed proposes requested requests recommended recommends advised advises"""
)
FINDING_OUT = words("finding showing indicating revealing suggesting concluding estimating proving")
SENDING = words(
    """sent issued released published wrote filed posted circulated signed made gave delivered read put put out sends
        issues releases publishes writes files posts distributed tweeted submitted held sending"""
)
SAID = words(
    """said says say told tells stated states reported reports claimed claims alleged alleges added adds noted notes
        explained explains wrote writes testified testifies revealed reveals confirmed confirms argued argues believes
        believe believed insisted insists suggested suggests related recalled recalls estimated estimates learnt
        learned understands acknowledged admitted admits continued observed maintained maintains contends contended
        indicated indicates shared tweeted remarked answered replied"""
)
_SO = words(
    """identified identifies described describes characterised characterized portrayed labelled labeled branded dubbed
    hailed regards regarded views sees"""
)
_AT = words("number+at toll+at cost+at figure+at damage+at losses+at value+at chance+at")
VIEW_VERBS = {**dict.fromkeys(_SO, words("as")), "put": _AT, "puts": _AT}

VIEWS = words(
    """view opinion words account estimation telling estimate reckoning judgment judgement version perspective
    experience"""
)
SOURCES = phrases(
    """according to|according to information from|according to information in|in the words of|in the view of|
    as reported by"""
)
