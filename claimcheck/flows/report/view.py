"""A report's claims in words: what a page's template prints, piece by piece; nothing here is HTML."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from claimcheck.flows.report.checks import check_view, web_link
from claimcheck.flows.report.facts import ClaimFacts, State, Why
from claimcheck.flows.report.words import Words
from claimcheck.flows.worded_date import dated_before
from claimcheck.labelstudio.wording import difference_word, relation_word
from claimcheck.records import Assertion, Claim, ClaimKind, ClaimReview, ClaimStatus, Label, Relation, Verdict
from claimcheck.scheme import Scheme

__all__ = ["Badge", "Clean", "Name", "Speller"]

Name = Callable[[Verdict], str]
"""How a page calls the person who gave a verdict."""

Clean = Callable[[str | None], str | None]
"""What a page leaves of what annotators wrote."""

_SIGNS = {
    Label.TRUE: "✓",
    Label.MOSTLY_TRUE: "≈",
    Label.HALF_TRUE: "½",
    Label.MOSTLY_FALSE: "≉",
    Label.FALSE: "✗",
    Label.MISLEADING: "!",
    Label.UNVERIFIABLE: "?",
    Label.NOT_A_CLAIM: "–",
}
_OTHER_SIGNS = {State.TIE: "=", State.OPEN: "○", State.LEFT: "·"}
_LEVELS = ("top", "middle", "low")


@dataclass(frozen=True, slots=True)
class Badge:
    """A word with a sign and a colour of its own, so that it is never told by colour alone."""

    code: str
    sign: str
    text: str


class Speller:
    """Says claims, past checks and verdicts in one language; ``name`` is None where people are only counted."""

    def __init__(self, words: Words, scheme: Scheme, *, name: Name, clean: Clean) -> None:
        self.words, self.scheme = words, scheme
        self._name, self._clean = name, clean

    def label(self, label: Label) -> str:
        """A label in the scheme's own words; its code where the scheme does not offer it."""
        choice = self.scheme.choice(label)
        return choice.name(self.words.language) if choice else label.value

    def badge(self, label: Label) -> Badge:
        """A label as a badge."""
        return Badge(label.value, _SIGNS[label], self.label(label))

    def state(self, facts: ClaimFacts) -> Badge:
        """Where a claim stands: its label, or that it is tied, open or not offered."""
        if facts.label:
            return self.badge(facts.label)
        text = self.words(f"state_{facts.state.value}")
        if facts.consensus and facts.consensus.tie:
            text = self.words("tie_between", labels=" / ".join(map(self.label, facts.consensus.tie)))
        return Badge(facts.state.value.upper(), _OTHER_SIGNS[facts.state], text)

    def key(self, found: Sequence[ClaimFacts]) -> list[Badge]:
        """The badges that these claims bear, in the scheme's order; a tie is one, whatever is tied."""
        places = {choice.label: place for place, choice in enumerate(self.scheme.choices)}
        given = {each.label for each in found if each.label}
        labels = sorted(given, key=lambda each: (places.get(each, len(places)), each.value))
        states = [state for state in _OTHER_SIGNS if any(each.state is state for each in found)]
        return [
            *map(self.badge, labels),
            *(Badge(each.value.upper(), _OTHER_SIGNS[each], self.words(f"state_{each.value}")) for each in states),
        ]

    def why(self, facts: ClaimFacts) -> str:
        """Why somebody should look at a claim, in a few words."""
        if facts.why is Why.JUDGED and facts.label:
            return self.words("why_judged", label=self.label(facts.label))
        if facts.why is Why.OPEN and facts.matches is None:
            return self._no_past(facts)
        if facts.telling is None or facts.why is Why.TIE:
            return self.words(f"why_{facts.why.value}")
        match, review = facts.telling
        language = self.words.language
        rating = self.label(review.rating) if review.rating else self.rating(review)
        relation = relation_word(match.relation, language) if match.relation else ""
        relation = relation[:1].lower() + relation[1:]  # inside a line
        what = difference_word(facts.difference, language) if facts.difference else ""
        return self.words(f"why_{facts.why.value}", label=rating, relation=relation, what=what)

    def who(self, claim: Claim, outlet: str | None) -> tuple[str, list[str]]:
        """Whose word a claim is, and in which manner it is told."""
        words, how = self.words, []
        if claim.kind is ClaimKind.QUOTATION and claim.subject:
            said, how = claim.subject, [words("how_act")]
        elif claim.speaker:
            said, how = claim.speaker, [words(f"how_{claim.assertion.value}")]
        elif claim.is_unnamed:
            unheard = claim.assertion is Assertion.REPORTED and not claim.via
            said, how = words("unnamed_source"), [words("how_hearsay" if unheard else f"how_{claim.assertion.value}")]
        else:
            own = claim.assertion is Assertion.ASSERTED
            said, how = outlet or words("outlet_itself"), [] if own else [words(f"how_{claim.assertion.value}")]
        if claim.via:
            how.append(words("via", name=claim.via))
        if claim.cue:
            how.append(words("cue", cue=claim.cue))
        return said, how

    def claim(self, facts: ClaimFacts, outlet: str | None) -> dict[str, Any]:
        """Everything that a page says of a claim."""
        claim, words = facts.claim, self.words
        said, how = self.who(claim, outlet)
        strong = [check_view(match, review, claim.text, claim.language, self) for match, review in facts.close]
        weak = [
            check_view(match, review, claim.text, claim.language, self) for match, review in facts.past[len(strong) :]
        ]
        return {
            "n": facts.number,
            "text": claim.text,
            "language": claim.language,
            "state": self.state(facts),
            "stand": facts.state.value,
            "level": facts.level,
            "worth": words.decimal(claim.score),
            "worth_note": words(
                "worth_note", score=words.decimal(claim.score), level=words(f"worth_{_LEVELS[facts.level]}")
            ),
            "score": claim.score,
            "urgency": facts.urgency,
            "why": self.why(facts),
            "said": said,
            "own": not claim.speaker and not (claim.kind is ClaimKind.QUOTATION and claim.subject),
            "how": how,
            "kind": words(f"kind_{claim.kind.value}"),
            "when": words.when(claim.date) if claim.date else None,
            "when_before": words("when_of_before") if dated_before(facts.stored) else None,
            "when_sort": claim.date.value if claim.date else "",
            "evidence": [] if _bare(" ".join(claim.evidence)) == _bare(claim.text) else list(claim.evidence),
            "remarks": self._remarks(facts),
            "sample": facts.stored.sample,
            "past": strong,
            "weak": weak,
            "best": strong[facts.close.index(facts.telling)] if facts.telling else None,
            "no_past": self._no_past(facts),
            "stale": self._stale(facts),
            "before": [
                check_view(match, review, match.query, claim.language, self) for match, review in facts.past_before
            ],
            "past_code": self._past_code(facts),
            "being_checked": any(match.being_checked for match in facts.matches or ()),
            "verdict": self._verdict(facts),
        }

    def _no_past(self, facts: ClaimFacts) -> str:
        """What stands in the place of a past check where there is none, in a few words."""
        if facts.matches is not None:
            return self.words("past_none")
        return self.words("past_reworded" if facts.earlier else "past_unknown")

    def _stale(self, facts: ClaimFacts) -> str | None:
        """That the claim was looked up in another wording only, where it was reworded since."""
        return self.words("looked_up_as", text=facts.earlier[0].query) if facts.earlier else None

    def rating(self, review: ClaimReview) -> str:
        """A past check's rating in a line: our label for it, and its publisher's own word in quotation marks."""
        label = self.label(review.rating) if review.rating else None
        own = self.own_word(review)
        if own is None:
            return label or self.words("unrated")
        return f"{label} ({own})" if label else own

    def own_word(self, review: ClaimReview) -> str | None:
        """Its publisher's word for a past check's rating in quotation marks; None where our label is that word."""
        own, label = review.alternate_name, self.label(review.rating) if review.rating else None
        if own is None or (label and own.casefold() == label.casefold()):
            return None
        return self.words("own_word", word=own)

    def _past_code(self, facts: ClaimFacts) -> str:
        if facts.matches is None:
            return "unknown"
        if facts.telling is None:
            return "none"
        match, _ = facts.telling
        differs = match.relation is Relation.CONTRADICTS or facts.difference or match.differences
        return "found differs" if differs else "found"

    def _remarks(self, facts: ClaimFacts) -> list[str]:
        """What a reader must know of a claim's wording and standing."""
        claim, stored, words = facts.claim, facts.stored, self.words
        found = []
        if claim.needs_context:
            open_ = words.listed(claim.context.unresolved)
            found.append(words("needs_context_open", what=open_) if open_ else words("needs_context"))
        if claim.substitutions:
            pairs = [words("replaced_one", new=each.replacement, old=each.original) for each in claim.substitutions]
            found.append(words("replaced", what=words.listed(pairs)))
        if stored.author:
            found.append(words("edited"))
        if facts.state is State.LEFT and stored.status is not ClaimStatus.DROPPED:
            found.append(words("not_offered", why="; ".join(claim.reasons[:3]) or words(f"kind_{claim.kind.value}")))
        if stored.status is not ClaimStatus.ACTIVE:
            found.append(words(stored.status.value))
        return found

    def _verdict(self, facts: ClaimFacts) -> dict[str, Any]:
        """What annotators answered; where nobody did, what is to be done."""
        words, consensus = self.words, facts.consensus
        blind = [each for each in facts.answers if not each.adjudicated] or list(facts.answers)
        votes = Counter(each.label for each in blind if each.label)
        skipped = words.count("skips", len(facts.skips)) if facts.skips else None
        if consensus is None:
            return {"badge": self.state(facts), "open": self._open(facts), "skipped": skipped, "sample": False}
        equal = " : ".join(str(n) for n in sorted(votes.values(), reverse=True))
        told = words("agreed", n=votes[consensus.label], all=len(blind)) if consensus.label else equal
        return {
            "badge": self.state(facts),
            "open": None,
            "skipped": skipped,
            "votes": [(self.badge(label), votes[label]) for label in Label if votes[label]],
            "told": words("one_voice") if len(blind) == 1 else told,
            "by": words(f"settled_by_{consensus.method}"),
            "as_of": words("as_of", day=words.day(consensus.as_of)) if consensus.as_of else None,
            "sample": consensus.sample,
            "wording": facts.wording if facts.wording != facts.claim.text else None,
            "answers": [
                self._answer(each) for each in sorted(facts.answers, key=lambda one: _order(one, consensus.label))
            ],
        }

    def _open(self, facts: ClaimFacts) -> str:
        if facts.state is State.LEFT:
            return self.words("state_left")
        if facts.skips:
            return self.words("open_skipped")
        return self.words("open_sent", day=self.words.day(facts.sent.date())) if facts.sent else self.words("open_new")

    def _answer(self, verdict: Verdict) -> dict[str, Any]:
        words = self.words
        problems = {each.code: each.name(words.language) for each in self.scheme.problems}
        return {
            "who": words("adjudicator") if verdict.adjudicated else self._name(verdict),
            "badge": self.badge(verdict.label) if verdict.label else None,
            "text": self._clean(verdict.justification),
            "confidence": words("confidence", n=verdict.confidence) if verdict.confidence else None,
            "as_of": words("as_of", day=words.day(verdict.as_of)) if verdict.as_of else None,
            "sample": verdict.sample,
            "problem": words("problem", problem=problems.get(verdict.problem, verdict.problem))
            if verdict.problem
            else None,
            "better": words("better_wording", text=self._clean(verdict.better_wording))
            if verdict.better_wording
            else None,
            "evidence": [
                {
                    "link": web_link(each.url),
                    "url": self._clean(each.url),  # shown where it is no link
                    "quote": self._clean(each.quote),
                    "stance": words(each.stance) if each.stance in {"supports", "refutes"} else None,
                    "accessed": words("accessed", day=words.day(each.accessed)) if each.accessed else None,
                }
                for each in verdict.evidence
            ],
        }


def _bare(text: str) -> str:
    """A text without the signs and spaces in which a claim differs from its own passage and says the same."""
    return "".join(char for char in text if char.isalnum())


def _order(verdict: Verdict, label: Label | None) -> tuple[bool, bool, str, int]:
    """Who decided first, then those who gave the label, oldest first."""
    return not verdict.adjudicated, verdict.label is not label, verdict.decided_at.isoformat(), verdict.annotation_id
