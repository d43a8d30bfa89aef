# Words of `chungsuc award` and `chungsuc reward`.

award-unreadable = { $file } cannot be read: { $why }; check the path.
award-too-large = { $file } is larger than 5 MB.
award-unchecked = unchecked
award-input-json = the file is no proposal: { $text }; see docs/award-check.md.
award-input-award = { $field }: the catalog has no award “{ $text }”; write a code as in giay-khen-xa or a short name as in GKX.
award-input-day = { $field }: “{ $text }” is no day; write year-month-day, as in 2025-08-01.
award-input-code = { $field }: write one of: { $text }.
award-input-empty = { $field }: nothing stands there.
award-input-missing = { $field }: is missing.
award-input-unknown = { $field }: there is no such field.
award-input-reversed = { $field }: the last day { $text } lies before the first.
award-input-fact = { $field }: there is no fact “{ $text }” to be told; see the list in docs/award-check.md.
award-input-value = { $field }: write one of: { $text }.

reward-unknown-award = the catalog has no such award.
reward-unknown-subject = the award is not given to this kind of subject.
reward-unknown-base-salary = the catalog has no base salary for this day.
reward-unknown-multiple = the catalog has no multiple of this award on this day.
reward-unknown-factor = the catalog has no factor for this kind of subject on this day; a person must decide.
reward-unknown-rounding = the catalog does not say how rewards of this day are rounded.
reward-unknown-money = the amount exceeds what the program can express.
