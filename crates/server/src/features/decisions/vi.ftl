# Quyết định khen thưởng
