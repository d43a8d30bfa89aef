//! A GeoJSON file of areas (RFC 7946), read and checked: a FeatureCollection of Polygons and
//! MultiPolygons in WGS84 degrees.
//!
//! The format is a dozen words of JSON, so serde_json reads it; a library of geometry would bring
//! types that nothing else here needs.

use serde_json::Value;

use crate::web::Message;

/// Areas in one file: more than a commune has villages.
const MOST_AREAS: usize = 200;
/// Points in one file.
const MOST_POINTS: usize = 200_000;
/// A ring comes back to its first point: a triangle has four.
const SHORTEST_RING: usize = 4;

/// Longitude and latitude in degrees.
pub(super) type Degrees = (f64, f64);

/// An area of the file.
#[derive(Clone, Debug)]
pub(super) struct Feature {
    /// Every text and number that the file says of it.
    pub(super) words: Vec<String>,
    /// Its rings; holes are among them.
    pub(super) rings: Vec<Vec<Degrees>>,
}

/// Reads the areas of a file.
///
/// # Errors
/// The first thing that is wrong, naming the area by its place in the file.
pub(super) fn read(file: &str) -> Result<Vec<Feature>, Message> {
    let unreadable = |_| Message::new("map-unreadable");
    let root: Value =
        serde_json::from_str(file.trim_start_matches('\u{feff}')).map_err(unreadable)?;
    if root["type"] != "FeatureCollection" {
        return Err(Message::new("map-no-collection"));
    }
    check_system(&root)?;
    let features = root["features"].as_array().map(Vec::as_slice).unwrap_or_default();
    match features.len() {
        0 => return Err(Message::new("map-empty")),
        many if many > MOST_AREAS => {
            return Err(Message::new("map-too-many").arg("count", many).arg("most", MOST_AREAS));
        }
        _ => {}
    }
    let mut points = 0;
    let mut read = Vec::new();
    for (place, feature) in features.iter().enumerate() {
        let words = words(&feature["properties"]);
        let named = words.first().cloned().unwrap_or_default();
        let rings = rings(&feature["geometry"])
            .map_err(|key| Message::new(key).arg("place", place + 1).arg("name", named))?;
        points += rings.iter().map(Vec::len).sum::<usize>();
        if points > MOST_POINTS {
            return Err(Message::new("map-too-fine").arg("most", MOST_POINTS));
        }
        read.push(Feature { words, rings });
    }
    Ok(read)
}

/// Older files name their system; any other than WGS84 would draw somewhere else.
fn check_system(root: &Value) -> Result<(), Message> {
    let Some(name) = root["crs"]["properties"]["name"].as_str() else { return Ok(()) };
    let is_wgs84 = name.ends_with("CRS84") || name.ends_with(":4326");
    if is_wgs84 {
        Ok(())
    } else {
        Err(Message::new("map-other-system").arg("name", name.to_owned()))
    }
}

fn words(properties: &Value) -> Vec<String> {
    let values = properties.as_object().into_iter().flat_map(|all| all.values());
    let word = |value: &Value| match value {
        Value::String(text) => Some(chungsuc_domain::text::nfc(text.trim())),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    values.filter_map(word).filter(|word| !word.is_empty()).collect()
}

fn rings(geometry: &Value) -> Result<Vec<Vec<Degrees>>, &'static str> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let coordinates = list(&geometry["coordinates"]);
    let polygons = match geometry["type"].as_str() {
        Some("Polygon") => vec![coordinates],
        Some("MultiPolygon") => coordinates.iter().map(list).collect(),
        _ => return Err("map-no-area"),
    };
    let rings = polygons.iter().flatten().map(ring).collect::<Result<Vec<_>, _>>()?;
    if rings.is_empty() { Err("map-no-area") } else { Ok(rings) }
}

fn ring(value: &Value) -> Result<Vec<Degrees>, &'static str> {
    let points = value.as_array().ok_or("map-ring")?;
    let ring = points.iter().map(point).collect::<Result<Vec<_>, _>>()?;
    let closes = ring.len() >= SHORTEST_RING && ring.first() == ring.last();
    if closes { Ok(ring) } else { Err("map-ring") }
}

/// A height behind the two is allowed and not needed.
fn point(value: &Value) -> Result<Degrees, &'static str> {
    let place = |index: usize| value[index].as_f64().ok_or("map-ring");
    let (east, north) = (place(0)?, place(1)?);
    let on_earth = east.abs() <= 180.0 && north.abs() <= 90.0;
    if on_earth { Ok((east, north)) } else { Err("map-not-degrees") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::Language;

    fn collection(geometry: &str) -> String {
        format!(
            r#"{{"type":"FeatureCollection","features":[{{"type":"Feature",
            "properties":{{"ten":"Làng Leng","so":5}},"geometry":{geometry}}}]}}"#
        )
    }

    #[test]
    fn reads_polygons_and_several_of_them() {
        let square = "[[108.1,14.1],[108.2,14.1],[108.2,14.2],[108.1,14.1]]";
        let one = read(&collection(&format!(r#"{{"type":"Polygon","coordinates":[{square}]}}"#)));
        let one = one.unwrap_or_default();
        assert_eq!(one[0].rings.len(), 1);
        assert_eq!(one[0].words, ["5", "Làng Leng"].map(str::to_owned));
        let many = format!(r#"{{"type":"MultiPolygon","coordinates":[[{square}],[{square}]]}}"#);
        assert_eq!(read(&collection(&many)).unwrap_or_default()[0].rings.len(), 2);
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        let polygon =
            |ring: &str| collection(&format!(r#"{{"type":"Polygon","coordinates":[{ring}]}}"#));
        let cases = [
            ("không phải".to_owned(), "không đọc được"),
            (r#"{"type":"Feature"}"#.to_owned(), "FeatureCollection"),
            (r#"{"type":"FeatureCollection","features":[]}"#.to_owned(), "không có vùng nào"),
            (collection(r#"{"type":"Point","coordinates":[108,14]}"#), "Vùng thứ 1"),
            (collection("null"), "Vùng thứ 1"),
            (collection(r#"{"type":"Polygon","coordinates":[]}"#), "Vùng thứ 1"),
            (polygon("[[108,14],[109,14],[109,15],[108,15]]"), "khép kín"),
            (polygon("[[108,14],[109,14],[108,14]]"), "khép kín"),
            (polygon(r#"[["108",14],[109,14],[109,15],["108",14]]"#), "khép kín"),
            (
                polygon("[[456000,1560000],[456100,1560000],[456100,1560100],[456000,1560000]]"),
                "VN-2000",
            ),
            (polygon("[[14,108],[14,109],[15,109],[14,108]]"), "VN-2000"),
            (
                collection("null").replacen(
                    "\"features\"",
                    r#""crs":{"properties":{"name":"urn:ogc:def:crs:EPSG::3405"}},"features""#,
                    1,
                ),
                "EPSG::3405",
            ),
        ];
        for (file, sentence) in cases {
            let said = read(&file).err().map(|message| message.say(Language::Vietnamese));
            assert!(said.as_deref().is_some_and(|it| it.contains(sentence)), "{file}: {said:?}");
        }
    }

    #[test]
    fn a_hostile_file_is_refused_and_does_no_harm() {
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(read(&deep).is_err());
        let points = vec!["[108,14]"; MOST_POINTS + 1].join(",");
        let much = collection(&format!(r#"{{"type":"Polygon","coordinates":[[{points}]]}}"#));
        let said = read(&much).err().map(|message| message.say(Language::Vietnamese));
        assert!(said.is_some_and(|it| it.contains("chi tiết")));
    }
}
