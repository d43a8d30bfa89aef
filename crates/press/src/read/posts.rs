//! Lines of a signature: in whose name, and by whom.

use super::pattern::{either, patterns};

/// How posts of people who sign begin, in plain form.
const POSTS: &str = "\
    chu tich|tong giam doc|giam doc|bo truong|thu truong|thu tuong|tong thu ky|\
    tong cuc truong|chi cuc truong|cuc truong|vu truong|vien truong|hieu truong|truong |\
    chanh |bi thu|chu nhiem|thu ky|chu toa|tu lenh|chinh uy|chi huy truong|kiem toan|\
    tong kiem|thong doc|tong bien tap|tong thanh tra";

patterns! {
    POST = format!(r"^(q\. ?)?(quyen )?(pho )?{}", either(POSTS));
    // The Party writes T/M, K/T, T/L.
    POWER = r"^((tm|kt|tl|tuq|q)(\. ?| )|(t/m|k/t|t/l) )\S";
    DEPUTY = format!(r" (?:(?:pho|quyen) {}|thu truong$)", either(POSTS));
}

/// Whether a line in capitals (given in plain form) names a post.
pub(super) fn is_post(plain: &str) -> bool {
    POST.is_match(plain)
}

/// Whether a line tells by which power is signed: TM., KT., TL., TUQ., Q.
pub(super) fn is_power(plain: &str) -> bool {
    POWER.is_match(plain)
}

/// Where the deputy's post starts in `KT. CHỦ TỊCH PHÓ CHỦ TỊCH` on one line.
pub(super) fn deputy(plain: &str) -> Option<usize> {
    let start = DEPUTY.find(plain)?.start();
    (plain.starts_with("kt") && plain[..start].contains(' ')).then_some(start)
}
