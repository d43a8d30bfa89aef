# Contributions
