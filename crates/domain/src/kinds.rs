//! The closed lists of the program. A code is stored, sent and named in the catalog; it never
//! changes its meaning. What a code is called on the screen stands in the language files.

/// Makes an enum whose values carry stable codes: `ALL`, `code()`, `from_code()`, Display and serde
/// all speak the code. The crate that calls it depends on `serde`.
#[macro_export]
macro_rules! codes {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(::serde::Serialize, ::serde::Deserialize)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $code)] $variant,)+
        }

        impl $name {
            /// Every value, in the order in which lists show them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The value of a code, if there is one.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}

codes! {
    /// Who takes part and is commended (Luật 06/2022/QH15 Điều 8, Điều 20). A household is its own
    /// kind, although plans often list it among individuals.
    SubjectKind {
        /// One person.
        Individual = "individual",
        /// An organisation or a group of persons.
        Collective = "collective",
        /// A household (hộ gia đình).
        Household = "household",
        /// An enterprise.
        Enterprise = "enterprise",
        /// A cooperative.
        Cooperative = "cooperative",
        /// A village: thôn, làng, bản, tổ dân phố.
        Village = "village",
        /// A commune.
        Commune = "commune",
    }
}

codes! {
    /// The level of an administrative unit.
    UnitKind {
        /// The country.
        Country = "country",
        /// A province or a city under the central government.
        Province = "province",
        /// A district; none exists from 2025-07-01, records of the past keep theirs.
        District = "district",
        /// A commune, ward or special zone.
        Commune = "commune",
        /// A village or residential group; not a level of government.
        Village = "village",
    }
}

codes! {
    /// What an organisation of the commune is.
    BodyKind {
        /// Ủy ban nhân dân.
        PeopleCommittee = "people_committee",
        /// Mặt trận Tổ quốc.
        Front = "front",
        /// Hội, đoàn thể.
        Union = "union",
        /// Trung tâm văn hóa.
        CultureCentre = "culture_centre",
        /// Trường học.
        School = "school",
        /// Trạm y tế.
        Station = "station",
        /// Doanh nghiệp.
        Enterprise = "enterprise",
        /// Hợp tác xã.
        Cooperative = "cooperative",
        /// Cơ quan Đảng, chi bộ.
        Party = "party",
        /// Anything else.
        Other = "other",
    }
}

codes! {
    /// What was given.
    ContributionKind {
        /// Money, in đồng.
        Money = "money",
        /// Labour, in days.
        Labour = "labour",
        /// Land, in square metres.
        Land = "land",
        /// Things, each in its unit.
        Goods = "goods",
    }
}

codes! {
    /// The type of commendation (loại hình khen thưởng; Luật 06/2022/QH15 Điều 8).
    AwardMode {
        /// Công trạng.
        Merit = "merit",
        /// Phong trào thi đua, chuyên đề.
        Thematic = "thematic",
        /// Đột xuất.
        Sudden = "sudden",
        /// Quá trình cống hiến.
        Devotion = "devotion",
        /// Niên hạn.
        Seniority = "seniority",
        /// Đối ngoại.
        Foreign = "foreign",
        /// Kháng chiến, of the law before 2024.
        Resistance = "resistance",
    }
}

codes! {
    /// Why a household is not asked for money: such households are never called upon.
    HouseholdMark {
        /// Hộ nghèo.
        Poor = "poor",
        /// Hộ cận nghèo.
        NearPoor = "near_poor",
        /// Gia đình chính sách.
        Policy = "policy",
        /// Đối tượng bảo trợ xã hội.
        SocialProtection = "social_protection",
    }
}
