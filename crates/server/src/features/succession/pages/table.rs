//! The lines of a new unit: the parts, the rule, the result, the verdict.

use chungsuc_domain::standard::Standard;
use chungsuc_domain::standard::succession::{Ask, Part};
use chungsuc_domain::standard::{Indicator, IndicatorKind, Outcome, Reported};
use chungsuc_domain::{Measure, Quantity};
use maud::{Markup, html};

use super::super::{Line, Origin, Outlook};
use crate::features::{law, standards};
use crate::visit::Visit;
use crate::web::Paging;
use crate::web::ui::{Cells, Column, Table, Tone, figure, figures, notice};

/// How many criteria are met, missed and open.
pub(super) fn summary(v: &Visit, outlook: &Outlook, href: &str) -> Markup {
    let (l, result) = (v.l, &outlook.result);
    let of = format!("/ {}", result.criteria.len());
    let count = |wanted| result.criteria.iter().filter(|it| it.outcome == wanted).count();
    let (met, missed) = (count(Outcome::Met), count(Outcome::NotMet));
    let open = result.criteria.len() - met - missed;
    let number = |count: usize| l.number(count as u64);
    figures(&[
        figure(&number(met), l.t("outcome-met"), href, &of),
        figure(&number(missed), l.t("outcome-not-met"), href, &of),
        figure(&number(open), l.t("standing-unknown"), href, &of),
    ])
}

/// A set with more indicators than this shows them criterion by criterion.
const AT_ONCE: usize = 25;

/// Every line, or of a large set those of one criterion; until one is chosen, what is still to be said.
pub(super) fn lines(v: &Visit, set: &Standard, outlook: &Outlook, origins: &[Origin]) -> Markup {
    if outlook.lines.len() <= AT_ONCE {
        let all: Vec<&Line> = outlook.lines.iter().collect();
        return lines_of(v, &set.head().value.name, &all, origins);
    }
    let chosen = v.query.filled("tc").and_then(|code| set.criterion(code));
    let wanted = |line: &&Line| match chosen {
        Some(criterion) => line.indicator.criterion == criterion.code,
        None => line.is_open(),
    };
    let found: Vec<&Line> = outlook.lines.iter().filter(wanted).collect();
    let caption = match chosen {
        Some(criterion) => format!("{}. {}", criterion.code, criterion.name),
        None => v.l.t("succession-to-say").to_owned(),
    };
    html! {
        (criteria(v, set, outlook))
        div id="chi-tiet" { (lines_of(v, &caption, &found, origins)) }
    }
}

/// The criteria with how much is known of each, and the door to its lines.
fn criteria(v: &Visit, set: &Standard, outlook: &Outlook) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("field-criterion")),
        Column::new(l.t("succession-known")),
        Column::new(l.t("indicator-outcome")),
    ];
    let rows = outlook.result.criteria.iter().map(|one| {
        let of = || outlook.lines.iter().filter(|line| line.indicator.criterion == one.code);
        let known = of().filter(|line| !line.is_open()).count();
        let name = set.criterion(&one.code).map_or("", |criterion| criterion.name.as_str());
        Cells::new()
            .link(&here(v, &one.code), &format!("{}. {name}", one.code))
            .text(&l.with(
                "succession-of-all",
                &[("count", known.into()), ("all", of().count().into())],
            ))
            .markup(standards::outcome(v, one.outcome))
    });
    Table::new(l.t("succession-by-criterion"), &columns, rows.collect()).draw(l)
}

/// The same page with another criterion open.
fn here(v: &Visit, criterion: &str) -> String {
    let mut query = v.query.clone();
    query.set("tc", criterion);
    let kept = Paging::parse(&v.path, &query, &[]);
    format!("{}#chi-tiet", kept.page_link(1))
}

fn lines_of(v: &Visit, caption: &str, lines: &[&Line], origins: &[Origin]) -> Markup {
    let l = v.l;
    if lines.is_empty() {
        return notice(Tone::Good, &html! { (l.t("succession-nothing-open")) });
    }
    let columns = [
        Column::new(l.t("indicator-name")),
        Column::new(l.t("succession-parts")),
        Column::new(l.t("succession-rule")),
        Column::new(l.t("indicator-value")),
        Column::new(l.t("indicator-outcome")),
    ];
    let rows = lines.iter().map(|line| {
        let one = &line.indicator;
        Cells::new()
            .text(&format!("{}. {}", one.code, one.name))
            .markup(parts(v, line, origins))
            .text(&rule(v, line))
            .markup(result(v, line))
            .markup(verdict(v, line))
    });
    Table::new(caption, &columns, rows.collect()).draw(l)
}

/// “Tơ Tung: 147/148; Kông Lơng Khơng: 90/97”.
fn parts(v: &Visit, line: &Line, origins: &[Origin]) -> Markup {
    let name = |code: &str| {
        let origin = origins.iter().find(|origin| origin.unit.code == code);
        origin.map_or("–", |origin| origin.unit.name.as_str())
    };
    html! {
        div {
            @for part in &line.merged.parts {
                div { (name(&part.unit)) ": " (part_word(v, &line.indicator, part)) }
            }
        }
    }
}

fn part_word(v: &Visit, line: &Indicator, part: &Part) -> String {
    let Some(reported) = part.reported else { return v.l.t("outcome-none").to_owned() };
    let word = reported_word(v, line, reported);
    let weight = line.weigh_by.and_then(|by| Some((*part.weights.get(&by)?, by)));
    match weight.filter(|_| line.kind == IndicatorKind::Amount) {
        Some((weight, by)) => format!("{word} ({})", Quantity::new(weight, by)),
        None => word,
    }
}

/// A figure with its unit: “147/148”, “41,2 triệu đồng/người/năm”, “Đạt”.
pub(super) fn reported_word(v: &Visit, line: &Indicator, reported: Reported) -> String {
    match (reported, line.measure()) {
        (Reported::YesNo(true), _) => v.l.t("outcome-met").to_owned(),
        (Reported::YesNo(false), _) => v.l.t("outcome-not-met").to_owned(),
        (Reported::Share(share), _) => format!("{}/{}", share.part(), share.whole()),
        (Reported::Amount(amount), Some(unit)) => Quantity::new(amount, unit).to_string(),
        (Reported::Amount(amount), None) => amount.to_string(),
    }
}

/// By which rule the figure follows, or why a person is asked.
pub(super) fn rule(v: &Visit, line: &Line) -> String {
    let by = line.indicator.weigh_by.map_or("", Measure::label);
    match line.merged.figure {
        Err(ask) => why_asked(v, ask, by),
        Ok(_) if line.merged.parts.len() < 2 => v.l.t("succession-rule-rest").to_owned(),
        Ok(_) => {
            v.l.explain("succession-rule-", line.indicator.kind.code(), &[("weight", by.into())])
        }
    }
}

fn why_asked(v: &Visit, ask: Ask, weight: &str) -> String {
    v.l.explain("succession-ask-", ask.code(), &[("weight", weight.into())])
}

fn result(v: &Visit, line: &Line) -> Markup {
    let said = line.given.as_ref().filter(|_| line.merged.figure.is_err());
    html! {
        div {
            @match line.figure() {
                Some(figure) => strong { (reported_word(v, &line.indicator, figure)) },
                None => span.quiet { (v.l.t("succession-open")) },
            }
            @if let Some(given) = said {
                div.quiet { (v.l.t("succession-given")) " " (given.figure.note) }
            }
        }
    }
}

fn verdict(v: &Visit, line: &Line) -> Markup {
    let assessment = &line.assessment;
    html! {
        div {
            (standards::outcome(v, assessment.outcome))
            @if assessment.outcome != Outcome::NotReported {
                details {
                    summary { (v.l.t("verdict-why")) }
                    (law::reasons(v.l, std::slice::from_ref(&assessment.reason)))
                }
            }
        }
    }
}
