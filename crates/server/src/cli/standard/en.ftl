# Words of `chungsuc standard evaluate` and `chungsuc catalog check`.

evaluate-no-set = there is no standard “{ $set }”; choose one of: { $known }.
evaluate-region-missing = this standard differs by region; add --region with one of: { $known }.
evaluate-region-unknown = there is no region “{ $region }”; choose one of: { $known }.
evaluate-no-regions = this standard has no regions; leave --region out.
evaluate-unreadable = { $file } cannot be read: { $why }; check the path.
evaluate-too-large = { $file } is larger than 50 MB; split it into several files.
evaluate-not-utf8 = { $file } is not UTF-8; save it again as “CSV UTF-8”.
evaluate-empty = { $file } has no rows; the first one names the columns unit, indicator, value, numerator, denominator.
evaluate-no-rows = { $file } has only the row that names the columns, and no figures.
evaluate-column-missing = { $file } lacks the column “{ $column }”; the first row names the columns unit, indicator, value, numerator, denominator.
evaluate-column-doubled = { $file } has two columns “{ $column }”, so it is not known which one counts; take one out.
evaluate-overlay = the values in { $file } cannot be laid on the standard: { $why }.

evaluate-not-in-force = Note: this standard does not hold in that year.
evaluate-incomplete = Note: the catalog does not have all indicators of this standard yet.
evaluate-unit = { $unit }: { $met }/{ $total } criteria met – { $outcome }
evaluate-missing = Not reported: { $codes }

evaluate-outcome-met = met
evaluate-outcome-not_met = not met
evaluate-outcome-person_must_decide = the officer in charge decides
evaluate-outcome-not_reported = not reported
evaluate-standing-confirmed = confirmed
evaluate-standing-read = read
evaluate-standing-unchecked = unchecked
evaluate-standing-review_due = review due

evaluate-row = row { $row }, column { $column }, “{ $text }”: { $why }
evaluate-row-no-unit = no unit is given; fill in its code or name.
evaluate-row-odd-unit = the unit's name has more than 200 letters or signs that cannot be read; write its code or name.
evaluate-row-unclosed = a quote is opened and not closed in this row; mend it, and keep a cell on one line.
evaluate-row-unknown-indicator = the standard has no such indicator; check the code.
evaluate-row-unknown-column = unknown column, not read; the columns are unit, indicator, value, numerator, denominator.
evaluate-row-too-many-cells = more cells than columns; if this is a decimal comma, write a point.
evaluate-row-doubled = this unit and indicator stood in row { $more } already with the same figure; it counts once, delete one.
evaluate-row-disputed = this unit and indicator stood in row { $more } already, but the figures differ, so none counts; keep the right one.
evaluate-row-missing = nothing stands here; fill in the figure.
evaluate-row-not-a-number = this is not a number; write it like 41.03.
evaluate-row-other-writing = a number with letters, a per cent sign or a comma; if it is right, write { $more }.
evaluate-row-too-fine = more than three places; round it.
evaluate-row-too-large = the number is too large; check it.
evaluate-row-judgement = this indicator is measured in numbers; fill in the number.
evaluate-row-not-yes-no = this indicator wants “đạt” (true) or “không đạt” (false).
evaluate-row-no-whole = the denominator is zero; fill in a total above 0.
evaluate-row-negative = a figure cannot be negative; check it.
evaluate-row-part-exceeds = the numerator exceeds the denominator; check both.
evaluate-row-over-hundred = more than 100%; check it, or fill in numerator and denominator.
evaluate-row-not-whole = a count is a whole number; check it.
evaluate-row-disagrees = this does not agree with numerator and denominator, which make { $more }%; mend one of them.
evaluate-row-not-a-ratio = this indicator is no ratio and has no numerator or denominator; use the column value.

rollup-head = Prov.  Year     Units      Met  Criteria  Ind. met  Not met  Person  Missing
rollup-without-region = note: { $count } units were judged although nobody has written in which region their communes lie; write it by “standard regions”, or add --region.

catalog-unreadable = the folder { $folder } cannot be read: { $why }; check the path, and that files are UTF-8.
catalog-no-files = the folder { $folder } has no .toml files; choose the folder of a catalog.
catalog-sound = { $files } files, no faults.
catalog-faulty = { $files } files, { $count } faults.
catalog-rule-encoding = the file is not UTF-8; save it as UTF-8
catalog-rule-syntax = the file is not TOML
catalog-rule-shape = a field is missing, unknown or of the wrong kind
catalog-rule-unknown-table = the catalog has no such table
catalog-rule-id-once = an id is used once
catalog-rule-days = the last day is not before the first
catalog-rule-document = every value names its document
catalog-rule-overlap = on a day only one value holds
catalog-rule-head = parts stand in one file with their head, and there is one head
catalog-rule-number-once = a number stands once in a standard
catalog-rule-criterion = an indicator belongs to a criterion of its standard, a condition to none
catalog-rule-measured = what is measured says how it is compared and in which unit, other lines do not
catalog-rule-place = a threshold is for a region and a year of its standard
catalog-rule-reach = a threshold lies outside what can be reached
catalog-rule-condition = a condition speaks of known facts and compares like with like
catalog-rule-reference = a standard, indicator, award or condition that is named is not there
catalog-rule-size = more criteria or indicators than the paper has

evaluate-no-commune = the data have no commune with the code { $commune }; check the code.
lay-no-unit = the list of units has no code { $unit }; check the code.
lay-done = laid { $count } values of { $unit } on { $set }.
regions-head = { $file } needs the columns unit, standard, region, from, basis.
regions-row = { $file }, line { $row }: { $why }
regions-day = write a day as 2026-02-15.
regions-done = wrote the region of { $count } units.
regions-basis = the column basis is empty.
