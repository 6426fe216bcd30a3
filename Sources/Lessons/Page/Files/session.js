// What this page keeps of a login: in two variables, so that it is gone with the page.

/** Tells of `changed`. */
export const session = new EventTarget();

let accessToken = null;
let refreshToken = null;

export const accessTokenNow = () => accessToken;
export const refreshTokenNow = () => refreshToken;

/** Keeps the tokens of an answer. */
export function keep(answer) {
  accessToken = answer.access_token ?? null;
  refreshToken = answer.refresh_token ?? null;
  session.dispatchEvent(new Event("changed"));
}

/** Forgets them. */
export function forget() {
  keep({});
}
