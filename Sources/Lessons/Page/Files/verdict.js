// What the server's answer to a token from the bench means.
import { element } from "./elements.js";

export const verdict = { changes, view };

/** What was changed, each as a few words. */
function changes(original, edited) {
  const claims = Object.keys(edited.claims).filter(
    (name) => JSON.stringify(edited.claims[name]) !== JSON.stringify(original.claims[name]));
  const isHeaderChanged = edited.parts[0] !== original.parts[0];
  return { claims, isHeaderChanged, isAny: isHeaderChanged || edited.parts.join(".") !== original.parts.join(".") };
}

function view({ status, body }, changes) {
  const isAccepted = status === 200;
  const isAlarming = isAccepted && changes.isAny;
  return element("div", { class: "verdict", "data-kind": isAlarming ? "alarm" : isAccepted ? "accepted" : "refused" },
    element("p", { class: "code" }, `${status} ${isAccepted ? JSON.stringify(body) : body?.error ?? ""}`),
    element("p", {}, reason(isAccepted, changes, body)));
}

function reason(isAccepted, { claims, isHeaderChanged, isAny }, body) {
  if (!isAny) return isAccepted ? "Nothing was changed, so the signature fits." : body?.message ?? "No reason was given.";
  if (isAccepted) return "The server has accepted a token that it never issued. Whoever can do this can be anybody.";
  if (isHeaderChanged) return "The token says that it needs no signature. But a server does not ask the token.";
  const words = claims.map((name) => `“${name}”`).join(" and ");
  return `You have changed ${words}. The signature still belongs to the old text, and without the secret there is no new one.`;
}
