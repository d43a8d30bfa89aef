//! Days and times as officers write them.

use super::{Date, Timestamp, VIETNAM};

/// "02/11/2022".
pub fn show_date(day: Date) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}

/// "ngày 02 tháng 11 năm 2022", "ngày 29 tháng 6 năm 2022": a zero stands before days below ten and
/// before months 1 and 2 only, so that neither can be altered (Nghị định 30/2020/NĐ-CP, Phụ lục I).
pub fn show_long_date(day: Date) -> String {
    let zero = if day.month() <= 2 { "0" } else { "" };
    format!("ngày {:02} tháng {zero}{} năm {}", day.day(), day.month(), day.year())
}

/// "20/12/2023 08:02", in Vietnamese time.
pub fn show_time(time: Timestamp) -> String {
    let local = VIETNAM.to_datetime(time);
    format!("{} {:02}:{:02}", show_date(local.date()), local.hour(), local.minute())
}
