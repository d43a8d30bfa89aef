# Danh bạ
