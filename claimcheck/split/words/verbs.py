"""Which words are finite verbs, verbs of saying and acts of speaking, told from word lists and endings."""

from claimcheck.split.languages import Rules
from claimcheck.split.languages.en_participles import NAMED
from claimcheck.split.words.tokens import CURRENCY, Token

__all__ = [
    "act_at",
    "conditional",
    "denies",
    "ends_infinitive",
    "first_finite",
    "is_finite",
    "is_subjunctive",
    "says",
    "says_at",
    "verb_positions",
]

_THAT_IS = ("that's", "that’s", "that'd", "that’d", "that'll", "that’ll")
_STANDING = frozenset({"both", "all", "many", "some", "few", "most", "several"})  # for people, without a noun
_REACH = 30  # tokens between a verb and its particle
_MAY_BE_FINITE = frozenset({"fin", "inf", "adv"})  # tags of the German words that can be finite verbs
_OF_ONESELF = frozenset({"sicher"})  # "ist sich sicher": what is safe is none of saying


def says(token: Token, rules: Rules) -> bool:
    """Whether a word is a verb of saying."""
    return token.word in rules.speech_verbs and not token.capital


def says_at(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether the word at ``at`` is a verb of saying; "teilte" is one only with its "mit", a noun never is."""
    token = tokens[at]
    if at + 1 < len(tokens) and rules.phrasal.get(token.word) == tokens[at + 1].word and not token.capital:
        return True  # "pointed out"
    if particles := () if token.capital else rules.split_speech.get(token.word, ()):
        for j in range(at + 1, min(len(tokens), at + _REACH)):
            if tokens[j].word in rules.negators:
                break  # "ist nicht überzeugt, dass"
            last = j + 1 == len(tokens) or not tokens[j + 1].is_word or tokens[j + 1].word in rules.coordinators
            bare = tokens[j].word in _OF_ONESELF and tokens[at + 1].word not in rules.oneself
            told = tokens[j].word in particles and not bare and not _asks_how(tokens, j, rules)
            if told and (last or _points_ahead(tokens, j + 1, rules)):
                return True
        if at and tokens[at - 1].word in particles and _closes_with(tokens, at, rules):
            return True  # "wie Meier zu bedenken gab"
    if token.word in rules.said_of_oneself and at + 1 < len(tokens) and tokens[at + 1].word in rules.oneself:
        return not token.capital  # "freute sich Meier"
    before = tokens[at - 1] if at else None
    plural = (
        before is not None
        and before.tag in {"noun", "name"}
        and (token.word in rules.bare_speech_verbs or token.word == "state")
    )
    present = not rules.comma_bound and token.tag == "fin" and not token.word.endswith(("s", "d"))
    if plural and at + 1 < len(tokens) and (tokens[at + 1].word in rules.that or present):
        return True  # "media report that", "ministers claim the plan works"
    if not says(token, rules):
        return _is_saying(tokens, at, rules)
    if at + 1 < len(tokens) and tokens[at + 1].word in rules.that and before is not None and before.capital:
        return True  # "Politico reports that"
    if token.tag == "noun" and before is not None:
        return before.tag not in {"art", "adj", "prep", "num", "conj"}
    if before is not None and before.tag == "noun" and before.word.endswith(("'s", "’s")):
        return False  # "the mayor's claims"
    pointing = before is not None and before.tag == "pro" and before.word in rules.pointing  # "Das sagte Meier"
    return before is None or before.word not in rules.determiners or before.word in rules.crowd or pointing


def _is_saying(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether a verb of saying is in the progressive, before what is said: "police are reporting that"."""
    token = tokens[at]
    if token.tag != "ing" or at < 2 or at + 1 >= len(tokens) or tokens[at + 1].word not in rules.that:
        return False
    stem = token.word.removesuffix("ing")
    return tokens[at - 1].word in rules.passives and not rules.speech_verbs.isdisjoint({stem, f"{stem}e", f"{stem}s"})


def _asks_how(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether no "dass" follows a word that stands for the clause behind it: "erinnerte sich daran, wie …"."""
    clause = at + 2 < len(tokens) and tokens[at + 1].text == "," and tokens[at].word in rules.naming.announcing
    return clause and tokens[at + 2].word not in rules.that


def _points_ahead(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether a word that stands for the clause behind it ends a clause: "überzeugt davon, dass"."""
    ends = at + 1 == len(tokens) or not tokens[at + 1].is_word
    return ends and tokens[at].word in rules.naming.announcing


def _closes_with(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether a verb ends its clause, or its subject follows that says it of itself: "Überzeugt zeigte sich Meier"."""
    if at + 1 == len(tokens) or not tokens[at + 1].is_word:
        return True
    return tokens[at + 1].word in rules.oneself | rules.perfects


def is_subjunctive(token: Token, rules: Rules) -> bool:
    """Whether a verb form marks reported speech: "sei", "existiere"; forms that are of the past too do not."""
    if token.word in rules.subjunctive:
        return True
    form = token.word.endswith("e") and not token.word.endswith(("te", "ie")) and token.word not in rules.auxiliaries
    return bool(rules.subjunctive) and form and token.tag == "fin" and not token.capital


def act_at(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether the word at ``at`` is an act of speaking; "hielt" is one only with its "vor"."""
    token = tokens[at]
    if token.capital:
        return False
    if particle := rules.split_acts.get(token.word):
        return any(
            each.word == particle and (j + 1 == len(tokens) or not tokens[j + 1].is_word)
            for j, each in enumerate(tokens[at + 1 : at + _REACH], at + 1)
        )
    noun = token.tag == "noun" and at > 0 and tokens[at - 1].tag not in {"name", "pro"}  # "phone calls"
    return token.word in rules.act_verbs and not noun


def conditional(tokens: list[Token], rules: Rules) -> bool:
    """Whether a sentence holds a condition, so that "würden" supposes."""
    return any(token.word in rules.worth.conditions for token in tokens)


def denies(tokens: list[Token], rules: Rules) -> bool:
    """Whether a stretch holds a word that turns a statement into its denial."""
    return any(token.word in rules.negators or token.word.endswith(("n't", "n’t")) for token in tokens)


def ends_infinitive(tokens: list[Token], at: int) -> bool:
    """Whether a German infinitive with its "zu" ends at a place: "zu senken", "beizubringen"."""
    return tokens[at].tag == "izu" or (tokens[at].tag == "inf" and at > 0 and tokens[at - 1].tag == "to")


def is_finite(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether the word at ``at`` is likely a finite verb; capitalised words never are."""
    token = tokens[at]
    word = token.word
    comma_bound = rules.comma_bound
    if token.tag and comma_bound and token.tag not in _MAY_BE_FINITE:
        return False  # most words, told before anything else is asked of them
    if (at > 0 and token.capital) or token.text[:1].isdigit():
        return False
    if token.tag and comma_bound:
        return _tagged_comma_bound(tokens, at, rules)
    before = tokens[at - 1].word if at else ""
    if word in rules.auxiliaries:
        return token.tag not in {"pp", "ing"} and word not in {"be", "been"}
    if word.startswith(_THAT_IS):
        return True
    if word == "aged":
        return False  # "pupils aged between 11 and 15"
    related = at > 0 and tokens[at - 1].tag == "rel"
    if (before in rules.determiners or before in rules.prepositions) and not related and not _alone(tokens, at, rules):
        return False
    if rules.subject_first:
        if token.tag:
            return _tagged_subject_first(tokens, at, before, rules)
        return _finite_subject_first(tokens, at, word, before, rules)
    return _finite_comma_bound(tokens, at, word, rules)


def _alone(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether the word before a verb stands for somebody: "Both taught in Leeds"."""
    opens = at == 1 or (at > 1 and not tokens[at - 2].is_word)
    return opens and tokens[at].tag == "fin" and tokens[at - 1].word in _STANDING and not rules.comma_bound


def _tagged_comma_bound(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether a tag says finite, or misses one that the lists know."""
    token = tokens[at]
    if token.tag == "fin":
        return True
    if token.tag == "inf":
        known = token.word in rules.finite_verbs
    else:
        known = token.tag == "adv" and not token.capital and _finite_comma_bound(tokens, at, token.word, rules)
    return known and not any(each.tag == "fin" for each in tokens)


def _finite_comma_bound(tokens: list[Token], at: int, word: str, rules: Rules) -> bool:
    final = at + 1 >= len(tokens) or not tokens[at + 1].is_word
    helped = final and any(each.word in rules.auxiliaries for each in tokens[max(0, at - _REACH) : at])
    helper = tokens[at + 1].word in rules.auxiliaries if not final else False
    if helper and word.endswith(("t", "en")) and (at + 2 >= len(tokens) or not tokens[at + 2].is_word):
        return False  # "bezahlt werden", at the end of a clause
    if word in rules.finite_verbs:
        return not (helped and word.endswith(("t", "en")))
    if word in rules.not_verbs or len(word) < 5 or not word.isalpha() or word.startswith(rules.participle_prefixes):
        return False
    if not word.endswith(rules.finite_endings) or helped:
        return False
    if at == 1 and tokens[0].word in rules.deictics | rules.adverbs:  # "Damals vermittelte Norwegen"
        return True
    before_noun = at + 1 < len(tokens) and tokens[at + 1].capital
    return not (before_noun and word.endswith(rules.adjective_endings))


def _tagged_subject_first(tokens: list[Token], at: int, before: str, rules: Rules) -> bool:
    """Whether a tag says finite, or a participle that no auxiliary governs may be one."""
    token = tokens[at]
    if before in {"to", "-", "not"} or token.word in rules.adverbs:
        return False
    if token.word in NAMED and at > 1 and tokens[at - 1].tag == "noun" and tokens[at - 2].word in rules.indefinite:
        return not (
            at + 1 < len(tokens) and (tokens[at + 1].capital or not tokens[at + 1].is_word)
        )  # "a film called Up"
    if token.tag == "fin":
        return not (token.word.endswith("ed") and _is_helped(tokens, at, rules))
    if token.tag == "inf":
        follows = at > 0 and tokens[at - 1].tag in {"noun", "pro", "name", "adv"} and before != "and"
        return follows and not _is_helped(tokens, at, rules)
    if token.tag == "pp":
        after = tokens[at + 1].word if at + 1 < len(tokens) else ""
        subject = at > 0 and tokens[at - 1].tag in {"noun", "pro", "name", "adv", "rel"}
        if token.word in {"involved", "located", "based"} and after in rules.prepositions:
            return False  # "teachers involved in the plan"
        if token.word == "known" and before in {"best", "better", "well", "widely"}:
            return False  # "Ann Lee, best known for her songs"
        return subject and after not in {"by", "as"} and not _is_helped(tokens, at, rules)
    if token.tag == "noun" and at > 1 and tokens[at - 1].tag == "name" and tokens[at - 2].tag == "art":
        return False  # "at the York stand"
    if token.tag == "adj":
        return token.word.endswith("ed") and _has_object(tokens, at) and not _is_helped(tokens, at, rules)
    return token.word in rules.finite_verbs and _finite_subject_first(tokens, at, token.word, before, rules)


def _is_helped(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether an auxiliary stands right before a word; the month of May is none."""
    return any(each.word in rules.auxiliaries and not each.capital for each in tokens[max(0, at - 3) : at])


def _has_object(tokens: list[Token], at: int) -> bool:
    """Whether a word read as an adjective stands between several and what they did: "The Lees reported income of …"."""
    if at < 2 or at + 2 >= len(tokens):
        return False
    several = tokens[at - 1].tag == "name" and tokens[at - 1].word.endswith("s") and tokens[at - 2].word == "the"
    return several and tokens[at + 1].tag in {"noun", "art", "num"}


def _finite_subject_first(tokens: list[Token], at: int, word: str, before: str, rules: Rules) -> bool:
    if before in {"to", "-", "not"} and word not in rules.auxiliaries:
        return False
    if word in rules.finite_verbs and word not in rules.not_verbs and not word.endswith("ed"):
        return before not in rules.auxiliaries
    if before in rules.relatives and word.endswith("s") and len(word) > 3 and word not in rules.adverbs:
        return True
    if word in rules.not_verbs and word in rules.finite_verbs:
        follower = tokens[at + 1] if at + 1 < len(tokens) else None
        object_follows = follower is not None and (follower.capital or follower.text[:1] in f"{CURRENCY}0123456789")
        noun_precedes = at > 0 and before.endswith("s") and before not in rules.determiners
        noun_precedes = noun_precedes or (word in {"cost", "costs"} and before not in rules.determiners)
        several = at > 0 and before in rules.group_nouns
        if word in {"work", "live"} and several and follower is not None and follower.tag == "prep":
            return True  # "500 people work at the mill"
        return before in rules.pronouns | rules.first_second_person | rules.relatives or (
            noun_precedes and object_follows
        )
    if not word.endswith(rules.finite_endings) or word in rules.not_verbs or len(word) < 4:
        return False
    after = tokens[at + 1].word if at + 1 < len(tokens) else ""
    has_auxiliary = any(each.word in rules.auxiliaries for each in tokens[max(0, at - 3) : at])
    return not has_auxiliary and before != "," and at > 0 and after not in {"by", "as"}


def first_finite(tokens: list[Token], start: int, end: int, rules: Rules) -> int | None:
    """The place of the first word of a stretch that is likely a finite verb; None where none is."""
    return next((at for at in range(start, end) if is_finite(tokens, at, rules)), None)


def verb_positions(tokens: list[Token], rules: Rules) -> list[int]:
    """The positions of all words that are likely finite verbs."""
    return [at for at in range(len(tokens)) if is_finite(tokens, at, rules)]
