# Tiêu chí
