# Lời của `chungsuc award` và `chungsuc reward`.

award-unreadable = không đọc được { $file }: { $why }; hãy kiểm tra lại đường dẫn.
award-too-large = { $file } lớn quá 5 MB.
award-unchecked = chưa kiểm chứng
award-input-json = tệp không đúng dạng một đề nghị: { $text }; xem docs/award-check.md.
award-input-award = { $field }: danh mục không có hình thức “{ $text }”; hãy ghi mã như giay-khen-xa hoặc tên tắt như GKX.
award-input-day = { $field }: “{ $text }” không phải một ngày; hãy ghi năm-tháng-ngày, như 2025-08-01.
award-input-code = { $field }: hãy ghi một trong: { $text }.
award-input-empty = { $field }: chưa ghi.
award-input-missing = { $field }: còn thiếu.
award-input-unknown = { $field }: không có trường này.
award-input-reversed = { $field }: ngày cuối { $text } đứng trước ngày đầu.
award-input-fact = { $field }: không có dữ kiện “{ $text }” để khai; xem danh sách trong docs/award-check.md.
award-input-value = { $field }: hãy ghi một trong: { $text }.

reward-unknown-award = danh mục không có hình thức này.
reward-unknown-subject = hình thức này không dành cho loại đối tượng đó.
reward-unknown-base-salary = danh mục chưa có lương cơ sở của ngày này.
reward-unknown-multiple = danh mục không có mức thưởng của hình thức này vào ngày này.
reward-unknown-factor = danh mục chưa có hệ số cho loại đối tượng này vào ngày này; người có thẩm quyền xem xét.
reward-unknown-rounding = danh mục chưa có cách làm tròn của ngày này.
reward-unknown-money = số tiền vượt quá mức chương trình tính được.
