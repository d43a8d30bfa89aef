# The desk
