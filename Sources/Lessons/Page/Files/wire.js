// Sends requests, and hears from the server how each of them looks from there.

/** 256 random bits: whoever does not know them cannot listen in. */
const channel = base64url(crypto.getRandomValues(new Uint8Array(32)));
const exchanges = new Map();
let count = 0;

/** Tells of `opened`, `lost`, and of `request`, `step` and `response`, whose detail is `{exchange, event}`. */
export const wire = new EventTarget();

export function openWire() {
  const source = new EventSource(`/workbook/wire/${channel}`);
  source.addEventListener("open", () => wire.dispatchEvent(new Event("opened")));
  source.addEventListener("error", () => wire.dispatchEvent(new Event("lost")));
  for (const kind of ["request", "step", "response"]) {
    source.addEventListener(kind, (message) => note(kind, JSON.parse(message.data)));
  }
}

function note(kind, event) {
  const exchange = exchanges.get(event.exchange);
  if (!exchange) return;
  if (kind === "step") exchange.steps.push(event);
  else exchange[kind] = event;
  wire.dispatchEvent(new CustomEvent(kind, { detail: { exchange, event } }));
  if (kind === "response") exchange.settle();
}

/**
 * Sends a request and waits for the answer, and for what the server tells of it.
 *
 * @param purpose what it is for: "walk" for the nineteen steps, otherwise a word for the list of requests.
 * @returns {Promise<{status: number, body: object|null}>} status 0 if no answer came.
 */
export async function send(method, path, { body, token, purpose }) {
  const exchange = { number: ++count, purpose, method, path, steps: [], request: null, response: null };
  const told = new Promise((resolve) => { exchange.settle = resolve; });
  remember(exchange);
  const headers = { "Workbook-Channel": channel, "Workbook-Exchange": String(exchange.number) };
  if (body) headers["Content-Type"] = "application/json";
  if (token) headers.Authorization = `Bearer ${token}`;
  try {
    // Cookies of other servers on this machine are none of this one's business.
    const settings = { method, headers, cache: "no-store", credentials: "omit", redirect: "error" };
    const response = await fetch(path, body ? { ...settings, body: JSON.stringify(body) } : settings);
    const answer = { status: response.status, body: parsed(await response.text()), exchange };
    await Promise.race([told, new Promise((resolve) => setTimeout(resolve, 2000))]);
    return answer;
  } catch {
    return { status: 0, body: { error: "unreachable", message: "No answer came. Does the server still run?" }, exchange };
  }
}

function remember(exchange) {
  exchanges.set(exchange.number, exchange);
  if (exchanges.size > 50) exchanges.delete(exchanges.keys().next().value);
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
