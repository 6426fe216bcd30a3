// A form for a name and a password.
import { element } from "./elements.js";

let count = 0;

/**
 * @param submit gets both, and returns a sentence if it did not work.
 */
export function accountForm({ name, action, autocomplete, submit }) {
  const id = (count += 1);
  const problem = element("p", { class: "problem", role: "alert" });
  const username = element("input", {
    id: `name-${id}`, name: "username", value: name, autocomplete: "username", autocapitalize: "none",
    spellcheck: "false", required: true,
  });
  const password = element("input", { id: `password-${id}`, name: "password", type: "password", autocomplete, required: true });
  const press = element("button", { class: "primary" }, action);
  return element("form", {
    onsubmit: async (event) => {
      event.preventDefault();
      problem.textContent = "";
      press.disabled = true;
      const sentence = await submit(username.value, password.value);
      press.disabled = false;
      if (sentence) problem.textContent = sentence;
      // A password stays in the page no longer than it is needed.
      password.value = "";
    },
  },
  element("label", { for: `name-${id}` }, "Name"), username,
  element("label", { for: `password-${id}` }, "Passphrase"), password, problem, press);
}
