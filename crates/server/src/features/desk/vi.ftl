# Bàn làm việc
