# The first page
home-title = Joining forces to build the new countryside
home-lead = The commune's emulation movement, from plan to certificate: who takes part, what was done, who gave, who is commended and why.
home-communes = Communes
home-movement = The emulation movement of { $commune }, from { $from } to { $to }.
home-days-left = { $days } days left, with today.
home-villages = Villages that meet the new-rural standard
home-villages-note = all criteria accepted, by { $day }
home-given = { $unit }, given by people and bodies
home-goods = Goods given by people and bodies: { $goods }.
