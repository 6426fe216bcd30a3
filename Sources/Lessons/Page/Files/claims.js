// What claims mean, and when they mean it.

/** In a few words; an empty text for a claim that we do not know. */
export const meaning = (name) => meanings[name] ?? "";

const meanings = {
  iss: "issuer: who made it", aud: "audience: for whom", sub: "subject: about whom", jti: "the token's own id",
  iat: "issued at", nbf: "not before", exp: "expires", type: "access or refresh", fresh: "straight from a password",
  is_admin: "for clients to read", sid: "the session",
};

const isTime = (name, value) => ["iat", "nbf", "exp"].includes(name) && Number.isFinite(value);

/** A time as a date and the distance from now; an empty text for what is no time. */
export function when(name, value, now = Date.now()) {
  if (!isTime(name, value)) return "";
  const date = new Date(value * 1000);
  if (Number.isNaN(date.getTime())) return "beyond every calendar";
  const words = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium" }).format(date);
  const seconds = Math.round(value - now / 1000);
  return `${words}, ${seconds === 0 ? "now" : seconds < 0 ? `${span(-seconds)} ago` : `in ${span(seconds)}`}`;
}

function span(seconds) {
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  if (seconds < 172800) return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
  return `${Math.floor(seconds / 86400).toLocaleString("en")} days`;
}

/** What somebody has typed for a claim: JSON, or else a text as it stands. */
export function typed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
