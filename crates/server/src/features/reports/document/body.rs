//! The text of a report: sections, sentences and tables made from its figures and its narrative.

use chungsuc_domain::{Vnd, date};
use chungsuc_press::{Align, Block, Column, Level, PressError, Table};

use super::span;
use crate::features::movements::Movement;
use crate::features::reports::{
    DecisionFigure, Figures, GiftFigure, Report, TargetFigure, VillageFigure,
};
use crate::web::Language;

/// What stands where nothing is known; it is not zero.
const UNKNOWN: &str = "chưa có số liệu";
/// What stands for a part of a draft that nobody has written yet.
const UNWRITTEN: &str = "(Chưa viết.)";

pub(super) fn blocks(
    movement: &Movement,
    report: &Report,
    figures: &Figures,
) -> Result<Vec<Block>, PressError> {
    let by = &movement.reported_by;
    let (first, last) = (report.counted.from(), report.counted.to());
    let opening = format!(
        "{by} báo cáo kết quả thực hiện phong trào {} như sau (số liệu từ {} đến hết {}):",
        span(report.kind, report.period),
        date::show_long_date(first),
        date::show_long_date(last),
    );
    let mut text = vec![paragraph(opening)];
    text.push(section("I. Tổ chức thực hiện"));
    text.extend([contestants(figures), duties(figures)].map(paragraph));
    text.push(section("II. Kết quả đạt được"));
    text.push(part("1. Đánh giá chung"));
    text.extend(narrative(&report.results));
    text.push(part("2. Chỉ tiêu của kế hoạch"));
    text.extend(figures.targets.iter().map(|one| Block::Bullet(target(one).into())));
    text.push(part("3. Tiêu chí nông thôn mới của các làng"));
    text.push(paragraph(standing(&figures.villages)));
    text.push(Block::Table(villages(report, &figures.villages)?));
    text.push(part("4. Huy động nguồn lực"));
    text.extend(gifts(&figures.gifts)?);
    text.push(part("5. Khen thưởng"));
    text.extend(decisions(&figures.decisions));
    text.push(section("III. Khó khăn, hạn chế"));
    text.extend(narrative(&report.difficulties));
    text.push(section("IV. Nhiệm vụ thời gian tới"));
    text.extend(narrative(&report.next_steps));
    text.push(paragraph(closing(movement, report)));
    Ok(text)
}

fn section(title: &str) -> Block {
    Block::Heading { level: Level::Section, text: title.into() }
}

fn part(title: &str) -> Block {
    Block::Heading { level: Level::Part, text: title.into() }
}

fn paragraph(text: String) -> Block {
    Block::Paragraph(text.into())
}

/// A line that people typed is a paragraph.
fn narrative(text: &str) -> Vec<Block> {
    let lines: Vec<_> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    match lines.is_empty() {
        true => vec![paragraph(UNWRITTEN.to_owned())],
        false => lines.into_iter().map(|line| paragraph(line.to_owned())).collect(),
    }
}

fn contestants(figures: &Figures) -> String {
    let all: i64 = figures.contestants.iter().map(|(_, count)| count).sum();
    if all == 0 {
        return "Chưa có đối tượng đăng ký thi đua.".to_owned();
    }
    let kinds = figures.contestants.iter().map(|(kind, count)| {
        format!("{count:02} {}", Language::Vietnamese.word("subject-kind-", kind.code()))
    });
    let kinds: Vec<_> = kinds.collect();
    format!("Phong trào có {all:02} đối tượng đăng ký thi đua, gồm: {}.", kinds.join("; "))
}

fn duties(figures: &Figures) -> String {
    let duties = &figures.duties;
    let late = match duties.done_late {
        0 => String::new(),
        late => format!(", trong đó {late:02} nhiệm vụ xong sau hạn"),
    };
    format!(
        "Trong kỳ đã hoàn thành {:02} nhiệm vụ{late}; còn {:02} nhiệm vụ quá hạn, {:02} nhiệm vụ chưa \
         đến hạn và {:02} nhiệm vụ thực hiện thường xuyên.",
        duties.done, duties.late, duties.open, duties.standing
    )
}

fn target(target: &TargetFigure) -> String {
    let due = target.due.map(|due| format!(" (hạn {})", date::show_date(due)));
    let state = match (target.reached(), target.standing) {
        (Some(true), Some((met, total))) => format!("đã đạt, {met}/{total} tiêu chí"),
        (_, Some((met, total))) => format!("đạt {met}/{total} tiêu chí, chưa đạt chỉ tiêu"),
        (_, None) => "đánh giá tại mục 1".to_owned(),
    };
    format!("{}{}: {state}.", target.text, due.unwrap_or_default())
}

fn standing(villages: &[VillageFigure]) -> String {
    let standing: Vec<_> =
        villages.iter().filter(|one| one.stands()).map(|one| one.name.as_str()).collect();
    let (count, all) = (standing.len(), villages.len());
    match count {
        0 => format!("Trong {all:02} làng chưa có làng nào đạt đủ các tiêu chí."),
        _ => format!(
            "Có {count:02}/{all:02} làng đạt đủ các tiêu chí, gồm: {}.",
            standing.join(", ")
        ),
    }
}

fn villages(report: &Report, villages: &[VillageFigure]) -> Result<Table, PressError> {
    let day = |day| date::show_date(day);
    let columns = vec![
        Column::new("TT", 7, Align::Center),
        Column::new("Làng", 27, Align::Left),
        Column::new(format!("Đạt trước ngày {}", day(report.counted.from())), 18, Align::Center),
        Column::new(format!("Đạt đến ngày {}", day(report.counted.to())), 18, Align::Center),
        Column::new("Chưa đạt", 15, Align::Center),
        Column::new("Chưa có số liệu", 15, Align::Center),
    ];
    let row = |(place, one): (usize, &VillageFigure)| {
        let before = one.before.map_or_else(|| UNKNOWN.to_owned(), |met| of(met, one.total));
        let now = of(one.met, one.total);
        let (not_met, unknown) = (one.not_met.to_string(), one.unknown.to_string());
        vec![(place + 1).to_string(), one.name.clone(), before, now, not_met, unknown]
    };
    Table::new(columns, villages.iter().enumerate().map(row).collect(), None)
}

fn of(met: usize, total: usize) -> String {
    format!("{met}/{total}")
}

fn gifts(gifts: &[GiftFigure]) -> Result<Vec<Block>, PressError> {
    if gifts.is_empty() {
        return Ok(vec![paragraph("Trong kỳ chưa có khoản đóng góp nào.".to_owned())]);
    }
    let columns = vec![
        Column::new("TT", 7, Align::Center),
        Column::new("Loại đóng góp", 33, Align::Left),
        Column::new("Số lượng", 30, Align::Right),
        Column::new("Tính bằng tiền (đồng)", 30, Align::Right),
    ];
    let row = |(place, one): (usize, &GiftFigure)| {
        let kind = Language::Vietnamese.word("contribution-kind-", one.kind.code());
        let dong = one.dong.map_or_else(|| "chưa có đơn giá".to_owned(), |dong| dong.to_string());
        vec![(place + 1).to_string(), kind.to_owned(), one.quantity.to_string(), dong]
    };
    let total = Vnd::total(gifts.iter().filter_map(|one| one.dong)).ok();
    let foot = total.map(|sum| {
        vec![String::new(), "Cộng các khoản đã rõ".to_owned(), String::new(), sum.to_string()]
    });
    let table = Table::new(columns, gifts.iter().enumerate().map(row).collect(), foot)?;
    let lead = "Nhân dân, đơn vị và người ủng hộ tự nguyện đóng góp trong kỳ, đã trừ các khoản ghi nhầm; \
                ngày công, đất và hiện vật tính theo đơn giá của xã tại ngày góp:";
    Ok(vec![paragraph(lead.to_owned()), Block::Table(table)])
}

fn decisions(decisions: &[DecisionFigure]) -> Vec<Block> {
    if decisions.is_empty() {
        return vec![paragraph("Trong kỳ chưa ban hành quyết định khen thưởng.".to_owned())];
    }
    let line = |one: &DecisionFigure| {
        let unknown = match one.unknown {
            0 => String::new(),
            unknown => format!(", {unknown:02} trường hợp chưa xác định được mức tiền thưởng"),
        };
        let revoked = match one.revoked {
            0 => String::new(),
            revoked => format!(", không tính {revoked:02} trường hợp đã thu hồi"),
        };
        let words = format!(
            "Quyết định số {} {}: khen {:02} tập thể, hộ gia đình, cá nhân{revoked}; tiền thưởng {} \
             đồng{unknown}.",
            one.number,
            date::show_long_date(one.issued_on),
            one.awarded,
            one.reward
        );
        Block::Bullet(words.into())
    };
    decisions.iter().map(line).collect()
}

fn closing(movement: &Movement, report: &Report) -> String {
    format!(
        "Trên đây là kết quả thực hiện phong trào {}, {} kính báo cáo {}.",
        span(report.kind, report.period),
        movement.reported_by,
        movement.reports_to
    )
}
