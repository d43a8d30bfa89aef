// What is wrong with a page: axe's findings, and codes that were not turned into words.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { rawCode } from "./words.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What is wrong with the page as it stands, in words. */
export async function faults(page) {
  return [...(await barriers(page)), ...(await rawWords(page))];
}

/** What keeps somebody from using the page, as axe finds it. */
async function barriers(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() =>
    axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] }),
  );
  return result.violations.map(
    (it) => `${it.id}: ${it.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")}`,
  );
}

/** Codes on the page that were not turned into words. */
export async function rawWords(page) {
  const words = await page.evaluate(() => {
    const copy = document.body.cloneNode(true);
    copy.querySelectorAll("code, pre, input, textarea").forEach((it) => it.remove());
    return copy.textContent;
  });
  const raw = rawCode(words);
  return raw ? [`shows the raw word “${raw}”`] : [];
}

/**
 * How the page is built, without its words: elements in their order with their attributes, rows that
 * are built alike told once. axe is not run again on a page that is built like one it has seen.
 */
export function build(page) {
  return page.evaluate(() => {
    // Of words, numbers and addresses only whether there are any; of a reference whether it leads anywhere.
    const words = /^(href|src|action|value|alt|title|name|content|data-.*|aria-label|d|x.*|y.*|points|width|height)$/;
    const references = /^(for|form|aria-(labelledby|describedby|controls|owns|errormessage))$/;
    const shown = (it, name) => {
      const value = it.getAttribute(name);
      if (words.test(name)) return value.trim() !== "";
      if (name === "id") return document.querySelectorAll(`[id="${CSS.escape(value)}"]`).length;
      if (references.test(name)) return value.split(/\s+/).every((id) => document.getElementById(id));
      return value;
    };
    const told = (it) => {
      const mark = it.getAttributeNames().sort().map((name) => `${name}=${shown(it, name)}`);
      const inside = [...it.children].map(told).filter((one, at, all) => one !== all[at - 1]);
      const empty = it.textContent.trim() === "" ? "∅" : "";
      return `${it.localName}[${mark}]${empty}(${inside})`;
    };
    return told(document.body);
  });
}
