// Takes tokens apart and puts them together again. It cannot sign: that needs the server's secret.

/** `{header, claims, parts}` of a token; null if it is none. Nothing is verified. */
export function takeApart(text) {
  const parts = text.trim().split(".");
  if (parts.length !== 3) return null;
  const [header, claims] = parts.slice(0, 2).map(read);
  return header && claims ? { header, claims, parts } : null;
}

/** One part of a token, from an object. */
export function write(object) {
  const bytes = new TextEncoder().encode(JSON.stringify(object));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** How many bytes a part stands for. */
export const size = (part) => Math.floor((part.length * 3) / 4);

function read(part) {
  try {
    const binary = atob(part.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
