"""Words of the frames that say who speaks, or whose view it is, by more than a verb of saying."""

from dataclasses import dataclass

__all__ = ["Framing"]

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Framing:
    """What tells that somebody says something beside the verbs of saying; all casefolded, every field may be empty."""

    saying_nouns: frozenset[str] = _NONE  # "claim", "Vorwurf": the clause behind them is what somebody says
    giving: frozenset[str] = _NONE  # "expressed": verbs that have such a noun for their object
    sure: frozenset[str] = _NONE  # "convinced": adjectives with what somebody holds behind them
    judging: frozenset[str] = _NONE  # "klar" in "Für Meier ist klar": adjectives of a view
    holding: frozenset[str] = _NONE  # "ist": verbs of such a view
    leading_on: frozenset[str] = _NONE  # "went on" before ``going_to_say``
    going_to_say: frozenset[str] = _NONE  # infinitives of verbs of saying
    by_saying: frozenset[str] = _NONE  # participles of verbs of saying behind "by"
    describing: frozenset[str] = _NONE  # "described" with "by": the whole sentence is somebody's word
    viewed: frozenset[str] = _NONE  # those of a clause beside a noun
    refusing: frozenset[str] = _NONE  # "denies": says no more than that it is not so
    heading: frozenset[str] = _NONE  # verbs by which a headline names who speaks
    showing: frozenset[str] = _NONE  # those of them that things may have for subjects
    verdicts: frozenset[str] = _NONE  # "false": what ends a sentence that judges a claim
    was_said: frozenset[str] = _NONE  # participles in "it was said"
    heard: frozenset[str] = _NONE  # infinitives in "war zu erfahren"
    being: frozenset[str] = _NONE  # "war": helping verbs beside them
    claiming: tuple[str, ...] = ()  # beginnings of verbs whose infinitive is what somebody claims to have done
    sent: frozenset[str] = _NONE  # "Antwort": words that are sent to somebody
    following: frozenset[str] = _NONE  # "auch", "zweite": what comes after somebody, in time or in rank
    declining: frozenset[str] = _NONE  # "declined": verbs by which somebody says no more
    giving_none: frozenset[str] = _NONE  # "gave" before "no details"
    untold: frozenset[str] = _NONE  # "elaborate" behind "did not", "comment" behind "no"
    about: frozenset[str] = _NONE  # "on" in "On Samuel Lindner: “…”": what a quotation is about
    voicing: frozenset[str] = _NONE  # "deplores": verbs that say something only behind it, before who says it
    figures: frozenset[str] = _NONE  # "Zahlen": reports behind "gemäß"
    labels: frozenset[str] = _NONE  # "Vorwurf" in "Der Vorwurf der FDP: …": what stands behind the colon is its word
    reactions: frozenset[str] = _NONE  # "Kritik" in "Kritik kommt von der FDP: …"
    coming: frozenset[str] = _NONE  # "kommt"
