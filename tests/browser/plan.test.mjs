// The page on which a plan's document becomes a movement: beside its document, on a phone, without a script.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { faults } from "./faults.mjs";
import { LOGINS, atWork, browser, start } from "./program.mjs";

const PLAN = new URL("../../examples/to-tung/ke-hoach-2024.txt", import.meta.url).pathname;
const WIDE = { width: 1366, height: 768 };
const PHONE = { width: 360, height: 740 };

let program, chrome;
before(async () => {
  program = await start();
  chrome = await browser();
});
after(async () => {
  await chrome?.close();
  program?.stop();
});

/** Uploads the plan, or finds its draft again. */
async function draft(options) {
  const page = await atWork(chrome, program, LOGINS.programme_board, options);
  await page.goto("/phong-trao/lap");
  await page.setInputFiles("#file", PLAN);
  await page.click("main form button[type=submit]");
  return page;
}

/** A picture to look at, where CHUNGSUC_PICTURES names a folder. */
async function picture(page, name, fullPage = false) {
  const folder = process.env.CHUNGSUC_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage });
}

/** Waits until it is in sight: unfolding and scrolling take their moment. */
const inSight = (page, id) =>
  page.waitForFunction((id) => {
    const box = document.getElementById(id).getBoundingClientRect();
    return box.height > 0 && box.top > -1 && box.bottom < innerHeight + 1;
  }, id, { timeout: 5000 });

test("the draft of a plan is accessible, wide and narrow, light and dark, with its errors too", async () => {
  const wrong = [];
  for (const colorScheme of ["light", "dark"]) {
    const page = await draft({ colorScheme, viewport: WIDE });
    const look = async (name) => {
      for (const fault of await faults(page)) wrong.push(`${name}, ${colorScheme}: ${fault}`);
      await picture(page, `${name}-${colorScheme}`);
    };
    await look("wide");
    await page.setViewportSize(PHONE);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > PHONE.width) wrong.push(`${width} px wide on a phone`);
    await look("phone");
    await page.reload();
    await picture(page, `phone-whole-${colorScheme}`, true);
    await page.setViewportSize(WIDE);
    await page.click("button[value=adopt]");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "errors");
    await look("errors");
    await picture(page, `errors-whole-${colorScheme}`, true);
    await page.goto("/phong-trao/lap");
    await look("drafts");
    await page.context().close();
  }
  assert.deepEqual(wrong, []);
});

for (const [name, viewport] of [["beside it", WIDE], ["on a phone", PHONE]]) {
  for (const javaScriptEnabled of [true, false]) {
    test(`a field leads to its words ${name}, and they lead back, ${javaScriptEnabled ? "with" : "without"} a script`, async () => {
      const page = await draft({ viewport, javaScriptEnabled, reducedMotion: "reduce" });
      await page.click("a[href='#v-target.2']");
      await inSight(page, "v-target.2");
      assert.match(await page.textContent("mark:target"), /làng Leng đạt chuẩn/);
      await picture(page, `words-${viewport.width}-${javaScriptEnabled}`);
      await page.click("mark:target > a");
      assert.match(page.url(), /#target\.2$/);
      await inSight(page, "target.2");
      await page.context().close();
    });
  }
}

test("rows are added without a script, and what was typed stays", async () => {
  const page = await draft({ viewport: PHONE, javaScriptEnabled: false });
  const rows = await page.locator("fieldset[id^='duty.']").count();
  await page.fill("[id='paper.place']", "Sơ Tor");
  await page.click("button[value='more.duty']");
  assert.equal(await page.inputValue("[id='paper.place']"), "Sơ Tor");
  assert.equal(await page.locator("fieldset[id^='duty.']").count(), rows + 2);
  await page.context().close();
});
