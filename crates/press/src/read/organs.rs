//! Names of bodies: from lines in capitals to a name as sentences write it.

use super::files::is_syllable;
use super::pattern::{either, patterns};
use super::script::Piece;

/// How names of bodies begin; a line that begins otherwise goes on with the line above.
const HEADS: &str = "\
    ubnd|hdnd|mttq|uy ban|hoi |so |ban\\b|bo |cuc |tong cuc|chi cuc|van phong|phong |\
    trung tam|truong |cong an|dang uy|dang bo|huyen uy|tinh uy|thanh uy|thi uy|quan uy|\
    lien doan|doan |thu tuong|chinh phu|quoc hoi|chu tich|mat tran|toa an|vien |bao hiem|\
    ngan hang|kho bac|tap doan|cong ty|thanh tra|kiem toan|thong tan|dai |benh vien|\
    thuong truc|to |tong |chi bo|chi doan|xa doan|hoc vien|hiep hoi|hop tac xa|quy |cau lac bo|\
    cong doan|quan khu|vu |nha xuat ban|tap chi|bao ";

/// Words within names of bodies that bear capitals (Nghị định 30/2020/NĐ-CP, Phụ lục II).
const PROPER: &[(&str, &str)] = &[
    ("ubnd", "Ủy ban nhân dân"),
    ("ủy ban", "Ủy ban"),
    ("hội đồng", "Hội đồng"),
    ("mttq", "MTTQ"),
    ("mặt trận tổ quốc", "Mặt trận Tổ quốc"),
    ("việt nam", "Việt Nam"),
    ("thi đua - khen thưởng", "Thi đua - Khen thưởng"),
];

patterns! {
    HEAD = format!("^{}", either(HEADS));
    // "xã hội", "tỉnh ủy", "quân sự", "phương án": what looks like a kind of territory in plain letters.
    NO_TERRITORY = r"^ (hoi|uy|su|doi|ly|tri|khu|nhan|phap|an|tien|huong|nguyen|doan)\b";
    // A line that cannot be the whole name.
    BARE = r"^(hoi dong|uy ban|ban chi dao|ubnd|uy ban nhan dan|hoi dong nhan dan)$";
    TERRITORY = r"\b(tinh|thanh pho|tp\.?|quan|huyen|thi xa|xa|phuong|thi tran|dac khu)\b";
    STANDING = r"^(ban thuong truc|thuong truc|ban chap hanh|ban thuong vu|van phong|co quan|to )";
    // A committee of the Party that bears the name of its territory: "Tỉnh ủy …", "Huyện ủy …".
    PARTY = r"^(tinh|huyen|thanh|thi|quan) uy [a-z]";
    COUNCIL = r"^(ubnd|uy ban nhan dan)\b";
    // The paper by which a body was set up, where its name says it.
    FOUNDED = r"\b(thanh lap )?theo (quyet dinh|qd|nghi quyet|ke hoach) so\b";
    // Between the names of bodies that stand on one line; "Văn phòng HĐND - UBND" is one.
    BETWEEN = r" - ";
    OFFICE = r"^van phong\b";
}

/// A name in the letters that were written and in plain ones, one for one.
#[derive(Debug, Clone)]
struct Name {
    text: String,
    plain: String,
}

impl Name {
    fn of(lines: &[Piece<'_>]) -> Self {
        let join = |words: Vec<&str>| words.join(" ");
        let text = join(lines.iter().map(|line| line.text()).collect());
        Self { text, plain: join(lines.iter().map(|line| line.plain()).collect()) }
    }

    fn part(&self, from: usize, to: usize) -> Self {
        let text = self.text.chars().skip(from).take(to - from).collect();
        Self { text, plain: self.plain[from..to].to_owned() }
    }

    /// The first of several bodies on one line, and the others.
    fn apart(&self) -> Option<(Self, Self)> {
        let is_body = |plain: &str| HEAD.is_match(plain) && !OFFICE.is_match(plain);
        let mut dashes = BETWEEN.find_iter(&self.plain);
        let dash = dashes.find(|dash| {
            is_body(&self.plain[..dash.start()]) && HEAD.is_match(&self.plain[dash.end()..])
        })?;
        Some((self.part(0, dash.start()), self.part(dash.end(), self.plain.len())))
    }

    /// Bodies whose lines the text ran together: each has a territory of its own.
    fn in_turn(self) -> Vec<Self> {
        let end = self.plain.len();
        let next = territory(&self.plain).and_then(|first| {
            let words = self.plain.match_indices(' ').map(|(at, _)| at + 1);
            let mut words = words.filter(|at| *at > first.end + 1);
            words.find(|at| {
                HEAD.is_match(&self.plain[*at..]) && territory(&self.plain[*at..]).is_some()
            })
        });
        let Some(next) = next else { return vec![self] };
        let rest = self.part(next, end).in_turn();
        std::iter::once(self.part(0, next - 1)).chain(rest).collect()
    }

    /// The body, and from "theo Quyết định số" on the paper that has set it up.
    fn founded(&self) -> Option<(Self, Self)> {
        let found = FOUNDED.find(&self.plain).filter(|found| found.start() > 0)?;
        let body = self.part(0, found.start().saturating_sub(1));
        Some((body, self.part(found.start(), self.plain.len())))
    }

    /// "THEO QUYẾT ĐỊNH SỐ 15/QĐ-UBND" as a sentence has it: the symbol keeps its capitals.
    fn as_paper(&self) -> String {
        let digit = self.text.find(|c: char| c.is_ascii_digit()).unwrap_or(self.text.len());
        let (words, number) = self.text.split_at(digit);
        let small = words.to_lowercase();
        let kinds = ["quyết định", "nghị quyết", "kế hoạch"];
        let capital = chungsuc_domain::text::capital;
        let words = kinds.iter().fold(small, |all, kind| all.replace(kind, &capital(kind)));
        words.replace("qđ ", "QĐ ") + number
    }

    /// The name before and from its territory.
    fn parted(&self) -> (Self, Option<Self>) {
        let Some(found) = territory(&self.plain) else { return (self.clone(), None) };
        let end = self.plain.len();
        (self.part(0, found.start), Some(self.part(found.start, end)))
    }
}

/// Where the kind of a territory stands in a plain name: "xã", "tỉnh", but not in "xã hội".
fn territory(plain: &str) -> Option<std::ops::Range<usize>> {
    let mut kinds = TERRITORY.find_iter(plain).map(|found| found.range());
    let cooperative = |kind: &std::ops::Range<usize>| plain[..kind.start].ends_with("hop tac ");
    kinds.find(|kind| !NO_TERRITORY.is_match(&plain[kind.end..]) && !cooperative(kind))
}

/// Whether a line begins with the name of a body.
pub(super) fn is_body(line: Piece<'_>) -> bool {
    // In plain letters "tờ khai" is as "tổ", "sổ" as "sở", "quy chế" as "quỹ".
    let first = line.text().split(' ').next().unwrap_or_default().to_lowercase();
    line.has(&HEAD) && !["tờ", "sổ", "số", "quy", "vũ", "bão"].contains(&first.as_str())
}

/// The bodies that lines of a header name, from the superior to the issuer; each by its lines.
pub(super) fn grouped<'a>(lines: &[Piece<'a>]) -> Vec<Vec<Piece<'a>>> {
    let mut bodies: Vec<Vec<Piece<'a>>> = Vec::new();
    for line in lines {
        match bodies.last_mut() {
            Some(body) if BARE.is_match(&Name::of(body).plain) || !line.has(&HEAD) => {
                body.push(*line);
            }
            None if !line.has(&HEAD) && territory(line.plain()).is_some() => {}
            _ => bodies.push(vec![*line]),
        }
    }
    bodies
}

/// The full name of the issuer from the bodies of a header; the paper that has set it up, where its
/// line names one, comes last: "Ban Chỉ đạo xã … theo Quyết định số 15/QĐ-UBND".
pub(super) fn issuer(bodies: &[Vec<Piece<'_>>], whole: Piece<'_>) -> Option<String> {
    let (last, above) = bodies.split_last()?;
    let (last, above) = (Name::of(last), above.last().map(|above| Name::of(above)));
    Some(match last.founded() {
        Some((body, paper)) => format!("{} {}", below(&body, above, whole), paper.as_paper()),
        None => below(&last, above, whole),
    })
}

/// The name of a body, with that of the one above it as far as it belongs to it.
fn below(last: &Name, above: Option<Name>, whole: Piece<'_>) -> String {
    let name = in_letters(last, whole);
    let Some(above) = above else { return name };
    if STANDING.is_match(&last.plain) {
        return format!("{name} {}", in_letters(&above, whole));
    }
    let council = COUNCIL.is_match(&above.plain) && territory(&last.plain).is_none();
    match above.parted().1.filter(|_| council) {
        Some(territory) => format!("{name} {}", in_letters(&territory, whole)),
        None => name,
    }
}

/// The names of bodies that issue something together, "Bộ Tài chính - Bộ Nội vụ", and whether one line
/// names them all.
pub(super) fn joint(bodies: &[Vec<Piece<'_>>], whole: Piece<'_>) -> (String, bool) {
    let names = bodies.iter().flat_map(|body| Name::of(body).in_turn());
    let names: Vec<String> = names.map(|name| in_letters(&name, whole)).collect();
    (names.join(" - "), names.len() == 1)
}

/// A name of one line in ordinary letters.
pub(super) fn written(name: Piece<'_>, whole: Piece<'_>) -> String {
    in_letters(&Name::of(&[name]), whole)
}

/// A name in ordinary letters: as the text itself writes it elsewhere, else by the rules of capitals.
/// Bodies on one line are written one by one.
fn in_letters(name: &Name, whole: Piece<'_>) -> String {
    if let Some((first, rest)) = name.apart() {
        return format!("{} - {}", in_letters(&first, whole), in_letters(&rest, whole));
    }
    let elsewhere = whole
        .plain()
        .match_indices(name.plain.as_str())
        .map(|(at, found)| whole.part(at..at + found.len()));
    let small = elsewhere.take(50).find(|found| !found.is_capitals());
    match small {
        Some(found) if found.starts_with_capital() || territory(found.plain()).is_some() => {
            expanded(found.text())
        }
        _ => expanded(&by_rule(name)),
    }
}

/// `ỦY BAN NHÂN DÂN TỈNH …` by Phụ lục II of Nghị định 30/2020: the kind of body with one capital, the
/// kind of territory small, proper names with capitals.
fn by_rule(name: &Name) -> String {
    if PARTY.is_match(&name.plain) {
        return of_party(&name.text);
    }
    let (body, territory) = name.parted();
    let small = lowered(&body.text);
    let body = PROPER.iter().fold(small, |body, (small, proper)| body.replace(small, proper));
    let mut words: Vec<String> = vec![with_field(body.trim())];
    if let Some(territory) = territory {
        let kind = self::territory(&territory.plain).map_or(0, |kind| kind.end);
        words.push(territory.text.chars().take(kind).collect::<String>().to_lowercase());
        let proper: String = territory.text.chars().skip(kind).collect();
        let capital = |word: &str| chungsuc_domain::text::capital(&word.to_lowercase());
        words.extend(proper.split_whitespace().map(capital));
    }
    words.retain(|word| !word.is_empty());
    words.join(" ")
}

/// `TỈNH UỶ ĐỒNG THÁP` → `Tỉnh uỷ Đồng Tháp`.
fn of_party(text: &str) -> String {
    let capital = |word: &str| chungsuc_domain::text::capital(&word.to_lowercase());
    let words = text.split(' ').enumerate();
    let words = words.map(|(at, word)| if at == 1 { word.to_lowercase() } else { capital(word) });
    words.collect::<Vec<_>>().join(" ")
}

/// In small letters; an abbreviation, which no mouth can say, keeps its capitals.
fn lowered(text: &str) -> String {
    let proper = |word: &str| PROPER.iter().any(|(small, _)| *small == word.to_lowercase());
    let small = |word: &str| is_syllable(word) || proper(word);
    let word = |word: &str| if small(word) { word.to_lowercase() } else { kept(word) };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// A word that is no syllable: an abbreviation as it stands, another word in small letters.
fn kept(word: &str) -> String {
    let abbreviation = word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase());
    if abbreviation || word.contains('Đ') { word.to_owned() } else { word.to_lowercase() }
}

/// `sở nội vụ` → `Sở Nội vụ`: the kind and the field each with a capital.
fn with_field(body: &str) -> String {
    let capital = chungsuc_domain::text::capital;
    match body.split_once(' ') {
        Some((kind @ ("sở" | "bộ" | "cục" | "phòng" | "ban" | "hội"), field)) => {
            format!("{} {}", capital(kind), capital(field))
        }
        _ => capital(body),
    }
}

fn expanded(name: &str) -> String {
    match name.strip_prefix("UBND") {
        Some(rest) => format!("Ủy ban nhân dân{rest}"),
        None => name.to_owned(),
    }
}

/// The issuer from the signature ("TM. ỦY BAN NHÂN DÂN XÃ") and the place, where no header is there.
pub(super) fn from_signature(
    power: Piece<'_>,
    place: Option<Piece<'_>>,
    whole: Piece<'_>,
) -> Option<String> {
    let cut = power.plain().find(['.', ' '])? + 1;
    let body = power.from(cut).trim(". ");
    let place = place?;
    let last_is_kind = body
        .plain()
        .split(' ')
        .next_back()
        .is_some_and(|last| ["xa", "phuong", "huyen", "tinh", "quan"].contains(&last));
    let name = by_rule(&Name::of(&[body]));
    if last_is_kind {
        return Some(format!("{name} {}", place.text()));
    }
    ["xã", "phường", "thị trấn", "đặc khu", "huyện", "tỉnh", "thành phố"].iter().find_map(|kind| {
        let full = format!("{kind} {}", place.text());
        whole.text().contains(&full).then(|| format!("{name} {full}"))
    })
}
