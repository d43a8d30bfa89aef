// The walk: the whole river of the example as people go it, by clicking and typing, from an indicator to a
// Giấy khen and a report. With CHUNGSUC_WALK=write it takes the pictures and writes docs/walkthrough.md;
// without, the page must still say what was walked.
import assert from "node:assert/strict";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { LOGINS, TODAY, atWork, browser, start } from "./program.mjs";
import { AWARD } from "./walk/award.mjs";
import { FACTS } from "./walk/facts.mjs";
import { photograph } from "./walk/papers.mjs";

const DOCS = new URL("../../docs/", import.meta.url);
const WRITES = process.env.CHUNGSUC_WALK === "write";
const DESK = { width: 1366, height: 900 };
const PHONE = { width: 360, height: 780 };
const STEPS = [...FACTS, ...AWARD];

let program, chrome;
before(async () => {
  program = await start();
  chrome = await browser();
});
after(async () => {
  await chrome?.close();
  program?.stop();
});

/** The lines of the walkthrough for one step. */
function told(number, step, logins, pictures) {
  const names = logins.map((login) => `\`${login}\``);
  const who = names.length === 1 ? `Log in as ${names[0]}.` : `Log in as each of ${names.join(", ")}.`;
  const shown = pictures.map(({ heading, file }) => `![${heading}](${file})`);
  return [`## ${number}. ${step.title}`, "", `${who} ${step.text}`, "", shown.join("\n"), ""];
}

/** Walks a step as one person; answers the pictures that were taken. */
async function walk(step, login, number) {
  const page = await atWork(chrome, program, login, { viewport: step.phone ? PHONE : DESK });
  page.setDefaultTimeout(10_000);
  const pictures = [];
  const add = (heading) => {
    const letter = String.fromCharCode(97 + pictures.length);
    const file = `walkthrough/${String(number).padStart(2, "0")}${letter}.png`;
    pictures.push({ heading, file });
    return new URL(file, DOCS).pathname;
  };
  /** Takes a picture of the page, from `top` on if something is named. */
  const picture = async (top) => {
    const heading = (await page.textContent("h1")).replace(/\s+/g, " ").trim();
    assert.ok(heading, `${page.url()} has a heading`);
    await top?.evaluate((it) => it.scrollIntoView({ block: "start", behavior: "instant" }));
    const path = add(heading);
    if (WRITES) await page.screenshot({ path });
  };
  /** Takes a picture of the first page of a PDF. */
  picture.paper = (heading, bytes) => {
    const path = add(heading);
    if (WRITES) photograph(bytes, path);
  };
  await step.walk(page, picture);
  await page.context().close();
  return pictures;
}

test("the movement is walked from an indicator to a Giấy khen and a report", async () => {
  const lines = [
    "# The movement, walked through",
    "",
    `Start \`cargo run --release -- demo --today ${TODAY}\`, open the address that it prints and log in with the names below; the password is printed too. The pictures of village heads are those of a phone. A browser walks these steps in every test run; \`CHUNGSUC_WALK=write\` with \`tests/browser/walk.test.mjs\` takes the pictures again and writes this page.`,
    "",
  ];
  if (WRITES) {
    await rm(new URL("walkthrough/", DOCS), { recursive: true, force: true });
    await mkdir(new URL("walkthrough/", DOCS));
  }
  for (const [index, step] of STEPS.entries()) {
    const logins = step.logins ?? [LOGINS[step.who]];
    let pictures;
    for (const login of logins) {
      const taken = await walk(step, login, index + 1);
      pictures ??= taken;
    }
    lines.push(...told(index + 1, step, logins, pictures));
  }
  const page = new URL("walkthrough.md", DOCS);
  if (WRITES) await writeFile(page, lines.join("\n"));
  assert.equal(await readFile(page, "utf8"), lines.join("\n"), "docs/walkthrough.md tells another walk");
});
