// What people do on a page: follow a link, press a button, type into a field. Everything is found by
// the words that they read.
import assert from "node:assert/strict";

/** Clicks, and waits for the page that comes of it. */
async function turn(page, what) {
  await Promise.all([page.waitForNavigation(), what.click()]);
}

/** Follows the first link of this name inside `where`, the page itself when nothing is said. */
export async function follow(page, name, where = page) {
  await turn(page, where.getByRole("link", { name }).first());
}

/** Goes by the menu, which a phone keeps behind a button. */
export async function open(page, name) {
  const door = page.getByRole("link", { name: "Danh mục", exact: true });
  if (await door.isVisible()) await door.click();
  await turn(page, page.locator("#danh-muc").getByRole("link", { name, exact: true }));
}

/** Presses the last button of this name: where an act says its consequence first, the one that acts. */
export async function press(page, name, where = page) {
  await turn(page, where.getByRole("button", { name }).last());
}

/** Unfolds what stands behind these words. */
export async function unfold(page, name, where = page) {
  await where.locator("summary", { hasText: name }).click();
}

/** Types into the fields, found by their labels. */
export async function fill(page, fields, where = page) {
  for (const [label, text] of Object.entries(fields)) await where.getByLabel(label).first().fill(text);
}

/** Ticks a box or takes one of several answers. */
export async function tick(page, label, where = page) {
  await where.getByLabel(label).first().check();
}

/** Takes one line of a list. */
export async function choose(page, label, line) {
  await page.getByLabel(label).first().selectOption({ label: line });
}

/** What a person reads on the page must have these words in it. */
export async function reads(page, ...words) {
  const text = (await page.locator("main").innerText()).replace(/\s+/g, " ");
  for (const word of words) assert.ok(text.includes(word), `${page.url()} does not say “${word}”:\n${text}`);
}

/** The card, row or fieldset that has these words in it. */
export function part(page, kind, words) {
  return page.locator(kind, { hasText: words }).first();
}
