use jiff::civil::date;

use super::*;

#[test]
fn steps_are_round_and_reach_the_greatest() {
    let cases: [(f64, &[f64]); 6] = [
        (0.0, &[0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        (19.0, &[0.0, 5.0, 10.0, 15.0, 20.0]),
        (100.0, &[0.0, 20.0, 40.0, 60.0, 80.0, 100.0]),
        (9.0, &[0.0, 2.0, 4.0, 6.0, 8.0, 10.0]),
        (43.7, &[0.0, 10.0, 20.0, 30.0, 40.0, 50.0]),
        (1234.0, &[0.0, 500.0, 1000.0, 1500.0]),
    ];
    for (most, wanted) in cases {
        let found: Vec<f64> = ticks(most).iter().map(|it| (it * 1e6).round() / 1e6).collect();
        assert_eq!(found, wanted, "{most}");
    }
}

#[test]
fn places_are_short() {
    let cases = [(0.0, "0"), (-0.02, "0"), (12.34, "12.3"), (12.0, "12"), (-3.25, "-3.3")];
    for (place, wanted) in cases {
        assert_eq!(at(place), wanted);
    }
}

#[test]
fn a_course_is_named_told_and_drawn_whole() {
    let (first, second, due) = (date(2022, 11, 20), date(2023, 6, 5), date(2023, 12, 31));
    let band = [
        Likely { day: second, low: 50.0, middle: 55.0, high: 60.0 },
        Likely { day: due, low: 50.0, middle: 60.0, high: 70.0 },
    ];
    let drawn = course(&CourseLook {
        id: "mt",
        title: "Giao thông <làng>",
        told: "Từ 0 đến 55",
        points: &[(first, 0.0), (second, 55.0)],
        band: &band,
        planned: Some((75.0, "Kế hoạch 75 %")),
        due: Some((due, "Hạn 31/12/2023")),
        highest: Some(100.0),
        counts: false,
    });
    let drawn = drawn.into_string();
    for part in
        ["role=\"img\"", "<title", "&lt;làng&gt;", "<desc", "Kế hoạch 75 %", "Hạn 31/12/2023"]
    {
        assert!(drawn.contains(part), "{part}: {drawn}");
    }
    assert_eq!(drawn.matches("<circle").count(), 2, "zero is drawn too");
    assert!(!drawn.contains("NaN") && !drawn.contains("inf"), "{drawn}");
    assert!(!drawn.contains("style="), "the policy of the pages forbids it");
}

#[test]
fn a_heat_map_has_a_glyph_for_each_cell() {
    let rows = [
        HeatRow { name: "Sơ Tor", cells: vec![Shade::Full, Shade::Empty, Shade::Doubt] },
        HeatRow { name: "Leng", cells: vec![Shade::Full, Shade::Full, Shade::Nothing] },
    ];
    let drawn = heat("bn", "Tiêu chí", "", &["1", "2", "3"], &rows).into_string();
    let cases = [('✓', 3), ('✕', 1), ('?', 1), ('–', 1)];
    for (glyph, wanted) in cases {
        assert_eq!(drawn.matches(glyph).count(), wanted, "{glyph}: {drawn}");
    }
    assert_eq!(drawn.matches("h22v22").count(), 6);
}

#[test]
fn a_radar_needs_three_directions() {
    let spoke = |now| Spoke { name: "2".to_owned(), now, before: None };
    assert!(radar("r", "", "", &[spoke(10.0), spoke(0.0)]).is_none());
    let drawn = radar("r", "", "", &[spoke(10.0), spoke(0.0), spoke(100.0)]);
    assert_eq!(drawn.map(|it| it.into_string().matches("<circle").count()), Some(3));
}

#[test]
fn shades_begin_at_quarters() {
    let cases = [
        (0, 0, Dense::Unknown),
        (0, 19, Dense::Light),
        (9, 19, Dense::Light),
        (10, 19, Dense::Middle),
        (14, 19, Dense::Middle),
        (15, 19, Dense::Dark),
        (18, 19, Dense::Dark),
        (19, 19, Dense::All),
    ];
    for (part, whole, wanted) in cases {
        assert_eq!(Dense::of(part, whole), wanted, "{part} of {whole}");
    }
}
