//! Identities of records. The server makes them; here they only cannot be mixed up.

/// Makes id types over a UUID: `new`, `uuid`, Display, FromStr and serde in the hyphenated form.
/// A feature that needs one more id declares it with this macro; its crate depends on `serde`.
#[macro_export]
macro_rules! ids {
    ($($(#[$about:meta])* $name:ident,)+) => {$(
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(::serde::Serialize, ::serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name($crate::Uuid);

        impl $name {
            /// Takes an identity that was made outside.
            pub const fn new(uuid: $crate::Uuid) -> Self {
                Self(uuid)
            }

            /// The bare identity.
            pub const fn uuid(self) -> $crate::Uuid {
                self.0
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::ids::NotAnId;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self).map_err(|_| $crate::ids::NotAnId)
            }
        }
    )+};
}

/// The text is not an identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not an identity of a record")]
pub struct NotAnId;

ids! {
    /// An account of a user.
    AccountId,
    /// A person.
    PersonId,
    /// A household.
    HouseholdId,
    /// An administrative unit.
    UnitId,
    /// An organisation.
    BodyId,
    /// A paper (văn bản).
    PaperId,
    /// An attached file.
    AttachmentId,
    /// An emulation movement.
    MovementId,
    /// A contestant of a movement.
    ContestantId,
    /// A value reported for an indicator.
    IndicatorValueId,
    /// A call for contributions.
    MobilisationId,
    /// A contribution.
    ContributionId,
    /// A construction work.
    WorksId,
    /// A task.
    TaskId,
    /// A proposal for an award.
    NominationId,
    /// A sitting of the council.
    SittingId,
    /// A decision.
    DecisionId,
    /// A certificate.
    CertificateId,
}
