# Files that back a record
file-empty = The file “{ $name }” is empty. Choose it again.
file-too-large = The file “{ $name }” is larger than 5 MB. Take a smaller picture, or split the file.
file-kind = The file “{ $name }” is no JPEG, PNG or WebP picture and no PDF. Choose another one.
file-paper-too-large = The file “{ $name }” is larger than 10 MB. Scan it again at a lower resolution or split it.
file-paper-kind = The file “{ $name }” is no PDF, Word file, plain text (UTF-8) or picture (JPEG, PNG, WebP). Save it as one of these and choose again.
record-file = file
field-media = Kind of file
field-bytes = Size (bytes)
field-sha256 = SHA-256
