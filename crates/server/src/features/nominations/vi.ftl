# Đề nghị khen thưởng
