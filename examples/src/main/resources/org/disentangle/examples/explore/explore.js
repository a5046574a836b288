// SPDX-License-Identifier: Apache-2.0
"use strict";

/** Sliders for a model's codes: a change asks for new images, and the address says what is seen. */

const at = (id) => document.getElementById(id);
const LARGEST_SEED = 999_999;
const STEPS = 200;
const SAVED_PIXELS = 256;
const SECONDS_OF_QUIET = 0.25;

let model;
let shown = { codes: [], seed: 1, vary: "noise", moving: -1, image: 1 };
const inputs = []; // of each code: the slider, or the buttons of its categories

/* What is seen, and the address that says so. */

function query() {
  const values = new URLSearchParams({
    codes: shown.codes.join(","),
    seed: shown.seed,
    vary: shown.vary,
    moving: shown.moving,
  });
  return values.toString().replaceAll("%2C", ",");
}

function isAdmitted(code, value) {
  const { least, largest, categories } = model.codes[code];
  return Number.isFinite(value) && value >= least && value <= largest
    && (!categories || Number.isInteger(value));
}

function middle(code) {
  return model.codes[code].categories ? 0 : 0.5 * (model.codes[code].low + model.codes[code].high);
}

/** Takes what an address says, as far as this model has it. */
function restore() {
  const values = new URLSearchParams(location.hash.slice(1));
  const codes = (values.get("codes") ?? "").split(",").map(Number);
  const whole = (name, least, largest, otherwise) => {
    const value = values.has(name) ? Number(values.get(name)) : NaN;
    return Number.isInteger(value) && value >= least && value <= largest ? value : otherwise;
  };
  const fits = values.get("codes") && codes.length === model.codes.length;
  shown = {
    codes: model.codes.map((_, i) => (fits && isAdmitted(i, codes[i]) ? codes[i] : middle(i))),
    seed: whole("seed", 0, Number.MAX_SAFE_INTEGER, 1),
    vary: model.noise && values.get("vary") !== "codes" ? "noise" : "codes",
    moving: whole("moving", 0, model.codes.length - 1, model.noise ? -1 : 0),
    image: whole("image", 1, Math.max(1, model.data), 1),
  };
}

let addressTimer;

function remember() {
  clearTimeout(addressTimer); // browsers take no more than some changes per second
  addressTimer = setTimeout(() => {
    const image = model.data ? `&image=${shown.image}` : "";
    history.replaceState(null, "", `#${query()}${image}`);
  }, 1000 * SECONDS_OF_QUIET);
}

/* Images. */

let busy = false;
let waiting = false;

function say(text, failed = false) {
  at("status").textContent = text;
  at("status").classList.toggle("failed", failed);
}

/** The picture at an address; fails with the text of the answer if there is none. */
async function picture(address) {
  const image = new Image();
  const loaded = new Promise((resolve) => {
    image.onload = () => resolve(true);
    image.onerror = () => resolve(false);
  });
  image.src = address;
  if (!(await loaded)) {
    throw new Error(await (await fetch(address)).text());
  }
  return image;
}

/** Asks for the images of what is shown now; while one answer is awaited, for the newest only. */
async function draw() {
  remember();
  const scale = Math.min(16, Math.max(2, Math.round(SAVED_PIXELS / model.height)));
  at("png").href = `images?${query()}&scale=${scale}`;
  at("csv").href = `codes.csv?${query()}`;
  if (busy) {
    waiting = true;
    return;
  }
  busy = true;
  const begin = performance.now();
  try {
    const row = await picture(`images?${query()}`);
    document.querySelectorAll("#gallery canvas").forEach((canvas, i) => {
      canvas.getContext("2d").drawImage(
        row, i * model.width, 0, model.width, model.height, 0, 0, model.width, model.height);
    });
    document.body.dataset.milliseconds = (performance.now() - begin).toFixed(1);
    document.body.dataset.drawn = query();
    if (at("status").classList.contains("failed")) {
      say("");
    }
  } catch (e) {
    say(e instanceof TypeError ? "The program that makes the images has ended." : e.message, true);
  }
  busy = false;
  if (waiting) {
    waiting = false;
    draw();
  }
}

/* From what is shown to the inputs. */

function show() {
  shown.codes.forEach((value, code) => {
    const { categories, low, high } = model.codes[code];
    if (categories) {
      inputs[code].forEach((button, i) => { button.checked = i === value; });
    } else {
      const slider = inputs[code];
      slider.min = Math.min(low, value); // codes of images may lie outside
      slider.max = Math.max(high, value);
      slider.value = value;
      showNumber(code, value);
    }
  });
  showMoving();
  document.querySelectorAll("input[name=vary]").forEach((button) => {
    button.checked = button.value === shown.vary;
  });
  const noise = shown.vary === "noise";
  at("dice-text").textContent = noise ? "New noise" : "Other images";
  at("key-n").textContent = noise ? "new noise" : "other images";
  if (model.data) {
    at("data-number").value = shown.image;
    at("data-image").src = `data?image=${shown.image}`;
    at("data-image").alt = `Image ${shown.image} of the data`;
  }
  draw();
}

function showNumber(code, value) {
  const text = Number(value).toFixed(2);
  inputs[code].parentElement.querySelector("output").textContent = text;
}

function showMoving() {
  const others = shown.vary === "codes";
  inputs.forEach((input, code) => {
    const box = Array.isArray(input) ? input[0].closest("fieldset") : input.parentElement;
    box.classList.toggle("moving", others && code === shown.moving);
  });
  const name = shown.moving < 0 ? "" : model.codes[shown.moving].name;
  let text = "All images have the codes of the sliders, and each has noise of its own.";
  if (others) {
    text = `Image 1 has the codes of the sliders. The others have random codes of their own${
      name ? `, but for ${name}, which is the same in all` : ""}.`;
  }
  if (model.images === 1) {
    text = "The image has the codes of the sliders.";
  }
  at("explanation").textContent = text;
}

/* From the inputs to what is shown. */

function move(code, value) {
  shown.codes[code] = value;
  shown.moving = code;
  showMoving();
  draw();
}

function dice() {
  shown.seed = Math.floor(Math.random() * LARGEST_SEED) + 1;
  show();
}

function normal() {
  const radius = Math.sqrt(-2 * Math.log(1 - Math.random()));
  return radius * Math.cos(2 * Math.PI * Math.random());
}

/** Uniform from the low to the high end, or normal where values beyond the ends exist. */
function random(code) {
  const { low, high, least, largest, categories } = model.codes[code];
  if (categories) {
    return Math.floor(Math.random() * categories.length);
  }
  const value = largest > high ? normal() : low + (high - low) * Math.random();
  return Number(Math.max(least, Math.min(largest, value)).toFixed(2));
}

function setAll(choice) {
  shown.codes = shown.codes.map((_, code) => choice(code));
  show();
}

async function encode(image) {
  shown.image = Math.max(1, Math.min(model.data, Math.round(image) || 1));
  try {
    const answer = await fetch(`codes?image=${shown.image}`);
    if (!answer.ok) {
      throw new Error(await answer.text());
    }
    shown.codes = (await answer.json()).map((value) => Number(value.toFixed(3)));
    show();
  } catch (e) {
    say(e.message, true);
  }
}

async function copyAddress() {
  clearTimeout(addressTimer);
  const image = model.data ? `&image=${shown.image}` : "";
  history.replaceState(null, "", `#${query()}${image}`);
  try {
    await navigator.clipboard.writeText(location.href);
    say("The address is copied. It shows the same images while this program runs on this port.");
  } catch {
    say(`Copy the address from the browser: ${location.href}`);
  }
}

/* The page. */

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function slider(code, { name, low, high }) {
  const input = element("input", {
    type: "range", id: `code-${code}`, min: low, max: high, step: (high - low) / STEPS,
  });
  input.addEventListener("input", () => {
    showNumber(code, input.value);
    move(code, Number(input.value));
  });
  inputs.push(input);
  const label = element("label", { htmlFor: input.id, textContent: name });
  const number = element("output", { htmlFor: input.id });
  return element("div", { className: "slider" }, label, number, input);
}

function categories(code, { name, categories: names }) {
  const buttons = names.map((text, i) => {
    const input = element("input", { type: "radio", name: `code-${code}`, value: i });
    input.addEventListener("change", () => move(code, i));
    return input;
  });
  inputs.push(buttons);
  const labels = names.map((text, i) => element("label", {}, buttons[i], text));
  const row = element("div", { className: "categories" }, ...labels);
  return element("fieldset", {}, element("legend", { textContent: name }), row);
}

function build() {
  document.title = `${model.name} – Disentangle`;
  at("name").textContent = model.name;
  at("summary").textContent = model.summary;
  for (let i = 0; i < model.images; i++) {
    const canvas = element("canvas", { width: model.width, height: model.height });
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", `Generated image ${i + 1}`);
    const caption = element("figcaption", { textContent: `image ${i + 1}` });
    at("gallery").append(element("figure", {}, canvas, caption));
  }
  model.codes.forEach((code, i) => {
    at("codes").append(code.categories ? categories(i, code) : slider(i, code));
  });
  at("vary").hidden = !model.noise || model.images === 1;
  at("data").hidden = at("data-keys").hidden = !model.data;
  at("data-count").textContent = model.data;
  at("data-number").max = model.data;
}

const KEYS = {
  n: dice,
  r: () => setAll(random),
  0: () => setAll(middle),
  "[": () => focusCode(-1),
  "]": () => focusCode(1),
  ",": () => model.data && encode(shown.image - 1),
  ".": () => model.data && encode(shown.image + 1),
};

function focusCode(step) {
  const targets = inputs.map((input) =>
    Array.isArray(input) ? input.find((button) => button.checked) ?? input[0] : input);
  const now = targets.findIndex((target) => target === document.activeElement);
  const next = now < 0 ? (step > 0 ? 0 : targets.length - 1) : now + step;
  targets[(next + targets.length) % targets.length].focus();
}

function onKey(event) {
  const inText = event.target.matches("input[type=number]");
  if (event.ctrlKey || event.metaKey || event.altKey || inText || !at("keys").checked) {
    return;
  }
  if (Object.hasOwn(KEYS, event.key)) {
    event.preventDefault();
    KEYS[event.key]();
  }
}

async function main() {
  model = await (await fetch("model")).json();
  build();
  restore();
  show();
  at("dice").addEventListener("click", dice);
  at("random").addEventListener("click", () => setAll(random));
  at("centre").addEventListener("click", () => setAll(middle));
  at("link").addEventListener("click", copyAddress);
  at("previous").addEventListener("click", () => encode(shown.image - 1));
  at("next").addEventListener("click", () => encode(shown.image + 1));
  at("encode").addEventListener("click", () => encode(shown.image));
  at("data-number").addEventListener("change", () => encode(Number(at("data-number").value)));
  document.querySelectorAll("input[name=vary]").forEach((button) =>
    button.addEventListener("change", () => {
      shown.vary = button.value;
      show();
    }));
  document.addEventListener("keydown", onKey);
  window.addEventListener("hashchange", () => {
    restore();
    show();
  });
}

main().catch((e) => say(`The page could not begin: ${e.message}`, true));
