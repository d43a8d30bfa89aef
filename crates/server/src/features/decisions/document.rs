//! The decision as a document with its list: what the clerk prints, of a draft and of an issued one.
//!
//! Its words are Vietnamese whatever the language of the screen.

use chungsuc_domain::text::capital;
use chungsuc_domain::{SubjectKind, Vnd};
use chungsuc_press::{
    Align, Annex, Block, Capacity, Column, Document, Header, Number, Orientation, Signature, Table,
    docx, pdf,
};

use super::certificates::serial;
use super::office::Office;
use super::rewards::{reward_of, sums};
use super::{Decision, Printed, RewardSource, State, Sums, find};
use crate::access::Person;
use crate::app::App;
use crate::catalog::layout;
use crate::features::certificates;
use crate::features::files::NewFile;
use crate::features::movements::{self, Movement};
use crate::features::signing;
use crate::refusal::Refusal;

/// What a reward that the law does not tell reads as.
const UNKNOWN: &str = "chưa xác định";

/// The decision as DOCX.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; a rule, when it was discarded; of the press.
pub fn document(app: &App, by: &Person, id: &str) -> Result<Printed, Refusal> {
    let (name, words) = words(app, by, &find(app, by, id)?)?;
    Ok(Printed { name, bytes: docx(&words, &layout()?)? })
}

/// Makes the PDF of an issued decision to be signed; where there is one already, that one stays.
///
/// # Errors
/// [`Refusal::NotFound`], also for a draft; [`Refusal::Forbidden`]; of the press.
pub fn prepare_to_sign(app: &App, by: &Person, id: &str) -> Result<String, Refusal> {
    let decision = find(app, by, id)?;
    let paper = decision.paper.clone().ok_or(Refusal::NotFound)?;
    signing::prepare(app, by, &paper, || {
        let (name, words) = words(app, by, &decision)?;
        Ok(NewFile::made(&format!("{name}.pdf"), pdf(&words, &layout()?)?))
    })?;
    Ok(paper)
}

/// The name of its file and its words.
fn words(app: &App, by: &Person, decision: &Decision) -> Result<(String, Document), Refusal> {
    if decision.state == State::Discarded {
        return Err(Refusal::rule("decision-discarded-stays"));
    }
    let movement = movements::find(app, by, &decision.movement)?;
    let office = Office::of(&by.commune_name);
    let sums = sums(&app.catalog, decision, app.today()).map_err(too_large)?;
    let header = Header {
        superior: None,
        issuer: office.issuer(),
        number: Some(Number {
            serial: decision.number.map(serial),
            symbol: decision.symbol.clone(),
        }),
        place: Some(office.place.clone()),
        date: decision.issued_on,
    };
    let signature = Signature {
        capacity: Capacity::read(&decision.signer_post)?,
        name: decision.signer_name.clone(),
    };
    let words = Document {
        kind: Some("Quyết định".into()),
        authority: Some(office.decider()),
        bases: decision.wording.bases(),
        body: articles(app, &office, decision, &movement, sums),
        recipients: decision.wording.recipients(),
        annexes: vec![annex(app, by, decision, sums)?],
        ..Document::new(header, decision.wording.abstract_(), signature)
    };
    let name = match decision.number.zip(decision.issued_on) {
        Some((number, day)) => format!("quyet-dinh-{number}-{}", day.year()),
        None => "du-thao-quyet-dinh".to_owned(),
    };
    Ok((name, words))
}

pub(super) fn too_large(error: chungsuc_domain::VndError) -> Refusal {
    tracing::error!(%error, "rewards cannot be added up");
    Refusal::rule("decision-sum-too-large")
}

fn articles(
    app: &App,
    office: &Office,
    decision: &Decision,
    movement: &Movement,
    sums: Sums,
) -> Vec<Block> {
    let gifts = gifts(app, decision);
    let whom = counted(decision);
    let named = &movement.name;
    let first = format!(
        "Tặng {gifts} của {} cho {whom} có thành tích trong Phong trào thi đua “{named}” (có danh \
         sách kèm theo).",
        office.decider(),
    );
    let second = format!(
        "Tiền thưởng kèm theo {gifts} được thực hiện theo quy định hiện hành. {} Kinh phí chi từ {}.",
        total_words(sums),
        source(decision.wording.reward_source()),
    );
    let third = format!(
        "Văn phòng Hội đồng nhân dân và {}, Hội đồng Thi đua - Khen thưởng {}, các cơ quan, đơn vị \
         liên quan và tập thể, hộ gia đình, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết \
         định này.",
        office.issuer(),
        office.commune,
    );
    let article = |(number, text)| Block::Article { number, text };
    let title = Block::Centred("QUYẾT ĐỊNH:".to_owned());
    std::iter::once(title).chain((1..).zip([first, second, third]).map(article)).collect()
}

/// “Giấy khen”, or all the awards of the list by name.
fn gifts(app: &App, decision: &Decision) -> String {
    let mut names: Vec<String> = Vec::new();
    for line in &decision.awarded {
        let name = line.gift(&app.catalog);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

/// “02 tập thể, 01 hợp tác xã, 02 hộ gia đình và 03 cá nhân”.
fn counted(decision: &Decision) -> String {
    let kinds = ["tập thể", "doanh nghiệp", "hợp tác xã", "hộ gia đình", "cá nhân"];
    let is =
        |kind: &str| decision.awarded.iter().filter(|line| kind_word(line.kind) == kind).count();
    let parts = kinds.iter().map(|kind| (is(kind), kind)).filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, kind)| format!("{count:02} {kind}")).collect();
    match parts.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} và {last}", before.join(", ")),
        None => String::new(),
    }
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

fn total_words(sums: Sums) -> String {
    let open = format!("{:02} trường hợp chưa xác định được mức tiền thưởng", sums.unknown);
    let Some(total) = sums.total() else { return format!("Có {open}.") };
    let total = format!("Tổng số tiền thưởng: {total} đồng (bằng chữ: {})", in_words(total));
    match sums.unknown {
        0 => format!("{total}."),
        _ => format!("{total}, chưa gồm {open}."),
    }
}

/// “Hai trăm hai mươi ba nghìn năm trăm đồng”.
pub(super) fn in_words(amount: Vnd) -> String {
    capital(&amount.words())
}

fn annex_words(total: Vnd, unknown: usize) -> String {
    let words = format!("Bằng chữ: {}", in_words(total));
    match unknown {
        0 => words,
        _ => format!("{words}; chưa gồm {unknown:02} trường hợp chưa xác định"),
    }
}

fn annex(app: &App, by: &Person, decision: &Decision, sums: Sums) -> Result<Annex, Refusal> {
    let columns = vec![
        Column::new("Số sổ vàng", 7, Align::Center),
        Column::new("Tên tập thể, hộ gia đình, cá nhân", 24, Align::Left),
        Column::new("Chức vụ, địa chỉ", 24, Align::Left),
        Column::new("Thành tích", 31, Align::Left),
        Column::new("Tiền thưởng (đồng)", 14, Align::Right),
    ];
    let rows = decision.awarded.iter().map(|line| {
        let reward = reward_of(&app.catalog, decision, line, app.today());
        vec![
            format!("{:02}", line.seq),
            line.on_paper.recipient.clone(),
            line.on_paper.address.clone(),
            line.on_paper.achievement.clone(),
            reward.map_or_else(|| UNKNOWN.to_owned(), |reward| reward.to_string()),
        ]
    });
    let none = String::new;
    let (words, total) = match sums.total() {
        Some(total) => (annex_words(total, sums.unknown), total.to_string()),
        None => (none(), UNKNOWN.to_owned()),
    };
    let total = vec![none(), "Tổng cộng".to_owned(), none(), words, total];
    let table = Table::new(columns, rows.collect(), Some(total))?;
    Ok(Annex {
        label: None,
        title: format!("Danh sách được tặng {}", gifts(app, decision)),
        orientation: Orientation::Landscape,
        body: std::iter::once(Block::Table(table)).chain(key_line(app, by, decision)?).collect(),
    })
}

/// The key by which readers check the certificates: the signed paper is where they take it from.
fn key_line(app: &App, by: &Person, decision: &Decision) -> Result<Option<Block>, Refusal> {
    let Some(id) = &decision.key else { return Ok(None) };
    let keys = certificates::keys(app, &by.commune)?;
    let key = keys.into_iter().find(|key| key.public.id().to_string() == *id);
    Ok(key.map(|key| {
        Block::Paragraph(format!("Khóa công khai kiểm tra mã QR trên giấy khen: {}", key.shown()))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_total_says_what_it_leaves_out() {
        let say = |known, unknown| total_words(Sums { known: Vnd::new(known), unknown });
        assert_eq!(
            say(447_000, 0),
            "Tổng số tiền thưởng: 447.000 đồng (bằng chữ: Bốn trăm bốn mươi bảy nghìn đồng)."
        );
        assert!(
            say(447_000, 2).ends_with("chưa gồm 02 trường hợp chưa xác định được mức tiền thưởng.")
        );
        assert_eq!(say(0, 1), "Có 01 trường hợp chưa xác định được mức tiền thưởng.");
    }
}
