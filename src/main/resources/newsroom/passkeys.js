// @ts-check
/**
 * Passkeys on the sign-in and the account screen (WebAuthn Level 3). A form with data-passkey="use" signs in by one, with
 * data-passkey="add" adds one: what the device says is put into its field "credential", and the form is sent as any other.
 * Forms and buttons are hidden until it is known that the browser has passkeys.
 */

/** @param {string} text in base64url */
const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

/** @param {ArrayBuffer} buffer */
const base64url = (buffer) =>
  btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** What waits for a passkey chosen in the e-mail field, until a button is pressed. */
let waiting = new AbortController();

/**
 * Says what went wrong, beside the button.
 * @param {HTMLFormElement} form
 * @param {string} text
 */
function say(form, text) {
  const status = form.querySelector("[data-passkey-status]");
  if (status) {
    status.textContent = text;
  }
}

/**
 * Asks the server what the device is to be asked.
 * @param {HTMLFormElement} form
 */
async function options(form) {
  const answer = await fetch(/** @type {string} */ (form.dataset.challenge), {
    method: "POST",
    headers: { Accept: "application/json", "X-Csrf-Token": document.body.dataset.csrf ?? "" },
    body: new URLSearchParams(/** @type {any} */ (new FormData(form))),
  });
  const values = await answer.json();
  if (!answer.ok) {
    throw new Error(values.message);
  }
  return values;
}

/**
 * Sends what a device said as the form.
 * @param {HTMLFormElement} form
 * @param {any} credential
 */
function send(form, credential) {
  const { response } = credential;
  const said = { clientDataJSON: base64url(response.clientDataJSON) };
  if (response.attestationObject) {
    said.attestationObject = base64url(response.attestationObject);
    said.transports = response.getTransports?.() ?? [];
  } else {
    said.authenticatorData = base64url(response.authenticatorData);
    said.signature = base64url(response.signature);
    said.userHandle = response.userHandle ? base64url(response.userHandle) : "";
  }
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("credential"));
  field.value = JSON.stringify({
    id: credential.id,
    rawId: base64url(credential.rawId),
    type: credential.type,
    response: said,
    clientExtensionResults: {},
  });
  form.submit();
}

/** @param {HTMLFormElement} form */
async function add(form) {
  const asked = await options(form);
  asked.challenge = bytes(asked.challenge);
  asked.user.id = bytes(asked.user.id);
  asked.excludeCredentials.forEach((known) => (known.id = bytes(known.id)));
  send(form, await navigator.credentials.create({ publicKey: asked }));
}

/**
 * @param {HTMLFormElement} form
 * @param {CredentialMediationRequirement} mediation
 * @param {AbortSignal} [signal]
 */
async function use(form, mediation, signal) {
  const asked = await options(form);
  asked.challenge = bytes(asked.challenge);
  send(form, await navigator.credentials.get({ publicKey: asked, mediation, signal }));
}

/**
 * Offers passkeys in the e-mail field, where the browser can; a challenge is good for five minutes, so it is renewed.
 * @param {HTMLFormElement} form
 */
async function offer(form) {
  if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) {
    return;
  }
  const { signal } = waiting;
  while (!signal.aborted) {
    try {
      await use(form, "conditional", AbortSignal.any([signal, AbortSignal.timeout(240_000)]));
      return;
    } catch (fault) {
      if (/** @type {Error} */ (fault).name !== "TimeoutError") {
        return;
      }
    }
  }
}

/** @param {HTMLFormElement} form */
async function press(form) {
  waiting.abort();
  say(form, "");
  form.ariaBusy = "true";
  try {
    await (form.dataset.passkey === "add" ? add(form) : use(form, "optional"));
  } catch (fault) {
    const { name, message } = /** @type {Error} */ (fault);
    const own = { NotAllowedError: "none", AbortError: "none", InvalidStateError: "known", SecurityError: "address" };
    say(form, form.dataset[own[name]] ?? (message || form.dataset.none || ""));
  } finally {
    form.ariaBusy = null;
  }
}

if (globalThis.PublicKeyCredential && globalThis.isSecureContext) {
  document.querySelectorAll("[data-passkey-without]").forEach((part) => part.remove());
  for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-passkey]"))) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      press(form);
    });
    if (form.dataset.passkey === "use") {
      offer(form);
    }
  }
}
