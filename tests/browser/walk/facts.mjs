// The first half of the river: what the plan asks for, what villages enter, what people give and pledge.
import { fileURLToPath } from "node:url";
import { fill, follow, open, part, press, reads, tick } from "./hands.mjs";

const PICTURE = fileURLToPath(new URL("../../../examples/to-tung/evidence/duong-lang.png", import.meta.url));

/** Whom the walk follows to a Giấy khen. */
export const HERO = "Hơ Nhưi";
const WORK = "Bê tông hóa đường làng Sơ Tor, đoạn ra giọt nước";

/** Records a gift. */
async function give(page, kind, quantity) {
  await open(page, "Nguồn lực đóng góp");
  await follow(page, "Ghi đóng góp");
  await fill(page, { "Người góp": HERO });
  await press(page, "Tìm");
  await follow(page, HERO, part(page, "tr", "cá nhân"));
  await tick(page, kind);
  await fill(page, { "Số lượng": quantity, "Góp cho việc gì": WORK });
}

export const FACTS = [
  {
    title: "The plan that became a movement",
    who: "programme_board",
    text: "The desk says what is late, due and waiting. “Phong trào thi đua” in the menu leads to the adopted plan: its targets and timetable, who takes part and by which merits.",
    async walk(page, picture) {
      await reads(page, "Quá hạn", "Trong bảy ngày tới");
      await picture();
      await open(page, "Phong trào thi đua");
      await follow(page, "Tơ Tung chung sức xây dựng nông thôn mới");
      await reads(page, "Làng Sơ Tor đạt chuẩn làng nông thôn mới", "87/KH-UBND");
      await picture();
    },
  },
  {
    title: "A village head enters an indicator, with a picture",
    who: "village_head",
    phone: true,
    text: "On the phone. “Danh mục” opens the menu: “Tiêu chí nông thôn mới”, “Sơ Tor”, “2. Giao thông”, “6 tháng cuối 2023”. Type 2.320 of 2.970 metres, choose a picture, “Lưu bản nháp”, then “Gửi cán bộ thẩm định”.",
    async walk(page, picture) {
      await open(page, "Tiêu chí nông thôn mới");
      await follow(page, "Sơ Tor");
      await follow(page, "2. Giao thông");
      await follow(page, "6 tháng cuối 2023");
      await fill(page, { "Số đạt": "2.320", "Tổng số": "2.970", "Ghi chú": "Làng đổ thêm 165 m trong tháng 11" });
      await page.getByLabel("Minh chứng").setInputFiles(PICTURE);
      await picture(page.getByRole("heading", { name: "Nhập số liệu" }));
      await press(page, "Lưu bản nháp");
      await reads(page, "2.320/2.970");
      await press(page, "Gửi");
      await reads(page, "Đã gửi");
      await picture();
    },
  },
  {
    title: "The officer verifies it, and returns another one",
    who: "criteria_officer",
    text: "“Tiêu chí nông thôn mới”, then “Số liệu chờ thẩm định”, “Sơ Tor” for the second half of 2023. Giao thông has its picture: “Đạt”, “Thẩm định”. Then “Leng”: Môi trường is right, Thu nhập gets a reason, and only that one goes back to the village head.",
    async walk(page, picture) {
      await open(page, "Tiêu chí nông thôn mới");
      await follow(page, "chờ thẩm định");
      await picture();
      await follow(page, "Sơ Tor", part(page, "tr", "6 tháng cuối 2023"));
      const sent = part(page, "section.card", "2. Giao thông");
      await tick(page, "Đạt", sent);
      await picture(sent);
      await press(page, "Thẩm định");
      await follow(page, "Leng", part(page, "tr", "Leng"));
      await tick(page, "Đạt", part(page, "section.card", "17. Môi trường"));
      const bare = part(page, "section.card", "10. Thu nhập");
      await fill(page, { "Lý do": "Phiếu điều tra thiếu chữ ký của bốn chủ hộ" }, bare);
      await picture(bare);
      await press(page, "Thẩm định");
      await reads(page, "số liệu có lý do đã được trả lại");
    },
  },
  {
    title: "The programme board accepts it",
    who: "programme_board",
    text: "The same list, one step later: what the officer has verified waits for the board. “Sơ Tor”, “Chấp thuận”; from now on the figure counts, and nobody changes it.",
    async walk(page, picture) {
      await open(page, "Tiêu chí nông thôn mới");
      await follow(page, "chờ thẩm định");
      await follow(page, "Sơ Tor", part(page, "tr", "6 tháng cuối 2023"));
      await reads(page, "Đã thẩm định", "2.320/2.970");
      await picture();
      await press(page, "Chấp thuận");
      await reads(page, "Đã xong");
    },
  },
  {
    title: "Somebody gives money, labour and land",
    who: "village_head",
    phone: true,
    text: `“Nguồn lực đóng góp”, “Ghi đóng góp”. Find ${HERO} (cá nhân), take “Tiền” and type 500k; then once more with “Ngày công” 4, and with “Đất” 60. The ledger counts each in its own unit and is only ever corrected by a reversal.`,
    async walk(page, picture) {
      await give(page, "Tiền", "500k");
      await picture();
      await press(page, "Ghi vào sổ");
      await reads(page, "500.000 đồng", HERO);
      await give(page, "Ngày công", "4");
      await press(page, "Ghi vào sổ");
      await reads(page, "4 ngày công");
      await give(page, "Đất", "60");
      await press(page, "Ghi vào sổ");
      await reads(page, "60 m²");
      await open(page, "Nguồn lực đóng góp");
      await reads(page, "73.700.000 đồng", "557 ngày công", "345 m²");
      await picture(page.locator("caption").first());
    },
  },
  {
    title: "She registers, with a pledge",
    who: "village_head",
    phone: true,
    text: `“Phong trào thi đua”, the movement, “Đối tượng thi đua”, “Đăng ký thi đua”: find ${HERO} again and write what she pledges.`,
    async walk(page, picture) {
      await open(page, "Phong trào thi đua");
      await follow(page, "Tơ Tung chung sức xây dựng nông thôn mới");
      await follow(page, "Đối tượng thi đua");
      await follow(page, "Đăng ký thi đua");
      await fill(page, { Tên: HERO });
      await press(page, "Tìm");
      await follow(page, HERO, part(page, "tr", "cá nhân"));
      await fill(page, { "Nội dung": "Hiến đất mở đường ra giọt nước, giữ ngõ sạch, trồng hoa hai bên đường" });
      await picture();
      await press(page, "Đăng ký");
      await reads(page, HERO, "Hiến đất mở đường");
      await picture();
    },
  },
];
