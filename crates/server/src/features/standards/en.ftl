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
value-accept = Accept
value-give-back = Give back
value-reason = Why it is given back
value-returned-because = The officer gave it back:
value-not-editable = This figure was sent or accepted, so it cannot be changed. If it is wrong, ask the officer to give it back.
value-sent-already = This figure was sent already.
value-not-sent = This figure was not sent, or somebody else dealt with it. Reload the page.
value-own = Nobody judges the figures that they entered themselves.
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
queue-empty-hint = When a village head sends a figure, it appears here.
todo-values-waiting = { $count } figures to be judged
todo-value-returned = A figure was given back: { $indicator } – { $village }
done-value = The draft is saved. Look at it again, then send it to the officer.
done-value-sent = Sent to the officer.
done-value-accepted = Accepted.
done-value-returned = Given back to who entered it.
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
grid-not-saved = Not saved.
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
