"""A report's page of one article; the same facts give the same text."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from claimcheck.agree import person_of
from claimcheck.dataset import pseudonym, redact
from claimcheck.flows.pages import render_page
from claimcheck.flows.report.agreement import agreement_lines
from claimcheck.flows.report.checks import web_link
from claimcheck.flows.report.facts import ArticleFacts, State
from claimcheck.flows.report.made import article_lines, chosen_words, made_facts
from claimcheck.flows.report.text import cut_text, fold_furniture
from claimcheck.flows.report.view import Name, Speller
from claimcheck.flows.report.wish import Collection, ReportWish
from claimcheck.flows.report.words import Words
from claimcheck.records import Article, Label, Verdict

__all__ = ["SCRIPT", "STYLES", "article_page", "speller_of"]

STYLES, SCRIPT = ("page.css", "report/report.css"), "report/report.js"
"""What every page of a report looks and works like."""

_PEOPLE = 12  # who can be chosen in the filter
_SHORT = 4  # digits of an export's name that are shown, more where two people would share them


def article_page(facts: ArticleFacts, held: Collection, wish: ReportWish, *, overview: bool = False) -> str:
    """The page of an article; with ``overview`` it leads back to the page that lists all."""
    words = chosen_words(wish, [facts.article.language])
    speller = speller_of(facts, held, wish, words)
    article = facts.article
    views = [speller.claim(each, article.outlet) for each in facts.claims]
    who = [name for name, _ in Counter(each["said"] for each in views).most_common(_PEOPLE)]
    for order, each in enumerate(sorted(views, key=lambda view: view["urgency"])):
        each["order"] = order
        each["who_key"] = f"w{who.index(each['said'])}" if each["said"] in who else "other"
        each["past_class"] = each["past_code"].split()[-1].replace("unknown", "none")
    spans = {each.number: each.claim.spans for each in facts.claims}
    return render_page(
        "report/article.html",
        styles=STYLES,
        script=SCRIPT,
        words=words,
        title=article.title or words("no_title"),
        article=_article(article, words),
        overview=overview,
        banner=_banner(facts, words),
        tally_facts=_tally(facts, speller),
        claims=views,
        by_urgency=sorted(views, key=lambda view: view["order"]),
        judged=any(each.consensus for each in facts.claims),
        options=_options(facts, views, who, speller),
        key=speller.key(facts.claims),
        paragraphs=fold_furniture(cut_text(article, spans)) if wish.text else None,
        agreement=agreement_lines(facts, held.scheme, words),
        left_out=[words.count(f"left_{why}", n) for why, n in facts.left_out.items()],
        made=made_facts(
            held,
            wish,
            words,
            methods={each.claim.method for each in facts.claims},
            last=facts.last_verdict,
            more=article_lines(article, words),
        ),
    )


def speller_of(facts: ArticleFacts, held: Collection, wish: ReportWish, words: Words) -> Speller:
    """Who says an article's claims in words, with the names that its annotators have on the page."""

    def clean(text: str | None) -> str | None:
        return redact(text) if wish.redact else text

    return Speller(words, held.scheme, name=_naming(facts.counted, held.key, wish, words), clean=clean)


def _naming(verdicts: Sequence[Verdict], key: str, wish: ReportWish, words: Words) -> Name:
    """How people are called: as they are, or by as much of their pseudonym as tells them apart on the page."""
    if wish.names:
        return lambda verdict: verdict.annotator
    full = {person: pseudonym(person, key).rsplit("-", 1)[1] for person in map(person_of, verdicts)}
    digits = _SHORT
    while len({each[:digits] for each in full.values()}) < len(full):
        digits += 1
    return lambda verdict: words("annotator", name=full[person_of(verdict)][:digits])


def _article(article: Article, words: Words) -> dict[str, Any]:
    return {
        "outlet": article.outlet,
        "lang": article.language if article.language != "und" else None,
        "day": words("published", day=words.day(article.published)) if article.published else words("no_day"),
        "link": web_link(article.url),
        "notes": article.notes,
    }


def _banner(facts: ArticleFacts, words: Words) -> str | None:
    if facts.article.sample:
        return words("sample_note")
    samples = sum(each.sample for each in facts.counted)
    return words.count("sample_some", samples) if samples else None


def _tally(facts: ArticleFacts, speller: Speller) -> list[tuple[str, str, str]]:
    """The figures at the head: claims, past checks, what was not looked up, each label given, ties, what is open."""
    words = speller.words
    given = Counter(each.label for each in facts.claims if each.label)
    past, unknown = sum(bool(each.past) for each in facts.claims), facts.not_looked_up
    rows = [
        (len(facts.claims), words.noun("n_claims", len(facts.claims)), ""),
        *([(past, words.noun("n_past", past), "")] if unknown < len(facts.claims) or not unknown else []),
        *([(unknown, words.noun("n_unknown", unknown), "")] if unknown else []),
        *(
            (given[label], badge.text, badge.code)
            for label in Label
            if given[label]
            for badge in [speller.badge(label)]
        ),
    ]
    ties, open_ = facts.number_of(State.TIE), facts.number_of(State.OPEN)
    rows += [(ties, words.noun("n_tie", ties), "TIE")] if ties else []
    rows += [(open_, words.noun("n_open", open_), "OPEN")]
    return [(words.number(n), text, code) for n, text, code in rows]


def _options(
    facts: ArticleFacts, views: Sequence[dict[str, Any]], who: Sequence[str], speller: Speller
) -> dict[str, Any]:
    """What can be chosen in the filters: only what there is."""
    words = speller.words
    past = {code for each in views for code in each["past_code"].split()}
    return {
        "states": [(state.value, words(f"state_{state.value}")) for state in State if facts.number_of(state)],
        "labels": [(badge.code, badge.text) for badge in speller.key([each for each in facts.claims if each.label])],
        "past": [(code, words(f"past_{code}")) for code in ("found", "differs", "none", "unknown") if code in past],
        "who": [(f"w{place}", name) for place, name in enumerate(who)],
    }
