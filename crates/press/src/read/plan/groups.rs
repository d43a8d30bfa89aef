//! The groups that can take part, and the words by which plans name them.

/// A group that takes part in a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// The government of the commune.
    CommuneGovernment,
    /// Governments above it.
    HigherGovernment,
    /// Offices, departments, schools.
    Bodies,
    /// The Fatherland Front and mass organisations.
    MassOrganisations,
    /// Villages and residential groups.
    Villages,
    /// Enterprises.
    Enterprises,
    /// Cooperatives.
    Cooperatives,
    /// Associations and other organisations.
    OtherOrganisations,
    /// Households.
    Households,
    /// Officials and public employees.
    Officials,
    /// Workers.
    Workers,
    /// Everybody.
    People,
    /// Armed forces.
    ArmedForces,
    /// Collaborators.
    Collaborators,
}

impl Group {
    /// The token that stands for it in JSON; whoever shows it has its words.
    pub const fn token(self) -> &'static str {
        match self {
            Self::CommuneGovernment => "chinh_quyen_cap_xa",
            Self::HigherGovernment => "chinh_quyen_cap_tren",
            Self::Bodies => "co_quan_don_vi",
            Self::MassOrganisations => "mttq_doan_the",
            Self::Villages => "thon_lang_to_dan_pho",
            Self::Enterprises => "doanh_nghiep",
            Self::Cooperatives => "hop_tac_xa",
            Self::OtherOrganisations => "to_chuc_khac",
            Self::Households => "ho_gia_dinh",
            Self::Officials => "can_bo_cong_chuc",
            Self::Workers => "nguoi_lao_dong",
            Self::People => "nguoi_dan",
            Self::ArmedForces => "luc_luong_vu_trang",
            Self::Collaborators => "cong_tac_vien",
        }
    }
}

/// The words by which plans name each group, in plain form, parted by `|`. A matter of language, not of
/// law.
pub(super) const GROUPS: &[(Group, &str)] = &[
    (
        Group::CommuneGovernment,
        "\
        ubnd xa|ubnd cac xa|ubnd cap xa|ubnd phuong|uy ban nhan dan xa|\
        uy ban nhan dan cac xa|uy ban nhan dan cap xa|uy ban nhan dan phuong|\
        cac xa, phuong|xa, phuong|chinh quyen co so|cac dia phuong",
    ),
    (Group::HigherGovernment, "ubnd huyen|ubnd cac huyen|ubnd tinh|cac huyen"),
    (Group::Bodies, "co quan|don vi|cac nganh|ban, nganh|ban nganh|phong, ban|truong hoc"),
    (Group::MassOrganisations, "mat tran|mttq|doan the|to chuc chinh tri"),
    (Group::Villages, "cac thon|thon, |truong thon|lang|khu dan cu|to dan pho"),
    (Group::Enterprises, "doanh nghiep|dn|dnnvv"),
    (Group::Cooperatives, "hop tac xa|htx"),
    (Group::OtherOrganisations, "cac to chuc, |to chuc, ca nhan|hiep hoi"),
    (Group::Households, "ho gia dinh|ho kinh doanh|ho ngheo|gia dinh|hkd"),
    (Group::Officials, "can bo|cong chuc"),
    (Group::Workers, "nguoi lao dong"),
    (Group::People, "nguoi dan|nhan dan|cong dan|quan chung"),
    (Group::ArmedForces, "luc luong vu trang"),
    (Group::Collaborators, "cong tac vien"),
];
