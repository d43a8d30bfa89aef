# Councils
