"""The claims of a block before they are compared: each clause with its speaker, day, wording and score."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from claimcheck.records import (
    Article,
    Assertion,
    Block,
    Claim,
    ClaimContext,
    ClaimDate,
    ClaimKind,
    Role,
    Span,
)
from claimcheck.split.clauses import Clause, Place, Worded, read_clause, read_link
from claimcheck.split.cutting.units import find_units
from claimcheck.split.dates.mentions import Mention
from claimcheck.split.dates.own import outside_relatives, own_dates, settle_date
from claimcheck.split.dates.when import Days
from claimcheck.split.dates.words import add_day
from claimcheck.split.languages import Rules
from claimcheck.split.names.referents import strangers
from claimcheck.split.reading import PROSE, read_blocks
from claimcheck.split.reference.antecedents import Antecedents
from claimcheck.split.reference.definites import Definites
from claimcheck.split.reference.references import Reference, References
from claimcheck.split.reference.things import Things
from claimcheck.split.reference.topics import Topics, find_sexes
from claimcheck.split.speech.answers import find_going_on
from claimcheck.split.speech.background import as_background, without_source
from claimcheck.split.speech.left_out import cue_words, is_outlet, source_span
from claimcheck.split.speech.left_over import left_over, told_of_speakers
from claimcheck.split.speech.sayers import one_person
from claimcheck.split.speech.speakers import Speakers
from claimcheck.split.speech.statements import Sentence, Statement, read_statements
from claimcheck.split.wording.alone import word_claim
from claimcheck.split.wording.around import read_around
from claimcheck.split.wording.put_back import as_sentences
from claimcheck.split.wording.render import as_sentence
from claimcheck.split.wording.rewrite import reword
from claimcheck.split.words.stretches import Stretch, Unit
from claimcheck.split.words.tokens import Token, plain
from claimcheck.split.words.verbs import verb_positions
from claimcheck.split.worth.checkability import Judgement, judge
from claimcheck.split.worth.features import Given
from claimcheck.split.worth.torsos import is_torso

__all__ = ["Draft", "Drafter"]

_BEHIND = 3  # blocks into which a quotation may run on


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before it is compared with the others and given its id."""

    claim: Claim
    judgement: Judgement
    tokens: tuple[Token, ...] = ()
    dated: bool = False  # its own words give a date
    complete: bool = True  # its words are a sentence, or were made one
    number: int = 0  # how many sentences stand before its own


class Drafter:
    """Reads the blocks of one article, in order."""

    def __init__(self, article: Article, speakers: Speakers, carried: str, rules: Rules, method: str) -> None:
        self.article, self.speakers, self.rules, self.method = article, speakers, rules, method
        self.references = References(speakers.people, rules, speakers.groups)
        self.antecedents = Antecedents(rules)
        self.things = Things(carried, rules)
        self.days = Days(rules)
        self.definites = self._look_over()
        self.things.only(self.definites.names)
        self.speakers.kinds = self.definites.kinds

    def _look_over(self) -> Definites:
        """Reads the sentences of the whole article for what it keeps coming back to, before any claim is worded."""
        article, rules = self.article, self.rules
        self._read, held = read_blocks(article, rules)
        topics = Topics(self.speakers.people, rules)
        definites = Definites(rules)
        self._roles = {block.span: block.role for block in article.blocks}
        for span, found in self._read.items():
            for sentence in found:
                topics.read(sentence.tokens, self._roles[span])
                definites.read(sentence.tokens)
        self.speakers.voices = find_going_on(self._read.values(), held, self.speakers)
        definites.topics = topics.settle()
        self.references.sexes = find_sexes(article.text, definites.topics, rules)
        self.references.counts = {each.name: len(each.places) for each in definites.topics if each.person}
        return definites

    def block(self, block: Block, before: str | None) -> Iterator[Draft]:
        """The claims of a block; ``before`` is the sentence that it carries on from, None where it starts anew."""
        article, rules = self.article, self.rules
        published = block.date or article.published
        sentences = self._read.pop(block.span, [])
        kept = self.references.pause() if before is None else None
        if before is None:
            self.days.anchor = self.days.year = None
            self.antecedents.pause()
        references: list[list[Reference]] = []
        for sentence in sentences:
            frame = sentence.frame
            found = self.references.read(sentence.tokens, sentence.quoted, frame.speaker if frame else None)
            found = self.antecedents.read(sentence.tokens, sentence.quoted, found, references[-1] if references else ())
            references.append(strangers(found, sentence.tokens, self.definites.meant))
            self.speakers.meant.update(
                {sentence.tokens[each.start].start: each.name for each in found if each.form == "pronoun" and each.name}
            )
        if kept is not None:
            self.references.resume(kept)
        statements = read_statements(sentences, self._behind(block), article.text, self.speakers, rules)
        for (sentence, stated), found in zip(statements, references, strict=True):
            at = Place(block, sentence, before, found, published)
            self.days.open_sentence(article.text, sentence.span, sentence.tokens, published)
            for statement in [*stated, *left_over(sentence, stated, self.speakers, rules)]:
                yield from self._statement(at, statement)
            for unit in told_of_speakers(sentence, stated, rules):
                whole = Statement((unit.stretches[0][0], unit.stretches[-1][1]))
                if draft := self._draft(at, whole, as_sentence(sentence.tokens, unit, None, rules)):
                    yield draft
            self._note_day(at, stated)
            self.days.close_sentence(article.text, sentence.span, sentence.tokens, published)
            before = plain(article.text[sentence.span.start : sentence.span.end])

    def _behind(self, block: Block) -> list[Sentence]:
        """The sentences of the blocks that carry on from this one; none where it is over."""
        spans = takewhile(lambda span: self._roles[span] in PROSE, islice(self._read, _BEHIND))
        return [each for span in spans for each in self._read[span]] if block.role in PROSE else []

    def dated(self, draft: Draft) -> Claim:
        """The claim of a draft with its day, in its wording too, once the whole article is read."""
        claim = replace(draft.claim, date=self._settle_day(draft))
        told = claim.assertion is Assertion.REPORTED and claim.cue  # the day may be the one on which it was said
        near = not (draft.dated or told) and claim.date is not None and claim.date == draft.claim.date
        return add_day(claim, self.rules) if near else claim

    def _settle_day(self, draft: Draft) -> ClaimDate | None:
        """The date of a claim once the whole article is read: an act of speaking may have its day elsewhere."""
        claim = draft.claim
        told = claim.speaker if claim.cue and claim.cue in claim.evidence[0] else None
        who = claim.subject if claim.kind is ClaimKind.QUOTATION and claim.subject else told
        if who is None and claim.date is None and claim.assertion in {Assertion.ASSERTED, Assertion.REPORTED}:
            if news := self.days.of_news(draft.tokens, self.article.published, claim.role):
                return news
            near = self.days.in_scene(draft.number, draft.tokens)
            return self.days.of_story(draft.number, draft.tokens, self.article.published) if near else None
        if who is None or (claim.date and claim.date.precision != "year"):
            return claim.date
        return self.days.of_act(who, claim.evidence) or claim.date

    def _statement(self, at: Place, statement: Statement) -> Iterator[Draft]:
        tokens = at.sentence.tokens
        if not any(token.is_word for token in tokens[slice(*statement.stretch)]):
            return
        units = [Unit((statement.stretch,))]
        if not statement.whole:
            found = without_source(find_units(tokens, at.sentence.quoted, statement.stretch, self.rules), statement)
            units = as_sentences(tokens, found, statement.cue, self.rules)
        for unit in units:
            if draft := self._draft(at, as_background(statement, unit, at.sentence, self.speakers, self.rules), unit):
                yield draft

    def _note_day(self, at: Place, stated: list[Statement]) -> None:
        """Who speaks on which day: the date beside what is said, or of an act of speaking."""
        tokens, text = at.sentence.tokens, self.article.text
        mentions = self.days.mentions(text, at.sentence.span, tokens, at.published)
        for each in stated:
            if each.act:
                self.days.spoke(each.subject, outside_relatives(mentions, tokens, each.cue) if each.cue else mentions)
            elif each.speaker and each.cue:
                a, b = tokens[each.stretch[0]].start, tokens[each.stretch[1] - 1].end
                self.days.spoke(each.speaker.name, [one for one in mentions if not a <= one.span.start < b])

    def _draft(self, at: Place, statement: Statement, unit: Unit) -> Draft | None:
        """The claim of a unit of a statement; None where it says nothing but when, or who speaks."""
        article, rules, text = self.article, self.rules, self.article.text
        clause = read_clause(text, at, statement, unit, rules)
        spans, tokens, said = clause.spans, clause.tokens, statement.speaker
        mentions = self._mentions(at, spans, tokens)
        if not clause.says_something(rules):
            self.days.tell(mentions)  # a time over a report is that of what follows
            return None
        own = own_dates(mentions, at.sentence.tokens, unit, rules)
        if not clause.quoted:  # what “today” is to a speaker is another day
            self.days.tell(mentions)
        date = settle_date(own)
        named = self.speakers.names.named(tokens, rules)
        worded = self._word(clause, mentions, named)
        unresolved = worded.wording.unresolved
        judgement = self._judge(clause, worded, date, named)
        if said and said.span and said.name is None:
            unresolved = (*unresolved, text[said.span.start : said.span.end])
        claim = Claim(
            id="",
            article_id=article.id,
            spans=spans,
            evidence=tuple(text[span.start : span.end] for span in spans),
            text=worded.text,
            assertion=Assertion.PRESUPPOSED if clause.presupposed else statement.assertion,
            kind=judgement.kind,
            role=at.block.role,
            language=article.language,
            checkable=judgement.checkable,
            score=judgement.score,
            reasons=judgement.reasons,
            speaker=said.name if said and not is_outlet(said.name, article.outlet) else None,
            speaker_span=said.span if said else None,
            via=statement.via,
            cue=cue_words(text, at.sentence.tokens, statement) if clause.act or clause.governed else None,
            subject=statement.subject if clause.act else None,
            date=date
            if own or clause.quoted
            else self.days.inherited(tokens, spans[0].start, granted=unit.presupposed),
            context=ClaimContext(article.title, at.published, at.before, unresolved),
            needs_context=bool(unresolved) or not (clause.complete or worded.around.whole),
            substitutions=worded.wording.substitutions,
            method=self.method,
        )
        return Draft(claim, judgement, tuple(tokens), bool(own), clause.complete, self.days.number)

    def _word(self, clause: Clause, mentions: list[Mention], named: bool) -> Worded:
        """How a clause reads alone: by its own words, or by those around it where they are no sentence."""
        at, statement, text, rules = clause.at, clause.statement, self.article.text, self.rules
        tokens, said = at.sentence.tokens, statement.speaker
        source = source_span(tokens, statement, rules)
        unit, link = read_link(clause, source, rules)
        around = read_around(at.sentence, unit, statement, source, rules, verbal=clause.verbal, alone=clause.complete)
        stretches = unit.stretches
        if around.whole and around.stretch:
            stretches, mentions = (around.stretch,), self._mentions_around(at, around.stretch)
        wording = reword(
            text,
            tokens,
            stretches,
            at.references,
            mentions,
            self.things,
            self.definites,
            rules,
            reported=statement.assertion is Assertion.REPORTED and not around.told,
            named=named,
            speaker=said.name if said else None,
            body=said.name if said and said.name and not self.speakers.people.called(said.name) else None,
            someone=one_person(said, self.speakers),
            source=around.source,
            link=link,
            published=at.published,
        )
        unit = replace(unit, complete=clause.complete)
        return Worded(word_claim(text, tokens, unit, wording.substitutions, around.stretch), wording, around, unit)

    def _judge(self, clause: Clause, worded: Worded, date: ClaimDate | None, named: bool) -> Judgement:
        """How much a clause is worth checking; ``date``: the one its own words give."""
        at, statement, rules = clause.at, clause.statement, self.rules
        tokens, quoted = at.sentence.tokens, at.sentence.quoted
        given = Given(
            statement.assertion,
            at.block.role,
            question=at.sentence.question,
            named=named,
            dated=date is not None,
            act=clause.act,
            complete=clause.complete,
            vague=bool(worded.wording.unresolved) and not named,
            governed=clause.governed,
            presupposed=worded.unit.presupposed,
            narrows=worded.unit.narrows,
            spoken=bool(statement.speaker and statement.speaker.name),
            answer=statement.answer,
            points_back=statement.points_back and not worded.unit.presupposed,
            torso=is_torso(tokens, quoted, statement.stretch, worded.unit, rules, worded.instead),
        )
        return judge(clause.tokens, given, rules, dated_by_year=date is not None and date.precision == "year")

    def _mentions(self, at: Place, spans: tuple[Span, ...], tokens: list[Token]) -> list[Mention]:
        """The dates in spans that hold these tokens; without a verb their sentence says whether they lie ahead."""
        text, story, whole = self.article.text, at.block.role is not Role.CAPTION, at.sentence.span
        tokens = tokens if verb_positions(tokens, self.rules) else at.sentence.tokens
        read = self.days.mentions
        return [each for one in spans for each in read(text, one, tokens, at.published, story=story, sentence=whole)]

    def _mentions_around(self, at: Place, stretch: Stretch) -> list[Mention]:
        around = at.sentence.tokens[slice(*stretch)]
        return self._mentions(at, (Span(around[0].start, around[-1].end),), around)
