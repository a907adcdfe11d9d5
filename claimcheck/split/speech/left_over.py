"""What a sentence that says who speaks holds beside that: clauses that no frame took are no one's loss."""

from claimcheck.records import Assertion
from claimcheck.split.cutting.units import find_units
from claimcheck.split.languages import Rules
from claimcheck.split.speech.apart import says_no_more
from claimcheck.split.speech.attribution import find_frame
from claimcheck.split.speech.speakers import Speakers
from claimcheck.split.speech.statements import Sentence, Statement
from claimcheck.split.words.stretches import LONGEST, Stretch, Unit, has_clause, last_word, skip_marks
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import ends_infinitive, is_finite, verb_positions

__all__ = ["left_over", "told_of_speakers"]

_LEAST = 5  # words
_BOUNDS = frozenset(",:;–—")


def left_over(sentence: Sentence, stated: list[Statement], speakers: Speakers, rules: Rules) -> list[Statement]:
    """The clauses between marks that none of the statements holds, each a statement of its own.

    "Der Trainer habe zugesagt, sagte Meier bei Radio 4: „…“" has two contents, of which a frame finds one.
    """
    tokens = sentence.tokens
    framed = [each for each in stated if each.cue and not each.act]
    if not framed or len(tokens) > LONGEST or sentence.question:
        return []
    taken = [False] * len(tokens)
    for each in stated:
        for at in range(*each.stretch):
            taken[at] = True
    cues = {at for each in stated if each.cue for at in range(*each.cue)}
    named = [each.speaker.span for each in framed if each.speaker and each.speaker.span]
    found: list[Statement] = []
    pieces = _pieces(tokens, taken, sentence.quoted)
    for number, (a, b) in enumerate(pieces):
        after = pieces[number + 1] if rules.comma_bound and number + 1 < len(pieces) else None
        if after and after[0] == b + 1 and ends_infinitive(tokens, last_word(tokens, *after)):
            b = after[1]  # "es gab keine Möglichkeit, sie zu prüfen"
        spoken = any(span.start < tokens[b - 1].end and tokens[a].start < span.end for span in named)
        if cues.intersection(range(a, b)) or spoken or not _is_clause(tokens, a, b, rules):
            continue
        found += _stated(sentence, (a, b), framed[0], speakers, rules)
    return found


def told_of_speakers(sentence: Sentence, stated: list[Statement], rules: Rules) -> list[Unit]:
    """What is told of the one who speaks: "The firm, which employs 4,000 people, said …", "…, but gave no details"."""
    tokens = sentence.tokens
    if len(tokens) > LONGEST or not any(each.cue for each in stated):
        return []
    taken = [False] * len(tokens)
    for each in stated:
        for at in range(*each.stretch):
            taken[at] = not each.act
    found = _silences(sentence, rules)
    before = 0
    for a, b in _pieces(tokens, taken, sentence.quoted):
        opens = tokens[a].word in rules.relatives or tokens[a].tag == "rel" or tokens[a].word in rules.prepositions
        before += before < a and tokens[before].word in rules.source_so  # "…, so Meier, der …"
        if opens and a >= 2 and tokens[a - 1].text == "," and before < a - 1:
            for unit in find_units(tokens, sentence.quoted, (before, b), rules):
                inside = unit.stretches[-1][0] >= a and unit.presupposed and len(unit.stretches) > 1
                if inside and has_clause(tokens, *unit.stretches[-1], rules):
                    found.append(unit)
        elif not all(token.text.isdigit() for token in tokens[a:b]):  # "Ann Lee, 29, who …, said"
            before = a
    return found


def _silences(sentence: Sentence, rules: Rules) -> list[Unit]:
    """That the one who speaks says no more, behind what they say: "Lee said it shut, but gave no details"."""
    tokens, frame = sentence.tokens, sentence.frame
    if frame is None or frame.cue[0] < frame.speaker[1]:
        return []
    at = says_no_more(tokens, frame.cue[1], sentence.quoted, rules)
    if at is None or any(a <= at < b for a, b in (*frame.content, *frame.apart)):
        return []
    act = skip_marks(tokens, at + 1, len(tokens))
    named_apart = any(token.text == "," for token in tokens[slice(*frame.speaker)])  # "the head, Ann Lee"
    return [Unit((frame.speaker, act), (frame.speaker, ", ", act) if named_apart else ())]


def _stated(
    sentence: Sentence, stretch: Stretch, framed: Statement, speakers: Speakers, rules: Rules
) -> list[Statement]:
    """What a left-over clause states: what another says in it, what the same speaker goes on to say, or itself."""
    a, b = stretch
    tokens = sentence.tokens[a:b]
    inner = find_frame(tokens, sentence.quoted[a:b], rules, speech=True)
    if inner and inner.speaker[0] < inner.speaker[1] and not inner.act:
        said = speakers.resolve(tokens[slice(*inner.speaker)])
        cue = (a + inner.cue[0], a + inner.cue[1])
        return [Statement((a + c, a + d), Assertion.REPORTED, said, cue) for c, d in inner.content]
    marks = rules.subjunctive | (rules.backshifted if rules.comma_bound else frozenset())
    if tokens[verb_positions(tokens, rules)[0]].word in marks and framed.speaker:
        return [Statement(stretch, Assertion.REPORTED, framed.speaker, framed.cue)]
    return [Statement(stretch)]


def _pieces(tokens: list[Token], taken: list[bool], quoted: list[bool]) -> list[Stretch]:
    """The stretches between marks that hold no token of a statement."""
    found: list[Stretch] = []
    start = 0
    for at in range(len(tokens) + 1):
        if at < len(tokens) and tokens[at].word not in _BOUNDS and not (at and quoted[at] != quoted[at - 1]):
            continue
        a, b = skip_marks(tokens, start, at)
        if a < b and not any(taken[a:b]) and not quoted[a]:
            found.append((a, b))
        start = at
    return found


def _is_clause(tokens: list[Token], start: int, end: int, rules: Rules) -> bool:
    """Whether a stretch is a main clause of some length."""
    first = tokens[start]
    near = range(max(0, start - 8), min(end, len(tokens) - 1))
    if any(tokens[j].word in rules.subordinators and not tokens[j + 1].is_word for j in near):
        return False  # "only if, for instance, the owner agrees"
    opens = first.word in rules.subordinators | rules.relatives - rules.determiners
    opens = opens or first.tag in {"rel", "pp", "ing"} or not first.is_word
    verb = next((at for at in range(start, end) if is_finite(tokens, at, rules)), start)
    before = tokens[start:verb]
    related = any(token.tag == "rel" or token.word in rules.relatives - rules.determiners for token in before)
    last = next((at for at in range(end - 1, start, -1) if tokens[at].is_word), start)
    if rules.comma_bound and verb == last and first.word in rules.relatives and tokens[start - 1].text == ",":
        return False  # "einer der Urlauber, die Videos ins Netz stellten, sagte"
    words = sum(token.is_word for token in tokens[start:end])
    subject = any(token.tag in {"noun", "name", "pro"} for token in before)
    return words >= _LEAST and subject and not opens and not related and has_clause(tokens, start, end, rules)
