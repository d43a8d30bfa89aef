# Báo cáo
