// Finds every page that a person can reach by following links, one of each kind.

/** Addresses that are alike but for the record they show: `/quyet-dinh/0190…` → `/quyet-dinh/{}`. */
export function kind(address) {
  const url = new URL(address, "http://any");
  const parts = url.pathname.split("/").map((part) => (/\d/.test(part) ? "{}" : part));
  const query = [...url.searchParams.keys()].filter((key) => key !== "lang" && key !== "xong");
  return parts.join("/") + (query.length > 0 ? `?${query.sort().join("&")}` : "");
}

/** Visits one page of each kind, breadth first, and calls `visit(page, address)` on it. */
export async function crawl(page, first, visit) {
  const seen = new Set();
  const waiting = [first];
  while (waiting.length > 0) {
    const address = waiting.shift();
    if (seen.has(kind(address))) continue;
    seen.add(kind(address));
    await visit(page, address);
    const links = await page.$$eval("a[href]:not([download])", (all) => all.map((link) => link.href));
    const own = links.filter((link) => link.startsWith(new URL(page.url()).origin));
    const pages = own.map((link) => link.slice(new URL(link).origin.length).split("#")[0]);
    // Files to fetch are looked at by their own tests; the other language by the test of words.
    waiting.push(...pages.filter((it) => it && !/\.(pdf|docx|csv|xlsx)|dang=csv|lang=|\/tep|minh-chung/.test(it)));
  }
  return seen;
}
