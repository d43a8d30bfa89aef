//! Kế hoạch: next year's plan begins with what this movement says, a year later.

use chungsuc_domain::date::show_date;
use chungsuc_press::template::Values;
use jiff::ToSpan;
use jiff::civil::Date;

use crate::features::letters::Typed;
use crate::features::letters::scene::Scene;
use crate::features::letters::writing::{About, Filled, Issuer, Question, Script, Writing};
use crate::features::movements::{self, Duty, Movement, Stage, Target};
use crate::features::papers::Readers;
use crate::features::templates::sorts::PLAN;
use crate::refusal::Refusal;
use crate::web::{Language, Message};

pub(super) static WRITING: Writing = Writing {
    sort: &PLAN,
    issuer: Issuer::Office,
    abbreviation: "UBND",
    readers: Readers::Staff,
    capacity: "TM. Ủy ban nhân dân\nChủ tịch",
    signer: None,
    about: About::Movement(Script { ask, fill }),
};

fn ask(scene: &Scene<'_>, movement: &Movement) -> Result<Vec<Question>, Refusal> {
    let lines = |name, label, usual: Vec<String>| {
        Question::lines(name, Message::new(label)).usual(usual.join("\n"))
    };
    let own = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let year = (scene.today.year() + 1).to_string();
    Ok(vec![
        Question::line("year", Message::new("letter-ask-year")).usual(year),
        lines("bases", "letter-ask-bases", scene.law()),
        lines("purpose", "letter-ask-purpose", own(&movement.purpose)),
        lines("subjects", "letter-ask-subjects", subjects(scene, movement)?),
        lines("targets", "letter-ask-targets", targets(scene, movement)?),
        lines("awards", "letter-ask-awards", awards(scene, movement)?),
        lines("timeline", "letter-ask-timeline", timeline(scene, movement)?),
        lines("assignments", "letter-ask-assignments", assignments(scene, movement)?),
        lines("funding", "letter-ask-funding", own(&movement.funding)),
        lines("reporting", "letter-ask-reporting", vec![reporting(movement)]),
    ])
}

fn fill(_: &Scene<'_>, _: &Movement, typed: &Typed, common: Values) -> Result<Filled, Refusal> {
    let text = |name| typed.words.text(name);
    let values = common
        .text("năm kế hoạch", text("year"))
        .text("căn cứ", text("bases"))
        .text("mục đích", text("purpose"))
        .text("đối tượng", text("subjects"))
        .text("chỉ tiêu", text("targets"))
        .text("hình thức khen thưởng", text("awards"))
        .text("tiến độ", text("timeline"))
        .text("phân công", text("assignments"))
        .text("kinh phí", text("funding"))
        .text("chế độ báo cáo", text("reporting"));
    Ok(Filled { values, ..Filled::default() })
}

fn subjects(scene: &Scene<'_>, movement: &Movement) -> Result<Vec<String>, Refusal> {
    let merits = movements::merits(scene.app, scene.by, &movement.id)?;
    let mut names: Vec<String> = merits.into_iter().map(|merit| merit.subject).collect();
    names.dedup();
    Ok(names)
}

/// Where a movement goes on next year, what of it belongs to that year; else all of it a year
/// later.
struct NextYear {
    goes_on: bool,
    first: Date,
    last: Date,
}

impl NextYear {
    fn of(scene: &Scene<'_>, movement: &Movement) -> Self {
        let year = scene.today.year() + 1;
        let day = |month, day| Date::new(year, month, day).unwrap_or(scene.today);
        Self { goes_on: movement.period.to().year() >= year, first: day(1, 1), last: day(12, 31) }
    }

    /// The day until which something is done.
    fn due(&self, due: Date) -> Option<Date> {
        if self.goes_on { Some(due).filter(|due| *due >= self.first) } else { Some(later(due)) }
    }

    /// The days of a stage.
    fn days(&self, stage: &Stage) -> Option<(Date, Date)> {
        let clipped = (stage.starts.max(self.first), stage.ends.min(self.last));
        match self.goes_on {
            true => Some(clipped).filter(|(from, to)| from <= to),
            false => Some((later(stage.starts), later(stage.ends))),
        }
    }
}

fn later(day: Date) -> Date {
    day.saturating_add(1.year())
}

/// “Làng Leng đạt chuẩn …, hoàn thành trước ngày 31/12/2024”.
fn targets(scene: &Scene<'_>, movement: &Movement) -> Result<Vec<String>, Refusal> {
    let next = NextYear::of(scene, movement);
    let targets = movements::targets(scene.app, scene.by, &movement.id)?;
    let line = |target: Target| match target.due {
        None => Some(target.text),
        Some(due) => next
            .due(due)
            .map(|due| format!("{}, hoàn thành trước ngày {}", target.text, show_date(due))),
    };
    Ok(targets.into_iter().filter_map(line).collect())
}

fn awards(scene: &Scene<'_>, movement: &Movement) -> Result<Vec<String>, Refusal> {
    let codes = movements::awards_of(scene.app, scene.by, &movement.id)?;
    let award = |code: &String| scene.app.catalog.award(code).map(|it| it.form.name.clone());
    Ok(codes.iter().filter_map(award).collect())
}

/// “Từ ngày 01/01/2024 đến ngày 31/03/2024: …”.
fn timeline(scene: &Scene<'_>, movement: &Movement) -> Result<Vec<String>, Refusal> {
    let next = NextYear::of(scene, movement);
    let stages = movements::stages(scene.app, scene.by, &movement.id)?;
    let line = |stage: Stage| {
        let (from, to) = next.days(&stage)?;
        Some(format!("Từ ngày {} đến ngày {}: {}", show_date(from), show_date(to), stage.text))
    };
    Ok(stages.into_iter().filter_map(line).collect())
}

/// Who does what; the duties that plan and year have brought, each with its day a year later.
fn assignments(scene: &Scene<'_>, movement: &Movement) -> Result<Vec<String>, Refusal> {
    let duties = movements::duties(scene.app, scene.by, &movement.id)?;
    let this_year = |due: Date| due.year() == scene.today.year();
    let lasting = duties.into_iter().filter(|duty| duty.due.is_none_or(this_year));
    let line = |duty: Duty| match duty.due {
        Some(due) => {
            let due = show_date(later(due));
            format!("{}: {}, xong trước ngày {due}", duty.bearer, duty.text)
        }
        None => format!("{}: {}", duty.bearer, duty.text),
    };
    Ok(lasting.map(line).collect())
}

fn reporting(movement: &Movement) -> String {
    let cycle = Language::Vietnamese.word("reporting-", &movement.reporting_cycle);
    let (by, to) = (&movement.reported_by, &movement.reports_to);
    format!("{by} báo cáo {to}: {}", cycle.to_lowercase())
}
