# Văn bản
