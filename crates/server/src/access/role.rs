//! The roles of a movement, as a commune's plan gives them out.

macro_rules! roles {
    ($($(#[$doc:meta])+ $role:ident = $code:literal),+ $(,)?) => {
        /// What a person is in the movement.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Role { $($(#[$doc])+ $role),+ }

        impl Role {
            /// Every role, in the order in which pages list them.
            pub const ALL: &[Role] = &[$(Role::$role),+];

            /// The code kept in the database; its word is `role-` and the code.
            pub fn code(self) -> &'static str {
                match self { $(Role::$role => $code),+ }
            }

            /// The role of a code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|role| role.code() == code)
            }
        }
    };
}

roles! {
    /// Chủ tịch Ủy ban nhân dân xã: signs.
    Chairman = "chairman",
    /// Thành viên Hội đồng Thi đua – Khen thưởng: votes.
    CouncilMember = "council_member",
    /// Thường trực Hội đồng: keeps the dossiers and prepares the sittings.
    CouncilSecretary = "council_secretary",
    /// Ban quản lý các Chương trình MTQG xã: runs the movement and reports.
    ProgrammeBoard = "programme_board",
    /// Cán bộ, công chức phụ trách tiêu chí: looks at figures and accepts them.
    CriteriaOfficer = "criteria_officer",
    /// Mặt trận Tổ quốc và các đoàn thể xã.
    OrganisationOfficer = "organisation_officer",
    /// Trưởng làng, trưởng thôn.
    VillageHead = "village_head",
    /// Trung tâm Văn hóa xã: spreads what is good.
    CultureCentre = "culture_centre",
    /// Kế toán.
    Accountant = "accountant",
    /// Reads everything, changes nothing.
    Auditor = "auditor",
    /// Manages accounts, reads no dossier.
    Administrator = "administrator",
}
