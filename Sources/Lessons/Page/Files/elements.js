// Builds elements. Text goes in as text, never as markup, whatever it holds.

/** An element with these attributes and children; `on…` adds a listener, null and false leave an attribute out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value);
  }
  made.append(...present(children));
  return made;
}

/** The element with this id. */
export const byId = (id) => document.getElementById(id);

/** Puts these children in the place of all others. */
export function fill(parent, ...children) {
  parent.replaceChildren(...present(children));
}

const present = (children) => children.flat().filter((child) => child !== null && child !== undefined && child !== false);
