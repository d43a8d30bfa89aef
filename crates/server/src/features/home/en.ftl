# The first page
home-title = Joining forces to build the new countryside
home-lead = The commune's emulation movement, from plan to certificate: who takes part, what was done, who gave, who is commended and why.
