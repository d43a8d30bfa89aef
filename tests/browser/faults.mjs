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
 * How the page is built, without its words: elements in their order with what axe looks at, rows
 * that are built alike told once. Two pages that are built alike have the same barriers.
 */
export function build(page) {
  return page.evaluate(() => {
    const told = (it) => {
      const names = it.getAttributeNames().filter((name) => !/^(href|value|action|id|for|style|d|x|y|data-)/.test(name));
      const mark = names.sort().map((name) => (/^(class|type|role|scope)$/.test(name) ? `${name}=${it.getAttribute(name)}` : name));
      const inside = [...it.children].map(told).filter((one, at, all) => one !== all[at - 1]);
      const empty = it.textContent.trim() === "" ? "∅" : "";
      return `${it.localName}[${mark}]${empty}(${inside})`;
    };
    return told(document.body);
  });
}
