import { start, browser, atWork } from "./program.mjs";
const program = await start();
const chrome = await browser();
const out = "/tmp/law-shots";
for (const [name, width] of [["360", 360], ["1366", 1366]]) {
  const page = await atWork(chrome, program, "thuongtruc", { viewport: { width, height: 900 } });
  const shot = async (label) => {
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await page.screenshot({ path: `${out}/${label}-${name}.png`, fullPage: true });
    console.log(label, name, "overflow", over);
  };
  await page.goto("/khen-thuong"); await shot("list");
  const link = await page.locator("a[href^='/khen-thuong/0']").first().getAttribute("href");
  await page.goto("/khen-thuong/han"); await shot("due");
  const rows = await page.context().newPage();
  await page.goto("/khen-thuong");
  const hrefs = await page.$$eval("table a", (all) => all.map((a) => [a.textContent, a.getAttribute("href")]));
  console.log(JSON.stringify(hrefs.slice(0, 30)));
  for (const [text, href] of hrefs.filter(([t]) => /Cao Sơn|Hmưn|Sơ Tor|Hoàng|Phụ nữ/i.test(t)).slice(0, 2)) {
    await page.goto(href); await shot("record-" + href.slice(-4));
  }
  const sent = await page.context().newPage(); await sent.close(); await rows.close();
  await page.goto("/khen-thuong?trang-thai=sent");
  const first = await page.$$eval("table a", (all) => all.map((a) => a.getAttribute("href")));
  if (first[0]) { await page.goto(first[0]); await shot("sent"); await page.goto(first[0] + "/dieu-kien"); await shot("facts"); }
  await page.context().close();
}
await chrome.close();
program.stop();
