record-honour = khen thưởng ghi vào sổ
honour-known = Khen thưởng này đã có trong sổ: cùng tên, cùng hình thức, cùng số và ngày quyết định.
honour-is-withdrawn = Dòng này đã rút khỏi sổ và được giữ nguyên để xem lại.
done-honour = Đã ghi khen thưởng vào sổ.
done-honour-linked = Đã nối với danh bạ.
done-honour-withdrawn = Đã rút khỏi sổ.
honour-level-other = Theo quy định ngày ấy, cấp này không tặng hình thức đã chọn. Chọn lại cấp hoặc hình thức; hình thức không có trong danh mục thì để trống ô “Trong danh mục” và viết tên.
