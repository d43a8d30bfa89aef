// Kills the program at random moments of a load, many times: after each restart the journal verifies,
// foreign keys hold, and every contribution that was answered with success is in the ledger, once.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";

const program = process.env.CHUNGSUC_PROGRAM;
const rounds = Number(process.env.CHUNGSUC_CRASH_ROUNDS ?? 10);
const example = new URL("../../examples/to-tung/", import.meta.url).pathname;
const workers = 6;
const commune = "23668";
const purpose = "Đường ra giọt nước";

const folder = mkdtempSync(join(tmpdir(), "chungsuc-crash-"));
const data = join(folder, "data");

function run(...args) {
  return execFileSync(program, [...args, "--data", data], { encoding: "utf8" });
}

/** Adds an account and gives its password. */
function account(login, role) {
  const args = ["user", "add", "--commune", commune, login, "--name", login];
  return JSON.parse(run(...args, "--role", `${role}@${commune}`, "--json")).password;
}

/** Starts the program; answers its address and its process. */
async function start() {
  const args = ["serve", "--data", data, "--listen", "127.0.0.1:0", "--today", "2023-12-20"];
  const child = spawn(program, args, {
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, CHUNGSUC_LOG: "off" },
  });
  const lines = createInterface({ input: child.stdout });
  const [line] = await Promise.race([
    new Promise((resolve) => lines.once("line", (text) => resolve([text]))),
    new Promise((_, reject) => child.once("exit", (code) => reject(new Error(`ended: ${code}`)))),
  ]);
  return { child, address: line.trim() };
}

async function kill(child) {
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}

function post(address, path, fields, cookie) {
  return fetch(address + path, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: cookie ?? "", origin: address },
    body: new URLSearchParams(fields),
  });
}

async function logIn(address, login, password) {
  const answer = await post(address, "/dang-nhap", { login, password });
  assert.equal(answer.status, 303, "the login is let in");
  return answer.headers.get("set-cookie").split(";")[0];
}

async function formToken(address, path, cookie) {
  const page = await (await fetch(address + path, { headers: { cookie } })).text();
  return page.match(/name="the" value="([0-9a-f]+)"/)[1];
}

/** Uploads the example's plan of 2024 and adopts it with its head only. */
async function adopt(address, cookie) {
  const page = "/phong-trao/lap";
  const the = await formToken(address, page, cookie);
  const body = new FormData();
  body.append("the", the);
  body.append("file", new Blob([readFileSync(join(example, "ke-hoach-2024.txt"))]), "ke-hoach.txt");
  const headers = { cookie, origin: address };
  const opened = await fetch(address + page, { method: "POST", redirect: "manual", headers, body });
  assert.equal(opened.status, 303, "the plan is read");
  const head = { the, version: "1", act: "adopt", "award.0.code": "none" };
  Object.assign(head, { "paper.number": "12/KH-UBND", "paper.issued_on": "15/01/2024" });
  Object.assign(head, { "paper.issuer": "UBND xã Tơ Tung", "paper.title": "Phong trào thi đua" });
  Object.assign(head, { "paper.signer_name": "Lương Đức Khải", "reporting.cycle": "half_yearly" });
  Object.assign(head, { "movement.name": "Đường sáng", "movement.from": "1/1/2022" });
  Object.assign(head, { "movement.to": "31/12/2025" });
  const adopted = await post(address, opened.headers.get("location"), head, cookie);
  assert.match(adopted.headers.get("location") ?? "", /xong=movement/, "the plan is adopted");
}

/** Gives until the program dies; notes each receipt that was answered with success. */
async function give(address, cookie, token, next, answered) {
  for (;;) {
    const receipt = `PT-${next()}`;
    const fields = { the: token, giver: "Người con xa quê", kind: "money", quantity: "10.000" };
    Object.assign(fields, { village: `${commune}-01`, given_on: "18/12/2023", purpose, receipt });
    let answer;
    try {
      answer = await post(address, "/nguon-luc/ghi/free/moi", fields, cookie);
    } catch {
      return;
    }
    assert.equal(answer.status, 303, `the gift ${receipt} is taken`);
    answered.push(receipt);
  }
}

test(`nothing that was answered is lost in ${rounds} kills`, { timeout: 3_600_000 }, async () => {
  run("init", "--commune", commune, "--units", join(example, "units.csv"));
  const [board, accountant] = [account("banquanly", "programme_board"), account("ketoan", "accountant")];
  let { child, address } = await start();
  const boardCookie = await logIn(address, "banquanly", board);
  await adopt(address, boardCookie);
  const cookie = await logIn(address, "ketoan", accountant);
  const token = await formToken(address, "/tai-khoan", cookie);

  let number = 0;
  const next = () => (number += 1);
  const answered = [];
  for (let round = 1; round <= rounds; round += 1) {
    const load = Array.from({ length: workers }, () => give(address, cookie, token, next, answered));
    await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 300));
    await kill(child);
    await Promise.all(load);
    assert.match(run("journal", "verify"), /whole/, `round ${round}`);
    // A backup checks the whole file, foreign keys and the journal once more.
    const backup = join(folder, `round-${round}.db`);
    run("backup", backup);
    rmSync(backup);
    ({ child, address } = await start());
    const ledger = await fetch(`${address}/nguon-luc?dang=csv`, { headers: { cookie } });
    const found = (await ledger.text()).match(/PT-\d+/g) ?? [];
    const kept = new Set(found);
    assert.equal(kept.size, found.length, `round ${round}: no gift is there twice`);
    const lost = answered.filter((receipt) => !kept.has(receipt));
    assert.deepEqual(lost, [], `round ${round}: answered and not there`);
  }
  await kill(child);
  console.log(`${rounds} kills, ${answered.length} answered gifts, none lost`);
  rmSync(folder, { recursive: true });
});
