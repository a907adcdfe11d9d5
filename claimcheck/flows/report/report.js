// Filters and sorts a report's table; what the filter hides there is also hidden below and unmarked in the text.
// Without this the page says the same, in the order it was made.
"use strict";
(() => {
  const language = document.documentElement.lang;
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: "base" });
  const plain = (text) => text.normalize("NFKC").replaceAll("\u00ad", "").toLocaleLowerCase(language);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  const marks = new Map(); // by claim number: its marks and signs in the text
  for (const each of all("[data-c]")) {
    for (const number of each.dataset.c.split(" ")) {
      if (!marks.has(number)) marks.set(number, []);
      marks.get(number).push(each);
    }
  }

  function sortable(table) {
    const body = table.tBodies[0];
    const heads = all("thead th", table);
    const value = (row, column) => {
      const cell = row.cells[column];
      return cell.dataset.sort ?? cell.textContent.trim();
    };
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.ariaSort === "ascending";
        for (const each of heads) each.removeAttribute("aria-sort");
        head.ariaSort = down ? "descending" : "ascending";
        const rows = [...body.rows].map((row) => [value(row, column), row]);
        rows.sort(([one], [other]) => {
          if (!one || !other) return !one - !other; // what is not known stands last, whichever way
          return (down ? -1 : 1) * collator.compare(one, other);
        });
        body.append(...rows.map(([, row]) => row));
      });
    });
  }

  const FIRST = 10; // rows that are shown of a long table until more are wanted; the style sheet counts the same
  const LONG = 12;

  function filterable(bar) {
    const table = document.getElementById(bar.dataset.for);
    const more = document.querySelector(`[data-more="${bar.dataset.for}"]`);
    let whole = false;
    const told = bar.querySelector("output");
    const words = bar.querySelector("[data-filter-text]");
    const choices = all("[data-filter]", bar);
    const rows = [...table.tBodies[0].rows].map((row) => {
      const card = row.dataset.n ? document.getElementById(`c-${row.dataset.n}`) : null;
      return { row, card, text: plain(row.textContent + (card ? card.textContent : "")) };
    });

    function apply() {
      const wanted = plain(words.value).split(/\s+/).filter(Boolean);
      const kept = new Set();
      let shown = 0;
      for (const { row, card, text } of rows) {
        const chosen = choices.every(
          (each) => !each.value || (row.dataset[each.dataset.filter] ?? "").split(" ").includes(each.value));
        const fits = chosen && wanted.every((word) => text.includes(word));
        row.hidden = !fits;
        if (card) card.hidden = !fits;
        if (fits) { kept.add(row.dataset.n); shown += 1; }
      }
      for (const each of all("[data-c]")) {
        each.classList.toggle("off", !each.dataset.c.split(" ").some((number) => kept.has(number)));
      }
      more.parentNode.hidden = shown <= (whole ? FIRST : LONG);
      const brief = !more.parentNode.hidden && !whole;
      table.classList.toggle("brief", brief);
      more.textContent = brief ? more.dataset.all.replace("{all}", shown) : more.dataset.few;
      told.textContent = told.dataset.told
        .replace("{shown}", brief ? FIRST : shown).replace("{all}", rows.length);
    }

    more.addEventListener("click", () => {
      whole = !whole;
      more.setAttribute("aria-expanded", String(whole));
      apply();
      if (!whole) table.scrollIntoView({ block: "nearest" });
    });

    bar.addEventListener("input", apply);
    bar.querySelector("[data-reset]").addEventListener("click", () => {
      for (const each of [...choices, words]) each.value = "";
      apply();
    });
    bar.hidden = false;
    const scope = document.querySelector(".scope");
    if (scope) scope.hidden = false;
    apply();
    return () => { for (const each of [...choices, words]) each.value = ""; apply(); };
  }

  let lit = [];
  function light(number) {
    for (const each of lit) each.classList.remove("lit");
    lit = marks.get(number) ?? [];
    for (const each of lit) each.classList.add("lit");
  }

  function numberOf(node) {
    const found = node.closest ? node.closest("[data-c], .card, tr[data-n]") : null;
    if (!found) return null;
    if (found.dataset.c) return found.dataset.c.split(" ")[0];
    return found.dataset.n ?? found.id.slice(2);
  }

  all("table.list").forEach(sortable);
  const resets = all(".filters").map(filterable);
  for (const name of ["pointerover", "focusin"]) {
    document.addEventListener(name, (event) => light(numberOf(event.target)));
  }
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-c]");
    if (mark && !mark.classList.contains("off") && getSelection().isCollapsed) {
      location.hash = `c-${mark.dataset.c.split(" ")[0]}`;
    }
  });
  addEventListener("hashchange", () => {
    const there = document.getElementById(location.hash.slice(1));
    if (there && there.hidden) { resets.forEach((reset) => reset()); there.scrollIntoView(); }
    if (there && there.matches(".card")) there.focus({ preventScroll: true });
    if (location.hash.startsWith("#t-")) light(location.hash.slice(3));
  });
})();
