// The sequence diagram: a list of steps, each of which opens.
import { byId, element, fill } from "./elements.js";
import { duration, exchangeView } from "./exchange.js";
import { acts, laneNames, steps } from "./steps.js";
import { known, walk } from "./walk.js";
import { wire } from "./wire.js";

const rows = new Map();

/** Draws all steps; those of lessons not yet reached say so. */
export function drawDiagram(isReached) {
  const all = steps.map((step, index) => row(step, index + 1, isReached(step.lesson)));
  fill(byId("steps"), acts.flatMap(({ title, first }, index) => [
    element("h3", { class: "act" }, title),
    element("ol", { class: "steps", start: first }, all.slice(first - 1, acts[index + 1] ? acts[index + 1].first - 1 : undefined)),
  ]));
  walk.addEventListener("changed", ({ detail: number }) => update(number));
  walk.addEventListener("rested", sayHowFar);
  // The arrow of the request gets the answer too, once there is one.
  wire.addEventListener("response", ({ detail: { exchange } }) => {
    for (const number of rows.keys()) if (known(number)?.exchange === exchange) update(number);
  });
}

function row(step, number, isReached) {
  const chip = element("span", { class: "chip" });
  const state = element("span", { class: "hidden" });
  const detail = element("div", { class: "detail" });
  const summary = element("summary", {},
    element("span", { class: "number" }, String(number)),
    element("span", { class: "track" },
      element("span", { class: "hidden" }, `${passage(step)}: `),
      element("span", { class: "label" }, step.text, " ", chip),
      element("span", { class: "arrow", "aria-hidden": "true" }),
      state));
  const item = element("li", {
    class: "step", "data-step": number, "data-state": isReached ? "waiting" : "later",
    "data-lanes": `${step.from}${step.to}`, "data-wire": Math.abs(step.from - step.to) === 1 && step.from + step.to === 3,
  }, element("details", {}, summary, detail));
  rows.set(number, { step, item, chip, state, detail, isReached });
  update(number);
  return item;
}

function passage({ from, to }) {
  return from === to ? laneNames[from] : `${laneNames[from]} to ${laneNames[to]}`;
}

function update(number) {
  const { step, item, chip, state, detail, isReached } = rows.get(number);
  const now = known(number);
  const word = now ? (now.refused ? "refused" : "lit") : isReached ? "waiting" : "later";
  item.dataset.state = word;
  state.textContent = { lit: ", done", refused: ", refused", waiting: ", not yet", later: ", in a later lesson" }[word];
  chip.textContent = now ? chipText(now) : word === "later" && step.from !== step.to ? `lesson ${step.lesson}` : "";
  fill(detail, element("p", {}, step.why), ...(now?.exchange && step.from !== step.to ? [exchangeView(now.exchange)] : []));
}

/** A status stands in the label already unless it is another than the one of the usual way. */
function chipText({ status, refused, milliseconds }) {
  if (status) return refused ? `${status}` : duration(milliseconds);
  return refused ? "refused" : duration(milliseconds);
}

function sayHowFar() {
  const last = steps.findLastIndex((_, index) => known(index + 1));
  const count = steps.filter((_, index) => known(index + 1)).length;
  byId("progress").textContent = last < 0 ? "" : `${count} of ${steps.length} · ${steps[last].text}`;
}
