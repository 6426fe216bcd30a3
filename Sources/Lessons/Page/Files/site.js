// The web site: what somebody sees who has never heard of tokens.
import { byId, element, fill } from "./elements.js";
import { accountForm } from "./forms.js";
import { button, has } from "./lesson.js";
import { accessTokenNow, forget, keep, session } from "./session.js";
import { clear, light } from "./walk.js";
import { send } from "./wire.js";

const view = () => byId("view");
let name = "";

/** Shows the page that somebody sees first. */
export function openSite() {
  if (!has("POST /login")) return showRegister();
  showHome();
}

export function showHome(message) {
  const isKnown = accessTokenNow() !== null;
  show("Welcome", message ?? (isKnown ? "You are logged in." : "You are not logged in."), [
    element("div", { class: "buttons" },
      infoButton(),
      isKnown ? null : button("Log in", "POST /login", () => showLogin()),
      isKnown ? null : button("Make an account", "POST /register", () => showRegister())),
  ]);
}

const infoButton = () => button("See my info", "GET /my-info", seeMyInfo, { kind: "primary", tell: say });

async function seeMyInfo() {
  const token = accessTokenNow();
  const click = token ? 14 : 2;
  clear(click);
  light(click);
  const answer = await send("GET", "/my-info", { token, purpose: "walk" });
  if (answer.status === 200) {
    showInfo(answer.body);
    light(19);
  } else if (answer.status === 401) {
    forget();
    if (!token) light(6);
    showLogin(token ? `The API: “${answer.body?.message}” Log in again.` : "To see your info, log in first.");
    if (!token) light(7);
  } else {
    say(answer.body?.message ?? `The API answered ${answer.status}.`);
  }
}

function showInfo(info) {
  const rows = Object.entries(info ?? {}).flatMap(([key, value]) => [
    element("dt", {}, key), element("dd", {}, typeof value === "string" ? value : JSON.stringify(value)),
  ]);
  show("Your info", "This is what the API knows of you, and tells you.", [
    element("dl", { class: "info" }, rows), element("div", { class: "buttons" }, infoButton()),
  ]);
}

export function showLogin(message) {
  const form = accountForm({
    name, action: "Log in", autocomplete: "current-password",
    submit: async (username, password) => {
      clear(8);
      light(8);
      const answer = await send("POST", "/login", { body: { username, password }, purpose: "walk" });
      if (answer.status !== 200) return answer.body?.message ?? `The API answered ${answer.status}.`;
      name = username;
      keep(answer.body);
      light(13);
      showHome("You are logged in. Now ask again.");
    },
  });
  show("Log in", message, [
    form, element("p", {}, "New here? ", button("Make an account", "POST /register", () => showRegister(), { kind: "link" })),
  ]);
  form.querySelector("input").focus({ preventScroll: true });
}

function showRegister() {
  const form = accountForm({
    name, action: "Make the account", autocomplete: "new-password",
    submit: async (username, password) => {
      const answer = await send("POST", "/register", { body: { username, password }, purpose: "account" });
      if (answer.status !== 201) return answer.body?.message ?? `The API answered ${answer.status}.`;
      name = username;
      if (has("POST /login")) showLogin(`There is an account for ${answer.body?.username} now. Log in.`);
      else show("Welcome", `There is an account for ${answer.body?.username} now. Logging in comes with lesson 4.`, []);
    },
  });
  show("Make an account", "A name, and a passphrase of fifteen characters or more: four or five words will do.", [form]);
  form.querySelector("input").focus({ preventScroll: true });
}

function show(title, message, content) {
  const heading = element("h3", { tabindex: "-1" }, title);
  fill(view(), heading, message ? element("p", { class: "message", role: "status" }, message) : null, ...content);
  if (document.hasFocus() && document.activeElement === document.body) heading.focus({ preventScroll: true });
}

function say(sentence) {
  byId("outcome").textContent = sentence;
}

session.addEventListener("changed", () => {
  byId("keeping").textContent = accessTokenNow()
    ? "This page holds one, in a variable. It is taken apart on the token bench."
    : "This page holds none. A login brings one.";
});
