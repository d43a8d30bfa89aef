# Hội đồng
