# Lời của khung trang; mỗi tính năng có cặp tệp lời riêng.

product-name = Chung Sức
footer = Chung Sức · phần mềm nguồn mở cho phong trào thi đua ở cấp xã
skip-to-content = Bỏ qua danh mục, đến nội dung
nav-title = Danh mục
nav-close = Đóng danh mục
sign-out = Đăng xuất
other-language = English

# Trạng thái và các bước của hồ sơ
state-draft = Bản nháp
state-sent = Đã gửi
state-returned = Trả lại
state-questioned = Hỏi lại
state-verified = Đã thẩm định
state-accepted = Đã chấp thuận
state-frozen = Đã chốt
state-issued = Đã ban hành
state-finished = Đã hoàn tất
state-revoked = Đã thu hồi
state-discarded = Đã hủy
state-late = Quá hạn
state-unchecked = Chưa kiểm chứng
step-done = Đã xong
step-current = Đang ở bước này
step-ahead = Chưa tới

# Biểu nhập
errors-title = Cần sửa { $count } chỗ
field-required = (bắt buộc)
field-error = Lỗi:
field-missing = Mục này chưa được điền
field-choose = – Chọn –
field-example-date = Ví dụ: 2/11/2022, 02-11-2022 hoặc hôm nay
field-example-money = Ví dụ: 1.500.000 hoặc 1,5 triệu
field-read-as = Hiểu là:
unit-dong = đồng
form-too-large = Nội dung gửi lên quá lớn hoặc bị ngắt giữa chừng. Văn bản không quá 10 MB, ảnh không quá 5 MB. Hãy quay lại trang trước và chọn tệp nhỏ hơn.
draft-found = Có nội dung chưa gửi, máy này giữ lại lúc
draft-restore = Điền lại nội dung đó
draft-drop = Bỏ

# Bảng
filter-title = Lọc danh sách
filter-apply = Lọc
filter-clear = Bỏ lọc
table-sort = Sắp xếp theo
table-empty = Chưa có dòng nào
table-empty-hint = Danh sách này hiện còn trống
table-none-found = Không có dòng nào khớp bộ lọc
table-none-found-hint = Hãy bớt điều kiện lọc rồi xem lại
table-export = Tải bảng này (CSV)
paging-title = Các trang của bảng “{ $table }”
paging-range = { $first }–{ $last } trong { $rows }
paging-range-more = { $first }–{ $last } trong hơn { $rows }
paging-here = Trang { $page }
paging-previous = Trang trước
paging-next = Trang sau

# Trang báo lỗi
error-home = Về trang đầu
error-incident = Mã sự cố: { $number }. Hãy đọc mã này khi cần trợ giúp.
error-not-found-title = Không tìm thấy trang
error-not-found = Địa chỉ này không có trang nào, hoặc trang không dành cho tài khoản đang dùng.
error-forbidden-title = Chưa được phép
error-forbidden = Tài khoản đang dùng không có quyền làm việc này.
error-refused-title = Chưa thực hiện được
error-invalid-title = Nội dung gửi lên không đọc được
error-stale-title = Trang đã cũ
error-stale = Trang này mở đã lâu hoặc mở từ nơi khác nên chưa có gì được lưu. Hãy quay lại, tải lại trang rồi gửi lần nữa.
error-internal-title = Có sự cố
error-internal = Phần mềm gặp sự cố nên chưa làm xong việc này. Sự cố đã được ghi lại; hãy thử lại sau ít phút.
error-sign-in-title = Cần đăng nhập
error-sign-in = Hãy đăng nhập để xem trang này.
error-invalid = Nội dung gửi lên không đọc được. Hãy quay lại, kiểm tra rồi gửi lần nữa.
error-conflict = Người khác vừa sửa hồ sơ này trong lúc bạn đang sửa, nên chưa lưu gì. Hãy quay lại, tải lại trang để xem bản mới rồi sửa lần nữa.
error-duplicate = Hồ sơ này đã có. Hãy tìm trong danh sách.

# Danh mục
column-state = Trạng thái
column-act = Việc làm
ways-manage = Quản trị
ways-desk = Công việc
ways-movement = Phong trào
ways-awards = Khen thưởng
ways-papers = Văn bản, danh bạ
way-desk = Bàn làm việc
way-movements = Phong trào thi đua
way-standards = Tiêu chí nông thôn mới
way-contributions = Nguồn lực đóng góp
way-nominations = Đề nghị khen thưởng
way-councils = Hội đồng
way-decisions = Quyết định khen thưởng
way-registers = Sổ khen thưởng
way-golden-book = Sổ vàng
way-reports = Báo cáo
way-papers = Văn bản
way-templates = Mẫu văn bản
way-directory = Danh bạ
way-journal = Nhật ký
way-units = Đơn vị hành chính
way-accounts = Tài khoản

days-since = từ { $from }
days-from-to = từ { $from } đến hết { $to }

# Chữ ký
capacity-no-post = “{ $line }” chưa cho biết ai ký: ghi thêm chức vụ của người ký ở dòng dưới.
capacity-misplaced = “{ $line }” không đứng được ở dòng này. Thứ tự đúng: TM. tên tập thể; KT., TL. hoặc TUQ. chức vụ người đứng đầu; rồi chức vụ người ký. TL. và TUQ. không đi cùng TM.
