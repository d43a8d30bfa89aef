# Nguồn lực đóng góp
