// A request and its answer, as the server saw them.
import { byId, element } from "./elements.js";
import { wire } from "./wire.js";

/** Both, written as they travel. */
export function exchangeView({ request, response, steps }) {
  return element("div", { class: "exchange" },
    request && part("Request", requestText(request)),
    steps.length > 0 && element("p", { class: "inside" }, `Inside the API: ${steps.map(stepText).join(", ")}.`),
    response && part("Answer", responseText(response)));
}

function part(title, text) {
  return element("figure", {},
    element("figcaption", {}, title), element("pre", { tabindex: "0", "aria-label": title }, text));
}

function requestText({ method, path, headers, body }) {
  return [`${method} ${path} HTTP/1.1`, ...headers.map(line), ...bodyLines(body)].join("\n");
}

function responseText({ status, reason, headers, body }) {
  return [`HTTP/1.1 ${status} ${reason}`, ...headers.map(line), ...bodyLines(body)].join("\n");
}

const line = ([name, value]) => `${name}: ${value}`;

function bodyLines(body) {
  if (body === null) return [];
  return ["", typeof body === "string" ? body : JSON.stringify(body, null, 2)];
}

function stepText({ step, passed, milliseconds }) {
  return `${step.replaceAll("-", " ")}${passed ? "" : ": no"} (${duration(milliseconds)})`;
}

/** Milliseconds in words. */
export function duration(milliseconds) {
  if (milliseconds === undefined) return "";
  if (milliseconds < 0.1) return "under 0.1 ms";
  return milliseconds < 10 ? `${milliseconds.toFixed(1)} ms` : `${Math.round(milliseconds)} ms`;
}

/** Lists every request of this page, the latest first. */
export function listExchanges() {
  const list = byId("exchanges");
  wire.addEventListener("response", ({ detail: { exchange } }) => {
    const { method, path } = exchange.request ?? exchange;
    const { status, body } = exchange.response;
    list.prepend(element("li", {}, element("details", {},
      element("summary", {},
        element("code", {}, `${method} ${path}`), " ",
        element("span", { class: "status", "data-ok": status < 400 }, `${status} ${body?.error ?? ""}`)),
      exchangeView(exchange))));
    while (list.children.length > 30) list.lastElementChild.remove();
  });
}
