"use strict";
const WORDS = {
  en: {
    title: "Has this been checked?", skip: "Skip to the results", claim: "The claim, in a sentence",
    hint: "A whole sentence finds more than single words. Ctrl+Enter searches.", narrow: "Narrow it down",
    language: "Language of the past check", publisher: "Published by", since: "Not before", until: "Not after",
    many: "How many", token: "This server's token", search: "Search", found: "Past checks",
    lead: "A past check is a lead, not a verdict: read what it says and what differs.",
    any: "any", asking: "Searching …", none: "No past check found.", narrowed: "No past check here is like that: narrow it down less.", one: "1 past check found", some: "{} past checks found",
    oneLead: ", and 1 weak lead", leads: ", and {} weak leads",
    empty: "Write a claim first.", needsToken: "This server wants its token.", away: "The server does not answer.",
    read: "Read the check", noDate: "no date", unrated: "no rating", ours: "our own", sample: "sample",
    others: "{} more with the same rating", differs: "What differs", slot: "What", here: "Your claim", there: "Past check",
    sure: "match: {} %", weak: "weak lead", old: "{} days older than the claim",
    open: "Being checked here: {}", own: "“{}”", tongue: "in {}",
    relation: {
      same: "says the same", contradicts: "says the opposite", differs_number: "another number",
      differs_date: "another date", differs_place: "another place", differs_person: "another person",
      broader: "more general", narrower: "more specific", related: "on the same subject",
    },
    kind: {
      number: "number", date: "date", place: "place", person: "person", negation: "negation", antonym: "opposite",
      scope: "scope",
    },
    label: {
      TRUE: "True", MOSTLY_TRUE: "Mostly true", HALF_TRUE: "Half true", MOSTLY_FALSE: "Mostly false", FALSE: "False",
      MISLEADING: "Misleading", UNVERIFIABLE: "Unverifiable", NOT_A_CLAIM: "Not a claim",
    },
  },
  de: {
    title: "Wurde das schon geprüft?", skip: "Zu den Ergebnissen", claim: "Die Behauptung, in einem Satz",
    hint: "Ein ganzer Satz findet mehr als einzelne Wörter. Strg+Eingabe sucht.", narrow: "Eingrenzen",
    language: "Sprache des Faktenchecks", publisher: "Veröffentlicht von", since: "Frühestens", until: "Spätestens",
    many: "Wie viele", token: "Zugangsschlüssel dieses Servers", search: "Suchen", found: "Frühere Faktenchecks",
    lead: "Ein früherer Faktencheck ist ein Hinweis, kein Urteil: Lesen Sie, was er sagt und was anders ist.",
    any: "alle", asking: "Suche läuft …", none: "Kein früherer Faktencheck gefunden.",
    narrowed: "So ist hier kein Faktencheck: grenzen Sie weniger ein.", one: "1 früherer Faktencheck gefunden",
    some: "{} frühere Faktenchecks gefunden", oneLead: ", dazu 1 schwacher Hinweis",
    leads: ", dazu {} schwache Hinweise", empty: "Schreiben Sie erst eine Behauptung.",
    needsToken: "Dieser Server verlangt seinen Zugangsschlüssel.", away: "Der Server antwortet nicht.",
    read: "Faktencheck lesen", noDate: "ohne Datum", unrated: "ohne Bewertung", ours: "eigener", sample: "Muster",
    others: "{} weitere mit derselben Bewertung", differs: "Was anders ist", slot: "Was", here: "Ihre Behauptung",
    there: "Faktencheck", sure: "Treffer: {} %", weak: "schwacher Hinweis", old: "{} Tage älter als die Behauptung",
    open: "Wird hier gerade geprüft: {}", own: "„{}“", tongue: "auf {}",
    relation: {
      same: "sagt dasselbe", contradicts: "sagt das Gegenteil", differs_number: "andere Zahl",
      differs_date: "anderes Datum", differs_place: "anderer Ort", differs_person: "andere Person",
      broader: "allgemeiner", narrower: "enger gefasst", related: "zum selben Thema",
    },
    kind: {
      number: "Zahl", date: "Datum", place: "Ort", person: "Person", negation: "Verneinung", antonym: "Gegenteil",
      scope: "Umfang",
    },
    label: {
      TRUE: "Wahr", MOSTLY_TRUE: "Größtenteils wahr", HALF_TRUE: "Teils wahr",
      MOSTLY_FALSE: "Größtenteils falsch", FALSE: "Falsch", MISLEADING: "Irreführend",
      UNVERIFIABLE: "Nicht überprüfbar", NOT_A_CLAIM: "Keine Behauptung",
    },
  },
};
const COLOURS = {
  TRUE: "true", MOSTLY_TRUE: "true", HALF_TRUE: "half", MISLEADING: "half", MOSTLY_FALSE: "false", FALSE: "false",
};
const LIKELY = 0.5; // a past check less likely to be about the claim is but a lead, unless it stands first
const part = (id) => document.getElementById(id);
let tongue = "en";
let shown = null; // the last answer, so that another language needs no other search
let asked = 0;
let counts = null; // of past checks by kind, once they were asked for

function remember(store, name, value) {
  try {
    if (value === undefined) return store().getItem(name);
    store().setItem(name, value);
  } catch { /* a browser that keeps nothing */ }
  return null;
}

function say(name, ...filled) {
  let text = WORDS[tongue][name];
  for (const each of filled) text = text.replace("{}", each);
  return text;
}

function make(tag, name, text) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text !== undefined) made.textContent = text;
  return made;
}

function tell(text, bad) {
  part("status").textContent = text;
  part("status").className = bad ? "bad" : "";
}

function speak(chosen) {
  tongue = chosen;
  document.documentElement.lang = chosen;
  document.title = say("title") + " · claimcheck";
  for (const each of document.querySelectorAll("[data-words]")) each.textContent = say(each.dataset.words);
  for (const each of document.querySelectorAll("[data-tongue]")) {
    each.setAttribute("aria-pressed", String(each.dataset.tongue === chosen));
  }
  remember(() => localStorage, "tongue", chosen);
  offer();
  if (shown) show(shown);
  else tell("");
}

function nameOf(code) {
  try {
    return new Intl.DisplayNames(tongue, { type: "language" }).of(code);
  } catch {
    return code;
  }
}

function sums(name) {
  const found = new Map();
  for (const each of counts) found.set(each[name], (found.get(each[name]) || 0) + each.count);
  return [...found].sort(([one, many], [other, more]) => more - many || one.localeCompare(other));
}

function offer() {
  if (!counts) return;
  const language = part("language");
  const kept = language.value;
  const options = sums("language").filter(([code]) => code !== "und").map(([code, many]) => {
    const option = make("option", "", `${nameOf(code)} (${many})`);
    option.value = code;
    return option;
  });
  language.replaceChildren(language.options[0], ...options);
  language.value = kept;
  part("publishers").replaceChildren(...sums("publisher").map(([name]) => {
    const option = make("option");
    option.value = name;
    return option;
  }));
}

function keyed(headers) {
  const token = part("token").value.trim() || remember(() => sessionStorage, "token");
  if (token) headers.Authorization = "Bearer " + token;
  return token;
}

async function count() {
  if (counts || !part("narrow").open) return;
  const headers = {};
  keyed(headers);
  try {
    const answer = await fetch("/v1/review-stats", { headers });
    if (!answer.ok) return; // asked for again with the next opening
    counts = (await answer.json()).items;
    offer();
  } catch { /* the search says what is wrong */ }
}

function safeAddress(text) {
  try {
    const address = new URL(text);
    return ["http:", "https:"].includes(address.protocol) ? address.href : null;
  } catch {
    return null;
  }
}

function day(text) {
  const [year, month, date] = text.split("-").map(Number);
  const when = new Date(Date.UTC(year, month - 1, date));
  return when.toLocaleDateString(tongue === "de" ? "de-DE" : "en-GB", { dateStyle: "long", timeZone: "UTC" });
}

function differences(match) {
  const table = make("table");
  table.append(make("caption", "", say("differs")));
  const head = make("tr");
  for (const name of ["slot", "here", "there"]) {
    const cell = make("th", "", say(name));
    cell.scope = "col";
    head.append(cell);
  }
  table.append(make("thead"), make("tbody"));
  table.tHead.append(head);
  for (const each of match.differences) {
    const row = make("tr");
    const what = make("th", "", WORDS[tongue].kind[each.kind] || each.kind);
    what.scope = "row";
    row.append(what, make("td", "", each.new || "–"), make("td", "", each.past || "–"));
    table.tBodies[0].append(row);
  }
  return table;
}

function isLead(match, place) {
  return place > 0 && match.score !== null && match.score < LIKELY;
}

function card(match, place) {
  const review = match.review;
  const item = make("li", isLead(match, place) ? "check faint" : "check");
  const top = make("p", "top");
  const label = WORDS[tongue].label[review.rating];
  const own = review.alternate_name;
  if (label || !own) top.append(make("span", "rating " + (COLOURS[review.rating] || ""), label || say("unrated")));
  if (own && own.toLowerCase() !== (label || "").toLowerCase()) {
    const word = make("span", label ? "own" : "rating", say("own", own));
    if (review.language && review.language !== "und") word.lang = review.language;
    top.append(word);
  }
  if (match.relation) top.append(make("span", "relation", WORDS[tongue].relation[match.relation] || match.relation));
  for (const mark of ["ours", "sample"]) if (review[mark]) top.append(make("span", "ours", say(mark)));
  const claim = make("h3", "", review.claim_reviewed);
  if (review.language && review.language !== "und") claim.lang = review.language;
  item.append(top, claim);
  if (match.differences.length) item.append(differences(match));
  const told = [review.publisher, review.date_published ? day(review.date_published) : say("noDate")];
  if (review.language && ![tongue, "und"].includes(review.language)) told.push(say("tongue", nameOf(review.language)));
  if (isLead(match, place)) told.push(say("weak"));
  if (match.score !== null && match.score >= 0.005) told.push(say("sure", Math.round(100 * match.score)));
  if (match.days_older) told.push(say("old", match.days_older));
  if (match.also.length) told.push(say("others", match.also.length));
  const meta = make("p", "meta", told.join(" · "));
  const address = safeAddress(review.url);
  if (address) {
    const link = make("a", "", say("read"));
    link.href = address;
    link.rel = "noopener noreferrer";
    link.setAttribute("aria-label", say("read") + ": " + review.claim_reviewed);
    meta.append(" · ", link);
  }
  item.append(meta);
  return item;
}

function show(result) {
  shown = result;
  const found = result.matches.filter((match) => match.review);
  const open = [...new Set(result.matches.flatMap((match) => match.being_checked))];
  part("list").replaceChildren(...found.map(card));
  part("results").hidden = !found.length;
  const leads = found.filter(isLead).length;
  const sure = found.length - leads;
  const more = leads === 1 ? say("oneLead") : leads ? say("leads", leads) : "";
  const count = found.length ? (sure === 1 ? say("one") : say("some", sure)) + more + "." : say(result.note ? "narrowed" : "none");
  tell([count, ...(open.length ? [say("open", open.map((each) => each.slice(0, 8)).join(", "))] : [])].join(" "));
}

async function ask() {
  const claim = part("claim").value.trim();
  if (!claim) {
    tell(say("empty"), true);
    part("claim").focus();
    return;
  }
  const mine = ++asked;
  const body = { queries: [claim], k: Math.min(100, Math.max(1, Number(part("many").value) || 5)) };
  for (const name of ["publisher", "since", "until"]) if (part(name).value.trim()) body[name] = part(name).value.trim();
  if (part("language").value) body.language = part("language").value;
  const headers = { "Content-Type": "application/json" };
  const token = keyed(headers);
  tell(say("asking"));
  part("go").setAttribute("aria-disabled", "true");
  try {
    const answer = await fetch("/v1/lookup", { method: "POST", headers, body: JSON.stringify(body) });
    const told = await answer.json();
    if (mine !== asked) return;
    if (answer.ok) {
      if (token) remember(() => sessionStorage, "token", token);
      count();
      history.replaceState(null, "", "?q=" + encodeURIComponent(claim));
      show({ ...told.results[0], note: told.note });
    } else {
      shown = null;
      part("results").hidden = true;
      if (answer.status === 401) {
        part("key").hidden = false;
        part("token").focus();
        tell(say("needsToken"), true);
      } else tell(told.detail || String(answer.status), true);
    }
  } catch {
    if (mine === asked) tell(say("away"), true);
  } finally {
    if (mine === asked) part("go").removeAttribute("aria-disabled");
  }
}

part("ask").noValidate = true;
part("narrow").addEventListener("toggle", count);
part("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  ask();
});
part("claim").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    ask();
  }
});
for (const each of document.querySelectorAll("[data-tongue]")) {
  each.addEventListener("click", () => speak(each.dataset.tongue));
}
const kept = remember(() => localStorage, "tongue");
speak(kept in WORDS ? kept : (navigator.language || "").toLowerCase().startsWith("de") ? "de" : "en");
const given = new URLSearchParams(location.search).get("q");
if (given) {
  part("claim").value = given.slice(0, 10000);
  ask();
} else part("claim").focus();
