# Nominations
