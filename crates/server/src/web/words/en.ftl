# The words of the frame; every feature has a pair of files of its own.

product-name = Chung Sức
footer = Chung Sức · open software for emulation movements in communes
skip-to-content = Skip the menu, go to the content
nav-title = Menu
nav-close = Close the menu
sign-out = Sign out
other-language = Tiếng Việt

# The states and the steps of records
state-draft = Draft
state-sent = Sent
state-returned = Returned
state-questioned = Questioned
state-verified = Verified
state-accepted = Accepted
state-frozen = Frozen
state-issued = Issued
state-finished = Finished
state-revoked = Revoked
state-discarded = Discarded
state-late = Overdue
state-unchecked = Unchecked
step-done = Done
step-current = Current step
step-ahead = Still to come

# Forms
errors-title =
    { $count ->
        [one] There is 1 problem
       *[other] There are { $count } problems
    }
field-required = (required)
field-error = Error:
field-missing = This has not been filled in
field-choose = – Choose –
field-example-date = For example 2/11/2022, 02-11-2022 or today
field-example-money = For example 1.500.000 or 1,5 triệu
field-read-as = Read as:
unit-dong = đồng
form-too-large = What was sent is too large or was cut off. A paper may have 10 MB, a picture 5 MB. Go back a page and choose a smaller file.
draft-found = Something was not sent; this machine kept it at
draft-restore = Fill it in again
draft-drop = Discard

# Tables
filter-title = Filter the list
filter-apply = Filter
filter-clear = Clear the filter
table-sort = Sort by
table-empty = No rows yet
table-empty-hint = This list is empty for now
table-none-found = No row matches the filter
table-none-found-hint = Loosen the filter and look again
table-export = Download this table (CSV)
paging-title = Pages of the table “{ $table }”
paging-range = { $first }–{ $last } of { $rows }
paging-range-more = { $first }–{ $last } of more than { $rows }
paging-here = Page { $page }
paging-previous = Previous page
paging-next = Next page

# Pages of errors
error-home = To the first page
error-incident = Incident number: { $number }. Read it out when you ask for help.
error-not-found-title = Page not found
error-not-found = There is no page at this address, or it is not meant for this account.
error-forbidden-title = Not allowed
error-forbidden = This account may not do this.
error-refused-title = This cannot be done yet
error-invalid-title = What was sent cannot be read
error-stale-title = This page is out of date
error-stale = This page was opened long ago or from elsewhere, so nothing was saved. Go back, reload it and send it again.
error-internal-title = Something went wrong
error-internal = The program met a fault and did not finish this. It has been recorded; try again in a few minutes.
error-sign-in-title = Please log in
error-sign-in = Log in to see this page.
error-invalid = What was sent cannot be read. Go back, look at it and send it again.
error-conflict = Somebody else changed this record while you did, so nothing was saved. Go back, reload the page to see the new state, and change it again.
error-duplicate = This record exists already. Look for it in the list.

# The ways
column-state = State
column-act = Act
ways-manage = Management
ways-desk = Work
ways-movement = Movement
ways-awards = Awards
ways-papers = Papers, directory
way-desk = Desk
way-movements = Movements
way-standards = New-rural standards
way-contributions = Contributions
way-nominations = Nominations
way-councils = Council
way-decisions = Decisions
way-registers = Register of awards
way-golden-book = Golden book
way-reports = Reports
way-papers = Papers
way-templates = Templates
way-directory = Directory
way-journal = Journal
way-units = Administrative units
way-accounts = Accounts

days-since = since { $from }
days-from-to = from { $from } to { $to } inclusive

# Signatures
capacity-no-post = “{ $line }” does not say who signs: add the signer’s own post on the next line.
capacity-misplaced = “{ $line }” cannot stand on this line. The right order: TM. the collective; KT., TL. or TUQ. the head’s post; then the signer’s own post. TL. and TUQ. do not go with TM.
