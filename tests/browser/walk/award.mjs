// The second half of the river: from a nomination to the council, the decision, the certificate, the report.
import assert from "node:assert/strict";
import { HERO } from "./facts.mjs";
import { choose, fill, follow, open, part, press, reads, tick, unfold } from "./hands.mjs";
import { docx, pdf } from "./papers.mjs";

const DEED = "Đã hiến 60 m² đất và góp công làm đường ra giọt nước";
/** The members that are present, by login and by name: five of seven, as the rule asks for. */
const PRESENT = {
  chutich: "Lương Đức Khải",
  thuongtruc: "Nông Thị Hạnh Duyên",
  uyvien1: "Đinh Brưih",
  uyvien2: "Đinh Thị Hluyn",
  uyvien3: "Vũ Hữu Toản",
};

export const AWARD = [
  {
    title: "The village head nominates her",
    who: "village_head",
    phone: true,
    text: `“Đề nghị khen thưởng” in the menu, then the button of that name. Find ${HERO}, choose “Giấy khen của Chủ tịch Ủy ban nhân dân xã”, say what was done, save. The page tells for each condition whether it is met and what is not known yet, who decides and which reward goes with it, with the clause. “Gửi Thường trực Hội đồng” hands it in.`,
    async walk(page, picture) {
      await open(page, "Đề nghị khen thưởng");
      await follow(page, "Đề nghị khen thưởng", page.locator("main"));
      await fill(page, { Tên: HERO });
      await press(page, "Tìm");
      await follow(page, HERO, part(page, "tr", "cá nhân"));
      await choose(page, "Hình thức khen", "Giấy khen của Chủ tịch Ủy ban nhân dân xã");
      await fill(page, { "Thành tích": `${DEED}; vận động ba hộ cùng làm.`, "Nơi đề nghị": "Ban Công tác Mặt trận làng Sơ Tor" });
      await press(page, "Lưu đề nghị");
      await reads(page, "Người có thẩm quyền xem xét", "Mức thưởng 0,15 lần lương cơ sở");
      await picture(page.getByRole("heading", { name: "Theo quy định hôm nay" }));
      await press(page, "Gửi Thường trực Hội đồng");
      await reads(page, "Chờ tiếp nhận");
    },
  },
  {
    title: "The secretary receives it and calls a sitting",
    who: "council_secretary",
    text: "The desk says that a nomination waits: “Tiếp nhận, hồ sơ đủ”. Then “Hội đồng”, “Triệu tập phiên họp”: the day, the place, the dossiers.",
    async walk(page, picture) {
      await follow(page, `Đề nghị chờ tiếp nhận: ${HERO}`);
      await press(page, "Tiếp nhận, hồ sơ đủ");
      await open(page, "Hội đồng");
      await follow(page, "Triệu tập phiên họp");
      await fill(page, { "Địa điểm": "Nhà rông làng Sơ Tor" });
      await reads(page, HERO);
      await picture();
      await press(page, "Triệu tập phiên họp");
      await reads(page, "Phiên họp ngày 20/12/2023", HERO);
    },
  },
  {
    title: "The sitting is opened",
    who: "council_secretary",
    text: `“Hội đồng”, the sitting of today. Tick who is there (${Object.values(PRESENT).join(", ")}) and “Mở biểu quyết”.`,
    async walk(page, picture) {
      await open(page, "Hội đồng");
      await follow(page, "20/12/2023");
      for (const name of Object.values(PRESENT)) await tick(page, name);
      await picture();
      await press(page, "Mở biểu quyết");
      await reads(page, "Hoàng Văn Sích, Đinh Yơk");
    },
  },
  {
    title: "Members vote, each on their own machine",
    logins: Object.keys(PRESENT),
    text: "“Hội đồng”, the sitting of today, “Biểu quyết”: “Đồng ý”, “Bỏ phiếu”. Nobody sees another's vote before the close.",
    async walk(page, picture) {
      await open(page, "Hội đồng");
      await follow(page, "20/12/2023");
      await follow(page, "Biểu quyết");
      await tick(page, "Đồng ý");
      await picture();
      await press(page, "Bỏ phiếu");
      await reads(page, "Đồng ý");
    },
  },
  {
    title: "The sitting is closed",
    who: "council_secretary",
    text: "“Hội đồng”, the sitting of today, “Đóng biểu quyết, kiểm phiếu”. Now every vote is told by name, with the rule that it was counted by.",
    async walk(page, picture) {
      await open(page, "Hội đồng");
      await follow(page, "20/12/2023");
      await unfold(page, "Đóng biểu quyết");
      await press(page, "Đóng biểu quyết");
      await reads(page, "Thông qua");
      await unfold(page, "Vì sao");
      await picture();
    },
  },
  {
    title: "The minutes are written",
    who: "council_secretary",
    text: "On the page of the sitting “Soạn văn bản”, then “Biên bản họp Hội đồng”. Only the hours and the reasons of those who were absent are asked; names, votes and shares are filled in. “Lưu dự thảo” shows the whole text, with its DOCX and PDF.",
    async walk(page, picture) {
      await open(page, "Hội đồng");
      await follow(page, "20/12/2023");
      await follow(page, "Soạn văn bản", page.locator("main"));
      await follow(page, "Biên bản họp Hội đồng", page.locator("main"));
      await fill(page, {
        "Giờ bắt đầu": "08 giờ 00 phút",
        "Lý do vắng mặt của Hoàng Văn Sích": "Đi công tác huyện",
        "Lý do vắng mặt của Đinh Yơk": "Đi tập huấn",
        "Giờ kết thúc": "10 giờ 15 phút",
      });
      await picture();
      await press(page, "Lưu dự thảo");
      await reads(page, "Có mặt: 05/07 thành viên", "Đi tập huấn", HERO, "Thông qua");
      await picture(page.getByRole("heading", { name: "Nội dung" }));
    },
  },
  {
    title: "The chairman issues them",
    who: "chairman",
    text: "The desk says “Xem và ban hành Biên bản”. “Ban hành văn bản”: the minutes take the next number of their book, are registered, and their file stays as it is; “Lập tệp PDF để ký” leads to signing.",
    async walk(page, picture) {
      await follow(page, "Xem và ban hành Biên bản");
      await follow(page, "Ban hành văn bản");
      await press(page, "Ban hành văn bản");
      await reads(page, "01/BB-HĐTĐKT", "Đã ban hành", "Chưa ký số");
      const { bytes, text } = await pdf(page, "Tải văn bản (PDF)");
      for (const words of ["BIÊN BẢN", "01/BB-HĐTĐKT", "THƯ KÝ", "CHỦ TỌA", HERO]) assert.ok(text.includes(words), `the minutes lack “${words}”:\n${text}`);
      picture.paper("Biên bản", bytes);
    },
  },
  {
    title: "The decision is drafted",
    who: "council_secretary",
    text: "The desk leads to it: “Lập quyết định cho phiên họp ngày 20/12/2023”. The words are proposed, with the documents in force today; the words of each certificate are mended afterwards by “Sửa chữ trên giấy khen”.",
    async walk(page, picture) {
      await follow(page, "Lập quyết định cho phiên họp ngày 20/12/2023");
      await reads(page, HERO, "Đưa vào quyết định");
      assert.match(await page.getByLabel("Căn cứ").inputValue(), /91\/2017\/NĐ-CP/);
      await picture();
      await press(page, "Lập dự thảo");
      await follow(page, "Sửa chữ trên giấy khen");
      await fill(page, { "Được khen": `Bà ${HERO}`, "Thành tích ghi trên giấy khen": DEED });
      await press(page, "Lưu");
      await reads(page, `Bà ${HERO}`, DEED);
      await picture();
    },
  },
  {
    title: "The chairman issues it",
    who: "chairman",
    text: "The desk again: “Xem và ban hành”. The day and, because the paper book has gone on, the number 325. After this nothing of it changes.",
    async walk(page, picture) {
      await follow(page, "Xem và ban hành");
      await fill(page, { "Ngày ban hành": "20/12/2023", "Số quyết định": "325" });
      await picture();
      await press(page, "Ban hành quyết định");
      await reads(page, "325/QĐ-UBND", "Đã ban hành");
      await picture();
      const decision = await docx(page, "Tải quyết định (DOCX)");
      for (const words of ["325/QĐ-UBND", `Bà ${HERO}`, DEED]) assert.ok(decision.includes(words), `the decision lacks “${words}”`);
    },
  },
  {
    title: "The Giấy khen",
    who: "village_head",
    phone: true,
    text: "“Quyết định khen thưởng”, 325/QĐ-UBND: “Tải giấy khen (PDF)”. The decision as DOCX is beside it.",
    async walk(page, picture) {
      await open(page, "Quyết định khen thưởng");
      await follow(page, "325/QĐ-UBND");
      await picture(page.getByRole("heading", { name: "Danh sách được khen" }).or(page.locator("caption")).first());
      const { bytes, text } = await pdf(page, "Tải giấy khen (PDF)");
      for (const words of [HERO, "GIẤY KHEN", "325/QĐ-UBND"]) assert.ok(text.includes(words), `the certificate lacks “${words}”:\n${text}`);
      picture.paper("Giấy khen", bytes);
    },
  },
  {
    title: "The report",
    who: "programme_board",
    text: "“Báo cáo”, “Báo cáo năm 2023”, begun some days ago. “Viết báo cáo”: count until today and write what was reached. Then “Gửi báo cáo”: it takes its number, its figures are frozen, and “Tải báo cáo (DOCX)” gives the document.",
    async walk(page, picture) {
      await open(page, "Báo cáo");
      await follow(page, "Báo cáo năm 2023");
      await follow(page, "Viết báo cáo");
      await fill(page, { "Số liệu tính đến hết ngày": "20/12/2023", "Kết quả": "Năm 2023 làng Sơ Tor làm xong đường ra giọt nước." });
      await press(page, "Lưu bản nháp");
      await reads(page, "138.000.000", "1.038 ngày công", "1.229 m²");
      await picture();
      await follow(page, "Gửi báo cáo");
      await picture();
      await press(page, "Gửi báo cáo");
      await reads(page, "Đã gửi");
      const report = await docx(page, "Tải báo cáo (DOCX)");
      for (const words of ["23/BC-BQL", "làng Sơ Tor làm xong đường ra giọt nước", "138.000.000"]) assert.ok(report.includes(words), `the report lacks “${words}”`);
    },
  },
];
