"""Which verb of a stretch behind what is said is the one of saying: "…, sagte Meier", "…, the court heard"."""

from claimcheck.split.cutting.phrases import phrase_end
from claimcheck.split.languages import Rules
from claimcheck.split.speech.asides import when_end
from claimcheck.split.speech.frame import SHORT_QUOTE, TAIL
from claimcheck.split.speech.relayed import shown_by
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import act_at, is_finite, says_at

__all__ = ["tail_verb"]

_READS = frozenset({"read", "reads"})  # "…, the statement read"
_COURTS = frozenset({"court", "inquest", "jury", "tribunal", "inquiry", "hearing", "trial"})  # "…, the court heard"
_WITH_CLAUSE = 36  # tokens a subject in front of its verb may have, with a clause between commas


def tail_verb(tokens: list[Token], quoted: list[bool], left: int, right: int, rules: Rules) -> int | None:
    """The verb of saying of a stretch; a clause or phrase between commas may stand before it where subjects do."""
    first = rules.subject_first
    perfect = tokens[left].word in rules.perfects
    after_quote = _after_quote(tokens, quoted, left)
    stop = min(len(tokens), left + _WITH_CLAUSE) if first or perfect else min(right, left + TAIL)
    for at in range(left, stop):
        if quoted[at]:
            return None
        shows = first and at > left and tokens[at].word in rules.that_verbs
        shows = shows and any(token.word in rules.documents for token in tokens[left:at])  # "…, research shows"
        if first and tokens[at].tag == "pp" and _passive_before(tokens, left, at, rules):
            return None  # "no injuries were reported"
        reads = first and tokens[at].word in _READS and at in {left, right - 1}
        heard = first and tokens[at].word == "heard" and not _COURTS.isdisjoint(t.word for t in tokens[left:at])
        shows = shows or (heard and at == right - 1) or (at == left and tokens[at].word in rules.framing.voicing)
        shows = shows or (reads and any(token.word in rules.documents for token in tokens[left:right]))
        shows = shows or (not first and at == left and shown_by(tokens, at, right, rules))
        voiced = after_quote and _voices(tokens, left, at, rules)
        voiced = voiced and (not first or is_finite(tokens, at, rules)) and tokens[at].word not in rules.auxiliaries
        if shows or voiced or says_at(tokens, at, rules) or act_at(tokens, at, rules):
            if at == left or (first and not _inverted(tokens, at, rules)):
                return at
            if first:
                return None
            last = at + 1 in {right, len(tokens)} or not tokens[at + 1].is_word
            return left if perfect and last else None  # "…, hatte Meier gesagt"
    return None


def _after_quote(tokens: list[Token], quoted: list[bool], left: int) -> bool:
    """Whether a quotation of some length ends right before a place, in a comma or a mark that asks or cries."""
    end = left - 1
    comma = tokens[end].text == "," and not quoted[end]
    end -= comma
    said = end > SHORT_QUOTE and all(quoted[end - SHORT_QUOTE : end + 1])
    return said and (comma or tokens[end - 1].text in {",", "?", "!"})


def _voices(tokens: list[Token], left: int, at: int, rules: Rules) -> bool:
    """Whether a verb of any kind voices a quotation: "…,” the fans sang", "…,” he griped", "…“, lacht Meier"."""
    if at == left:
        opens = tokens[at].tag in {"prep", "sub", "conj", "adv", "rel", "art", "num", "pro"}
        subject = at + 1 < len(tokens) and (tokens[at + 1].capital or tokens[at + 1].tag in {"art", "pro"})
        return subject and not opens and not tokens[at].capital
    ends = at + 1 >= len(tokens) or not tokens[at + 1].is_word or tokens[at + 1].tag in {"prep", "sub", "adv"}
    return rules.subject_first and ends and phrase_end(tokens, left, at, rules) == at


def _passive_before(tokens: list[Token], left: int, at: int, rules: Rules) -> bool:
    """Whether the auxiliary of the passive stands before a participle, with nothing but adverbs between."""
    helper = at - 1
    while helper > left and tokens[helper].tag == "adv":
        helper -= 1
    return helper > left and tokens[helper].word in rules.passives


def _inverted(tokens: list[Token], verb: int, rules: Rules) -> bool:
    """Whether a verb behind a mark has its subject behind it: "…, said Ann Lee"."""
    marked = verb > 0 and not tokens[verb - 1].is_word and tokens[verb].word not in rules.needs_hearer
    marked = marked and when_end(tokens, verb + 1, rules) == verb + 1  # "…, said Tuesday"
    return marked and verb + 1 < len(tokens) and (tokens[verb + 1].capital or tokens[verb + 1].tag == "art")
