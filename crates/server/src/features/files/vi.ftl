# Tệp minh chứng
file-empty = Tệp “{ $name }” không có nội dung. Hãy chọn lại.
file-too-large = Tệp “{ $name }” lớn hơn 5 MB. Hãy chụp lại ở cỡ nhỏ hơn hoặc chia tệp.
file-kind = Tệp “{ $name }” không phải ảnh JPEG, PNG, WebP hay tệp PDF. Hãy chọn tệp khác.
file-document-too-large = Tệp “{ $name }” lớn hơn 10 MB nên không lưu được. Hãy giảm cỡ ảnh trong tệp rồi tải lên lại.
record-file = tệp
field-media = Loại tệp
field-bytes = Cỡ tệp (byte)
field-sha256 = SHA-256
