//! What documents call the commune and its offices.

/// Kinds of units that the national list puts before some names.
const COMMUNES: [&str; 4] = ["Xã ", "Phường ", "Đặc khu ", "Thị trấn "];

/// The commune as its documents name it.
pub(crate) struct Office {
    /// “Tơ Tung”, for the line of the date.
    pub(crate) place: String,
    /// “xã Tơ Tung”.
    pub(crate) commune: String,
}

impl Office {
    /// From the name in the national list, with or without the kind in front.
    pub(crate) fn of(commune_name: &str) -> Self {
        match split_kind(commune_name, &COMMUNES) {
            Some((kind, name)) => {
                let commune = format!("{} {name}", kind.trim().to_lowercase());
                Self { place: name.to_owned(), commune }
            }
            None => Self { place: commune_name.to_owned(), commune: format!("xã {commune_name}") },
        }
    }

    /// “Ủy ban nhân dân xã Tơ Tung”.
    pub(crate) fn issuer(&self) -> String {
        format!("Ủy ban nhân dân {}", self.commune)
    }

    /// “Chủ tịch Ủy ban nhân dân xã Tơ Tung”.
    pub(crate) fn decider(&self) -> String {
        format!("Chủ tịch {}", self.issuer())
    }
}

/// A name in the list, cut behind the kind in front of it.
pub(crate) fn split_kind<'a>(name: &'a str, kinds: &[&'a str]) -> Option<(&'a str, &'a str)> {
    kinds.iter().find_map(|kind| Some((*kind, name.strip_prefix(kind)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_of_a_commune_is_said_once() {
        for (name, commune, place) in [
            ("Tơ Tung", "xã Tơ Tung", "Tơ Tung"),
            ("Xã Tơ Tung", "xã Tơ Tung", "Tơ Tung"),
            ("Phường Diên Hồng", "phường Diên Hồng", "Diên Hồng"),
        ] {
            let office = Office::of(name);
            assert_eq!((office.commune.as_str(), office.place.as_str()), (commune, place));
        }
        assert_eq!(Office::of("Tơ Tung").decider(), "Chủ tịch Ủy ban nhân dân xã Tơ Tung");
    }
}
