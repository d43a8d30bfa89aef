# Lời của `chungsuc standard evaluate` và `chungsuc catalog check`.

evaluate-no-set = không có bộ tiêu chí “{ $set }”; hãy chọn một trong: { $known }.
evaluate-region-missing = bộ tiêu chí này chia theo vùng; hãy thêm --region với một trong: { $known }.
evaluate-region-unknown = không có vùng “{ $region }”; hãy chọn một trong: { $known }.
evaluate-no-regions = bộ tiêu chí này không chia theo vùng; hãy bỏ --region.
evaluate-unreadable = không đọc được { $file }: { $why }; hãy kiểm tra lại đường dẫn.
evaluate-too-large = { $file } lớn quá 50 MB; hãy chia thành nhiều tệp.
evaluate-not-utf8 = { $file } không viết bằng UTF-8; hãy lưu lại dạng “CSV UTF-8”.
evaluate-empty = { $file } không có dòng nào; dòng đầu phải ghi tên cột unit, indicator, value, numerator, denominator.
evaluate-no-rows = { $file } mới có dòng tên cột, chưa có dòng số liệu nào.
evaluate-column-missing = { $file } thiếu cột “{ $column }”; dòng đầu phải ghi tên cột unit, indicator, value, numerator, denominator.
evaluate-column-doubled = { $file } có hai cột “{ $column }” nên không biết lấy cột nào; hãy bỏ bớt một.
evaluate-overlay = không dùng được mức riêng trong { $file }: { $why }.

evaluate-not-in-force = Lưu ý: bộ tiêu chí này không áp dụng cho năm đó.
evaluate-incomplete = Lưu ý: danh mục chưa có đủ chỉ tiêu của bộ tiêu chí này.
evaluate-unit = { $unit }: đạt { $met }/{ $total } tiêu chí – { $outcome }
evaluate-missing = Chưa có số liệu: { $codes }

evaluate-outcome-met = đạt
evaluate-outcome-not_met = chưa đạt
evaluate-outcome-person_must_decide = cán bộ phụ trách kết luận
evaluate-outcome-not_reported = chưa có số liệu
evaluate-standing-confirmed = đã xác nhận
evaluate-standing-read = đã đọc
evaluate-standing-unchecked = chưa kiểm chứng
evaluate-standing-review_due = cần xem lại

evaluate-row = dòng { $row }, cột { $column }, “{ $text }”: { $why }
evaluate-row-no-unit = chưa ghi đơn vị; hãy điền mã hoặc tên đơn vị.
evaluate-row-odd-unit = tên đơn vị dài quá 200 chữ hoặc có ký tự không đọc được; hãy ghi mã hoặc tên đơn vị.
evaluate-row-unclosed = dấu ngoặc kép mở mà không đóng trong dòng này; hãy sửa, và không xuống dòng trong một ô.
evaluate-row-unknown-indicator = bộ tiêu chí không có chỉ tiêu này; hãy xem lại mã.
evaluate-row-unknown-column = cột lạ nên không đọc; các cột là unit, indicator, value, numerator, denominator.
evaluate-row-too-many-cells = dòng nhiều ô hơn số cột; nếu là dấu phẩy thập phân thì viết dấu chấm.
evaluate-row-doubled = đơn vị và chỉ tiêu này đã có ở dòng { $more } với cùng số liệu; chỉ tính một lần, hãy xóa bớt.
evaluate-row-disputed = đơn vị và chỉ tiêu này đã có ở dòng { $more } nhưng số liệu khác nhau nên chưa tính dòng nào; hãy giữ dòng đúng.
evaluate-row-missing = ô này chưa ghi gì; hãy điền số liệu.
evaluate-row-not-a-number = không phải một con số; hãy viết như 41.03.
evaluate-row-other-writing = số viết lẫn chữ, dấu phần trăm hoặc dấu phẩy; nếu đúng thì viết { $more }.
evaluate-row-too-fine = quá ba chữ số sau dấu thập phân; hãy làm tròn.
evaluate-row-too-large = số quá lớn; hãy xem lại.
evaluate-row-judgement = chỉ tiêu này đo bằng số, không ghi đạt hay không đạt; hãy điền con số.
evaluate-row-not-yes-no = chỉ tiêu này ghi “đạt” hoặc “không đạt”.
evaluate-row-no-whole = mẫu số bằng 0; hãy điền tổng số lớn hơn 0.
evaluate-row-negative = số liệu không thể âm; hãy xem lại.
evaluate-row-part-exceeds = tử số lớn hơn mẫu số; hãy xem lại hai con số.
evaluate-row-over-hundred = tỷ lệ lớn hơn 100%; hãy xem lại, hoặc điền numerator và denominator.
evaluate-row-not-whole = số đếm phải là số nguyên; hãy xem lại.
evaluate-row-disagrees = tỷ lệ này không khớp với numerator và denominator, tính ra { $more }%; hãy sửa một trong hai.
evaluate-row-not-a-ratio = chỉ tiêu này không phải tỷ lệ nên không có numerator, denominator; hãy ghi ở cột value.

rollup-head = Tỉnh   Năm     Đơn vị      Đạt  Tiêu chí  CT đạt  Chưa đạt  Kết luận  Thiếu
rollup-without-region = lưu ý: { $count } đơn vị được xét khi chưa ghi xã thuộc vùng nào; hãy ghi bằng “standard regions”, hoặc thêm --region.

catalog-unreadable = không đọc được thư mục { $folder }: { $why }; hãy kiểm tra lại đường dẫn và bảng mã UTF-8.
catalog-no-files = thư mục { $folder } không có tệp .toml nào; hãy chọn thư mục danh mục.
catalog-sound = { $files } tệp, không có lỗi.
catalog-faulty = { $files } tệp, { $count } lỗi.
catalog-rule-encoding = tệp không viết bằng UTF-8; hãy lưu lại dạng UTF-8
catalog-rule-syntax = tệp không đúng cú pháp TOML
catalog-rule-shape = mục thiếu, thừa hoặc sai kiểu một trường
catalog-rule-unknown-table = danh mục không có bảng này
catalog-rule-id-once = mỗi mã chỉ dùng một lần
catalog-rule-days = ngày cuối không được trước ngày đầu
catalog-rule-document = mỗi giá trị phải ghi văn bản nguồn
catalog-rule-overlap = trong một ngày chỉ một giá trị có hiệu lực
catalog-rule-head = các phần phải đứng cùng tệp với phần đầu, và phần đầu chỉ có một
catalog-rule-number-once = mỗi số hiệu chỉ có một lần trong bộ tiêu chí
catalog-rule-criterion = chỉ tiêu phải thuộc một tiêu chí của bộ, điều kiện không thuộc tiêu chí nào
catalog-rule-measured = chỉ tiêu đo bằng số phải ghi cách so sánh và đơn vị, chỉ tiêu khác thì không
catalog-rule-place = mức phải thuộc vùng và năm của bộ tiêu chí
catalog-rule-reach = mức nằm ngoài khoảng có thể đạt
catalog-rule-condition = điều kiện phải viết bằng các dữ kiện đã biết và so sánh cùng loại
catalog-rule-reference = bộ tiêu chí, chỉ tiêu, hình thức khen hoặc điều kiện được nhắc đến không có
catalog-rule-size = nhiều tiêu chí, chỉ tiêu hơn văn bản

evaluate-no-commune = dữ liệu không có xã mang mã { $commune }; hãy xem lại mã.
lay-no-unit = danh mục đơn vị không có mã { $unit }; hãy xem lại mã.
lay-done = đã đặt { $count } mức của { $unit } lên { $set }.
regions-head = { $file } phải có các cột unit, standard, region, from, basis.
regions-row = { $file }, dòng { $row }: { $why }
regions-day = ngày viết như 2026-02-15.
regions-done = đã ghi vùng của { $count } đơn vị.
regions-basis = cột basis chưa ghi căn cứ.
