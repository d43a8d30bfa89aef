//! The one table of who may do what.

use super::Role::{self, *};

macro_rules! acts {
    ($($(#[$doc:meta])+ $act:ident: $roles:expr),+ $(,)?) => {
        /// Something a person may or may not do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Act { $($(#[$doc])+ $act),+ }

        impl Act {
            /// Every act.
            pub const ALL: &[Act] = &[$(Act::$act),+];

            /// The roles that may; each within its territory only.
            pub fn roles(self) -> &'static [Role] {
                match self { $(Act::$act => $roles),+ }
            }
        }
    };
}

/// All who work on the movement: everybody but the administrator.
const STAFF: &[Role] = &[
    Chairman,
    CouncilMember,
    CouncilSecretary,
    ProgrammeBoard,
    CriteriaOfficer,
    OrganisationOfficer,
    VillageHead,
    CultureCentre,
    Accountant,
    Auditor,
];

/// All who work in the program.
const EVERYBODY: &[Role] = Role::ALL;

/// Those who see dossiers before they are decided.
const DOSSIER_READERS: &[Role] =
    &[Chairman, CouncilMember, CouncilSecretary, ProgrammeBoard, OrganisationOfficer, Auditor];

acts! {
    /// See the desk.
    SeeDesk: STAFF,
    /// See the list of administrative units.
    ReadUnits: EVERYBODY,
    /// Bring the list of administrative units up to date.
    KeepUnits: &[Administrator],
    /// See bodies, households and persons.
    ReadDirectory: STAFF,
    /// Enter and correct bodies, households and persons.
    KeepDirectory: &[ProgrammeBoard, OrganisationOfficer, VillageHead],
    /// See which households are poor, near-poor or under a policy.
    SeeHouseholdMarks: &[Chairman, ProgrammeBoard, CriteriaOfficer, VillageHead, Auditor],
    /// Read movements, their targets, contestants and pledges.
    ReadMovements: STAFF,
    /// Read the registry of papers; what concerns dossiers is for who reads dossiers.
    ReadPapers: STAFF,
    /// Enter papers into the registry, correct and withdraw them, and relate them to each other.
    RegisterPapers: &[ProgrammeBoard, CouncilSecretary],
    /// Make the file of a paper to be signed, and bring back the signed one.
    SignPapers: &[Chairman, ProgrammeBoard, CouncilSecretary],
    /// Read the templates of documents.
    ReadTemplates: STAFF,
    /// Bring changed templates of documents, and choose which one is in use.
    KeepTemplates: &[ProgrammeBoard, CouncilSecretary],
    /// Write letters from templates: invitations, minutes, proposals and the like.
    WriteLetters: &[ProgrammeBoard, CouncilSecretary],
    /// Issue a letter: it takes its number; withdraw it.
    IssueLetters: &[Chairman],
    /// Write, finish and withdraw the report of achievements of a nominee; a village head of the own
    /// village's.
    WriteAchievements: &[CouncilSecretary, OrganisationOfficer, ProgrammeBoard, VillageHead],
    /// Come to withdraw a letter: what was issued, or what one finished oneself.
    WithdrawLetters:
        &[Chairman, CouncilSecretary, OrganisationOfficer, ProgrammeBoard, VillageHead],
    /// Adopt a plan and keep its movement.
    KeepMovements: &[ProgrammeBoard, CouncilSecretary],
    /// Register a contestant and its pledge.
    Register: &[ProgrammeBoard, CouncilSecretary, OrganisationOfficer, VillageHead],
    /// Read indicators and their evidence.
    ReadStandards: STAFF,
    /// Lay values on a standard and take them off, confirm what it says, and write in which region the
    /// commune lies.
    KeepStandards: &[CriteriaOfficer, ProgrammeBoard],
    /// Enter an indicator's value and send it.
    EnterValues: &[VillageHead, CriteriaOfficer, ProgrammeBoard],
    /// See what was sent and judge it, each in their step.
    JudgeValues: &[CriteriaOfficer, ProgrammeBoard],
    /// Verify a value that a village sent, or give it back to the village.
    VerifyValues: &[CriteriaOfficer],
    /// Take the officer's step while the officer in charge is away, with a reason.
    StandInForOfficer: &[ProgrammeBoard],
    /// Say which officer is in charge of which criteria.
    AssignCriteria: &[ProgrammeBoard, Administrator],
    /// Accept a value that was verified, or give it back to the officer.
    AcceptValues: &[ProgrammeBoard],
    /// Read surveys of people's satisfaction; a village head those of the own village.
    ReadSurveys: STAFF,
    /// Enter the counted forms of a survey.
    EnterSurveys: &[VillageHead, OrganisationOfficer, CriteriaOfficer],
    /// Open a survey, which draws the households; close it, withdraw it, begin its correction.
    KeepSurveys: &[CriteriaOfficer, OrganisationOfficer],
    /// Read clusters and what their members gave each other.
    ReadClusters: STAFF,
    /// Give points for a member: itself, and others around the circle.
    ScoreClusters: &[VillageHead, OrganisationOfficer, CouncilSecretary],
    /// Open a cluster, lead it on, settle, close or give it up.
    KeepClusters: &[CouncilSecretary],
    /// Set what is planned for a figure of a village or the commune, change it and give it up.
    KeepGoals: &[CriteriaOfficer, ProgrammeBoard],
    /// Bring a map of the villages and take it into use.
    KeepMaps: &[CriteriaOfficer, ProgrammeBoard],
    /// Read dossiers of recognition and what came of them.
    ReadRecognition: STAFF,
    /// Prepare a dossier of recognition: open it, attach papers.
    PrepareRecognition: &[ProgrammeBoard, CriteriaOfficer],
    /// Submit a dossier of recognition, and record what came of it.
    KeepRecognition: &[ProgrammeBoard],
    /// Read the ledger of contributions.
    ReadContributions:
        &[Chairman, ProgrammeBoard, OrganisationOfficer, VillageHead, Accountant, Auditor],
    /// Record a contribution, or take one back.
    RecordContributions: &[VillageHead, Accountant],
    /// Set what a measure is counted as in money.
    SetRates: &[Accountant],
    /// Read the fund of emulation and commendation.
    ReadFund: &[Chairman, CouncilSecretary, ProgrammeBoard, Accountant, Auditor],
    /// Enter what comes into the fund and goes out of it, pay rewards, take an entry back.
    KeepFund: &[Accountant],
    /// Close a year of the fund.
    CloseFund: &[Chairman, Accountant],
    /// Read the register of awards, everybody's whole record.
    ReadHonours: DOSSIER_READERS,
    /// Record awards that were given elsewhere, and bring old lists of them.
    KeepHonours: &[CouncilSecretary],
    /// Read and keep the register of holds: who may not be commended for now, and why. Nobody else
    /// learns of it.
    KeepHolds: &[Chairman, CouncilSecretary],
    /// Read nominations; a village head those of the own village.
    ReadNominations: &[
        Chairman,
        CouncilMember,
        CouncilSecretary,
        ProgrammeBoard,
        OrganisationOfficer,
        VillageHead,
        Auditor,
    ],
    /// Propose somebody for an award.
    Nominate: &[CouncilSecretary, OrganisationOfficer, ProgrammeBoard, VillageHead],
    /// Read what people tell of good deeds; a village head what they wrote down themselves.
    ReadProposals: &[Chairman, CouncilSecretary, VillageHead, Auditor],
    /// Write down what somebody who came by told of a good deed.
    EnterProposals: &[CouncilSecretary, VillageHead],
    /// Make a proposal of the people a nomination, or answer it.
    AnswerProposals: &[CouncilSecretary],
    /// Give the opinion of one's office on a nomination, when asked.
    GiveOpinions:
        &[ProgrammeBoard, CriteriaOfficer, OrganisationOfficer, CultureCentre, Accountant],
    /// Read an opinion: who gave it, and who reads its nomination.
    ReadOpinions: STAFF,
    /// Read lists of nominees that were opened for comment, and what was said.
    ReadConsultations: DOSSIER_READERS,
    /// Open a list of nominees for comment, enter and answer comments, close it.
    KeepConsultations: &[CouncilSecretary],
    /// Receive or return a nomination, prepare a sitting, open and close it.
    KeepCouncil: &[CouncilSecretary],
    /// Read sittings and their results.
    ReadCouncil: DOSSIER_READERS,
    /// Vote; only members of the council, in their sitting.
    Vote: &[Chairman, CouncilMember, CouncilSecretary],
    /// Type what was counted of ballots on paper.
    CountBallots: &[Chairman, CouncilMember, CouncilSecretary],
    /// Read decisions, and fetch certificates.
    ReadDecisions: STAFF,
    /// Draft a decision.
    DraftDecisions: &[CouncilSecretary],
    /// Set how certificates are printed: emblem, blanks.
    PrepareCertificates: &[CouncilSecretary],
    /// Replace the key that signs the codes on certificates.
    ReplaceCertificateKey: &[Chairman],
    /// Issue a decision: it takes its number.
    IssueDecisions: &[Chairman],
    /// Enter who signs decisions as what, from a day to a day.
    KeepSigners: &[Chairman, CouncilSecretary],
    /// Write down that a certificate was handed over.
    DeliverCertificates: &[CouncilSecretary, CultureCentre],
    /// Write down what came back of commendations that were taken back.
    RecordRecoveries: &[CouncilSecretary, Accountant],
    /// Read reports.
    ReadReports: STAFF,
    /// Write and send reports.
    WriteReports: &[ProgrammeBoard],
    /// Read the journal and verify it.
    ReadJournal: &[Chairman, Auditor],
    /// Manage accounts and their roles.
    ManageAccounts: &[Administrator],
}
