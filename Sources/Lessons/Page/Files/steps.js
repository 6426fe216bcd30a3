// The nineteen steps from a click to an answer.

const you = 0, client = 1, api = 2;

/** A step: from one lane to another, or within one; the lesson from which on it can happen; and what it is for. */
const step = (from, to, lesson, text, why) => ({ from, to, lesson, text, why });

export const steps = [
  step(you, client, 3, "You open the site", "The page you are reading. It knows nothing about you yet."),
  step(you, client, 5, "Press “See my info”", "A wish, not yet a right."),
  step(client, api, 5, "GET /my-info", "The client asks without a token: it has none."),
  step(api, api, 5, "No token found", "The API looks into the header Authorization and nowhere else."),
  step(api, client, 5, "401: who are you?", "The answer names the reason in a form that programs can read."),
  step(client, client, 5, "401 received", "The client could have known. It asked anyway, so that the API has the last word."),
  step(client, you, 5, "The login page", "The only place where a password is typed."),
  step(you, client, 4, "Name and password", "They leave this page once, in the next request, and are not kept."),
  step(client, api, 4, "POST /login", "The one request that carries the password. Outside this machine it needs TLS."),
  step(api, api, 4, "Password checked", "Hashing it takes long on purpose: whoever guesses pays that price for every guess."),
  step(api, api, 4, "Token minted", "Who you are and until when, signed with a secret that never leaves the server."),
  step(api, client, 4, "200: a token", "From now on it speaks for you. Whoever has it is you, until it expires."),
  step(client, client, 4, "Token stored", "In a variable of this page."),
  step(you, client, 5, "“See my info” again", "The same button."),
  step(client, api, 5, "GET /my-info + token", "The same request, with one header more."),
  step(api, api, 5, "Token verified", "Form, signature, times, issuer, audience, type, in this order. No database is asked."),
  step(api, api, 5, "User loaded", "By the id in the token. An account that is gone ends here, however good the token."),
  step(api, client, 5, "200: your info", "What others may see of an account, which is not all of it."),
  step(client, you, 5, "Shown to you", "Nineteen steps. The next click takes six."),
];

/** The three parts of the story, each with the number of its first step. */
export const acts = [
  { title: "You ask, as nobody", first: 1 }, { title: "You say who you are", first: 8 }, { title: "You ask, as somebody", first: 14 },
];

export const laneNames = ["You", "Client", "API"];

/** Which step it is that the server tells of a request in the walk; null for what is none of the nineteen. */
export function stepOf(kind, exchange, event) {
  const hasToken = exchange.request?.headers.some(([name]) => name.toLowerCase() === "authorization");
  const isLogin = exchange.path === "/login";
  switch (kind) {
    case "request": return isLogin ? 9 : hasToken ? 15 : 3;
    case "response": return isLogin ? 12 : hasToken ? 18 : 5;
    default: return event.step === "token-found" ? (event.passed ? null : 4) : inside[event.step] ?? null;
  }
}

const inside = { "credentials-checked": 10, "token-minted": 11, "token-verified": 16, "user-loaded": 17 };
