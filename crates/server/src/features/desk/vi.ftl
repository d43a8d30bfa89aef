# Bàn làm việc
desk-title = Bàn làm việc
desk-today = Hôm nay là { $day }.
desk-due = Hạn:
desk-when-late = Quá hạn
desk-when-today = Hôm nay
desk-when-week = Trong bảy ngày tới
desk-when-later = Sau đó
desk-when-waiting = Đang chờ bạn
desk-empty = Không có việc nào đang chờ
desk-empty-hint = Một ngày thong thả. Việc mới sẽ hiện ở đây khi có người gửi đến hoặc khi đến hạn.
