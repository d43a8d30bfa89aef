record-honour = khen thưởng ghi vào sổ
honour-known = Khen thưởng này đã có trong sổ: cùng tên, cùng hình thức, cùng số và ngày quyết định.
honour-is-withdrawn = Dòng này đã rút khỏi sổ và được giữ nguyên để xem lại.
done-honour = Đã ghi khen thưởng vào sổ.
done-honour-linked = Đã nối với danh bạ.
done-honour-withdrawn = Đã rút khỏi sổ.
