# The directory
