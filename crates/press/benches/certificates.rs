//! A thousand signed certificates in one PDF, or as many as the second argument says. It leaves the
//! PDF, the words and the figures in a folder; `certificates.py` starts it, prints the same by
//! typst's Python package and the office way, and compares.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::path::PathBuf;
use std::time::Instant;

use chungsuc_domain::proof::{PrivateKey, Statement};
use chungsuc_press::{
    Capacity, Certificate, CertificateDesign, Check, Gift, Imprint, Number, Signature, Stock,
    certificates,
};
use jiff::civil::date;
use serde_json::json;

// The program's own.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    // Cargo adds arguments of its own, which are no number.
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().expect("a folder"));
    let sheets = arguments.next().and_then(|count| count.parse().ok()).unwrap_or(1000);
    let text = include_str!("../../../catalog/papers/giay-khen.toml");
    let design = CertificateDesign::parse(text).unwrap();
    let key = PrivateKey::from_seed(&[45; 32]);
    let imprint = Imprint {
        title: "Giấy khen".into(),
        author: "Ủy ban nhân dân xã Tơ Tung".into(),
        date: date(2023, 12, 20),
    };
    // A certificate is signed on the day of issue; printing signs nothing.
    let sheets: Vec<Certificate> = (1..=sheets).map(|entry| sheet(&key, entry)).collect();
    let began = Instant::now();
    let bytes = certificates(&sheets, &design, Stock::White, &imprint).unwrap();
    let seconds = began.elapsed().as_secs_f64();
    std::fs::write(folder.join("ours.pdf"), &bytes).unwrap();
    let words: Vec<_> = sheets.iter().map(words).collect();
    let told = json!({ "seconds": seconds, "megabytes": peak(), "sheets": words });
    std::fs::write(folder.join("ours.json"), told.to_string()).unwrap();
}

/// People are invented; every fifth name is long enough to wrap.
fn sheet(key: &PrivateKey, entry: u32) -> Certificate {
    let families = ["Đinh", "Phan Quế", "Hà Minh", "Vi Thị Hằng"];
    let family = families[entry as usize % families.len()];
    let recipient = match entry % 5 {
        0 => format!("Tập thể cán bộ và nhân dân tổ tự quản số {entry} làng Sơ Tor, xã Tơ Tung"),
        _ => format!("Ông {family} Thử Nghiệm {entry}"),
    };
    let code = key.sign(&Statement {
        decision: "45/QĐ-UBND".into(),
        date: date(2023, 12, 20),
        entry,
        issuer: "23668".into(),
        award: "giay-khen-xa".into(),
        recipient: recipient.clone(),
    });
    Certificate {
        decider: "Chủ tịch Ủy ban nhân dân xã Tơ Tung".into(),
        gift: Gift::Award("Giấy khen".into()),
        recipient,
        address: format!("Làng Sơ Tor, hộ số {entry}, xã Tơ Tung"),
        achievement: "Đã có thành tích xuất sắc trong phong trào thi đua xây dựng nông thôn mới \
                      giai đoạn 2021 - 2025"
            .into(),
        decision: Number { serial: Some(45), symbol: "QĐ-UBND".into() },
        date: date(2023, 12, 20),
        entry: Some(entry),
        place: "Tơ Tung".into(),
        signature: Signature {
            capacity: Capacity::head("Chủ tịch"), name: "Hà Minh Khôi".into()
        },
        check: Some(Check { code: code.to_string(), number: code.short_number() }),
    }
}

fn words(sheet: &Certificate) -> serde_json::Value {
    let check = sheet.check.as_ref().unwrap();
    json!({
        "recipient": sheet.recipient,
        "address": sheet.address,
        "achievement": sheet.achievement,
        "entry": sheet.entry.map(|entry| format!("{entry:02}")),
        "code": check.code,
        "number": check.number,
    })
}

/// The most memory that this process ever held, in megabytes.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|kb| kb.parse::<f64>().ok()).unwrap_or_default()
        / 1024.0
}
