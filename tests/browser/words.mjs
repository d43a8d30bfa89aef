// Tells a code from a word: what a page must never show outside of `code`.
import { readFileSync, readdirSync } from "node:fs";

const CATALOG = new URL("../../catalog/", import.meta.url);
/** Codes by their shape: a_b, a-key-of-words, {$variable}, the half-year 2023-H1. */
const SHAPES = /\b[a-z]+_[a-z_]+\b|\{ ?\$\w+ ?\}|\b(field|state|role|code|record|done|way)-[a-z]|\b\d{4}-H[12]\b/;

/** The names that the catalog gives its rules, part by part: `luong-co-so`, `giay-khen-xa`. */
function catalogNames() {
  const files = readdirSync(CATALOG, { recursive: true }).filter((file) => file.endsWith(".toml"));
  const text = files.map((file) => readFileSync(new URL(file, CATALOG), "utf8")).join("\n");
  const ids = [...text.matchAll(/^id = "([^"]+)"/gm)].map((match) => match[1]);
  const parts = ids.flatMap((id) => id.split(".")).filter((part) => /[a-z]-/.test(part));
  if (parts.length < 20) throw new Error("the catalog's ids were not found");
  return new Set(parts);
}

const NAMES = catalogNames();
/** Words with hyphens, as they could be names of the catalog. */
const HYPHENED = /[a-z0-9]+(-[a-z0-9]+)+/g;

/** The first code in what a page shows, if there is one. */
export function rawCode(text) {
  return text.match(SHAPES)?.[0] ?? (text.match(HYPHENED) ?? []).find((word) => NAMES.has(word));
}
