// Fetches a document from the page that offers it, and reads what stands in it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The PDF that this link gives, and its text. */
export async function pdf(page, name) {
  const bytes = await fetched(page, name, "%PDF");
  return { bytes, text: read(bytes, "pdf", (file) => execFileSync("pdftotext", ["-layout", file, "-"])) };
}

/** Keeps the first page of a PDF as a picture. */
export function photograph(bytes, path) {
  const tool = (file) => execFileSync("pdftoppm", ["-png", "-singlefile", "-r", "72", file, path.replace(/\.png$/, "")]);
  read(bytes, "pdf", tool);
}

/** The text of the DOCX that this link gives. */
export async function docx(page, name) {
  const xml = read(await fetched(page, name, "PK"), "docx", (file) => execFileSync("unzip", ["-p", file, "word/document.xml"]));
  return xml.replace(/<\/w:p>/g, "\n").replace(/<[^>]+>/g, "").replaceAll("&amp;", "&");
}

async function fetched(page, name, magic) {
  const href = await page.getByRole("link", { name }).first().getAttribute("href");
  const answer = await page.request.get(href);
  assert.equal(answer.status(), 200, href);
  const bytes = await answer.body();
  assert.equal(bytes.subarray(0, magic.length).toString("latin1"), magic, `${href} is not what it says`);
  return bytes;
}

/** What a tool says of a file; white space is one blank, as lines break where the page ends. */
function read(bytes, ending, tool) {
  const folder = mkdtempSync(join(tmpdir(), "walk-"));
  try {
    const file = join(folder, `paper.${ending}`);
    writeFileSync(file, bytes);
    return tool(file).toString("utf8").normalize("NFC").replace(/[^\S\n]+/g, " ");
  } finally {
    rmSync(folder, { recursive: true });
  }
}
