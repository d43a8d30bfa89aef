// One whole form, from the login to the saved record, with the keyboard alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LOGINS, browser, start } from "./program.mjs";

let program, chrome;
before(async () => {
  program = await start();
  chrome = await browser();
});
after(async () => {
  await chrome?.close();
  program?.stop();
});

/** Presses Tab until the focus is on what the selector names. */
async function tabTo(page, selector) {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await page.evaluate((it) => document.activeElement?.matches(it) ?? false, selector)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`the keyboard does not reach ${selector}`);
}

async function type(page, selector, text) {
  await tabTo(page, selector);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

async function submit(page) {
  await tabTo(page, "main form[method=post] button[type=submit]:not(.link)");
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
}

test("an account is added with the keyboard alone, after a mistake", async () => {
  const context = await chrome.newContext({ baseURL: program.address });
  const page = await context.newPage();
  await page.goto("/dang-nhap");
  await type(page, "#login", LOGINS.administrator);
  await type(page, "#password", program.password);
  await submit(page);
  await page.goto("/quan-tri");
  await tabTo(page, "a[href='/quan-tri/them']");
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  await type(page, "#full_name", "Đinh Thị Hơ Byưr");
  await type(page, "#login", "Hơ Byưr");
  await tabTo(page, "#role");
  // Letters with marks do not reach a list through the test driver.
  await page.keyboard.type("Tr");
  await tabTo(page, "#territory");
  await page.keyboard.type("Leng");
  await submit(page);
  const focused = await page.evaluate(() => document.activeElement?.id);
  assert.equal(focused, "errors", "the summary of what is wrong has the focus");
  assert.equal(await page.inputValue("#full_name"), "Đinh Thị Hơ Byưr", "nothing typed is lost");
  await tabTo(page, "#errors a[href='#login']");
  await page.keyboard.press("Enter");
  await type(page, "#login", "hobyur");
  await submit(page);
  await page.waitForSelector("h1:has-text('Đinh Thị Hơ Byưr')");
  assert.match(await page.textContent("main"), /Trưởng làng – Leng/);
  await context.close();
});
