// Walks the whole movement as the people whose work it is, by clicking from page to page, to a Giấy khen
// as PDF and a report as DOCX. With CHUNGSUC_WALK=write it also writes docs/walkthrough.md and its pictures.
import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { LOGINS, TODAY, atWork, browser, start } from "./program.mjs";

const DOCS = new URL("../../docs/", import.meta.url);
const WRITES = process.env.CHUNGSUC_WALK === "write";

/** Who does what: the links that are clicked one after another, and what a reader should see there. */
const STEPS = [
  {
    title: "The desk",
    who: "programme_board",
    clicks: [],
    text: "Everybody starts at the desk: what is late, what is due, what waits for a check, and the figures behind it.",
  },
  {
    title: "The plan that became a movement",
    who: "programme_board",
    clicks: ["/phong-trao", "/phong-trao/:id"],
    text: "The adopted plan: its targets, its timetable, who takes part and by which merits. “Nhiệm vụ” says who does what by when, “Hình thức khen thưởng” who decides on each award today.",
  },
  {
    title: "Who takes part",
    who: "programme_board",
    clicks: ["/phong-trao", "/phong-trao/:id", "/phong-trao/:id/doi-tuong"],
    text: "Registered contestants; each one's page holds its pledges. “Đăng ký thi đua” adds one.",
  },
  {
    title: "Which village stands where",
    who: "criteria_officer",
    clicks: ["/tieu-chi", "/tieu-chi/:id"],
    text: "A village's indicators against the thresholds that hold on this day, with evidence. “Vì sao” tells the rule behind each verdict, and whether anybody has checked it.",
  },
  {
    title: "What waits for a check",
    who: "criteria_officer",
    clicks: ["/tieu-chi", "/tieu-chi/cho-duyet"],
    text: "What village heads sent. The officer accepts it, or returns it with a reason.",
  },
  {
    title: "Money, labour and land",
    who: "village_head",
    clicks: ["/nguon-luc"],
    text: "The ledger of one's own village. A row is corrected only by a reversal.",
  },
  {
    title: "Nominations",
    who: "council_secretary",
    clicks: ["/khen-thuong", "/khen-thuong/:id"],
    text: "A nomination explains its verdict: rule, clause, facts, what is missing.",
  },
  {
    title: "The council's sitting",
    who: "council_member",
    clicks: ["/hoi-dong", "/hoi-dong/phien/:id"],
    text: "A sitting that is called: its dossiers, its quorum, its rule of voting. Members vote by name while it is open; nobody sees another's vote before it is closed.",
  },
  {
    title: "The decision",
    who: "chairman",
    clicks: ["/quyet-dinh", "/quyet-dinh/:id"],
    text: "The issued decision with its bases, the awarded and the rewards. “Tải quyết định (DOCX)” gives the decision, “Tải tất cả giấy khen (PDF)” the certificates.",
    fetches: [
      ["/quyet-dinh.docx", "PK"],
      ["/giay-khen.pdf", "%PDF"],
    ],
  },
  {
    title: "The report",
    who: "programme_board",
    clicks: ["/bao-cao", "/bao-cao/:id"],
    text: "The report counts its own figures; those of a sent report are frozen. It is fetched as DOCX.",
    fetches: [["/bao-cao.docx", "PK"]],
  },
];

let program, chrome;
before(async () => {
  program = await start();
  chrome = await browser();
});
after(async () => {
  await chrome?.close();
  program?.stop();
});

/** Clicks the first link of `main` or the menu whose address is of this form. */
async function follow(page, form) {
  const matches = new RegExp(`^${form.replace(":id", "(?=[^/?#]*\\d)[^/?#]+")}$`);
  const links = await page.$$eval("a[href]", (all) => all.map((link) => link.getAttribute("href")));
  const href = links.find((it) => matches.test(it.split("?")[0]));
  assert.ok(href, `no link to ${form} on ${page.url()}`);
  await page.evaluate((it) => [...document.querySelectorAll("a[href]")].find((link) => link.getAttribute("href") === it).click(), href);
  await page.waitForURL((url) => url.pathname === href.split("?")[0]);
}

/** Fetches the document that this page links to, and looks at its first bytes. */
async function fetchDocument(page, ending, magic) {
  const links = await page.$$eval("a[href]", (all) => all.map((link) => link.href));
  const href = links.find((it) => it.split("?")[0].endsWith(ending));
  assert.ok(href, `no ${ending} on ${page.url()}`);
  const answer = await page.request.get(href);
  assert.equal(answer.status(), 200, href);
  const bytes = await answer.body();
  assert.equal(bytes.subarray(0, magic.length).toString("latin1"), magic, `${href} is not what it says`);
}

test("the movement is walked from the plan to a Giấy khen and a report", async () => {
  const lines = [
    "# The movement in ten steps",
    "",
    `Start \`cargo run --release -- demo --today ${TODAY}\` and log in with the names below; the password is printed at the start. \`CHUNGSUC_WALK=write\` with \`tests/browser/walk.test.mjs\` walks these steps again and writes this page.`,
    "",
  ];
  if (WRITES) await mkdir(new URL("walkthrough/", DOCS), { recursive: true });
  for (const [index, step] of STEPS.entries()) {
    const login = LOGINS[step.who];
    const page = await atWork(chrome, program, login, { viewport: { width: 1366, height: 900 } });
    for (const form of step.clicks) await follow(page, form);
    const heading = await page.textContent("h1");
    assert.ok(heading.trim(), `${page.url()} has a heading`);
    for (const [ending, magic] of step.fetches ?? []) await fetchDocument(page, ending, magic);
    const picture = `walkthrough/${String(index + 1).padStart(2, "0")}.png`;
    if (WRITES) await page.screenshot({ path: new URL(picture, DOCS).pathname });
    lines.push(`## ${index + 1}. ${step.title}`, "", `Log in as \`${login}\`. ${step.text}`, "", `![${heading.trim()}](${picture})`, "");
    await page.context().close();
  }
  const page = new URL("walkthrough.md", DOCS);
  if (WRITES) await writeFile(page, lines.join("\n"));
  assert.equal(await readFile(page, "utf8"), lines.join("\n"), "docs/walkthrough.md tells another walk");
});
