//! Biên bản bình xét: the minutes of a cluster that is closed, from its points, in the words of the office's
//! template.

use chungsuc_domain::Decimal;
use chungsuc_domain::cluster::{Basis, Sort};
use chungsuc_domain::date::show_long_date;
use chungsuc_press::template::{Frame, Values};
use chungsuc_press::{Capacity, Cosigner, Document, Header, Issuer, Signature, docx, pdf};

use super::{Cluster, SETTLED, State, Table, find, table};
use crate::access::{Act, Person};
use crate::app::App;
use crate::catalog::layout;
use crate::features::office::Office;
use crate::features::templates::{self, sorts::CLUSTER_MINUTES};
use crate::refusal::Refusal;

/// What the points do not tell of the meeting; all of it may be left to be written by hand.
#[derive(Clone, Debug, Default)]
pub struct Meeting {
    /// “14 giờ 00 phút”.
    pub begins: String,
    /// When it ended.
    pub ends: String,
    /// Where.
    pub place: String,
    /// Who chaired.
    pub chair: String,
    /// Who wrote it down.
    pub secretary: String,
    /// What was said, a line each.
    pub opinions: String,
}

/// The minutes of a closed cluster as DOCX (`word`) or PDF, with the name of the file.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; a rule, when it is not closed; of the press.
pub fn minutes(
    app: &App,
    by: &Person,
    id: &str,
    meeting: &Meeting,
    word: bool,
) -> Result<(String, Vec<u8>), Refusal> {
    by.must_in_commune(Act::KeepClusters)?;
    let cluster = find(app, by, id)?;
    if cluster.state != State::Closed {
        return Err(Refusal::rule("cluster-minutes-open"));
    }
    let table = table(app, by, &cluster)?;
    let document = document(app, by, &cluster, &table, meeting)?;
    let layout = layout()?;
    let bytes = if word { docx(&document, &layout)? } else { pdf(&document, &layout)? };
    Ok((format!("bien-ban-{}-{}", cluster.name, cluster.year), bytes))
}

fn document(
    app: &App,
    by: &Person,
    cluster: &Cluster,
    table: &Table,
    meeting: &Meeting,
) -> Result<Document, Refusal> {
    let office = Office::of(&by.commune_name);
    let values = values(&office, cluster, table, meeting);
    let words = templates::current(app, by, &CLUSTER_MINUTES)?.fill(&values)?;
    let signed = |post: &str, name: &str| Signature {
        capacity: Capacity::head(post),
        name: name.to_owned(),
    };
    let issuer =
        Issuer::Body { superior: Some(office.issuer()), name: cluster.name.clone(), number: None };
    let frame = Frame {
        header: Header { issuer, place: None, date: None },
        kind: Some(CLUSTER_MINUTES.kind.to_owned()),
        authority: None,
        signature: signed("Chủ tọa", &meeting.chair),
        cosigner: Some(Cosigner::Secretary(signed("Thư ký", &meeting.secretary))),
    };
    Ok(frame.around(words))
}

fn values(office: &Office, cluster: &Cluster, table: &Table, meeting: &Meeting) -> Values {
    let names: Vec<&str> = cluster.members.iter().map(|member| member.name.as_str()).collect();
    let leader = cluster.leader.and_then(|at| names.get(at)).copied().unwrap_or_default();
    let peers = if cluster.peers == 0 { String::new() } else { format!("{:02}", cluster.peers) };
    Values::new()
        .text("cơ quan", office.issuer())
        .text("xã", &office.commune)
        .text("người quyết định", office.decider())
        .text("nơi ban hành", &cluster.name)
        .text("cơ quan cấp trên", office.issuer())
        .text("địa danh", &office.place)
        .text("tên phong trào", "")
        .text("năm", cluster.year.to_string())
        .text("người ký", &meeting.chair)
        .text("tên khối", &cluster.name)
        .text("văn bản quy chế", &cluster.paper)
        .text("ngày chốt", cluster.closed_on.map(show_long_date).unwrap_or_default())
        .text("giờ bắt đầu", &meeting.begins)
        .text("giờ kết thúc", &meeting.ends)
        .text("địa điểm", &meeting.place)
        .text("chủ tọa", &meeting.chair)
        .text("thư ký", &meeting.secretary)
        .text("số thành viên", format!("{:02}", names.len()))
        .text("các thành viên", names.join(", "))
        .text("số người chấm", peers)
        .rows("điều chỉnh", settled(cluster, table))
        .text("ý kiến", &meeting.opinions)
        .rows("thứ hạng các thành viên", standings(cluster, table))
        .rows("điểm chi tiết", points(cluster, table))
        .text("dẫn đầu", leader)
        .text("lý do dẫn đầu", cluster.reason.as_deref().unwrap_or_default())
}

/// Whose points were settled, and why.
fn settled(cluster: &Cluster, table: &Table) -> Vec<Values> {
    let of = |(at, member): (usize, &super::Member)| {
        let reason = table.given(SETTLED, at)?.note.trim_end_matches(['.', ' ']).to_owned();
        Some(Values::new().text("tên thành viên", &member.name).text("lý do", reason))
    };
    cluster.members.iter().enumerate().filter_map(of).collect()
}

/// Who stands where, the first in front.
fn standings(cluster: &Cluster, table: &Table) -> Vec<Values> {
    let mut order: Vec<usize> = (0..cluster.members.len()).collect();
    order.sort_by_key(|at| table.standings[*at].place.unwrap_or(usize::MAX));
    let row = |at: usize| {
        let standing = table.standings[at];
        let apart = standing.told_apart_by.and_then(|place| cluster.sheet.get(place));
        let apart = apart.map(|content| format!("bằng điểm, xét nội dung: {}", content.text));
        let leads = (cluster.leader == Some(at)).then(|| "dẫn đầu".to_owned());
        let notes: Vec<String> = leads.into_iter().chain(apart).collect();
        Values::new()
            .text("thứ hạng", standing.place.map(|it| it.to_string()).unwrap_or_default())
            .text("tên thành viên", &cluster.members[at].name)
            .text("tổng điểm", shown(standing.total))
            .text("ghi chú", notes.join("; "))
    };
    order.into_iter().map(row).collect()
}

/// Every content of every member: what counts, and what it was made of.
fn points(cluster: &Cluster, table: &Table) -> Vec<Values> {
    let of_member = |(at, member): (usize, &super::Member)| {
        let scores = &table.scores[at];
        let row = |(place, content): (usize, &chungsuc_domain::cluster::Criterion)| {
            let counts = scores.counts(place);
            let settled = counts.is_some_and(|(_, basis)| basis == Basis::Settled);
            let mark = if settled { " *" } else { "" };
            let kind = match content.sort {
                Sort::Points => "",
                Sort::Bonus => "Điểm thưởng: ",
                Sort::Penalty => "Điểm trừ: ",
            };
            Values::new()
                .text("tên thành viên", &member.name)
                .text("nội dung chấm", format!("{kind}{}", content.text))
                .text("điểm tối đa", content.most().to_string())
                .text("tự chấm", shown(scores.own.get(place).copied().flatten()))
                .text("thành viên khác chấm", shown(scores.mean(place)))
                .text("điểm tính", format!("{}{mark}", shown(counts.map(|(points, _)| points))))
        };
        cluster.sheet.iter().enumerate().map(row).collect::<Vec<_>>()
    };
    cluster.members.iter().enumerate().flat_map(of_member).collect()
}

fn shown(points: Option<Decimal>) -> String {
    points.map_or_else(|| "–".to_owned(), |points| points.to_string())
}
