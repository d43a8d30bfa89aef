//! A person at work, and what they hold.

use super::{Act, Role};
use crate::refusal::Refusal;

/// A role within a territory: a commune's code, or a village's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// What the person is.
    pub role: Role,
    /// Code of the unit within which they are it.
    pub territory: String,
}

/// Where a record belongs: to a commune, and perhaps to one of its villages.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// Code of the commune.
    pub commune: &'a str,
    /// Code of the village, for a record of one village.
    pub village: Option<&'a str>,
}

impl<'a> Place<'a> {
    /// A record of the whole commune.
    pub fn commune(commune: &'a str) -> Self {
        Self { commune, village: None }
    }

    /// A record of one village.
    pub fn village(commune: &'a str, village: &'a str) -> Self {
        Self { commune, village: Some(village) }
    }
}

/// Somebody who logged in, or a command that acts for the office.
#[derive(Clone, Debug)]
pub struct Person {
    /// Id of the account.
    pub account: String,
    /// Full name.
    pub name: String,
    /// Code of the commune that they work for.
    pub commune: String,
    /// Name of that commune.
    pub commune_name: String,
    /// What they hold; nothing means that they may do nothing.
    pub grants: Vec<Grant>,
}

impl Person {
    /// Whether they may do this to a record of that place.
    pub fn may(&self, act: Act, place: Place<'_>) -> bool {
        self.commune == place.commune
            && self.roles_for(act).any(|grant| covers(&grant.territory, place))
    }

    /// Refuses unless they may.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`].
    pub fn must(&self, act: Act, place: Place<'_>) -> Result<(), Refusal> {
        if self.may(act, place) { Ok(()) } else { Err(Refusal::Forbidden) }
    }

    /// Refuses unless they may do this to records of the whole commune.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`].
    pub fn must_in_commune(&self, act: Act) -> Result<(), Refusal> {
        self.must(act, Place::commune(&self.commune))
    }

    /// Whether they may do this somewhere: opens the page, whose verbs then ask for the place.
    pub fn may_somewhere(&self, act: Act) -> bool {
        self.roles_for(act).next().is_some()
    }

    /// Refuses unless they may do this somewhere in their commune.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`].
    pub fn must_somewhere(&self, act: Act) -> Result<(), Refusal> {
        if self.may_somewhere(act) { Ok(()) } else { Err(Refusal::Forbidden) }
    }

    /// Where they may: the whole commune (`None`), or only these villages.
    pub fn villages_for(&self, act: Act) -> Option<Vec<&str>> {
        let whole = self.may(act, Place::commune(&self.commune));
        (!whole).then(|| self.roles_for(act).map(|grant| grant.territory.as_str()).collect())
    }

    fn roles_for(&self, act: Act) -> impl Iterator<Item = &Grant> {
        self.grants.iter().filter(move |grant| act.roles().contains(&grant.role))
    }
}

/// A commune covers its villages; a village covers itself.
fn covers(territory: &str, place: Place<'_>) -> bool {
    territory == place.commune || place.village == Some(territory)
}
