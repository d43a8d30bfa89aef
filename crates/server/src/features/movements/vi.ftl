# Phong trào thi đua
