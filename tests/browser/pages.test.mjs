// Every page that any role can reach: accessible, small, in words, whole on a phone and without a script.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { crawl, kind } from "./crawl.mjs";
import { build, faults, rawWords } from "./faults.mjs";
import { LOGINS, atWork, browser, start } from "./program.mjs";
import { rawCode } from "./words.mjs";

const MOST_BYTES = 60 * 1024;
const MOST_REQUESTS = 6;

let program, chrome;
before(async () => {
  program = await start();
  chrome = await browser();
});
after(async () => {
  await chrome?.close();
  program?.stop();
});

/** Loads a page as a first visitor would, counting what comes over the line uncompressed. */
async function weigh(page, address) {
  let bytes = 0;
  let requests = 0;
  const count = async (response) => {
    requests += 1;
    bytes += (await response.body().catch(() => Buffer.alloc(0))).length;
  };
  const pending = [];
  const listener = (response) => pending.push(count(response));
  page.on("response", listener);
  const response = await page.goto(address, { waitUntil: "load" });
  await Promise.all(pending);
  page.off("response", listener);
  return { status: response.status(), bytes, requests };
}

/** Pages that were checked, as they are built: a page built alike for the next role has no other barriers. */
const checked = new Set();

/** What is wrong with the page, looking for barriers only where none looked before. */
async function newFaults(page) {
  const built = await build(page);
  if (checked.has(built)) return rawWords(page);
  checked.add(built);
  return faults(page);
}

/** Kinds of pages that were looked at on a phone: one look at each is enough, whoever looks. */
const onPhone = new Set();

test("a code is told from a word", () => {
  for (const code of ["kỳ 2023-H1", "(luong-co-so)", "giay-khen-xa", "lang-ntm-gia-lai: 1", "valid_from", "{ $name }"]) {
    assert.ok(rawCode(code), code);
  }
  for (const words of ["Thi đua - Khen thưởng", "2021-2025", "BN-2023-037", "Giấy khen xã"]) assert.ok(!rawCode(words), words);
});

// Two at a time: while one page is being checked in the browser, the program draws another.
describe("every page", { concurrency: 2 }, () => {
  for (const [role, login] of Object.entries(LOGINS)) {
    test(`every page of the ${role} is accessible, small and in words`, async () => {
      const page = await atWork(chrome, program, login, { viewport: { width: 1366, height: 768 } });
      await page.context().route("**/*", (route) => route.continue({ headers: { ...route.request().headers(), "cache-control": "no-cache" } }));
      const wrong = [];
      const seen = await crawl(page, new URL(page.url()).pathname, async (page, address) => {
        const { status, bytes, requests } = await weigh(page, address);
        if (status !== 200) wrong.push(`${address}: status ${status}`);
        if (bytes > MOST_BYTES) wrong.push(`${address}: ${bytes} bytes`);
        if (requests > MOST_REQUESTS) wrong.push(`${address}: ${requests} requests`);
        for (const fault of await newFaults(page)) wrong.push(`${address}: ${fault}`);
        if (onPhone.has(kind(address))) return;
        onPhone.add(kind(address));
        await page.setViewportSize({ width: 360, height: 740 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > 360) wrong.push(`${address}: ${wide} px wide on a phone`);
        for (const fault of await faults(page)) wrong.push(`${address} on a phone: ${fault}`);
        await page.setViewportSize({ width: 1366, height: 768 });
      });
      await page.context().close();
      assert.ok(seen.size >= 2, `only ${seen.size} pages were found`);
      assert.deepEqual(wrong, []);
    });
  }

  test("the pages in the dark and in English are as accessible", async () => {
    const options = { colorScheme: "dark", viewport: { width: 1366, height: 768 } };
    const page = await atWork(chrome, program, LOGINS.auditor, options);
    await page.goto("/ban-lam-viec?lang=en");
    assert.equal(await page.getAttribute("html", "lang"), "en");
    const wrong = [];
    await crawl(page, "/ban-lam-viec", async (page, address) => {
      await page.goto(address);
      for (const fault of await faults(page)) wrong.push(`${address}: ${fault}`);
    });
    await page.context().close();
    assert.deepEqual(wrong, []);
  });

  test("without a script the same pages are complete", async () => {
    const page = await atWork(chrome, program, LOGINS.auditor, { javaScriptEnabled: false });
    const empty = [];
    await crawl(page, "/ban-lam-viec", async (page, address) => {
      const response = await page.goto(address);
      const words = (await page.locator("main").textContent()).trim();
      if (response.status() !== 200 || words.length < 20) empty.push(address);
    });
    await page.context().close();
    assert.deepEqual(empty, []);
  });
});

test("the public pages and the errors are accessible", async () => {
  const context = await chrome.newContext({ baseURL: program.address });
  const page = await context.newPage();
  for (const address of ["/", "/dang-nhap", "/khong-co-trang-nay"]) {
    await page.goto(address);
    assert.deepEqual(await faults(page), [], address);
  }
  await context.close();
});
