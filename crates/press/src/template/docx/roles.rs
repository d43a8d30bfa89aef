//! What the styles of our DOCX stand for.

use std::collections::HashMap;

use chungsuc_domain::text::fold;

use crate::Level;
use crate::tree::Node;

/// How many styles may rest on each other.
const MAX_CHAIN: usize = 16;

/// What a paragraph is, by its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Role {
    /// What the program prints anew: header, number, day, signatures.
    Around,
    /// Trích yếu, under the type.
    Abstract,
    /// Trích yếu of a công văn: "V/v …".
    Subject,
    /// Kính gửi.
    Addressee,
    /// Căn cứ.
    Basis,
    /// A heading of the text.
    Heading(Level),
    /// A bold line in the middle.
    Centred,
    /// "Nơi nhận:".
    RecipientsTitle,
    /// A line of nơi nhận.
    Recipient,
    /// The title of an annex.
    AnnexTitle,
    /// A cell of the row of totals.
    Total,
    /// Running text, and every style that is not ours.
    #[default]
    Text,
}

impl Role {
    /// Whether words may stand out in a line of this role.
    pub(super) fn keeps_emphasis(self) -> bool {
        matches!(self, Self::Heading(_) | Self::Centred | Self::Text | Self::Total)
    }
}

/// Our own styles by their names, as `docx/styles.rs` gives them.
const OURS: [(&str, Role); 21] = [
    ("Quốc hiệu", Role::Around),
    ("Tiêu ngữ", Role::Around),
    ("Cơ quan chủ quản", Role::Around),
    ("Cơ quan ban hành", Role::Around),
    ("Số, ký hiệu", Role::Around),
    ("Địa danh, thời gian", Role::Around),
    ("Người có thẩm quyền", Role::Around),
    ("Quyền hạn, chức vụ", Role::Around),
    ("Người ký", Role::Around),
    ("Phụ lục", Role::Around),
    ("Kèm theo", Role::Around),
    ("Trích yếu công văn", Role::Subject),
    ("Kính gửi", Role::Addressee),
    ("Căn cứ", Role::Basis),
    ("Dòng giữa", Role::Centred),
    ("Nơi nhận", Role::RecipientsTitle),
    ("Danh sách nơi nhận", Role::Recipient),
    ("Tên phụ lục", Role::AnnexTitle),
    ("Ô tổng cộng", Role::Total),
    ("Đầu bảng", Role::Text),
    ("Ô bảng", Role::Text),
];

/// What a style stands for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) role: Role,
    /// Whether it is one of ours, and not one that every document has.
    pub(super) ours: bool,
    /// The list that its paragraphs belong to, and their level in it.
    pub(super) list: Option<(u32, u32)>,
}

#[derive(Debug, Default)]
struct Named {
    known: Option<(Role, bool)>,
    base: Option<String>,
    list: Option<(u32, u32)>,
}

/// The styles of a file by their identifiers.
pub(super) struct Roles(HashMap<String, Named>);

impl Roles {
    pub(super) fn of(sheet: &Node) -> Self {
        let named = |style: &Node| {
            let named = Named {
                known: style.value("name").and_then(role_of),
                base: style.value("basedOn").map(str::to_owned),
                list: style.child("pPr").and_then(list_of),
            };
            Some((style.get("styleId")?.to_owned(), named))
        };
        Self(sheet.all("style").filter_map(named).collect())
    }

    /// What a paragraph of a style is: by this style, or by the first one that it rests on.
    pub(super) fn style(&self, id: Option<&str>) -> Style {
        let (mut known, mut list) = (None, None);
        let mut next = id;
        for _ in 0..MAX_CHAIN {
            let Some(named) = next.and_then(|id| self.0.get(id)) else { break };
            known = known.or(named.known);
            list = list.or(named.list);
            next = named.base.as_deref();
        }
        let (role, ours) = known.unwrap_or((Role::Text, false));
        Style { role, ours, list }
    }
}

/// The list in the properties of a paragraph or a style; number 0 takes it out of a list.
pub(super) fn list_of(properties: &Node) -> Option<(u32, u32)> {
    let list = properties.child("numPr")?;
    let number = |name| list.value(name).and_then(|value| value.parse().ok());
    Some((number("numId").unwrap_or(0), number("ilvl").unwrap_or(0)))
}

/// What a name stands for, and whether it is ours. Word writes its own headings in small letters,
/// others in capitals.
fn role_of(name: &str) -> Option<(Role, bool)> {
    let name = fold(name);
    let ours = OURS.iter().find(|(known, _)| fold(known) == name);
    let builtin = || {
        Some(match name.as_str() {
            "title" => Role::Around,
            "subtitle" => Role::Abstract,
            "heading 1" => Role::Heading(Level::Section),
            "heading 2" => Role::Heading(Level::Part),
            _ if name.starts_with("heading ") => Role::Heading(Level::Item),
            _ => return None,
        })
    };
    ours.map(|(_, role)| (*role, true)).or_else(|| Some((builtin()?, false)))
}
