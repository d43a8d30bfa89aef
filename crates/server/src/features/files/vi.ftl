# Tệp minh chứng
file-empty = Tệp “{ $name }” không có nội dung. Hãy chọn lại.
file-too-large = Tệp “{ $name }” lớn hơn 5 MB. Hãy chụp lại ở cỡ nhỏ hơn hoặc chia tệp.
file-kind = Tệp “{ $name }” không phải ảnh JPEG, PNG, WebP hay tệp PDF. Hãy chọn tệp khác.
file-paper-too-large = Tệp “{ $name }” lớn hơn 10 MB. Hãy quét lại ở độ phân giải thấp hơn hoặc chia tệp.
file-paper-kind = Tệp “{ $name }” không phải PDF, Word, văn bản thuần (UTF-8) hay ảnh JPEG, PNG, WebP. Hãy lưu lại thành một trong các loại đó rồi chọn lại.
record-file = tệp
field-media = Loại tệp
field-bytes = Cỡ tệp (byte)
field-sha256 = SHA-256
