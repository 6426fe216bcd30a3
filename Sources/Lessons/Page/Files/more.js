// What else the client can ask for, a button each; later lessons bring the rest.
import { byId, fill } from "./elements.js";
import { button } from "./lesson.js";
import { accessTokenNow, forget, keep, refreshTokenNow, session } from "./session.js";
import { showHome } from "./site.js";
import { takeApart } from "./token.js";
import { send } from "./wire.js";

export function drawMore() {
  const options = { tell: say };
  fill(byId("more"),
    button("Look me up by id", "GET /user/{id}", lookUp, options),
    button("Renew the token", "POST /refresh", renew, options),
    button("Log out", "POST /logout", logOut, options));
}

async function lookUp() {
  const id = takeApart(accessTokenNow() ?? "")?.claims?.sub;
  if (typeof id !== "string") return say("Log in first: the id stands in the token.");
  const answer = await send("GET", `/user/${encodeURIComponent(id)}`, { token: accessTokenNow(), purpose: "more" });
  say(answer.status === 200 ? `The API: ${JSON.stringify(answer.body)}` : sentence(answer));
}

async function renew() {
  if (!refreshTokenNow()) return say("Log in first: a refresh token comes with the access token.");
  const answer = await send("POST", "/refresh", { token: refreshTokenNow(), purpose: "more" });
  if (answer.status === 200) keep(answer.body);
  else if (answer.status === 401) forget();
  say(answer.status === 200 ? "A new pair of tokens. The old refresh token is spent." : sentence(answer));
}

async function logOut() {
  if (!accessTokenNow()) return say("You are not logged in.");
  const answer = await send("POST", "/logout", { token: accessTokenNow(), purpose: "more" });
  if (answer.status !== 200 && answer.status !== 401) return say(sentence(answer));
  forget();
  showHome("You are logged out: here, and on the server.");
  say("");
}

const sentence = ({ status, body }) => `${status}: ${body?.message ?? "no message"}`;

function say(text) {
  byId("outcome").textContent = text;
}

session.addEventListener("changed", () => say(""));
