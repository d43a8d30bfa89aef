# Files that back a record
file-empty = The file “{ $name }” is empty. Choose it again.
file-too-large = The file “{ $name }” is larger than 5 MB. Take a smaller picture, or split the file.
file-kind = The file “{ $name }” is no JPEG, PNG or WebP picture and no PDF. Choose another one.
file-document-too-large = The file “{ $name }” is larger than 10 MB and cannot be kept. Make the pictures in it smaller, then upload it again.
record-file = file
field-media = Kind of file
field-bytes = Size (bytes)
field-sha256 = SHA-256
