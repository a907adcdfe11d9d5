"""Which noun phrase a German relative pronoun means: the one that its gender and number allow.

"ein Brief an die Aktionäre, der …" tells of the letter; where two phrases are possible nothing is told apart.
"""

from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.words.given_names import FEMALE, GIVEN, MALE
from claimcheck.split.words.stretches import Stretch
from claimcheck.split.words.tagging import analysed
from claimcheck.split.words.tellers import is_agent
from claimcheck.split.words.tokens import Token

__all__ = ["kinds_of", "meant_by"]

_ANY = frozenset("mfnp")  # masculine, feminine, neuter, plural
_GENDERS = frozenset("mfn")
_ARTICLES = {  # ending of a determiner → what its noun can be, in some case
    "em": frozenset("mn"),
    "en": frozenset("mp"),
    "es": frozenset("mn"),
    "er": _ANY - {"n"},
    "e": frozenset("fp"),
    "": frozenset("mn"),
}
_WHOLE = {
    "der": _ANY - {"n"},
    "die": frozenset("fp"),
    "das": frozenset("n"),
    "des": frozenset("mn"),
    "beide": frozenset("p"),
    "beiden": frozenset("p"),
    "zwei": frozenset("p"),
    "drei": frozenset("p"),
}
_CONTRACTED = {
    **dict.fromkeys(("am", "im", "vom", "zum", "beim"), frozenset("mn")),
    **dict.fromkeys(("ins", "ans", "aufs", "fürs", "ums"), frozenset("n")),
    "zur": frozenset("f"),
}
_PRONOUNS = {  # relative pronoun → what it can mean
    "der": frozenset("mf"),
    "die": frozenset("fp"),
    "das": frozenset("n"),
    "dem": frozenset("mn"),
    "den": frozenset("m"),
    "denen": frozenset("p"),
    "dessen": frozenset("mn"),
    "deren": frozenset("fp"),
    "welcher": frozenset("mf"),
    "welche": frozenset("fp"),
    "welches": frozenset("n"),
    "welchem": frozenset("mn"),
    "welchen": frozenset("mp"),
}
_FEMININE = (  # endings of feminine nouns
    *("ung", "heit", "keit", "schaft", "ion", "tät", "ik", "ei", "anz", "enz"),
    *("erin", "istin", "entin", "antin", "orin", "ärztin", "ologin"),
)
_WEAK = (  # endings of masculine nouns that have one in "den" too: "den Studenten"
    *("enten", "anten", "isten", "ologen", "menschen", "herrn", "namen", "zeugen", "kunden", "kollegen", "garten"),
    "ofen",
)
_NOT_FEMININE = words("sprung schwung streik stadion spion kranz glanz schwanz blei")
_NEVER_FEMININE = words("ei dung tanz brei schrei geschrei")  # whole words alone: "Partei", "Entscheidung" are
_FEMININE_ER = words(  # of the nouns in "-er" those whose singular has "die"
    """mutter tochter schwester steuer mauer nummer oper feier trauer dauer kammer butter leber ader leiter faser
    feder ziffer folter kiefer schulter wimper armbrust"""
)
_OF_THINGS = words(  # verbs that tell of a thing
    """veröffentlicht erschien erschienen gebaut erbaut errichtet gegründet eröffnet hergestellt produziert
    stattfand stattfindet kostet kostete dauert dauerte gilt galt"""
)
_PLURALS = ("e", "n", "r", "s", "l", "a", "i")  # last letters of nouns of several
_ONLY_DATIVE = frozenset({"mit", "bei", "von", "aus", "nach", "zu", "seit", "gegenüber"})
_ONLY_ACCUSATIVE = frozenset({"für", "durch", "gegen", "ohne", "um"})
_SINGULAR_EN = ("schien",)
_CASES = words(  # prepositions that have no genitive
    "in an auf aus bei mit nach von zu vor hinter über unter neben zwischen seit gegenüber ab für durch gegen ohne um"
)
_APART = words("namens vor nach seit bis während ab laut trotz")  # prepositions that belong to the verb
_OF_PEOPLE = frozenset({"aus", "von", "in", "mit", "bei"})  # between someone and what tells where they belong
_NEARER = words("direkt mitten genau ganz unmittelbar")  # before the preposition of where something is
_DETERMINERS = ("ein", "kein", "mein", "sein", "ihr", "unser", "dies", "jed", "jen", "welch", "solch", "manch")
_LINKED = frozenset({"noun", "name", "adj", "num", "pp", ""})
_DEPTH = 3  # noun phrases within one another


def meant_by(tokens: list[Token], start: int, phrase: Stretch, clause: Stretch, rules: Rules) -> int | None:
    """Where the noun phrase begins that the pronoun of a relative clause means; None where two can be meant, or none.

    ``phrase``: the one that ends before the comma; a wider one may hold it, from ``start`` on.
    """
    if tokens[clause[0]].word in rules.place_relatives:
        return phrase[0]  # "in Kiel, wo"
    wanted = _wanted(tokens, clause)
    if phrase[0] > start and tokens[phrase[0] - 1].tag == "conj" and "p" in wanted:
        return phrase[0]  # "der Kritiker und der Fraktion, die": both may be
    thing = any(token.word in _OF_THINGS for token in tokens[slice(*clause)])
    possible: list[tuple[Stretch, bool]] = []
    within = phrase
    for _ in range(_DEPTH):
        outer = _around(tokens, start, within[0], rules)
        if outer is None:
            break
        belongs = tokens[within[0] - 1].word in _OF_PEOPLE
        within = outer
        someone = _is_someone(tokens, outer, rules)
        kinds = kinds_of(tokens, outer, rules)
        if (
            wanted & kinds
            and not kinds >= _GENDERS
            and not (thing and someone)
            and (len(kinds) == 1 or _is_told(tokens, outer))
        ):
            possible.append((outer, someone and belongs))
    same = tokens[clause[0]].tag == "prep" and phrase[0] and tokens[phrase[0] - 1].word == tokens[clause[0]].word
    if same and wanted & kinds_of(tokens, phrase, rules):
        return phrase[0]  # "auf der Strecke, auf der"
    if not wanted & kinds_of(tokens, phrase, rules):
        return possible[0][0][0] if len(possible) == 1 else None
    if len(possible) == 1 and possible[0][1] and not _is_someone(tokens, phrase, rules):
        return possible[0][0][0]  # "eine Frau aus der Region, die"
    return None if possible else phrase[0]


def _wanted(tokens: list[Token], clause: Stretch) -> frozenset[str]:
    """What a relative pronoun can mean, by its form, what leads it and the number of its verb."""
    start, end = clause
    led = tokens[start].tag == "prep"
    word = tokens[start + led].word
    wanted = _PRONOUNS.get(word, _ANY)
    if led:
        if word == "der":
            return frozenset("f")
        return wanted
    after = tokens[start + 1] if start + 1 < end else None
    subject = after is not None and (
        after.word in {"die", "das", "ein", "eine", "er", "sie", "es", "man", "wir", "ich"}
        or after.tag in {"name", "noun"}
    )
    if word == "der" and not subject:
        return frozenset("m")
    verb = next((token.word for token in reversed(tokens[start:end]) if token.is_word), "")
    if word == "die" and not subject:
        several = verb.endswith("en") and not verb.endswith(_SINGULAR_EN)
        return frozenset("p") if several or verb == "sind" else frozenset("f")
    return wanted


def kinds_of(tokens: list[Token], phrase: Stretch, rules: Rules) -> frozenset[str]:
    """What gender and number a noun phrase can have, by its determiner, its preposition and its noun."""
    start, end = phrase
    first, before = tokens[start], tokens[start - 1] if start else None
    noun = next((token for token in tokens[start:end] if token.capital and token.tag in {"noun", "name", ""}), first)
    named = noun.tag == "name" or noun.word in GIVEN
    kinds = _ANY
    if first.tag == "art" or first.word in _WHOLE:
        kinds = _of_determiner(first, before)
    elif before is not None and before.word in _CONTRACTED:
        kinds = _CONTRACTED[before.word]
    elif first.tag == "num" or first.text[:1].isdigit():
        kinds = _ANY if first.capital or first.word == "ein" else frozenset("p")
    elif sexes := [
        sex for sex, names in (("m", MALE), ("f", FEMALE)) if names & {each.word for each in tokens[start:end]}
    ]:
        kinds = frozenset(sexes)
        named = True  # "Kollege Max Dorn"
    elif named:
        kinds = _ANY - {"p"}
    return kinds if named or noun.tag != "noun" else kinds & _of_noun(noun, first, rules)


def _of_noun(noun: Token, first: Token, rules: Rules) -> frozenset[str]:
    """What a noun can be by its ending; ``first``: the word that its phrase begins with."""
    word = noun.word
    if word.endswith(tuple(f"{each}en" for each in ("ung", "heit", "keit", "schaft", "ion", "tät"))):
        return frozenset("p")
    ends_alike = analysed(noun.text, "de")[0] == noun.text  # "den Wagen", "den Verein": of one
    if first.word == "den" and word.endswith("n") and not word.endswith(_WEAK) and not ends_alike:
        return frozenset("p")  # "in den Händen"
    if word.endswith(_FEMININE) and not (word.endswith(tuple(_NOT_FEMININE)) or word in _NEVER_FEMININE):
        return frozenset("f")
    kinds = _ANY if word.endswith(_PLURALS) else _ANY - {"p"}
    if word.endswith("er") and not word.endswith(tuple(_FEMININE_ER)):
        kinds -= {"f"}  # "die Urlauber"
        if is_agent(word, rules) and first.word == "die":
            return frozenset("p")
    return kinds


def _of_determiner(article: Token, before: Token | None) -> frozenset[str]:
    """What a determiner allows behind what stands before it."""
    word = article.word
    stem = next((each for each in _DETERMINERS if word.startswith(each)), None)
    kinds = _WHOLE.get(word) or (_ARTICLES.get(word.removeprefix(stem), _ANY) if stem else _ANY)
    led = before.word if before is not None and before.tag == "prep" else ""
    if word == "den":
        kinds = frozenset("mp") - ({"m"} if led in _ONLY_DATIVE else {"p"} if led in _ONLY_ACCUSATIVE else set())
    elif word.endswith("er") and led:
        kinds = frozenset("f") if led in _CASES else frozenset("fp")
    elif word.endswith("er") and before is not None and before.tag in {"noun", "name"}:
        kinds = frozenset("fp")  # a genitive
    elif word == "der" and before is None:
        kinds = frozenset("m")  # in front, it is the subject
    if word.startswith(("ein", "jed")):
        kinds -= {"p"}
    return kinds


def _around(tokens: list[Token], start: int, begin: int, rules: Rules) -> Stretch | None:
    """The noun phrase that one beginning at ``begin`` belongs to, behind its preposition or in the genitive."""
    linked = begin > start and tokens[begin - 1].tag == "prep" and tokens[begin - 1].word not in _APART
    genitive = tokens[begin].tag == "art" and tokens[begin].word.endswith(("er", "es"))
    if not linked and not genitive:
        return None
    last = begin - 1 - linked
    while linked and last > start and tokens[last].word in _NEARER:
        last -= 1  # "ein Haus direkt im Zentrum"
    if last < start or not (tokens[last].tag in {"noun", "name"} or _is_named(tokens[last])):
        return None
    first = last
    while first > start and tokens[first - 1].is_word and _is_inside(tokens[first - 1]):
        if not tokens[first].capital and tokens[first - 1].capital:
            break  # "zur Führung gütige Mithilfe von …"
        first -= 1
        listed = (
            first - 2 > start and tokens[first - 1].text == "," and tokens[first].tag == tokens[first - 2].tag == "adj"
        )
        first -= listed  # "ein reicher, alter Staat im Süden"
    if first > start and tokens[first - 1].tag == "art":
        first -= 1
    times = rules.weekdays.keys() | rules.months.keys() | rules.moments | rules.seasons
    return None if any(token.word in times for token in tokens[first : last + 1]) else (first, last + 1)


def _is_told(tokens: list[Token], phrase: Stretch) -> bool:
    """Whether a noun phrase has a determiner or is called by name, so that its gender shows."""
    first, before = tokens[phrase[0]], tokens[phrase[0] - 1].word if phrase[0] else ""
    named = any(token.word in GIVEN for token in tokens[slice(*phrase)])
    return first.tag in {"art", "num"} or first.word in _WHOLE or before in _CONTRACTED or named


def _is_inside(token: Token) -> bool:
    """Whether a word can stand within a noun phrase, in front of its last."""
    return token.tag in _LINKED or _is_named(token)


def _is_named(token: Token) -> bool:
    """Whether a word that was not read as a noun or a name is one: "Renn"."""
    return token.capital and token.tag in {"fin", "inf", "pp", ""}


def _is_someone(tokens: list[Token], phrase: Stretch, rules: Rules) -> bool:
    """Whether a noun phrase means a person."""
    people = rules.man_nouns | rules.woman_nouns | rules.person_nouns
    return any(
        token.word in people or token.word in GIVEN or "jährig" in token.word or is_agent(token.word, rules)
        for token in tokens[slice(*phrase)]
        if token.capital
    )
