"""Whose word the documents of an article are: noted where a sentence says it, else sought in the whole text, once."""

import re
from collections.abc import Sequence

from claimcheck.split.languages import Rules
from claimcheck.split.names.aliases import OF_THINGS, short_form
from claimcheck.split.names.names import name_in
from claimcheck.split.words.cases import without_genitive
from claimcheck.split.words.quotes import DOUBLE_MARKS
from claimcheck.split.words.tokens import Token, tokenize

__all__ = ["Issuers"]

_PLAIN = ("bericht", "mitteilung", "studie", "umfrage", "gutachten")
_MADE = "conducted|commissioned|compiled|carried out|published|released|produced|issued|prepared|written"
_ISSUER = 60  # characters in which a document's issuer is named


class Issuers:
    """The documents of one article, by their noun, and who issued them."""

    def __init__(self, text: str, rules: Rules) -> None:
        self.text, self.rules = text, rules
        self._noted: dict[str, str] = {}
        self._sought: dict[str, str | None] = {}

    def note(self, noun: str, issuer: str | None) -> None:
        """Keeps who issued a document; None changes nothing."""
        self._noted[noun] = issuer or self._noted.get(noun, "")

    def heard(self, behind: Sequence[Token], name: str | None) -> None:
        """Keeps who speaks in a report by what stands behind a verb of saying: "the panel said in a report"."""
        at = next((j for j in range(2, len(behind)) if behind[j].word in self.rules.reports), None)
        if at and name and not self.rules.comma_bound and behind[0].word == "in":
            self.note(behind[at].word, name)

    def of(self, noun: str) -> str | None:
        """Who issued a document; None where the article does not say."""
        known = self._noted.get(noun) or self._elsewhere(noun)
        plain = next((each for each in _PLAIN if noun.endswith(each) and noun != each), None)
        if known or plain is None or not self.rules.comma_bound:
            return known
        return self._noted.get(plain) or self._elsewhere(plain)  # "der Zeitungsbericht" is the paper's report

    def _elsewhere(self, noun: str) -> str | None:
        """Who issued a document by what the text says of it in another place: "das interne Papier des Bundesamts"."""
        if noun not in self._sought:
            self._sought[noun] = None
            parts = "|".join(sorted(self.rules.issued_by))
            made = "" if self.rules.comma_bound else rf"(?:[^.\n]{{0,60}}?\b(?:{_MADE})(?:[ ][^ .,]+){{0,3}}?)?"
            parts = "from|by" if made and noun in OF_THINGS else parts
            pattern = re.compile(
                rf"(?<!\w){re.escape(noun)}(?:e?[sn]|e)?{made}[ \u00a0]({parts})[ \u00a0]", re.IGNORECASE
            )
            for match in pattern.finditer(self.text):
                behind = tokenize(self.text, match.start(1), min(len(self.text), match.end() + _ISSUER))
                tokens = behind if match.group(1).casefold() in self.rules.genitives else behind[1:]
                run = _first_phrase(tokens)
                if run and any(token.capital for token in run):
                    short = short_form(self.text, run[-1].end, run[-1].end + _ISSUER)
                    named = name_in(list(run), self.text, self.rules)
                    if match.group(1).casefold() == "des":
                        noun_of, _, rest = named.partition(" ")
                        named = f"{without_genitive(noun_of, ())} {rest}".strip()
                    self._sought[noun] = f"{named} ({short})" if short else named
                    break
        return self._sought[noun]


def _first_phrase(tokens: Sequence[Token]) -> Sequence[Token]:
    """The small words and the capitalised ones at the front, with the marks of a quoted name."""
    at = 0
    while at < len(tokens) and at < 3 and tokens[at].is_word and not tokens[at].capital:
        at += 1
    while at < len(tokens) and (
        tokens[at].capital
        or tokens[at].text in DOUBLE_MARKS
        or (tokens[at].text == "." and at and "." in tokens[at - 1].text)  # "U.S."
    ):
        at += 1
    return tokens[:at]
