// The program under test: the worked example on a port of its own, and people who log in to it.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

/** The day on which the example is looked at: due dates come alive. */
export const TODAY = "2023-12-20";

/** One login for each role, as `examples/to-tung/accounts.csv` has them. */
export const LOGINS = {
  chairman: "chutich",
  council_member: "uyvien1",
  council_secretary: "thuongtruc",
  programme_board: "banquanly",
  criteria_officer: "tieuchi",
  organisation_officer: "matran",
  village_head: "truonglang.sotor",
  culture_centre: "vanhoa",
  accountant: "ketoan",
  auditor: "kiemtoan",
  administrator: "quantri",
};

/** Starts the example; answers its address, the password of its logins, and how to stop it. */
export async function start(today = TODAY) {
  const path = process.env.CHUNGSUC_PROGRAM;
  if (!path) throw new Error("CHUNGSUC_PROGRAM names the program to test: use scripts/test");
  const program = spawn(path, ["demo", "--listen", "127.0.0.1:0", "--today", today], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, CHUNGSUC_LOG: "warn" },
  });
  let address, password;
  for await (const line of createInterface({ input: program.stdout })) {
    address ??= line.match(/http:\/\/\S+:\d+/)?.[0];
    password ??= line.match(/password of every login: (\S+)/)?.[1];
    if (address && password) break;
  }
  if (!address || !password) throw new Error("the program ended before it was ready");
  program.stdout.resume();
  return { address, password, stop: () => program.kill("SIGTERM") };
}

/** Debian's Chromium, without anything that looks for a network of its own. */
export function browser() {
  const args = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  return chromium.launch({ executablePath: "/usr/bin/chromium", args });
}

/** A page in which this login is at work; options are those of a browser context. */
export async function atWork(chrome, program, login, options = {}) {
  const context = await chrome.newContext({ baseURL: program.address, locale: "vi-VN", ...options });
  const page = await context.newPage();
  await page.goto("/dang-nhap");
  await page.fill("#login", login);
  await page.fill("#password", program.password);
  await Promise.all([page.waitForNavigation(), page.click("main button[type=submit]")]);
  return page;
}
