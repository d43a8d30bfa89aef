//! Who signs and in what capacity (Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, Phần I, Mục II,
//! khoản 7). What the decree does not know, such as an order given by a deputy, cannot be written
//! down.

use serde::{Deserialize, Serialize};

use crate::text::clean;

/// A signature: as what, and who.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// In whose name and as what.
    pub capacity: Capacity,
    /// The signer's name, without title or rank.
    pub name: String,
}

/// A second signature, at the bottom left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cosigner {
    /// The secretary of minutes.
    Secretary(Signature),
    /// The body above confirms what the paper says: "XÁC NHẬN CỦA ỦY BAN NHÂN DÂN XÃ TƠ TUNG".
    Confirming {
        /// The body: "Ủy ban nhân dân xã Tơ Tung".
        body: String,
        /// Who signs for it.
        signature: Signature,
    },
}

/// In whose name somebody signs, and as what. Names and posts in ordinary letters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Capacity {
    /// Not settled yet: a draft leaves its place open.
    Open,
    /// The head: "CHỦ TỊCH", of a collective "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH".
    Head {
        /// The body that decides as a whole.
        collective: Option<String>,
        /// Acting in the post: "Q. CHỦ TỊCH".
        acting: bool,
        /// The post.
        post: String,
    },
    /// A deputy for the head: "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH".
    Deputy {
        /// The body that decides as a whole.
        collective: Option<String>,
        /// The post of the head.
        head: String,
        /// The deputy's own post.
        post: String,
    },
    /// By the head's order: "TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG".
    Ordered {
        /// The post of the head.
        head: String,
        /// The post that has the order.
        post: String,
        /// A deputy who signs for it: "TL. CHỦ TỊCH / KT. CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN PHÒNG".
        deputy: Option<String>,
    },
    /// Authorised by the head in writing: "TUQ. CHỦ TỊCH / TRƯỞNG PHÒNG". It is not handed on.
    Authorised {
        /// The post of the head.
        head: String,
        /// The post that is authorised.
        post: String,
    },
}

/// Why typed lines are no capacity in which anybody can sign.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CapacityError {
    /// The last line names in whose place is signed, and no line says who signs: "KT. Chủ tịch"
    /// alone.
    #[error("{0} is followed by no post of the signer's own")]
    NoPost(String),
    /// A line that the one before it does not allow, such as "TL." under "TM.".
    #[error("{0} cannot stand here")]
    Misplaced(String),
}

/// What a line of a signature begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Power {
    Collective,
    Deputy,
    Order,
    Authority,
    Acting,
    Post,
}

/// The marks and what they mean; the longest first where one begins like another.
const MARKS: [(&str, Power); 5] = [
    ("TUQ.", Power::Authority),
    ("TM.", Power::Collective),
    ("KT.", Power::Deputy),
    ("TL.", Power::Order),
    ("Q.", Power::Acting),
];

impl Capacity {
    /// The head of a body that does not decide as a collective.
    pub fn head(post: impl Into<String>) -> Self {
        Self::Head { collective: None, acting: false, post: post.into() }
    }

    /// Reads lines as people type them: "TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch".
    ///
    /// # Errors
    /// The line that cannot stand where it does.
    pub fn read(text: &str) -> Result<Self, CapacityError> {
        let lines: Vec<String> = text.lines().map(clean).filter(|line| !line.is_empty()).collect();
        let lines: Vec<(Power, String)> = lines.iter().map(|line| power(line)).collect();
        let (collective, rest) = match lines.split_first() {
            Some(((Power::Collective, body), rest)) => (Some(body.clone()), rest),
            _ => (None, lines.as_slice()),
        };
        Self::powers(collective.clone(), rest).ok_or_else(|| wrong(collective, rest))
    }

    fn powers(collective: Option<String>, lines: &[(Power, String)]) -> Option<Self> {
        use Power::{Acting, Authority, Deputy, Order, Post};
        let own = collective.is_none();
        Some(match lines {
            [] if own => Self::Open,
            [(Post, post)] => Self::Head { collective, acting: false, post: post.clone() },
            [(Acting, post)] => Self::Head { collective, acting: true, post: post.clone() },
            [(Deputy, head), (Post, post)] => {
                Self::Deputy { collective, head: head.clone(), post: post.clone() }
            }
            [(Order, head), (Post, post)] if own => {
                Self::Ordered { head: head.clone(), post: post.clone(), deputy: None }
            }
            [(Order, head), (Deputy, post), (Post, deputy)] if own => Self::Ordered {
                head: head.clone(),
                post: post.clone(),
                deputy: Some(deputy.clone()),
            },
            [(Authority, head), (Post, post)] if own => {
                Self::Authorised { head: head.clone(), post: post.clone() }
            }
            _ => return None,
        })
    }

    /// The lines above the signature, in ordinary letters.
    pub fn lines(&self) -> Vec<String> {
        let marked = |mark: &str, post: &str| format!("{mark} {post}");
        let above = |body: &Option<String>| body.as_ref().map(|body| marked("TM.", body));
        match self {
            Self::Open => Vec::new(),
            Self::Head { collective, acting, post } => {
                let post = if *acting { marked("Q.", post) } else { post.clone() };
                above(collective).into_iter().chain([post]).collect()
            }
            Self::Deputy { collective, head, post } => {
                let own = [marked("KT.", head), post.clone()];
                above(collective).into_iter().chain(own).collect()
            }
            Self::Ordered { head, post, deputy: None } => vec![marked("TL.", head), post.clone()],
            Self::Ordered { head, post, deputy: Some(deputy) } => {
                vec![marked("TL.", head), marked("KT.", post), deputy.clone()]
            }
            Self::Authorised { head, post } => vec![marked("TUQ.", head), post.clone()],
        }
    }
}

/// Splits a line into its mark, also in small letters, and what follows.
fn power(line: &str) -> (Power, String) {
    let marked = MARKS.iter().find_map(|(mark, power)| {
        let (head, rest) = line.split_at_checked(mark.len())?;
        let follows = head.eq_ignore_ascii_case(mark) && !rest.trim().is_empty();
        follows.then(|| (*power, rest.trim().to_owned()))
    });
    marked.unwrap_or_else(|| (Power::Post, line.to_owned()))
}

/// The first line that does not follow from those before it; or the last, when nobody signs after
/// it.
fn wrong(collective: Option<String>, lines: &[(Power, String)]) -> CapacityError {
    let said = |(power, post): &(Power, String)| {
        let mark = MARKS.iter().find(|(_, known)| known == power).map_or("", |(mark, _)| mark);
        format!("{mark} {post}").trim().to_owned()
    };
    let misplaced = (1..=lines.len())
        .find(|end| !could_begin(collective.is_some(), &lines[..*end]))
        .and_then(|end| lines.get(end - 1));
    match (misplaced, lines.last(), collective) {
        (Some(line), ..) => CapacityError::Misplaced(said(line)),
        (None, Some(last), _) => CapacityError::NoPost(said(last)),
        (None, None, body) => CapacityError::NoPost(format!("TM. {}", body.unwrap_or_default())),
    }
}

/// Whether lines could be the beginning of a capacity.
fn could_begin(collective: bool, lines: &[(Power, String)]) -> bool {
    use Power::{Acting, Authority, Deputy, Order, Post};
    let powers: Vec<Power> = lines.iter().map(|(power, _)| *power).collect();
    match powers.as_slice() {
        [Post | Acting | Deputy] | [Deputy, Post] => true,
        [Order | Authority] | [Order | Authority, Post] => !collective,
        [Order, Deputy] | [Order, Deputy, Post] => !collective,
        _ => false,
    }
}

#[cfg(test)]
#[path = "signature/tests.rs"]
mod tests;
