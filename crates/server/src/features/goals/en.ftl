# Goals and forecast
goals-title = Goals and forecast
goals-lead = What is planned, what was accepted, and where it is heading until the due day. Those that need help soon come first.
goals-method = A forecast draws the figures so far on in a straight line, with the range in which about eight of ten figures come to lie; it is no verdict.
goals-none = No goals yet
goals-none-hint = The officer in charge sets goals for a village or the commune, in the chosen set and year.
goals-from-plans = Asked for by the plan of a movement
goal-new = Set a goal
goal-set = Set this goal
goal-take = Take as a goal
goal-unit = Village, or the whole commune
goal-year = Year
goal-aim = Goal for
goal-aim-help = Criteria met, or one criterion. By a set of villages, the commune plans the villages that meet it.
goal-aim-criteria = Criteria met
goal-aim-villages = Villages that meet the set
goal-aim-unfit = This goal does not fit the chosen place. By a set of villages the commune counts the villages that meet it, and a village its criteria or one of them.
goal-due = Due
goal-planned = Planned
goal-planned-help = The number to reach, such as 75 or 47,5. A share is in per cent. Leave it empty for a criterion that is met or not.
goal-actual = Actual
goal-forecast = Forecast for the due day
goal-forecast-note = (in brackets: the range)
goal-stand = Assessment
goal-why = Why
goal-until = until the end of { $day }
goal-due-past = This day has passed. Set a day from today on.
goal-there-already = This place has such a goal in that year already. Change the one that is there.
goal-not-whole = Criteria and villages are whole numbers.
goal-over-most = At most { $most }.
goal-late = Due day over, not reached
goal-misses = Not in time at this pace
goal-open = Perhaps not in time
goal-too-little = Too few figures
goal-reaches = Reached at this pace
goal-reached = Reached
goal-in-time = Reached in time
goal-why-gap = Still { $gap } away;
goal-place = Village, commune
goal-why-soon = { $days } days are left;
goal-why-needed = { $needed } needed each month;
goal-why-so-far = { $now } each month so far.
goal-few-days = Measured on { $found ->
    [one] { $found } day
   *[other] { $found } days
} so far, at least 3 are needed.
goal-short-span = All measured within { $found } days, at least 90 are needed.
goal-course = Course
goal-planned-is = Planned { $planned }
goal-due-is = Due { $day }
goal-picture-legend = Solid line with circles: accepted figures. Broken line and hatched area: forecast and its range. Dash and dot: planned.
goal-no-points-hint = The picture appears here when a figure has been accepted.
goal-figures = Figures of the picture
goal-to-plan = Against the plan
goal-left-out = { $count ->
    [one] { $count } year does not count for the line, because some criteria are unknown in it.
   *[other] { $count } years do not count for the line, because some criteria are unknown in them.
}
goal-of-plan = By the plan of a movement
goal-change = Change the goal
goal-change-keep = Save the change
goal-reason = Why it is changed
goal-reason-help = Goes into the history, which everybody who sees the goal can read.
goal-withdraw = Give this goal up
goal-withdraw-reason = Why it is given up
goal-withdraw-consequence = The goal leaves the list; its history stays to be read.
goal-no-reason = No reason was given, so nothing was changed. Go back and say why the goal is given up.
goal-is-withdrawn = This goal was given up.
done-goal = The goal is set.
done-goal-changed = The goal is changed.
done-goal-withdrawn = The goal is given up.
todo-goals-at-risk = { $count ->
    [one] { $count } goal due soon may not be reached at this pace
   *[other] { $count } goals due soon may not be reached at this pace
}
record-goal = goal
field-aim = Goal for
field-planned = Planned
field-withdrawn = Given up
code-aim-criteria = criteria met
code-aim-villages = villages that meet the set
