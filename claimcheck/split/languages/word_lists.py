"""Word lists written as text, read into sets, tuples and tables; all words casefolded."""

__all__ = ["couples", "feasts", "numbered", "pairs", "phrases", "shifted", "spelled", "words"]


def words(text: str) -> frozenset[str]:
    """The words of a list, without regard to case.

    >>> sorted(words("Sagte  meinte"))
    ['meinte', 'sagte']
    """
    return frozenset(text.casefold().split())


def phrases(text: str) -> tuple[str, ...]:
    """Phrases parted by bars, longest first, so that the first that fits is the best.

    >>> phrases("laut | nach Angaben der")
    ('nach angaben der', 'laut')
    """
    return tuple(sorted((" ".join(each.split()) for each in text.casefold().split("|")), key=len, reverse=True))


def numbered(text: str, *, start: int = 1) -> dict[str, int]:
    """Words in groups parted by bars, each with the number of its group.

    >>> numbered("jan januar | feb februar")
    {'jan': 1, 'januar': 1, 'feb': 2, 'februar': 2}
    """
    groups = enumerate(text.casefold().split("|"), start)
    return {word: number for number, group in groups for word in group.split()}


def pairs(text: str) -> dict[str, str]:
    """Pairs parted by bars: what stands first leads to what stands second.

    >>> pairs("hielt vor | lehnt ab")
    {'hielt': 'vor', 'lehnt': 'ab'}
    """
    return dict(each.split() for each in text.casefold().split("|"))


def spelled(text: str) -> dict[str, str]:
    """Phrases parted by bars, each with what is put for it behind an equals sign.

    >>> spelled("A decade = 10 years")
    {'a decade': '10 years'}
    """
    found = (each.split("=") for each in text.split("|"))
    return {" ".join(phrase.casefold().split()): worded.strip() for phrase, worded in found}


def couples(text: str) -> frozenset[tuple[str, str]]:
    """Pairs of words that stand beside each other, parted by bars.

    >>> couples("Es gibt")
    frozenset({('es', 'gibt')})
    """
    return frozenset((first, second) for first, second in (each.split() for each in text.casefold().split("|")))


def feasts(text: str) -> dict[str, tuple[int, int]]:
    """Holidays with their month and day, or 0 and their days from Easter.

    >>> feasts("Silvester 12 31 | Christi Himmelfahrt 0 39")
    {'silvester': (12, 31), 'christi himmelfahrt': (0, 39)}
    """
    found = (each.split() for each in text.split("|"))
    return {" ".join(name).casefold(): (int(month), int(day)) for *name, month, day in found}


def shifted(text: str) -> dict[str, int]:
    """Phrases parted by bars, each with how far it lies from now.

    >>> shifted("last year -1 | this year 0")
    {'last year': -1, 'this year': 0}
    """
    return {each.rsplit(maxsplit=1)[0].strip(): int(each.rsplit(maxsplit=1)[1]) for each in text.casefold().split("|")}
