// The token bench: takes a token apart, lets somebody rewrite it, and asks the server what it thinks of that.
import { byId, element, fill } from "./elements.js";
import { button } from "./lesson.js";
import { meaning, typed, when } from "./claims.js";
import { accessTokenNow, session } from "./session.js";
import { size, takeApart, write } from "./token.js";
import { verdict } from "./verdict.js";
import { send } from "./wire.js";

/** The token as it was given, and as it is now. */
let original = null;
let edited = null;

export function openBench() {
  session.addEventListener("changed", () => put(accessTokenNow() ?? ""));
  put(accessTokenNow() ?? "");
  setInterval(tick, 1000);
}

function put(text) {
  original = takeApart(text);
  restore();
}

function restore() {
  edited = original && structuredClone(original);
  draw();
}

function draw() {
  fill(byId("bench-body"), ...(edited ? [
    element("p", { class: "token", id: "bench-token", tabindex: "0", "aria-label": "The token as it would be sent" }),
    element("div", { class: "parts" }, headerCard(), claimsCard(), signatureCard()),
    tools(), element("div", { id: "bench-answer", class: "answer", role: "status" }),
  ] : [element("p", { class: "empty" }, "Log in, and your token lies here. Or put in any other one.")]), pasting());
  paint();
}

function headerCard() {
  const text = Object.entries(edited.header).map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join("\n");
  return card("header", "Header", "how it is signed, says the token", element("pre", { tabindex: "0", "aria-label": "Header" }, text));
}

function claimsCard() {
  const rows = Object.entries(edited.claims).map(([name, value], index) => {
    const id = `claim-${index}`;
    const input = element("input", {
      id, value: JSON.stringify(value), spellcheck: "false", autocomplete: "off", "data-claim": name,
      oninput: () => change(name, typed(input.value)),
    });
    return element("div", { class: "claim" },
      element("label", { for: id }, element("code", {}, name), " ", element("span", {}, meaning(name))),
      input, element("p", { class: "when", "data-when": name }));
  });
  return card("claims", "Claims", "what it says; change it", rows);
}

function signatureCard() {
  const bytes = size(edited.parts[2]);
  return card("signature", "Signature", "what makes it count", element("p", {}, bytes === 0
    ? "There is none."
    : `${bytes} bytes over the other two parts. Only whoever has the server's secret can make them, and this page has not.`));
}

function card(kind, title, subtitle, ...content) {
  return element("section", { class: `part ${kind}`, "aria-label": title },
    element("h3", {}, title, " ", element("small", {}, subtitle)), ...content);
}

function tools() {
  const preset = (text, act) => element("button", { type: "button", onclick: act }, text);
  return element("div", { class: "buttons tools" },
    button("Send it to /my-info", "GET /my-info", ask, { kind: "primary", tell: (text) => answer(element("p", {}, text)) }),
    preset("Live a year longer", () => redraw(() => change("exp", Number(original.claims.exp) + 31_536_000))),
    preset("Be somebody else", () => redraw(() => change("sub", crypto.randomUUID()))),
    preset("Say “alg: none”", () => redraw(() => {
      edited.header = { ...edited.header, alg: "none" };
      edited.parts = [write(edited.header), edited.parts[1], ""];
    })),
    preset("As it was", restore));
}

function redraw(act) {
  act();
  draw();
}

function change(name, value) {
  edited.claims[name] = value;
  const isSame = JSON.stringify(edited.claims) === JSON.stringify(original.claims);
  // Unchanged claims keep their spelling: writing them anew might order or space them differently.
  edited.parts[1] = isSame ? original.parts[1] : write(edited.claims);
  paint();
}

function paint() {
  const token = byId("bench-token");
  if (!token) return;
  const kinds = ["header", "claims", "signature"];
  fill(token, edited.parts.flatMap((part, index) => [
    index > 0 ? "." : null,
    element("span", { class: kinds[index], "data-changed": part !== original.parts[index] }, part),
  ]));
  for (const input of document.querySelectorAll("[data-claim]")) {
    const name = input.dataset.claim;
    input.toggleAttribute("data-changed", JSON.stringify(edited.claims[name]) !== JSON.stringify(original.claims[name]));
  }
  tick();
}

function tick() {
  for (const place of document.querySelectorAll("[data-when]")) {
    place.textContent = when(place.dataset.when, edited?.claims[place.dataset.when]);
  }
}

async function ask() {
  const changes = verdict.changes(original, edited);
  const response = await send("GET", "/my-info", { token: edited.parts.join("."), purpose: "bench" });
  answer(verdict.view(response, changes));
}

function answer(content) {
  const place = byId("bench-answer");
  if (place) fill(place, content);
}

function pasting() {
  const field = element("textarea", { id: "paste", rows: "3", spellcheck: "false", autocomplete: "off", autocapitalize: "none" });
  const problem = element("p", { class: "problem", role: "alert" });
  const take = () => {
    if (takeApart(field.value)) put(field.value.trim());
    else problem.textContent = "This is no token: three parts between dots, the first two JSON objects in base64url.";
  };
  return element("details", { class: "pasting" }, element("summary", {}, "Put in another token"),
    element("label", { for: "paste" }, "A token"), field, problem,
    element("button", { type: "button", onclick: take }, "Take it apart"));
}
