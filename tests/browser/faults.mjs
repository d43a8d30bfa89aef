// What is wrong with a page: axe's findings, and codes that were not turned into words.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { rawCode } from "./words.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What is wrong with the page as it stands, in words. */
export async function faults(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() =>
    axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] }),
  );
  const found = result.violations.map(
    (it) => `${it.id}: ${it.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")}`,
  );
  const words = await page.evaluate(() => {
    const copy = document.body.cloneNode(true);
    copy.querySelectorAll("code, pre, input, textarea").forEach((it) => it.remove());
    return copy.textContent;
  });
  const raw = rawCode(words);
  if (raw) found.push(`shows the raw word “${raw}”`);
  return found;
}
