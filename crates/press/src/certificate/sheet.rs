//! What stands where on a sheet: words from the certificate, places from the design.

use serde::Serialize;

use super::fit::{Column, Place, Side, Stand, fit};
use super::marks::Mark;
use super::paragraph::{Look, Paragraph};
use super::{Certificate, CertificateDesign, Gift, Shift, Stock};
use crate::document::printed::{MOTTO, NATION};
use crate::document::{long_date, two_digits};
use crate::text::{capitals, clean};

/// Under the QR: its number, and white before the number of the decision.
const NUMBER_MM: f64 = 5.5;
/// The signer's name stands in the lowest fifth of the foot, the post in its upper part; the
/// signature between them.
const NAME_SHARE: f64 = 0.2;
const POST_SHARE: f64 = 0.42;

/// A sheet as the template draws it.
#[derive(Debug, Serialize)]
pub(super) struct Sheet {
    columns: Vec<Column>,
    check: Option<Check>,
}

/// The square of the code and its number, at its place.
#[derive(Debug, Serialize)]
struct Check {
    x_mm: f64,
    y_mm: f64,
    mark: Mark,
    number: String,
}

impl Sheet {
    /// Nothing when the words of a part are too long for their place.
    pub(super) fn of(
        certificate: &Certificate,
        mark: Option<Mark>,
        design: &CertificateDesign,
        stock: Stock,
    ) -> Option<Self> {
        let (places, (right, down)) = (Places { design }, shift_mm(stock));
        let parts = [
            (stock == Stock::White).then(|| (head(certificate, design), places.head())),
            Some((body(certificate, design), places.body())),
            Some((decision(certificate, design), places.decision(mark.is_some()))),
            Some((post(certificate, design), places.post())),
            Some((signer(certificate, design), places.signer())),
        ];
        let moved = |place: Place| Place { x: place.x + right, y: place.y + down, ..place };
        let fitted = |(words, place): (Vec<Paragraph>, Place)| fit(&words, moved(place));
        let check = mark.zip(certificate.check.as_ref()).map(|(mark, check)| Check {
            x_mm: design.foot.side_mm + right,
            y_mm: design.check.top_mm + down,
            mark,
            number: clean(&check.number),
        });
        let columns = parts.into_iter().flatten().map(fitted).collect::<Option<_>>()?;
        Some(Self { columns, check })
    }
}

fn shift_mm(stock: Stock) -> (f64, f64) {
    let shift = match stock {
        Stock::White => Shift::default(),
        Stock::Blank(shift) => shift,
    };
    (f64::from(shift.right()) / 10.0, f64::from(shift.down()) / 10.0)
}

fn head(certificate: &Certificate, design: &CertificateDesign) -> Vec<Paragraph> {
    let part = &design.head;
    let (verb, gift) = match &certificate.gift {
        Gift::Award(name) => ("TẶNG", name),
        Gift::Title(name) => ("TẶNG DANH HIỆU", name),
        Gift::Recognition(name) => ("CÔNG NHẬN", name),
    };
    vec![
        Paragraph::new(NATION, part.nation_pt, Look::Strong, 0.0),
        Paragraph::new(MOTTO, part.motto_pt, Look::Strong, 3.0).ruled(),
        Paragraph::new(&capitals(&certificate.decider), part.decider_pt, Look::Red, 10.0),
        Paragraph::new(verb, part.gift_pt, Look::Strong, 6.0),
        Paragraph::new(&capitals(gift), part.award_pt, Look::Red, 8.5),
    ]
}

fn body(certificate: &Certificate, design: &CertificateDesign) -> Vec<Paragraph> {
    let part = &design.body;
    let plain = |text, size_pt| Paragraph::new(&clean(text), size_pt, Look::Plain, 4.5);
    vec![
        Paragraph::new(&clean(&certificate.recipient), part.recipient_pt, Look::Strong, 0.0),
        plain(&certificate.address, part.address_pt),
        plain(&certificate.achievement, part.achievement_pt),
    ]
}

fn decision(certificate: &Certificate, design: &CertificateDesign) -> Vec<Paragraph> {
    let date = long_date(Some(certificate.date));
    let line = |text: &str| Paragraph::new(text, design.foot.decision_pt, Look::Slanted, 3.0);
    let number = line(&format!("Quyết định số: {} {date}", certificate.decision.shown()));
    let entry = certificate.entry.map(|entry| line(&format!("Số sổ vàng: {}", two_digits(entry))));
    std::iter::once(number).chain(entry).collect()
}

fn post(certificate: &Certificate, design: &CertificateDesign) -> Vec<Paragraph> {
    let (part, date) = (&design.foot, long_date(Some(certificate.date)));
    let dateline = format!("{}, {date}", clean(&certificate.place));
    let posts = certificate.signature.capacity.lines();
    let posts =
        posts.iter().map(|line| Paragraph::new(&capitals(line), part.post_pt, Look::Strong, 3.2));
    let dateline = Paragraph::new(&dateline, part.dateline_pt, Look::Slanted, 0.0);
    std::iter::once(dateline).chain(posts).collect()
}

fn signer(certificate: &Certificate, design: &CertificateDesign) -> Vec<Paragraph> {
    let name = clean(&certificate.signature.name);
    vec![Paragraph::new(&name, design.foot.signer_pt, Look::Strong, 0.0)]
}

/// Where the parts stand.
struct Places<'a> {
    design: &'a CertificateDesign,
}

impl Places<'_> {
    fn head(&self) -> Place {
        let part = &self.design.head;
        self.middle(part.top_mm, part.width_mm, part.height_mm, Stand::Top)
    }

    fn body(&self) -> Place {
        let part = &self.design.body;
        self.middle(part.top_mm, part.width_mm, part.height_mm, Stand::Middle)
    }

    fn middle(&self, y: f64, width: f64, height: f64, stand: Stand) -> Place {
        let x = (self.design.sheet.width_mm - width) / 2.0;
        Place { x, y, width, height, side: Side::Center, stand }
    }

    /// Under the QR, where there is one.
    fn decision(&self, with_check: bool) -> Place {
        let (foot, check) = (&self.design.foot, &self.design.check);
        let bottom = foot.top_mm + foot.height_mm;
        let y = if with_check { check.top_mm + check.size_mm + NUMBER_MM } else { foot.top_mm };
        Place {
            x: foot.side_mm,
            y,
            width: foot.left_width_mm,
            height: bottom - y,
            side: Side::Left,
            stand: Stand::Bottom,
        }
    }

    fn post(&self) -> Place {
        let foot = &self.design.foot;
        self.right(foot.top_mm, foot.height_mm * POST_SHARE, Stand::Top)
    }

    fn signer(&self) -> Place {
        let foot = &self.design.foot;
        let height = foot.height_mm * NAME_SHARE;
        self.right(foot.top_mm + foot.height_mm - height, height, Stand::Bottom)
    }

    fn right(&self, y: f64, height: f64, stand: Stand) -> Place {
        let foot = &self.design.foot;
        let width = foot.right_width_mm;
        let x = self.design.sheet.width_mm - foot.side_mm - width;
        Place { x, y, width, height, side: Side::Center, stand }
    }
}
