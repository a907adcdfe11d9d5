"""Word classes of the tokens of a sentence, for the languages HanTa ships a model for; this is HanTa's one door.

Tags are coarse and the same for every language; a token without a tag leaves the decision to word lists. The model is
read on first use, and analyses of single words are remembered.
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import Any

from claimcheck.split.words.contractions import opened
from claimcheck.split.words.tokens import Token

__all__ = ["analysed", "particle_of", "tagged"]

_MODELS = {"de": "morphmodel_ger.pgz", "en": "morphmodel_en.pgz"}
_REMEMBERED = 50_000  # words
_LONGEST_WORD = 40  # letters; the analysis takes the square of them
_COARSE = {
    "de": {
        "fin": r"V[AMV]\((FIN|IMP)\)",
        "inf": r"V[AMV]\(INF\)",
        "izu": r"VV\(IZU\)",
        "pp": r"V[AMV]\(PP\)",
        "noun": r"NNA?|NNI",
        "name": r"NE",
        "adj": r"ADJ\(A\)|TRUNC",
        "adv": r"ADJ\(D\)|ADV|PROAV|PTKNEG",
        "num": r"CARD",
        "art": r"ART|PDAT|PPOSAT|PIAT",
        "prep": r"APPR|APPRART|APPO",
        "conj": r"KON",
        "sub": r"KOUS|KOUI|PWAV",
        "rel": r"PRELS|PRELAT",
        "pro": r"PPER|PDS|PIS|PPOSS|PWS|PRF",
        "sep": r"PTKVZ",
        "to": r"PTKZU",
    },
    "en": {
        "fin": r"V[BDHV][BDZ]|VM0",
        "inf": r"V[BDHV]I",
        "pp": r"V[BDHV]N",
        "ing": r"V[BDHV]G",
        "noun": r"NN.",
        "name": r"NP0",
        "adj": r"AJ.",
        "adv": r"AV0|AVP|XX0",
        "num": r"CRD|ORD",
        "art": r"AT0|DPS|DT0",
        "prep": r"PRP|PRF",
        "conj": r"CJC",
        "sub": r"CJS|CJT|AVQ",
        "rel": r"PNQ|DTQ",
        "pro": r"PNP|PNI|PNX|EX0",
        "to": r"TO0",
    },
}


_OF_SUBJECTS = frozenset({"art", "adj", "noun", "name", "prep", "conj"})
_PREPOSITIONS = frozenset(
    {"mithilfe", "zulasten", "aufseiten", "vonseiten", "anlässlich", "anstelle"}
)  # read as verbs or adverbs
_BODIES = {"WHO": "w.h.o", "IT": "i.t"}  # names in capitals that small letters make another word of: "The WHO says"


def tagged(tokens: list[Token], language: str) -> list[Token]:
    """The tokens of a sentence with their tags, "they're" as two; as they are where no model knows the language.

    >>> from claimcheck.split.words.tokens import tokenize
    >>> [token.tag for token in tagged(tokenize("Kiel kauft neue Busse.", 0, 22), "de")]
    ['name', 'fin', 'adj', 'noun', '']
    """
    if language not in _MODELS or not tokens:
        return tokens
    tokens = opened(tokens) if language == "en" else tokens
    words = [token.text.replace("\u00ad", "").replace("’", "'")[-_LONGEST_WORD:] or "-" for token in tokens]
    found = _tagger(language).tag_sent(words, taglevel=0)
    read = [token._replace(tag=_coarse(tag, language)) for token, tag in zip(tokens, found, strict=True)]
    read = [each._replace(tag="noun") if each.tag == "adj" and _is_counted_noun(each) else each for each in read]
    if language == "de":
        read = [each._replace(tag="prep") if each.word in _PREPOSITIONS else each for each in read]
        read = [each._replace(tag="fin") if _ends_clause(read, at) else each for at, each in enumerate(read)]
        read = [each._replace(tag="fin") if _is_small_noun(read, at) else each for at, each in enumerate(read)]
        pairs = zip(read, [*read[1:], read[-1]], strict=True)
        read = [one._replace(tag="art") if one.word == "ein" and two.capital else one for one, two in pairs]
        read = [each._replace(tag="noun") if _is_capital_noun(read, at) else each for at, each in enumerate(read)]
        read = [each._replace(tag="inf") if _is_infinitive(read, at) else each for at, each in enumerate(read)]
        pairs = zip(read, [*read[1:], read[-1]], strict=True)
        read = [one._replace(tag="to") if one.word == "zu" and two.tag == "inf" else one for one, two in pairs]
        read = [each._replace(tag="fin") if _is_second(read, at) else each for at, each in enumerate(read)]
    shouted = all(token.text.isupper() for token in tokens if token.text.isalpha())
    bodies = {} if language != "en" or shouted else _BODIES
    return [token._replace(tag="name", word=bodies[token.text]) if token.text in bodies else token for token in read]


@lru_cache(maxsize=_REMEMBERED)
def particle_of(verb: str) -> str:
    """The particle that a German finite verb leaves behind in a main clause; empty where it has none, or may have one.

    >>> [particle_of(verb) for verb in ("auftauchte", "einigte", "durchsucht")]
    ['auf', '', '']
    """
    if not verb.isalpha() or len(verb) > _LONGEST_WORD:
        return ""
    _, parts, _ = _tagger("de").analyze(verb, taglevel=3, pos="VV(FIN)")
    first, kind = parts[0]
    return str(first) if kind == "PTKVZ_SEP" and verb.startswith(first) else ""


def _is_counted_noun(token: Token) -> bool:
    """Whether a number stands in front of a noun: "27-Jährige", which is read as the adjective it was made of."""
    return token.text[0].isdigit() and token.capital


def _is_small_noun(tokens: list[Token], at: int) -> bool:
    """Whether a German word read as a noun has a small letter and ends a clause: "während sie Blut abgaben"."""
    ends = at + 1 == len(tokens) or not tokens[at + 1].is_word or tokens[at + 1].tag == "conj"
    return tokens[at].tag == "noun" and tokens[at].text.islower() and ends and _may_be_finite(tokens[at].text)


def _is_capital_noun(tokens: list[Token], at: int) -> bool:
    """Whether a German word read as a verb is a noun, by its capital: "ein Floß", "Sparen der Kosten"."""
    if at == 0 and len(tokens) > 2 and tokens[1].word in {"der", "des"} and tokens[0].word.endswith("en"):
        return tokens[0].tag in {"fin", "inf"} and not any(each.tag == "fin" for each in tokens[1:])
    inside = at > 0 and tokens[at - 1].is_word and at + 1 < len(tokens) and tokens[at + 1].text != "-"
    return inside and tokens[at].tag == "fin" and tokens[at].capital


def _is_infinitive(tokens: list[Token], at: int) -> bool:
    """Whether a German word read as a finite verb is an infinitive in front of that: "Nicht zu rauchen | ist gut"."""
    led = 0 < at < len(tokens) - 1 and tokens[at - 1].word == "zu" and tokens[at].tag == "fin"
    return led and tokens[at].word.endswith("en") and tokens[at + 1].tag == "fin"


def _is_second(tokens: list[Token], at: int) -> bool:
    """Whether a German word read as a participle is the verb behind a subject, or behind that of a list of verbs.

    "Ein Paket gewährt 300 Euro", "Kiel kauft Häuser, saniert zwei Schulen und baut ein Bad".
    """
    token = tokens[at]
    if token.tag != "pp" or not token.text.endswith("t") or token.capital or at == 0 or at + 2 >= len(tokens):
        return False
    stop = next((j for j in range(at, len(tokens)) if not tokens[j].is_word), len(tokens))
    behind = [each.word for each in tokens[at + 1 : at + 3]]
    follows = at + 1 + (tokens[at + 1].tag == "adv")
    if tokens[follows].tag not in {"art", "num"} and behind != ["bis", "zu"]:
        return False
    if tokens[at - 1].text == ",":
        joins = any(one.tag == "conj" and two.tag == "fin" for one, two in pairwise(tokens[at:stop]))
        return joins and any(each.tag == "fin" for each in tokens[:at]) and _may_be_finite(token.text)
    subject = tokens[0].tag in {"art", "noun", "name"} and tokens[at - 1].capital
    subject = subject and all(each.tag in _OF_SUBJECTS for each in tokens[:at])
    return subject and not any(each.tag == "fin" for each in tokens[at:stop]) and _may_be_finite(token.text)


def _ends_clause(tokens: list[Token], at: int) -> bool:
    """Whether a German word read as an adjective is the verb that ends its clause: "als er kollabierte und starb"."""
    token = tokens[at]
    if token.tag != "adj" or not token.text.endswith(("te", "ten")) or token.text[0].isupper() or at == 0:
        return False
    if tokens[at - 1].tag in {"art", "adj", "num", "prep", "conj"} or tokens[at - 1].text == ",":
        return False  # "der gesuchte, aber", "alte und befristete"
    follows = at + 1
    while follows < len(tokens) and (not tokens[follows].is_word or tokens[follows].tag in {"conj", "adv"}):
        follows += 1
    ends = at + 1 == len(tokens) or not tokens[at + 1].is_word or tokens[at + 1].tag == "conj"
    described = follows < len(tokens) and tokens[follows].tag in {"adj", "noun", "name"}
    return ends and not (described and tokens[at + 1].text not in ".!?") and _may_be_finite(token.text)


@lru_cache(maxsize=_REMEMBERED)
def _may_be_finite(word: str) -> bool:
    """Whether a German word by itself can be a finite verb."""
    return any(tag == "VV(FIN)" for tag, _ in _tagger("de").tag_word(word, cutoff=6))


@lru_cache(maxsize=_REMEMBERED)
def analysed(word: str, language: str) -> tuple[str, str]:
    """The form of a word that stands in a dictionary, and its class as HanTa calls it, told from the word alone.

    >>> analysed("Präsidenten", "de")
    ('Präsident', 'NN')
    """
    form, tag = _tagger(language).analyze(word[-_LONGEST_WORD:])
    return str(form), str(tag)


@lru_cache(maxsize=256)
def _coarse(tag: str, language: str) -> str:
    """What HanTa's tag is called here."""
    return next((name for name, pattern in _COARSE[language].items() if re.fullmatch(pattern, tag)), "")


@lru_cache(maxsize=len(_MODELS))
def _tagger(language: str) -> Any:
    from HanTa.HanoverTagger import HanoverTagger

    tagger = HanoverTagger(_MODELS[language])
    tagger.analyze_forward = lru_cache(maxsize=_REMEMBERED)(tagger.analyze_forward)
    return tagger
