// What the server can do so far, and in which lesson it learns the rest.
import { element } from "./elements.js";

const lessons = {
  "POST /register": 3, "POST /login": 4, "GET /my-info": 5, "GET /user/{id}": 6, "POST /logout": 7, "POST /refresh": 8,
};
let facts = { lesson: "", version: "", endpoints: [] };

export async function askForLesson() {
  const response = await fetch("/workbook/lesson", { cache: "no-store", credentials: "omit" });
  facts = await response.json();
}

export const has = (endpoint) => facts.endpoints.includes(endpoint);

/** Whether what a lesson adds is there. */
export const isReached = (lesson) =>
  Object.entries(lessons).every(([endpoint, number]) => number !== lesson || has(endpoint));

/**
 * A button that needs an endpoint. Before the lesson that brings it, the button says so instead of acting.
 *
 * @param tell is given the sentence for a button whose time has not come.
 */
export function button(text, endpoint, act, { kind = "plain", tell = () => {} } = {}) {
  if (has(endpoint)) return element("button", { type: "button", class: kind, onclick: act }, text);
  const lesson = lessons[endpoint];
  const sentence = `${endpoint} comes with lesson ${lesson}.`;
  return element("button", {
    type: "button", class: `${kind} later`, "aria-disabled": "true", title: sentence, onclick: () => tell(sentence),
  }, text, " ", element("small", {}, `lesson ${lesson}`));
}
