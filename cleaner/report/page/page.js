"use strict";
const { rules, rows, names, articles, hasFile } = JSON.parse(document.getElementById("contents").textContent);
const NAME = 0, SITE = 1, WORDS = 2, SHARE = 3, EDITS = 4, FLAGS = 5, WHOLE = 6;
const ROWS_A_PAGE = 50;
const byId = (id) => document.getElementById(id);
const numbers = new Map(rules.map(([id], number) => [id, number]));
const shown = (number) => number.toLocaleString("en");

// All text goes in as text: what a document says is never markup.
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== ""));
  return element;
}

// What is shown stands in the address: links, and the way back, work.
const asked = () => Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
function address(changes) {
  const wanted = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...asked(), ...changes }))
    if (value !== "" && value !== null) wanted.set(key, value);
  return `#${wanted}`;
}

const total = (counts) => counts.reduce((sum, [, number]) => sum + number, 0);
const countOf = (counts, rule) => (counts.find(([number]) => number === rule) || [0, 0])[1];

function options(select, chosen, counted) {
  for (const [id] of counted) select.append(make("option", { value: id }, id));
  select.value = chosen;
}

function bar(share) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg"), rect = document.createElementNS(space, "rect");
  for (const [name, value] of [["class", "bar"], ["viewBox", "0 0 100 1"], ["preserveAspectRatio", "none"], ["aria-hidden", "true"]])
    svg.setAttribute(name, value);
  rect.setAttribute("width", 100 * share);
  rect.setAttribute("height", 1);
  svg.append(rect);
  return svg;
}

// The list of documents

const ORDERS = {
  edits: (one, other) => total(other[EDITS]) - total(one[EDITS]),
  flags: (one, other) => total(other[FLAGS]) - total(one[FLAGS]),
  whole: (one, other) => (one[WHOLE] < 0) - (other[WHOLE] < 0),
  name: (one, other) => (one[NAME] < other[NAME] ? -1 : 1),
};

// Who asks for a rule wants to read what it did.
const orderOf = ({ rule, order }) => order || (rule ? "whole" : "changed");

function found(wanted) {
  const { rule = "", site = "", name = "" } = wanted, order = orderOf(wanted);
  const number = numbers.get(rule), part = name.toLowerCase();
  const kept = rows.filter((row) =>
    (!rule || countOf(row[EDITS], number) || countOf(row[FLAGS], number)) &&
    (!site || row[SITE] === site) && (!part || row[NAME].toLowerCase().includes(part)));
  return order in ORDERS ? kept.sort(ORDERS[order]) : kept;
}

function listDocuments() {
  const wanted = asked(), kept = found(wanted), number = numbers.get(wanted.rule);
  const pages = Math.max(1, Math.ceil(kept.length / ROWS_A_PAGE));
  const page = Math.min(Math.max(1, Number(wanted.page) || 1), pages);
  const counted = (counts) => shown(wanted.rule ? countOf(counts, number) : total(counts));
  const cell = (label, text) => make("td", { class: "number", "data-label": label }, text);
  byId("documents").tBodies[0].replaceChildren(...kept.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE).map((row) => {
    const name = make("bdi", {}, row[NAME]);
    const link = row[WHOLE] < 0 ? name : make("a", { href: address({ article: row[WHOLE], note: "" }) }, name);
    const bars = make("td", { class: "bars" });
    bars.append(bar(row[SHARE]));
    return make("tr", {}, make("th", { scope: "row" }, link), make("td", {}, row[SITE]), cell("Words", shown(row[WORDS])),
      cell("Changed", `${(100 * row[SHARE]).toFixed(1)}%`), bars, cell("Edits", counted(row[EDITS])), cell("Flags", counted(row[FLAGS])));
  }));
  byId("count").textContent = `${shown(kept.length)} of ${shown(rows.length)} documents` +
    (wanted.rule ? `; edits and flags are those of ${wanted.rule}` : "") +
    `; ${shown(kept.filter((row) => row[WHOLE] >= 0).length)} can be read here, those with a link`;
  byId("page-number").textContent = `Page ${shown(page)} of ${shown(pages)}`;
  byId("page-back").disabled = page <= 1;
  byId("page-on").disabled = page >= pages;
  byId("page-back").onclick = () => { location.hash = address({ page: page - 1 }); };
  byId("page-on").onclick = () => { location.hash = address({ page: page + 1 }); };
  for (const [id, key] of FIELDS) if (byId(id) !== document.activeElement) byId(id).value = key === "order" ? orderOf(wanted) : wanted[key] || "";
}

const FIELDS = [["by-rule", "rule"], ["by-site", "site"], ["by-name", "name"], ["order", "order"]];

// One article

const CHANGED = "del, ins, mark";

function piece(tag, text, note, isStop) {
  const looks = text ? { class: "edit" } : { class: "edit nothing", "aria-label": "nothing stood here" };
  const link = make("a", { ...looks, href: address({ note }), tabindex: isStop ? 0 : -1 }, text);
  return make(tag, { "data-note": note }, link);
}

const linesOf = (text) => (text.trim() ? text.replace(/^\n+|\n+$/g, "") : text.replaceAll("\n", "\u21b5"));

// Lines that both texts keep divide them into pairs that stand side by side.
function pairsOf(parts) {
  const pairs = [];
  let raw = [], clean = [], isSame = true;
  const close = () => {
    if (raw.length || clean.length) pairs.push([raw, clean, isSame]);
    raw = []; clean = []; isSame = true;
  };
  for (const part of parts) {
    if (typeof part === "number") {
      const cut = () => make("span", { class: "cut" }, `[${shown(part)} characters are left out here]`);
      raw.push(cut()); clean.push(cut());
    } else if (typeof part === "string") {
      const lines = part.split("\n");
      lines.forEach((line, number) => {
        if (number) close();
        if (line) { raw.push(line); clean.push(line); }
      });
    } else {
      const [before, after, notes] = part, isFlag = before === after;
      if (before.startsWith("\n") && before.trim()) close();
      isSame = false;
      raw.push(piece(isFlag ? "mark" : "del", linesOf(before), notes[0], true));
      if (after) clean.push(piece(isFlag ? "mark" : "ins", linesOf(after), notes[0], false));
      if (after.includes("\n") || before.endsWith("\n")) close();
    }
  }
  close();
  return pairs;
}

function showArticle(place) {
  const row = names[place], article = articles[place];
  byId("article-title").textContent = row[NAME];
  byId("article-about").textContent = `${shown(row[WORDS])} words, ${(100 * row[SHARE]).toFixed(1)}% changed; ` +
    `${shown(total(row[EDITS]))} edits, ${shown(total(row[FLAGS]))} flags`;
  const select = byId("article-rule");
  select.replaceChildren(make("option", { value: "" }, "every rule"));
  options(select, "", [...new Set(article.notes.flatMap((note) => note.rules.map(([rule]) => rule)))].sort().map((id) => [id]));
  const pairs = pairsOf(article.parts).map(([raw, clean, isSame]) => make("div", { class: isSame ? "pair same" : "pair" },
    make("div", { "data-side": "Raw" }, ...raw), make("div", { "data-side": "Clean" }, ...clean)));
  byId("sides").replaceChildren(make("div", { class: "pair heads" }, make("div", {}, "Raw"), make("div", {}, "Clean")), ...pairs);
  if (article.more) byId("article-about").append(`; ${shown(article.more)} more notes are on parts that are left out here`);
  const placed = new Set(article.parts.flatMap((part) => (Array.isArray(part) ? part[2] : [])));
  byId("of-all").replaceChildren(...article.notes.map((note, number) => [note, number]).filter(([, number]) => !placed.has(number))
    .map(([note, number]) => make("li", {}, make("a", { href: address({ note: number }) }, `${note.rules[0][0]}: of the whole text, or of a part that is left out`))));
}

function tell(label, ...value) {
  return [make("dt", {}, label), make("dd", {}, ...value)];
}

function aboutNote(note) {
  const [before, after] = note.words, [first] = note.rules;
  const isFixed = (rules[numbers.get(first[0])] || [])[2];
  const text = (tag, words) => (words ? [make(tag, {}, make("bdi", {}, words)), " "] : []);
  const words = note.flag ? text("mark", before) : before === after ? text("bdi", before) : [...text("del", before), ...text("ins", after)];
  const lines = [...tell(note.flag ? "Left as it is" : "Changed", ...words, ` at ${note.raw} of the raw text, ${note.gone ? "gone from" : `${note.article} of`} the article`)];
  for (const [rule, evidence] of note.rules) {
    const title = (rules[numbers.get(rule)] || [])[1] || "";
    lines.push(...tell("Rule", make("strong", {}, rule), title ? ` — ${title}` : "", evidence ? ` Because: ${evidence}` : ""));
  }
  for (const [key, value] of note.moved || []) lines.push(...tell("Front matter", `${key}: `, make("bdi", {}, value)));
  if (isFixed) lines.push(...tell("To undo", "It makes the file an article, and cannot be switched off."));
  else {
    // What is put in beside a word is no part of it.
    const isBeside = after.startsWith(before) || after.endsWith(before);
    const words = !note.flag && !note.lines && !isBeside && before.length < 80 && /\p{L}/u.test(before) && !/["\\\n\u2423]/.test(before);
    const file = (entry) => make("code", {}, hasFile ? entry : `{version: 1, ${entry}}`);
    lines.push(...tell(note.flag ? "To silence" : "To undo", hasFile ? "in the rules file, " : "in a file rules.yaml, in the folder where you run cleaner, ",
      file(`rules: {${first[0]}: off}`), " switches the rule off", ...(words ? ["; ", file(`protect: ["${before}"]`), " keeps these words"] : []), ". Then run again."));
  }
  return make("dl", {}, ...lines);
}

let current = -1;

function showNote(number, isFocused) {
  const note = articles[current].notes[number];
  if (!note) return;
  byId("note").replaceChildren(aboutNote(note));
  for (const each of byId("sides").querySelectorAll(".here")) each.classList.remove("here");
  const pieces = byId("sides").querySelectorAll(`[data-note="${number}"]`);
  for (const each of pieces) each.classList.add("here");
  if (isFocused && pieces.length) {
    pieces[0].scrollIntoView({ block: "center" });
    pieces[0].firstChild.focus({ preventScroll: true });
  }
}

const noteOf = (event) => event.target.closest(CHANGED)?.dataset.note;
for (const kind of ["mouseover", "focusin"])
  byId("sides").addEventListener(kind, (event) => { const note = noteOf(event); if (note) showNote(Number(note), false); });

function step(by) {
  const stops = [...byId("sides").querySelectorAll('[tabindex="0"]')].filter((stop) => !stop.closest(".dim"));
  if (!stops.length) return;
  const at = stops.findIndex((stop) => stop.parentElement.classList.contains("here"));
  const next = stops[(Math.max(at, by < 0 ? 0 : -1) + by + stops.length) % stops.length];
  next.scrollIntoView({ block: "center" });
  next.focus({ preventScroll: true });
}
byId("edit-on").onclick = () => step(1);
byId("edit-back").onclick = () => step(-1);
document.addEventListener("keydown", (event) => {
  if (byId("article").hidden || event.ctrlKey || event.altKey || event.metaKey || /^(INPUT|SELECT)$/.test(event.target.tagName)) return;
  if (event.key === "n" || event.key === "p") step(event.key === "n" ? 1 : -1);
  if (event.key === "Escape") location.hash = address({ article: "", note: "" });
});

function dim() {
  const rule = byId("article-rule").value, { notes } = articles[current];
  for (const each of byId("sides").querySelectorAll(CHANGED))
    each.classList.toggle("dim", rule !== "" && !notes[each.dataset.note].rules.some(([id]) => id === rule));
}
byId("article-rule").onchange = dim;

// Both, as the address asks

function show() {
  const wanted = asked(), place = wanted.article === undefined ? -1 : Number(wanted.article);
  const isArticle = place in articles, was = current;
  byId("overview").hidden = isArticle;
  byId("article").hidden = !isArticle;
  if (!isArticle) {
    current = -1;
    listDocuments();
    if (was >= 0 || wanted.rule) byId("documents-title").scrollIntoView();
    return;
  }
  byId("back").href = address({ article: "", note: "" });
  if (place !== was) {
    current = place;
    showArticle(place);
    const rule = byId("article-rule");
    rule.value = wanted.rule || "";
    if (rule.selectedIndex < 0) rule.value = "";
    dim();
    window.scrollTo(0, 0);
    byId("article-title").focus();
    if (rule.value && wanted.note === undefined) step(1);
  }
  if (wanted.note !== undefined) showNote(Number(wanted.note), true);
}

options(byId("by-rule"), "", rules);
for (const [id, key] of FIELDS) byId(id).addEventListener(id === "by-name" ? "input" : "change", () => {
  history.replaceState(null, "", address({ [key]: byId(id).value, page: "" }));
  listDocuments();
});
byId("filter").onsubmit = (event) => event.preventDefault();
window.addEventListener("hashchange", show);
show();
