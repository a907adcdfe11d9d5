"""How a past check's claim stands to a new one, and which words differ.

Two claims are taken apart (numbers, dates, places, roles, negations, opposites), their words are aligned across German
and English, and what is found is judged by lines fitted on pairs, within rules: what does not fit is never the same. In
other languages only figures, dates and names are compared, and nothing is said to contradict.
"""

from claimcheck.match.language import guess_language
from claimcheck.match.relate import Answer, Entails
from claimcheck.match.relation.align import WordVectors, bundled_vectors
from claimcheck.match.relation.claim import Claim, claim_of
from claimcheck.match.relation.differences import differences
from claimcheck.match.relation.judge import decide, shipped_judge
from claimcheck.match.relation.signals import SIGNALS, View, view
from claimcheck.records import Relation

__all__ = ["related"]

_LONGEST = 1_200  # characters that are read
_SPOKEN = ("de", "en")
_COMPARABLE, _ALIKE = 0.34, 0.55  # shares of words in common: of one proposition, of one claim
_NEAR, _CLOSE = 0.5, 0.8  # the same by similarity
_TRUSTED = 0.7  # likelihood from which an NLI model is believed


def related(
    new: str,
    past: str,
    language_new: str | None,
    language_past: str | None,
    *,
    similarity: float | None,
    vectors: WordVectors | None,
    entails: Entails | None,
) -> Answer:
    """What ``claimcheck.match.relate`` gives."""
    new, past = new[:_LONGEST], past[:_LONGEST]
    here, there = _language(new, language_new), _language(past, language_past)
    if " ".join(new.casefold().split()) == " ".join(past.casefold().split()):
        return Relation.SAME, ()
    ours, theirs = claim_of(new, here), claim_of(past, there)
    seen = view(ours, theirs, vectors or bundled_vectors())
    if here in _SPOKEN and there in _SPOKEN:
        relation = decide(seen, shipped_judge())
    else:
        relation = _elsewhere(seen, ours, theirs, similarity)
    if entails is not None:
        relation = _asked(relation, seen, new, past, entails)
    return relation, differences(relation, seen, ours, theirs)


def _language(text: str, given: str | None) -> str:
    return given.split("-")[0] if given and given != "und" else guess_language(text) or "en"


def _elsewhere(seen: View, ours: Claim, theirs: Claim, similarity: float | None) -> Relation:
    """The relation by figures, dates and names alone; "same" only where most words or the vectors say so."""
    shared = _shared_words(ours, theirs)
    alike = ours.language == theirs.language and shared >= _COMPARABLE
    near = similarity >= _NEAR if similarity is not None else ours.language != theirs.language
    if not alike and not near:
        return Relation.RELATED
    kinds = {each.kind for each in seen.found.conflicts if each.sure >= _CLOSE}
    if len(kinds) > 1:
        return Relation.RELATED
    if kinds:
        return Relation(f"differs_{kinds.pop()}")
    return Relation.SAME if shared >= _ALIKE or (similarity or 0) >= _CLOSE else Relation.RELATED


def _shared_words(ours: Claim, theirs: Claim) -> float:
    """The share of the shorter text's content words, by their first letters, that the longer one has too."""
    mine, others = ({word.stem for word in claim.words if not word.light} for claim in (ours, theirs))
    return len(mine & others) / min(len(mine), len(others)) if mine and others else 0.0


def _asked(relation: Relation, seen: View, new: str, past: str, entails: Entails) -> Relation:
    """What an NLI model makes of it, both ways round."""
    signal = dict(zip(SIGNALS, seen.row.tolist(), strict=True))
    if relation not in (Relation.SAME, Relation.CONTRADICTS, Relation.RELATED) or signal["number"] or signal["date"]:
        return relation
    (there, _, against), (back, _, refuted) = entails([(new, past), (past, new)])
    if min(against, refuted) >= _TRUSTED:
        return Relation.CONTRADICTS
    if min(there, back) >= _TRUSTED:
        return Relation.SAME
    return Relation.RELATED if max(there, back, against, refuted) < 1 - _TRUSTED else relation
