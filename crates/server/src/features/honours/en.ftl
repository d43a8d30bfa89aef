record-honour = recorded award
honour-known = This award is in the register already: the same name, award, number and day of decision.
honour-is-withdrawn = This line was withdrawn and stays as it was.
done-honour = The award was recorded.
done-honour-linked = The award was linked with the directory.
done-honour-withdrawn = The award was withdrawn.
honour-level-other = By the rules of that day this level does not give the chosen award. Choose another level or award; for an award that the catalog does not have, leave “In the catalog” empty and write its name.
