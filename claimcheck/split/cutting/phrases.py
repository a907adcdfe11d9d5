"""Noun phrases, read forwards by word class: where one that may be a speaker ends, and which is a verb's subject."""

from claimcheck.split.languages import Rules
from claimcheck.split.names.names import inside_name
from claimcheck.split.words.nouns import THAN, begins_surname, in_title
from claimcheck.split.words.quotes import QUOTE_MARKS
from claimcheck.split.words.subject_starts import starts
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["behind_insertion", "listed_end", "narrowed", "phrase_end", "subject_of", "with_name"]

_SENT = frozenset({"ambassador", "envoy", "emissary", "adviser", "advisor", "aide"})
_EDITIONS = ("ausgabe", "redaktion", "portal", "seite")
_LONGEST = 26  # tokens a noun phrase may have
_INSERTED = 30  # tokens that may stand between commas behind it
_PARENTHESIS = 14  # tokens between brackets
_HEADS = frozenset({"noun", "name"})
_BEFORE_HEAD = frozenset({"art", "adj", "num", "pp", "ing", "adv", "izu"})
_NO_HEADS = frozenset({"prep", "sub", "conj", "adv", "rel", "art", "pro", "to"})  # a capital there is the sentence's
_NUMBERED = frozenset({"article", "section", "paragraph", "rule", "chapter", "clause", "directive", "resolution"})
_JOINTS = frozenset("-–&’'/.")


def _is_head(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether a word can be the head of a noun phrase: a noun or a name, or someone called by their age."""
    token = tokens[at]
    if token.tag in _HEADS:
        return rules.subject_first or token.capital
    if token.text[:1].isdigit():
        return "jährig" in token.word or token.word.endswith(("-year-old", "-year-olds"))
    if token.capital and token.is_word:
        return token.tag not in _NO_HEADS or (at > 0 and token.tag in {"adv", "pro"} and tokens[at - 1].tag != "")
    return False


def phrase_end(tokens: list[Token], at: int, stop: int, rules: Rules, *, close: bool = False, depth: int = 0) -> int:
    """Where the noun phrase that begins at ``at`` is over; ``at`` where none begins.

    Genitives, prepositional phrases, coordinated phrases and brackets behind its head belong to it. ``close``: behind
    its verb, where an adverbial may follow ("said Ann Lee in Leeds"), only what can be no adverbial does.

    >>> from claimcheck.split.languages import rules_for
    >>> from claimcheck.split.words.tagging import tagged
    >>> from claimcheck.split.words.tokens import tokenize
    >>> text = "Der Sprecher der Stadt Kiel einen Bericht"
    >>> phrase_end(tagged(tokenize(text, 0, len(text)), "de"), 0, 7, rules_for("de"))
    5
    """
    stop = min(stop, at + _LONGEST)
    if at >= stop or depth > 4:
        return at
    if "'" in tokens[at].word.replace("’", "'") and tokens[at].word.replace("’", "'").split("'")[0] in rules.pronouns:
        return at  # "It's possible"
    owns = at + 1 < stop and _is_head(tokens, at + 1, rules)
    owns = owns or (rules.comma_bound and at + 2 < stop and [tokens[at].tag, tokens[at + 1].tag] == ["art", "adj"])
    if tokens[at].word in rules.pronouns and not owns:  # "ihr", not "ihrer neuen Studie"
        return at + 1
    end, here = at, at
    while here < stop:
        token = tokens[here]
        if _is_head(tokens, here, rules):
            here += 1
            end = here
        elif end > at and token.text == "(":
            shut = next((j for j in range(here, min(stop, here + _PARENTHESIS)) if tokens[j].text == ")"), None)
            if shut is None:
                break
            here = end = shut + 1
        elif end == here > at and token.text[:1].isdigit() and tokens[here - 1].word in _NUMBERED:
            here += 1  # "article 184 of the Penal Code"
            end = here
        elif token.text in _JOINTS and here > at and here + 1 < stop and tokens[here + 1].is_word:
            here += 1
        elif token.text in QUOTE_MARKS and here + 1 < stop:
            shut = next((j for j in range(here + 1, min(stop, here + 6)) if tokens[j].text in QUOTE_MARKS), None)
            if shut is None or not tokens[here + 1].capital:
                break
            here = end = shut + 1
        elif end == at and (
            token.tag in _BEFORE_HEAD
            or token.word in rules.determiners | rules.definite | THAN
            or (here > at and token.word in rules.of_words)  # "half of those asked"
        ):
            here += 1
        elif end == at < here and rules.comma_bound and token.tag == "prep":
            here = phrase_end(tokens, here + 1, stop, rules, close=True, depth=depth + 1)  # "ein am Montag …"
            if here >= stop or not (tokens[here].tag in {"adj", "pp"} or _before_noun(tokens, here, stop)):
                break
            here += tokens[here].tag == "fin"
        elif end == here and here + 1 < stop and token.text == "The" and _is_head(tokens, here + 1, rules):
            here += 1  # "the magazine The Intercept"
        elif end == here and rules.comma_bound and begins_surname(tokens, here, stop):
            here += 1
        elif end == here and (more := _titled(tokens, here, stop, rules)):
            here += more
        elif end > at and rules.comma_bound and _nominative_again(tokens, here, stop):
            break  # "nach Angaben des Zolls | der polnische Händler": the subject
        elif end > at and _goes_on(tokens, here, rules, close=close):
            begin = here + (token.word not in rules.genitives)
            last = phrase_end(tokens, begin, stop, rules, close=close, depth=depth + 1)
            if last <= here + 1:
                break
            here = end = last
        else:
            break
    return end


def _nominative_again(tokens: list[Token], at: int, stop: int) -> bool:
    """Whether "der" and an adjective in "-e" begin another noun, in the nominative: no genitive has that ending."""
    if tokens[at].word != "der" or at + 2 >= stop or tokens[at + 1].tag != "adj":
        return False
    return tokens[at + 1].word.endswith("e") and not tokens[at + 1].capital


def _before_noun(tokens: list[Token], at: int, stop: int) -> bool:
    """Whether a word that looks like a verb stands before its noun: "das in Kiel gegründete Unternehmen"."""
    return tokens[at].tag == "fin" and at + 1 < stop and tokens[at + 1].tag == "noun"


def _titled(tokens: list[Token], at: int, stop: int, rules: Rules) -> int:
    """How many words go on a phrase: behind a name ("GMB senior organiser") or whose it is ("Ely's oldest inn")."""
    if rules.subject_first and tokens[at - 1].word.endswith(("'s", "’s")):
        head = next((j for j in range(at, stop) if tokens[j].tag not in {"adv", "adj", "num", "pp"}), stop)
        return head - at if head < stop and _is_head(tokens, head, rules) else 0
    if rules.subject_first and tokens[at].tag == "to" and tokens[at - 1].capital and at + 2 < stop:
        return 2 * (tokens[at + 1].capital and tokens[at + 2].capital)  # "the Committee to Protect Reefs"
    follows = at + 1 < stop and (tokens[at].tag in {"adj", "num"} or inside_name(tokens, at, rules))
    named = follows and tokens[at - 1].capital and _is_head(tokens, at + 1, rules)
    return int(rules.subject_first and named)


def _goes_on(tokens: list[Token], at: int, rules: Rules, *, close: bool) -> bool:
    """Whether a noun phrase goes on behind its head: a genitive, a preposition, "and"."""
    token = tokens[at]
    if rules.comma_bound and (token.word in rules.genitives or token.word.endswith("eines")):
        if tokens[at - 1].word.endswith(_EDITIONS):
            return True  # "der Online-Ausgabe der Kieler Post"
        full = tokens[at - 1].tag == "name" and at > 1 and (tokens[at - 2].capital or tokens[at - 2].tag == "prep")
        to_media = any(
            part in each.word for each in tokens[at + 1 : at + 4] for part in rules.media_words if len(part) > 3
        )
        return not (close and (full or to_media))  # "sagte Max Meier der Zeitung": who it was said to
    if close and token.word in rules.prepositions:
        if token.word in rules.of_words:
            return not (rules.comma_bound and at + 1 < len(tokens) and tokens[at + 1].text[:1].isdigit())
        plain = tokens[at - 1].tag == "noun" and not (rules.subject_first and tokens[at - 1].capital)
        place = at + 1 < len(tokens) and tokens[at + 1].tag == "name"
        if token.word == "for" and tokens[at - 1].tag == "noun" and tokens[at - 1].capital:
            return at + 1 < len(tokens) and tokens[at + 1].capital  # "the Office for National Statistics"
        sent = token.word == "to" and tokens[at - 1].word in _SENT  # "the ambassador to Norland"
        return plain and (sent or token.word in rules.belonging or (token.word == "in" and place))
    after = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if token.word in rules.prepositions and (after in rules.weekdays or after in rules.months):
        return False  # "figures on Wednesday"
    return token.word in rules.prepositions | rules.coordinators and token.word not in {"but", "aber", "yet", "as"}


def with_name(tokens: list[Token], start: int, end: int, stop: int, rules: Rules) -> int:
    """Where a phrase ends together with what names it behind a comma: "the chairwoman, Ann Lee,"."""
    if end + 1 < stop and tokens[end].text == ",":
        titled = tokens[end + 1].word in rules.titles and end + 2 < stop and tokens[end + 2].text == "."
        begin = end + (3 if titled else 1)  # "the director, Dr. Ann Lee,"
        last = phrase_end(tokens, begin, stop, rules)
        named = last > begin and all(token.capital or token.text in "()" for token in tokens[begin:last])
        run = end
        while run > start and tokens[run - 1].tag == "name":
            run -= 1
        within = {"prep"} if rules.comma_bound else {"prep", "art"}  # "head of the Ely Trust, Ann Lee"
        already = end - run > 1 and not (run > start and tokens[run - 1].tag in within)
        closed = last >= stop or not tokens[last].is_word
        office = not rules.comma_bound and tokens[end - 1].tag == "noun" and not tokens[end - 1].capital
        office = office and last < stop and tokens[last].text == "," and tokens[last - 1].tag in _HEADS
        if named and closed and (last - end > 2 or office) and not already:  # "the ferry's owner, Nordline,"
            return last
    return end


def behind_insertion(tokens: list[Token], at: int, verb: int, rules: Rules) -> bool:
    """Whether all that stands in ``[at, verb)`` is put between a subject and its verb.

    Adverbs and auxiliaries, a clause or phrase between commas or dashes, a relative clause without commas.
    """
    while at < verb and (tokens[at].word in rules.reflexives or tokens[at].text == "."):  # "Hale Corp. said"
        at += 1
    if at == verb:
        return True
    opener = tokens[at]
    if opener.word in {",", "–", "—"}:
        if at + 1 == verb:
            return opener.text == "," and at > 1 and tokens[at - 1].tag == "name"  # "Ann Lee, said: “…”"
        close = next((j for j in range(verb - 1, at, -1) if tokens[j].word == opener.word), None)
        if close is None and tokens[at - 1].tag == "name" and opener.text == ",":
            run = next((j for j in range(verb - 1, at, -1) if tokens[j].tag != "name" and tokens[j].is_word), at)
            if not rules.comma_bound and verb - run > 2 and tokens[run].tag == "noun" and tokens[at - 2].text == ",":
                return False  # "in Ely, Ohio, prosecutor Ann Lee said"
            return phrase_end(tokens, at + 1, verb, rules) >= verb - (tokens[verb - 1].text == ".")  # "Lee, chair says"
        if close is None or close - at > _INSERTED or close == at + 1:
            return False
        inner = next(j for j in range(at + 1, close + 1) if tokens[j].word == opener.word)
        if inner < close and not any(is_finite(tokens, j, rules) for j in range(at + 1, inner)):
            first = tokens[at + 1]
            if first.tag in {"name", "num", "art", "noun"} and behind_insertion(tokens, inner, verb, rules):
                return True  # "Ann Lee, 33, who lives there, said"
        finite = [j for j in range(at + 1, close) if is_finite(tokens, j, rules) and not in_title(tokens, at, j, close)]
        opens = tokens[at + 1]
        if opens.word in rules.coordinators:
            return False
        if finite[:1] == [at + 1] and opens.word.endswith("ed"):
            finite = finite[1:]  # "the report, released on Monday, says"
        related = opens.tag in {"rel", "sub"} or opens.word in rules.relatives
        inside = bool(finite) and any(tokens[j].tag in {"rel", "sub"} for j in range(at + 1, finite[0]))
        return (not finite or related or inside) and _light(tokens, close + 1, verb, rules)
    return narrowed(tokens, at, verb, rules) or _light(tokens, at, verb, rules)


def narrowed(tokens: list[Token], at: int, verb: int, rules: Rules) -> bool:
    """Whether a subject goes on in ``[at, verb)`` without commas: "officials involved in it", "the man who stayed"."""
    opener = tokens[at]
    reduced = opener.tag in {"pp", "ing", "adj"}
    if not rules.subject_first or not (reduced or opener.word in rules.relatives):
        return False
    if any(not token.is_word for token in tokens[at:verb]) or tokens[verb - 1].word in rules.relatives:
        return False
    finite = [j for j in range(at + 1, verb) if is_finite(tokens, j, rules) and tokens[j].word not in rules.auxiliaries]
    return bool(finite) is not reduced


def _light(tokens: list[Token], at: int, verb: int, rules: Rules) -> bool:
    """Whether nothing but adverbs and auxiliaries stands in ``[at, verb)``."""
    small = (rules.adverbs, rules.auxiliaries, rules.relative_days, rules.time_words)
    return all(tokens[j].tag == "adv" or any(tokens[j].word in words for words in small) for j in range(at, verb))


def subject_of(tokens: list[Token], verb: int, rules: Rules) -> tuple[int, int] | None:
    """The noun phrase before a verb that is its subject, what stands in front of it left out.

    >>> from claimcheck.split.languages import rules_for
    >>> from claimcheck.split.words.tagging import tagged
    >>> from claimcheck.split.words.tokens import tokenize
    >>> text = "In March, Ann Lee, who owns it, said it was shut."
    >>> subject_of(tagged(tokenize(text, 0, len(text)), "en"), 10, rules_for("en"))
    (3, 5)
    """
    for begin in starts(tokens, verb, rules):
        end = listed_end(tokens, begin, verb, rules)
        if end < verb and end > begin and narrowed(tokens, end, verb, rules):
            while tokens[verb - 1].word in rules.auxiliaries | rules.adverbs:
                verb -= 1
            return begin, verb
        if end > begin and behind_insertion(tokens, end, verb, rules):
            return begin, with_name(tokens, begin, end, verb, rules)
    return None


def listed_end(tokens: list[Token], at: int, verb: int, rules: Rules) -> int:
    """Where a subject at ``at`` ends, with the others of a list ("voters, aides and mayors"), or a headless one."""
    end = phrase_end(tokens, at, verb, rules)
    if end == at:  # "One relative said", "Two of them said"
        while (
            end < verb
            and (tokens[end].tag in {"num", "adj", "art"} or tokens[end].word in rules.crowd)
            and tokens[end].is_word
        ):
            end += 1
        told = any(token.tag in {"num", "adj"} for token in tokens[at:end]) or (
            at + 1 == end and tokens[at].word in rules.crowd
        )
        return end if told and behind_insertion(tokens, end, verb, rules) else at
    last = end
    while last + 1 < verb and tokens[last].text == ",":
        next_end = phrase_end(tokens, last + 1, verb, rules)
        if next_end == last + 1:
            break
        if any(token.word in rules.coordinators for token in tokens[last + 1 : next_end]) and _light(
            tokens, next_end, verb, rules
        ):
            return next_end
        last = next_end
    return end
