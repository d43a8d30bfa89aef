# Movements
