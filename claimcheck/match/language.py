"""A guess at a text's language from its script and its function words: no model, microseconds, and None in doubt."""

import re
from collections import Counter
from functools import cache

__all__ = ["guess_language"]

_FUNCTION_WORDS = {
    "de": "der die das den dem des ein eine einen einem einer und oder aber nicht kein keine ist sind war waren wird"
    " werden wurde wurden hat haben hatte sich auf für mit von vom zum zur bei nach über unter aus dass daß wie auch"
    " nur noch als im am es er wir ihr mehr weil wenn durch gegen ohne",
    "en": "the a an and or but not no is are was were be been being has have had will would of to in on for with from"
    " by at as that this these those it its he she they his her their we you who which what than about after before"
    " into more does did do can could because if when",
    "fr": "le la les un une des du de et ou mais ne pas est sont était ont été que qui dans pour avec sur par au aux ce"
    " cette ces il elle ils nous vous leur plus sans sous après être avoir fait",
    "es": "el la los las un una unos y o pero no es son era fue han ha que en de del al para con por sobre como su sus"
    " se lo más sin este esta estos entre desde hasta ser está",
    "it": "il lo la i gli le un uno una e o ma non è sono era che di del della dei delle nel nella per con su da dal"
    " alla come più senza questo questa ha hanno si stato essere anche",
    "pt": "o a os as um uma e ou mas não é são era foi que de do da dos das no na nos nas em para com por pelo pela ao"
    " como mais sem este esta seu sua se ser está são",
    "nl": "de het een en of maar niet geen is zijn was waren wordt worden heeft hebben had van in op voor met door naar"
    " uit bij aan dat die dit deze ze hij wij er ook nog als meer zonder over tegen",
    "pl": "i w z na do nie się że jest są był była było były o od po za przez dla jak ale lub oraz to ten ta te który"
    " która które przy tylko jego jej ich",
    "tr": "ve bir bu şu da de için ile olarak değil var yok daha çok en gibi kadar olan oldu sonra önce ama veya ise"
    " her ne mi mı",
    "sv": "och i att det som en ett är var inte på för med av till den de har hade om men ska från vid",
    "ms": "yang dan di ini itu untuk dengan tidak dari pada adalah akan telah oleh dalam kepada sebagai ada bukan",
    "ru": "и в не на что с как по это из за от для но он она они был была были его их к у же или бы при после",
    "uk": "і в не на що з як по це із за від для але він вона вони був була були його їх до у та або після є й",
    "bg": "и в не на че с как по това от за но той тя те беше са се си или при след да ще",
}
_SCRIPTS = {
    "ar": "\u0600-\u06ff",
    "el": "\u0370-\u03ff",
    "he": "\u0590-\u05ff",
    "hi": "\u0900-\u097f",
    "bn": "\u0980-\u09ff",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "th": "\u0e00-\u0e7f",
    "ka": "\u10a0-\u10ff",
    "ko": "\uac00-\ud7af",
    "ja": "\u3040-\u30ff",
    "zh": "\u4e00-\u9fff",
}
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LETTERS = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 2_000
_CLEAR = 1.6  # how many times the votes of the next language the first needs


@cache
def _tables() -> tuple[dict[str, tuple[str, ...]], dict[str, re.Pattern[str]]]:
    languages: dict[str, tuple[str, ...]] = {}
    for language, words in _FUNCTION_WORDS.items():
        for word in set(words.split()):
            languages[word] = (*languages.get(word, ()), language)
    return languages, {language: re.compile(f"[{letters}]") for language, letters in _SCRIPTS.items()}


def guess_language(text: str, *, sure: bool = True) -> str | None:
    """The ISO 639-1 code of the likeliest language; None where there is too little to go by or it is a draw.

    Without ``sure`` the first language is taken on any lead: enough to choose a stemmer by.
    A script that one language owns here decides alone; languages that share it (Hindi, Marathi) come out as one.

    >>> guess_language("Die Zahl der Tests ist gestiegen"), guess_language("Nord Stream"), guess_language("Привет")
    ('de', None, 'ru')
    """
    text = text[:_LONGEST]
    languages, scripts = _tables()
    letters = len(_LETTERS.findall(text))
    for language, script in scripts.items():
        if 2 * len(script.findall(text)) > letters > 0:
            return language
    votes: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for word in _WORD.findall(text.lower()):
        sharers = languages.get(word, ())
        for language in sharers:
            votes[language] += 12 // len(sharers)
            words[language] += 1
    ranked = votes.most_common(2)
    cyrillic = 2 * len(_CYRILLIC.findall(text)) > letters > 0
    if not ranked:  # the likeliest owner of a script that several share
        return "ru" if cyrillic else None
    best, votes_for = ranked[0]
    if not sure or cyrillic:
        return best
    if words[best] < 2 or (len(ranked) > 1 and votes_for < _CLEAR * ranked[1][1]):
        return None
    return best
