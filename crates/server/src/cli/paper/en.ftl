# The words of `chungsuc paper check`: one sentence for each rule, what stands there and what should.

paper-check-head = { $file }: { $kind }, by the rules of { $day }
paper-check-clean = Nothing departs from the rules of layout.
paper-check-count = { $count ->
    [one] 1 point to look at.
   *[other] { $count } points to look at.
}
paper-check-place = paragraph { $paragraph } “{ $words }”:{" "}
paper-check-times = , { $times } times
paper-check-wrong-date = “{ $text }” is no day; write it like 08/02/2023.
paper-check-unreadable = { $file } cannot be read: { $why }.
paper-check-not-docx = { $file } is no DOCX; open it in Word or LibreOffice and save it as .docx.
paper-check-locked = { $file } is an old .doc or has a password; take the password off and save it as .docx.
paper-check-damaged = { $file } is damaged inside; open it in Word or LibreOffice and save it as a new file.
paper-check-too-large = { $file } is too large; no administrative document is, so take pictures out and save it again.
paper-check-no-rules = no rules of layout are known for a document of { $day }; choose another day with --date.

paper-severity-must = must
paper-severity-should = should

paper-part-page = the sheet
paper-part-nation = the name of the State
paper-part-motto = the motto
paper-part-superior = the superior body
paper-part-issuer = the issuing body
paper-part-number = number and symbol
paper-part-dateline = place and date
paper-part-kind = the type of document
paper-part-abstract = the abstract
paper-part-subject = the abstract of the letter
paper-part-addressee = Kính gửi
paper-part-basis = the bases
paper-part-body = the text
paper-part-article = “Điều …”
paper-part-capacity = the signer’s power and post
paper-part-signer = the signer’s name
paper-part-recipients-title = “Nơi nhận”
paper-part-recipients = the list of recipients
paper-part-page-number = the page number
paper-part-annex-label = “Phụ lục”
paper-part-annex-title = the title of the annex
paper-part-annex-reference = the line “Kèm theo”

paper-side-left = left
paper-side-center = centred
paper-side-right = right
paper-side-both = justified
paper-side-below = at the foot

paper-rule-paper = the sheet is { $found }, the rule wants { $wanted }
paper-rule-margin-top = the upper margin is { $found }, the rule wants { $wanted }
paper-rule-margin-bottom = the lower margin is { $found }, the rule wants { $wanted }
paper-rule-margin-left = the left margin is { $found }, the rule wants { $wanted }
paper-rule-margin-right = the right margin is { $found }, the rule wants { $wanted }
paper-rule-page-number-missing = a document of several pages has no page numbers
paper-rule-page-number-place = the page number stands { $found }; it stands in the middle of the upper margin
paper-rule-page-number-first = the number of the first page is shown; it is hidden
paper-rule-font = { $part }: the font is { $found }, the rule wants { $wanted }
paper-rule-size = { $part }: the size is { $found }, the rule wants { $wanted }
paper-rule-bold = { $part }: { $wanted ->
    [yes] must be bold
   *[no] must not be bold
}
paper-rule-italic = { $part }: { $wanted ->
    [yes] must be italic
   *[no] must be upright, not italic
}
paper-rule-capitals = { $part }: must be in capital letters: “{ $wanted }”
paper-rule-alignment = { $part }: { $found }, the rule wants { $wanted }
paper-rule-missing = { $part }: missing
paper-rule-nation-words = the name of the State is “{ $wanted }”
paper-rule-motto-words = the motto is “{ $wanted }”
paper-rule-number-form = number and symbol have the form “{ $wanted }”: a colon after “Số”, a slash before the symbol, no spaces within it
paper-rule-number-zero = numbers below 10 have a leading zero, others have none: “{ $wanted }”
paper-rule-number-kind = the symbol does not fit the type of document, write: “{ $wanted }”
paper-rule-number-cv = “CV” is no abbreviation of the decree, write: “{ $wanted }”
paper-rule-date-form = place and date have the form “{ $wanted }”
paper-rule-date-zero = days below 10 and months 1 and 2 have a leading zero, other months have none: “{ $wanted }”
paper-rule-subject-lead = the abstract of a công văn begins with “V/v”
paper-rule-basis-end = a semicolon follows each basis and a full stop the last; here “{ $wanted }”
paper-rule-first-line = the first line is indented by { $found }, the rule wants { $wanted }
paper-rule-paragraph-gap = the distance between two paragraphs is { $found }, the rule wants { $wanted } or more
paper-rule-line-spacing = the distance of lines is { $found }, the rule wants { $wanted }
paper-rule-end-mark = “{ $wanted }” follows the last words of the text
paper-rule-capacity = “{ $found }” cannot stand here: TM. before the collective; KT., TL., TUQ. before the head’s post, the signer’s own post on the next line
paper-rule-signer-title = no title or rank before the name: “{ $wanted }”
paper-rule-addressee-colon = a colon follows “Kính gửi”
paper-rule-recipients-title = “Nơi nhận:” stands on its own line, with a colon
paper-rule-recipients-dash = each recipient begins with a dash
paper-rule-recipients-end = a semicolon follows each recipient and a full stop the last; here “{ $wanted }”
paper-rule-recipients-above = with “Kính gửi”, the first recipient is “{ $wanted }”
paper-rule-recipients-archive = the last recipient is “{ $wanted }”

# `chungsuc plan read`, `chungsuc paper read`
paper-read-doc-type = Type
paper-read-number = Number and symbol
paper-read-issuer = Issuer
paper-read-authority = Authority
paper-read-place = Place
paper-read-date = Date
paper-read-title = Abstract
paper-read-movement-name = Movement
paper-read-period = Period
paper-read-legal-bases = Basis
paper-read-proposals = Proposed by
paper-read-targets = Target
paper-read-subjects = Subject
paper-read-award-forms = Award
paper-read-timeline = Stage
paper-read-assignments = Duty
paper-read-reporting-cycle = Reporting
paper-read-funding = Funding
paper-read-related-movements = Related movement or campaign
paper-read-signer = Signer
paper-read-signers = Signer
paper-read-recipients = Recipient
paper-read-unsure = { $count } values marked [?] are guesses: compare them with the document.
paper-read-other-kind = { $file } is a { $kind }, not a plan; use `chungsuc paper read`.
paper-read-no-paper = { $file } has no number, type, issuer or abstract; it is probably no official document.
paper-read-no-kind = { $file } names no type of document (KẾ HOẠCH); check the file.
paper-read-subject-chinh-quyen-cap-xa = commune government
paper-read-subject-chinh-quyen-cap-tren = higher government
paper-read-subject-co-quan-don-vi = offices and bodies
paper-read-subject-mttq-doan-the = Fatherland Front and mass organisations
paper-read-subject-thon-lang-to-dan-pho = villages and residential groups
paper-read-subject-doanh-nghiep = enterprises
paper-read-subject-hop-tac-xa = cooperatives
paper-read-subject-to-chuc-khac = other organisations
paper-read-subject-ho-gia-dinh = households
paper-read-subject-can-bo-cong-chuc = officials and civil servants
paper-read-subject-nguoi-lao-dong = working people
paper-read-subject-nguoi-dan = people
paper-read-subject-luc-luong-vu-trang = armed forces
paper-read-subject-cong-tac-vien = collaborators
