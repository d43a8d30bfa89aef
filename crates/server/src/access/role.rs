//! The roles of a movement, as a commune's plan gives them out.

use chungsuc_domain::codes;

codes! {
    /// What a person is in the movement; the word of a role is `role-` and its code.
    Role {
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
}
