//! What a list of proposed people looks like as a whole: for information, never a condition.

use crate::Decimal;

codes! {
    /// What may be known of a person.
    Trait {
        /// Leads or manages a body; who does not works directly.
        Leads = "leads",
        /// A woman.
        Woman = "woman",
        /// Of an ethnic minority.
        Minority = "minority",
    }
}

/// What is known of one person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Traits {
    /// Leads or manages.
    pub leads: Option<bool>,
    /// A woman.
    pub woman: Option<bool>,
    /// Of an ethnic minority.
    pub minority: Option<bool>,
}

/// How many of those of whom something is known have it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// Those who have it.
    pub part: u32,
    /// Those of whom it is known.
    pub known: u32,
    /// Those of whom it is not.
    pub unknown: u32,
}

impl Share {
    /// In per cent, rounded for showing; nothing when it is known of nobody.
    pub fn percent(self) -> Option<Decimal> {
        let known = i64::from(self.known);
        let tenths = (i64::from(self.part) * 1000 + known / 2).checked_div(known)?;
        Decimal::parse(&format!("{},{}", tenths / 10, tenths % 10)).ok()
    }

    fn count(&mut self, has: Option<bool>) {
        match has {
            Some(has) => {
                self.part += u32::from(has);
                self.known += 1;
            }
            None => self.unknown += 1,
        }
    }
}

/// The shares of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shares {
    /// Who leads; the others work directly.
    pub leads: Share,
    /// Women.
    pub women: Share,
    /// Of an ethnic minority.
    pub minority: Share,
}

/// Counts a list of people.
pub fn shares(people: impl IntoIterator<Item = Traits>) -> Shares {
    let mut shares = Shares::default();
    for person in people {
        shares.leads.count(person.leads);
        shares.women.count(person.woman);
        shares.minority.count(person.minority);
    }
    shares
}
