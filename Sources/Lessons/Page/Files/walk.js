// Which of the nineteen steps have happened. They are played one after another, so that the eye can follow.
import { steps, stepOf } from "./steps.js";
import { wire } from "./wire.js";

/** Tells of `changed`, whose detail is the number of a step, and of `rested`, when all was played. */
export const walk = new EventTarget();

const happened = new Map();
const queue = [];
let playing = false;

const pause = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120);

/** What is known of a step: `{refused, exchange, milliseconds, status}`, or undefined before it has happened. */
export const known = (number) => happened.get(number);

/** Lights a step. */
export function light(number, details = {}) {
  queue.push({ number, details });
  play();
}

/** Puts out these steps and all between. */
export function clear(from, to = steps.length) {
  for (let number = from; number <= to; number += 1) queue.push({ number, details: null });
  play();
}

async function play() {
  if (playing) return;
  playing = true;
  while (queue.length > 0) {
    const { number, details } = queue.shift();
    if (details) happened.set(number, details);
    else happened.delete(number);
    walk.dispatchEvent(new CustomEvent("changed", { detail: number }));
    if (details) await new Promise((resolve) => setTimeout(resolve, pause()));
  }
  playing = false;
  walk.dispatchEvent(new Event("rested"));
}

for (const kind of ["request", "step", "response"]) {
  wire.addEventListener(kind, ({ detail: { exchange, event } }) => {
    const number = exchange.purpose === "walk" ? stepOf(kind, exchange, event) : null;
    if (number === null) return;
    // That no token is found is what step 4 is about; elsewhere, what does not pass is a refusal.
    const refused = kind === "step" ? number !== 4 && !event.passed : number !== 5 && event.status >= 400;
    light(number, { refused, exchange, status: event.status, milliseconds: event.milliseconds });
  });
}
