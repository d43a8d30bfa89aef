# New-rural standards
standard-name = Standard
standing-village = Village
standing-met = Met
standing-day = As of
standing-on = Accepted results as of { $day }.
standing-unknown = Not known
standing-numbers = Numbers of the criteria
outcome-met = Met
outcome-not-met = Not met
outcome-person = A person must decide
outcome-none = No figure yet
indicator-name = Criterion
indicator-value = Figure
indicator-outcome = Verdict
indicator-last = Last entered
verdict-why = Why
verdict-judged = The officer in charge judged it when accepting the figure.
value-enter = Enter a figure
value-period = Period
value-part = Number that meets it
value-whole = Total
value-reached = Has the village reached it?
value-judgement = The officer's judgement
value-day = Day of measuring
value-note = Note
value-evidence = Evidence
value-evidence-help = Pictures or PDF files, 5 MB each at most. If the page reports an error, choose the file again.
value-save = Save the draft
value-send = Send it to the officer
value-send-consequence = Once sent, the figure cannot be changed unless the officer gives it back.
value-reason = Why it is given back (if it is)
value-returned-because = The officer gave it back:
value-not-editable = This figure was sent or accepted, so it cannot be changed. If it is wrong, ask the officer to give it back.
value-sent-already = This figure was sent already.
value-not-sent = This figure was not sent, or somebody else dealt with it. Reload the page.
value-own = Nobody verifies what they entered, and nobody accepts what they verified.
value-negative = A figure cannot be negative.
value-no-whole = The total must be more than 0.
value-part-exceeds = The part exceeds the total. Look at both numbers again.
value-no-number = This is no number. Write it like 1.234 or 41,03.
value-period-wrong = There is no such period.
period-year = Year { $year }
period-first-half = First half of { $year }
period-second-half = Second half of { $year }
queue-title = Figures to be judged
queue-empty = No figure is waiting
queue-empty-hint = What a village sends appears here for the officer in charge; what the officer has verified appears here for the programme board.
todo-values-waiting = { $count } figures to be judged
todo-value-returned = A figure was given back: { $indicator } – { $village }
done-value = The draft is saved. Look at it again, then send it to the officer.
done-value-sent = Sent to the officer.
record-indicator_value = figure of an indicator
field-evidence = Evidence
grid-title = Enter as a grid
grid-save = Save the cells that were typed
grid-consequence = Cells that are understood are saved as drafts. Cells that are not understood are not saved: what was typed stays in them, with a word on what to mend.
grid-saved = { $count ->
    [one] 1 cell is saved as a draft.
   *[other] { $count } cells are saved as drafts.
}
grid-saved-part = { $count ->
    [one] 1 cell is saved as a draft.
   *[other] { $count } cells are saved as drafts.
} The cells below are not saved; what was typed is still in them.
grid-no-village = There is no village to enter for
grid-no-village-hint = No village is given to this account. Ask the administrator.
grid-all-villages = See all villages
grid-to-value = Evidence and history of this cell
grid-how = How to type
grid-how-yes-no = Met or not: type “đạt” (or x, 1, yes) or “chưa” (or 0, no).
grid-how-ratio = Shares: type the part and the total, “45/60”; where only the percentage is known, “75 %”.
grid-how-amount = Amounts: type a number such as 1.234 or 41,03.
grid-how-keys = Keyboard: Tab to the next cell, arrows to walk, Enter to the cell below, Ctrl + Enter to save.
cell-yes-no = It is not clear whether it is met. Type “đạt” (met) or “chưa” (not met).
cell-no-denominator = The total is missing. Type “45/60”, or “75 %” where only the percentage is known.
cell-too-fine = More than three places after the comma. Round the number.
cell-emptied = This cell holds { $was }. Leaving it empty does not remove a figure: type a new one, or reload the page.
cell-changed = { $who } has just changed it: the cell is { $now } now. If yours is right, save once more.
cell-frozen = The figure { $now } was sent or accepted ({ $who }), so it cannot be changed. If it is wrong, ask for it to be given back.
value-over-hundred = A share cannot exceed 100 %.
value-unit-not-there = On the day of measuring this village did not exist. Look at the day again.
value-history = History
grid-copy = { $count ->
    [one] Copy 1 cell from { $last }
   *[other] Copy { $count } cells from { $last }
}
grid-copy-consequence = { $last } holds { $count } figures that are still empty here. Copied, they are drafts and keep their day of measuring; cells that hold a figure are left alone.
grid-copied-from = Copied from { $last }
sheet-title = Enter with Excel
sheet-fetch = Download this grid (XLSX)
sheet-lead = Download the grid, type into it and upload it again. Rows and columns may be moved; do not delete the hidden first row and first column.
sheet-file = The Excel file that was typed into (.xlsx)
sheet-read = Read the file, do not save yet
sheet-found = The file holds { $taken } new or other cells (yellow in the grid) and { $same } that are the same already. Nothing is saved: look at them, then save.
sheet-nothing = No cell of the file differs from what is here ({ $same } are the same). There is nothing to save.
sheet-questions = { $count } places of the file are uncertain and were not read
sheet-questions-more = … and { $count } more.
sheet-changes = { $count } cells hold another figure now
sheet-missing = The file has no column for: { $codes }. Those cells stay as they are.
sheet-too-much = The file is too large. Remove sheets and pictures, then save it again.
sheet-locked = The file has a password. Remove it, then choose the file again.
sheet-unreadable = This is no .xlsx spreadsheet that can be read. Save it in Excel as “Excel Workbook (*.xlsx)” and choose it again.
sheet-of-another = This file belongs to another standard or period. Choose the right ones on top of the page, then upload it.
sheet-no-head = No row with the names of criteria was found. Download the grid of this page and type into that.
sheet-column-twice = There are two columns for this criterion. Delete one.
sheet-column-unknown = It is not known which criterion this column is.
sheet-village-twice = There are two rows for this village. Delete one.
sheet-village-unknown = It is not known which village this is, or it is not one of this account.
sheet-formula = A formula computes this cell. Type the number itself.
sheet-merged = Cells were merged: it is not known which one the figure belongs to. Unmerge them.
sheet-day = Excel has made a day of this cell. Type it again in the grid below.
sheet-frozen = The grid holds { $was }, which was sent or accepted and cannot be changed.
value-asked-by-another = { $who } gave this figure back, so they look at it again.
queue-count = Figures
judge-verify-how = A figure with a reason is given back to the village, and only that one opens again. The others are verified and go to the programme board.
judge-verify = Verify
judge-accept-how = A figure with a reason is given back to the officer. The others are accepted: they count from now on and do not change.
judge-accept = Accept
judge-questioned = The programme board asks:
judge-reason-help = Leave it empty if the figure is right.
judge-missing = Say whether “{ $indicator }” is met: the standard has no threshold, so the officer decides. Or say why it is given back.
done-judged = Done.
done-judged-some-back = Done; the figures with a reason were given back.
grid-send = { $count ->
    [one] Send 1 figure
   *[other] Send { $count } figures
}
progress-title = Progress of sending
progress-due-of-period = To be sent by { $due }, the last day of the period.
progress-due-set = To be sent by { $due }, as an officer set it.
progress-sent = Sent
progress-on-time = On time
progress-reminded = Last reminded
progress-not-yet = Not all sent
progress-remind = { $count ->
    [one] Remind 1 village that has not sent everything
   *[other] Remind { $count } villages that have not sent everything
}
progress-remind-consequence = The reminder stands on the desk of the village head until everything is sent. Villages that have sent everything are not reminded; each village is reminded once a day at most.
progress-due = Last day of this period
progress-due-day = Last day to send
progress-due-keep = Set the day
done-reminded = The villages that have not sent everything were reminded.
done-due = The day is set.
todo-reminded = You were reminded to send figures: { $count } criteria of { $village } are missing
record-indicator_due = last day to send figures
record-indicator_reminder = reminder to send figures
field-reminded_on = Reminded on
grid-of-commune = Enter the figures of the commune
