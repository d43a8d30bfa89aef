//! The rows of a CSV file. Each stands on a line of its own, so that a quote which nobody closed costs
//! its line and not the rest of the file, and a row is known by the number that an editor shows.

/// The cells of a line, or nothing where a quote is not closed in it.
pub(super) type Cells = Option<Vec<String>>;

/// Every line that holds something, with its number in the file, the first being 1. Spreadsheets may
/// name the separator in a first line of its own, `sep=;`; that line is no row.
pub(super) fn rows(text: &str) -> impl Iterator<Item = (u64, Cells)> {
    let text = text.trim_start_matches('\u{feff}');
    // Lines end with \n or \r\n; with \r alone only where there is no other.
    let end = if text.contains('\n') { '\n' } else { '\r' };
    let named = named_separator(text.split(end).next().unwrap_or_default());
    let skipped = usize::from(named.is_some());
    let lines = (1..).zip(text.split(end)).skip(skipped);
    let mut lines = lines.filter(|(_, line)| !line.trim().is_empty()).peekable();
    let head = lines.peek().map_or("", |(_, line)| line);
    let separator = named.unwrap_or_else(|| separator(head));
    lines.map(move |(number, line)| (number, cells(line.trim_end_matches('\r'), separator))).filter(
        |(_, cells)| match cells {
            Some(cells) => cells.iter().any(|cell| !cell.trim().is_empty()),
            None => true,
        },
    )
}

fn named_separator(line: &str) -> Option<char> {
    let named = line.trim_end_matches('\r').strip_prefix("sep=")?;
    [',', ';', '\t'].into_iter().find(|sign| named.chars().eq([*sign]))
}

/// Offices whose decimal sign is the comma separate by semicolons.
fn separator(head: &str) -> char {
    let count = |sign: char| head.matches(sign).count();
    let found = [',', ';', '\t'].into_iter().rev().max_by_key(|sign| count(*sign));
    found.unwrap_or(',')
}

fn cells(line: &str, separator: char) -> Cells {
    match line.matches('"').count() {
        0 => return Some(line.split(separator).map(str::to_owned).collect()),
        quotes if quotes % 2 == 1 => return None,
        _ => {}
    }
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .delimiter(u8::try_from(separator).unwrap_or(b','))
        .from_reader(line.as_bytes());
    let row = reader.records().next()?.ok()?;
    Some(row.iter().map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(u64, Option<Vec<String>>)> {
        rows(text).collect()
    }

    #[test]
    fn a_row_has_the_number_that_an_editor_shows() {
        let wanted = |numbers: [u64; 2]| {
            numbers.map(|number| (number, Some(vec!["a".to_owned(), number.to_string()]))).to_vec()
        };
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,1", "a,2", ""].join(end);
            assert_eq!(read(&text), wanted([1, 2]), "{end:?}");
            let text = ["\u{feff}a;1", "", ";", "a;4", "", ""].join(end);
            assert_eq!(read(&text), wanted([1, 4]), "empty rows are counted: {end:?}");
            let text = ["sep=\t", "a\t2", "a\t3"].join(end);
            assert_eq!(read(&text), wanted([2, 3]), "{end:?}");
        }
    }

    #[test]
    fn a_quote_that_is_not_closed_costs_its_line() {
        let found = read("x,\"Leng, khu \"\"2\"\"\"\n\"Nam Cao,9\nKuk,9\n");
        let text = |text: &str| text.to_owned();
        assert_eq!(
            found,
            [
                (1, Some(vec![text("x"), text("Leng, khu \"2\"")])),
                (2, None),
                (3, Some(vec![text("Kuk"), text("9")])),
            ]
        );
    }
}
