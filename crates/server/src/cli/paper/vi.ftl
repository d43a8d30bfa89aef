# Lời của `chungsuc paper check`: mỗi điều một câu, nói cái đang có và cái cần có.

paper-check-head = { $file }: { $kind }, xét theo quy định ở ngày { $day }
paper-check-clean = Không thấy chỗ nào sai thể thức.
paper-check-count = Có { $count } điểm cần xem.
paper-check-place = đoạn { $paragraph } “{ $words }”:{" "}
paper-check-times = , { $times } chỗ
paper-check-wrong-date = “{ $text }” không phải là ngày; hãy viết như 08/02/2023.
paper-check-unreadable = không đọc được { $file }: { $why }.
paper-check-not-docx = { $file } không phải tệp DOCX; hãy mở bằng Word hoặc LibreOffice rồi lưu lại dạng .docx.
paper-check-locked = { $file } là tệp .doc cũ hoặc có mật khẩu; hãy bỏ mật khẩu và lưu lại dạng .docx.
paper-check-damaged = { $file } bị hỏng bên trong; hãy mở bằng Word hoặc LibreOffice rồi lưu thành tệp mới.
paper-check-too-large = { $file } quá lớn; văn bản hành chính không lớn đến vậy, hãy bỏ bớt hình rồi lưu lại.
paper-check-no-rules = chưa có quy định thể thức cho văn bản ngày { $day }; hãy chọn ngày khác bằng --date.

paper-severity-must = phải sửa
paper-severity-should = nên sửa

paper-part-page = trang giấy
paper-part-nation = Quốc hiệu
paper-part-motto = Tiêu ngữ
paper-part-superior = tên cơ quan chủ quản
paper-part-issuer = tên cơ quan ban hành
paper-part-number = số, ký hiệu
paper-part-dateline = địa danh và thời gian
paper-part-kind = tên loại văn bản
paper-part-abstract = trích yếu
paper-part-subject = trích yếu công văn
paper-part-addressee = Kính gửi
paper-part-basis = căn cứ
paper-part-body = nội dung
paper-part-article = chữ “Điều …”
paper-part-capacity = quyền hạn, chức vụ người ký
paper-part-signer = họ tên người ký
paper-part-recipients-title = chữ “Nơi nhận”
paper-part-recipients = danh sách nơi nhận
paper-part-page-number = số trang
paper-part-annex-label = chữ “Phụ lục”
paper-part-annex-title = tên phụ lục
paper-part-annex-reference = dòng “Kèm theo”

paper-side-left = bên trái
paper-side-center = ở giữa
paper-side-right = bên phải
paper-side-both = đều hai bên
paper-side-below = dưới chân trang

paper-rule-paper = khổ giấy { $found }, phải là { $wanted }
paper-rule-margin-top = lề trên { $found }, phải trong khoảng { $wanted }
paper-rule-margin-bottom = lề dưới { $found }, phải trong khoảng { $wanted }
paper-rule-margin-left = lề trái { $found }, phải trong khoảng { $wanted }
paper-rule-margin-right = lề phải { $found }, phải trong khoảng { $wanted }
paper-rule-page-number-missing = văn bản nhiều trang chưa đánh số trang
paper-rule-page-number-place = số trang đứng { $found }, phải ở giữa lề trên
paper-rule-page-number-first = số của trang thứ nhất đang hiện, phải ẩn
paper-rule-font = { $part }: phông chữ { $found }, phải là { $wanted }
paper-rule-size = { $part }: cỡ chữ { $found }, phải là { $wanted }
paper-rule-bold = { $part }: { $wanted ->
    [yes] phải in đậm
   *[no] không in đậm
}
paper-rule-italic = { $part }: { $wanted ->
    [yes] phải in nghiêng
   *[no] không in nghiêng, phải đứng
}
paper-rule-capitals = { $part }: phải viết bằng chữ in hoa: “{ $wanted }”
paper-rule-alignment = { $part }: canh { $found }, phải canh { $wanted }
paper-rule-missing = thiếu { $part }
paper-rule-nation-words = Quốc hiệu phải là “{ $wanted }”
paper-rule-motto-words = Tiêu ngữ phải là “{ $wanted }”
paper-rule-number-form = số, ký hiệu viết theo dạng “{ $wanted }”: có dấu hai chấm sau “Số”, gạch chéo trước ký hiệu, không có dấu cách trong ký hiệu
paper-rule-number-zero = số dưới 10 ghi thêm số 0 ở trước, từ 10 trở lên không ghi: “{ $wanted }”
paper-rule-number-kind = ký hiệu không hợp với loại văn bản, viết: “{ $wanted }”
paper-rule-number-cv = “CV” không phải là chữ viết tắt trong quy định, viết: “{ $wanted }”
paper-rule-date-form = địa danh và thời gian viết theo dạng “{ $wanted }”
paper-rule-date-zero = ngày dưới 10 và tháng 1, 2 ghi thêm số 0 ở trước, các tháng khác không ghi: “{ $wanted }”
paper-rule-subject-lead = trích yếu công văn bắt đầu bằng “V/v”
paper-rule-basis-end = sau mỗi căn cứ là dấu chấm phẩy, sau căn cứ cuối là dấu chấm; ở đây cần “{ $wanted }”
paper-rule-first-line = dòng đầu của đoạn lùi { $found }, phải lùi { $wanted }
paper-rule-paragraph-gap = khoảng cách giữa hai đoạn { $found }, phải từ { $wanted } trở lên
paper-rule-line-spacing = khoảng cách dòng { $found }, phải trong khoảng { $wanted }
paper-rule-end-mark = sau chữ cuối của nội dung cần dấu “{ $wanted }”
paper-rule-capacity = “{ $found }” không đứng được ở đây: TM. trước tên tập thể; KT., TL., TUQ. trước chức vụ người đứng đầu, dòng dưới là chức vụ người ký
paper-rule-signer-title = không ghi học hàm, học vị, danh xưng trước họ tên: “{ $wanted }”
paper-rule-addressee-colon = sau chữ “Kính gửi” là dấu hai chấm
paper-rule-recipients-title = chữ “Nơi nhận:” đứng riêng một dòng, có dấu hai chấm
paper-rule-recipients-dash = mỗi nơi nhận bắt đầu bằng gạch đầu dòng
paper-rule-recipients-end = sau mỗi nơi nhận là dấu chấm phẩy, sau dòng cuối là dấu chấm; ở đây cần “{ $wanted }”
paper-rule-recipients-above = văn bản có “Kính gửi” thì dòng đầu của nơi nhận là “{ $wanted }”
paper-rule-recipients-archive = dòng cuối của nơi nhận là “{ $wanted }”

# `chungsuc plan read`, `chungsuc paper read`
paper-read-doc-type = Loại văn bản
paper-read-number = Số, ký hiệu
paper-read-issuer = Cơ quan ban hành
paper-read-authority = Thẩm quyền
paper-read-place = Địa danh
paper-read-date = Ngày ban hành
paper-read-title = Trích yếu
paper-read-movement-name = Phong trào thi đua
paper-read-period = Thời gian
paper-read-legal-bases = Căn cứ
paper-read-proposals = Theo đề nghị
paper-read-targets = Chỉ tiêu
paper-read-subjects = Đối tượng
paper-read-award-forms = Hình thức khen thưởng
paper-read-timeline = Tiến độ
paper-read-assignments = Phân công
paper-read-reporting-cycle = Chế độ báo cáo
paper-read-funding = Kinh phí
paper-read-related-movements = Phong trào, cuộc vận động có liên quan
paper-read-signer = Người ký
paper-read-signers = Người ký
paper-read-recipients = Nơi nhận
paper-read-unsure = { $count } giá trị có dấu [?] là phỏng đoán, hãy đối chiếu với văn bản.
paper-read-other-kind = { $file } là { $kind }, không phải Kế hoạch; hãy dùng `chungsuc paper read`.
paper-read-no-paper = { $file } không có số, loại, cơ quan ban hành hay trích yếu; tệp này có lẽ không phải văn bản hành chính.
paper-read-no-kind = không thấy tên loại văn bản (KẾ HOẠCH) trong { $file }; hãy kiểm tra lại tệp.
paper-read-subject-chinh-quyen-cap-xa = chính quyền cấp xã
paper-read-subject-chinh-quyen-cap-tren = chính quyền cấp trên
paper-read-subject-co-quan-don-vi = cơ quan, đơn vị
paper-read-subject-mttq-doan-the = Mặt trận Tổ quốc, đoàn thể
paper-read-subject-thon-lang-to-dan-pho = thôn, làng, tổ dân phố
paper-read-subject-doanh-nghiep = doanh nghiệp
paper-read-subject-hop-tac-xa = hợp tác xã
paper-read-subject-to-chuc-khac = tổ chức khác
paper-read-subject-ho-gia-dinh = hộ gia đình
paper-read-subject-can-bo-cong-chuc = cán bộ, công chức, viên chức
paper-read-subject-nguoi-lao-dong = người lao động
paper-read-subject-nguoi-dan = người dân
paper-read-subject-luc-luong-vu-trang = lực lượng vũ trang
paper-read-subject-cong-tac-vien = cộng tác viên
