//! What a decision gives to the fields of its template (`templates::sorts::award_decision`).

use chungsuc_domain::date::show_long_date;
use chungsuc_domain::text::capital;
use chungsuc_domain::{SubjectKind, Vnd, VndError};
use chungsuc_press::template::Values;
use jiff::civil::Date;

use super::rewards::{reward_of, sums};
use super::{Awarded, Decision, RewardSource, Sums};
use crate::access::Person;
use crate::app::App;
use crate::features::movements::Movement;
use crate::features::office::Office;
use crate::refusal::Refusal;

/// What stands around a decision.
pub(super) struct About {
    /// The movement in which the awarded stood out.
    pub(super) movement: Movement,
    /// The council's name and the day on which it sat; unknown to who may not read its sittings.
    pub(super) sitting: Option<(String, Date)>,
    /// The public key of the list, as it is read; empty before the decision is issued.
    pub(super) key: String,
}

/// The values of a decision: of a draft with the rewards of today.
///
/// # Errors
/// A rule, when the rewards cannot be added up.
pub(super) fn values(
    app: &App,
    by: &Person,
    decision: &Decision,
    about: &About,
) -> Result<Values, Refusal> {
    let office = Office::of(&by.commune_name);
    let sums = sums(&app.catalog, decision, app.today()).map_err(too_large)?;
    let (council, day) = about
        .sitting
        .as_ref()
        .map_or_else(Default::default, |(name, day)| (name.clone(), Some(*day)));
    let (words, on) = (&decision.wording, decision.day(app.today()));
    let law =
        in_force(app, app.today()).into_iter().map(|cited| Values::new().text("văn bản", cited));
    let list = decision.awarded.iter().map(|line| awarded(app, decision, line));
    let values = Values::new()
        .text("trích yếu", words.abstract_())
        .text("căn cứ", words.bases().join("\n"))
        .text("nơi nhận", words.recipients().join("\n"))
        .text("hình thức khen", gifts(app, &decision.awarded))
        .text("người quyết định", office.decider())
        .text("cơ quan", office.issuer())
        .text("nơi ban hành", office.issuer())
        .text("cơ quan cấp trên", "")
        .text("xã", office.commune)
        .text("địa danh", office.place)
        .text("người ký", &decision.signer_name)
        .text("số lượng đối tượng", counted(&decision.awarded))
        .text("các loại đối tượng", kinds(decision))
        .text("tên phong trào", &about.movement.name)
        .text("dịp khen", about.movement.occasion(&app.catalog, on))
        .text("năm", about.movement.year(day.unwrap_or(on)).to_string())
        .text("ngày họp", day.map(show_long_date).unwrap_or_default())
        .text("tên Hội đồng", council)
        .rows("căn cứ pháp luật", law)
        .text("nguồn kinh phí", source(words.reward_source()))
        .rows("danh sách", list)
        .text("khóa công khai", &about.key);
    Ok(money(values, sums))
}

pub(super) fn too_large(error: VndError) -> Refusal {
    tracing::error!(%error, "rewards cannot be added up");
    Refusal::rule("decision-sum-too-large")
}

/// The sum and what it leaves out.
fn money(values: Values, sums: Sums) -> Values {
    let total = sums.total();
    let unknown = (sums.unknown > 0).then(|| format!("{:02}", sums.unknown));
    values
        .text("tổng tiền thưởng", total.map(|total| total.to_string()).unwrap_or_default())
        .text("tổng tiền bằng chữ", total.map(in_words).unwrap_or_default())
        .text("số chưa rõ mức thưởng", unknown.unwrap_or_default())
}

fn awarded(app: &App, decision: &Decision, line: &Awarded) -> Values {
    let reward = reward_of(&app.catalog, decision, line, app.today());
    Values::new()
        .text("số sổ vàng", format!("{:02}", line.seq))
        .text("tên được khen", &line.on_paper.recipient)
        .text("chức vụ địa chỉ", &line.on_paper.address)
        .text("thành tích", &line.on_paper.achievement)
        .text("tiền thưởng", reward.map(|reward| reward.to_string()).unwrap_or_default())
}

/// “Căn cứ Nghị định số 91/2017/NĐ-CP”: the documents in force on a day.
pub(super) fn in_force(app: &App, day: Date) -> Vec<String> {
    let regime = app.catalog.regime(day).map(|regime| regime.value.documents.as_slice());
    regime.unwrap_or_default().iter().map(|document| cite(document)).collect()
}

/// From a document as the catalog names it.
pub(crate) fn cite(document: &str) -> String {
    match document.rsplit_once(' ') {
        Some((kind, number)) if number.contains('/') => format!("Căn cứ {kind} số {number}"),
        _ => format!("Căn cứ {document}"),
    }
}

/// “Giấy khen”, or all the awards of the list by name.
pub(super) fn gifts<'a>(app: &App, lines: impl IntoIterator<Item = &'a Awarded>) -> String {
    let mut names: Vec<String> = Vec::new();
    for line in lines {
        let name = line.gift(&app.catalog);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

/// “02 tập thể, 01 hợp tác xã, 02 hộ gia đình và 03 cá nhân”.
pub(super) fn counted<'a>(lines: impl IntoIterator<Item = &'a Awarded>) -> String {
    let lines: Vec<&Awarded> = lines.into_iter().collect();
    let kinds = ["tập thể", "doanh nghiệp", "hợp tác xã", "hộ gia đình", "cá nhân"];
    let is = |kind: &str| lines.iter().filter(|line| kind_word(line.kind) == kind).count();
    let parts = kinds.iter().map(|kind| (is(kind), kind)).filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, kind)| format!("{count:02} {kind}")).collect();
    match parts.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} và {last}", before.join(", ")),
        None => String::new(),
    }
}

/// “tập thể, hộ gia đình, cá nhân”: the kinds that a list has, each once and in its order.
fn kinds(decision: &Decision) -> String {
    let mut kinds: Vec<&str> = decision.awarded.iter().map(|line| kind_word(line.kind)).collect();
    kinds.dedup();
    kinds.join(", ")
}

/// Villages and the commune are commended as collectives.
pub(crate) fn kind_word(kind: SubjectKind) -> &'static str {
    match kind {
        SubjectKind::Individual => "cá nhân",
        SubjectKind::Household => "hộ gia đình",
        SubjectKind::Enterprise => "doanh nghiệp",
        SubjectKind::Cooperative => "hợp tác xã",
        SubjectKind::Collective | SubjectKind::Village | SubjectKind::Commune => "tập thể",
    }
}

fn source(source: RewardSource) -> &'static str {
    match source {
        RewardSource::Fund => "Quỹ thi đua, khen thưởng của xã",
        RewardSource::Programme => {
            "kinh phí Chương trình mục tiêu quốc gia xây dựng nông thôn mới giao cho xã"
        }
    }
}

/// “Hai trăm hai mươi ba nghìn năm trăm đồng”.
pub(super) fn in_words(amount: Vnd) -> String {
    capital(&amount.words())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::templates::sorts::{self, AWARD_DECISION};
    use chungsuc_press::Block;
    use chungsuc_press::template::{Draft, Template};

    /// The second article of the shipped words.
    fn second_article(sums: Sums) -> String {
        let draft = Draft::parse(crate::catalog::template(AWARD_DECISION.code)).ok();
        let template = draft.and_then(|draft| Template::of(&draft, AWARD_DECISION.fields).ok());
        let values = money(sorts::sample(&AWARD_DECISION), sums);
        let words = template.and_then(|template| template.fill(&values).ok());
        let body = words.map(|words| words.body).unwrap_or_default();
        let article = body.into_iter().find_map(|block| match block {
            Block::Article { number: 2, text } => Some(text),
            _ => None,
        });
        article.unwrap_or_default().to_string()
    }

    #[test]
    fn a_total_says_what_it_leaves_out() {
        for (known, unknown, said) in [
            (
                447_000,
                0,
                "Tổng số tiền thưởng: 447.000 đồng (bằng chữ: Bốn trăm bốn mươi bảy nghìn \
              đồng). Kinh phí",
            ),
            (
                447_000,
                2,
                "nghìn đồng), chưa gồm 02 trường hợp chưa xác định được mức tiền thưởng. \
              Kinh phí",
            ),
            (0, 1, "hiện hành. Có 01 trường hợp chưa xác định được mức tiền thưởng. Kinh phí"),
        ] {
            let article = second_article(Sums { known: Vnd::new(known), unknown });
            assert!(article.contains(said), "{article}");
        }
    }
}
