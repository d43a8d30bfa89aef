# Trang đầu
home-title = Chung sức xây dựng nông thôn mới
home-lead = Phong trào thi đua của xã, từ kế hoạch đến giấy khen: ai tham gia, làm được gì, ai đóng góp, ai được khen và vì sao.
home-communes = Các xã
home-movement = Phong trào thi đua của { $commune }, từ { $from } đến { $to }.
home-days-left = Còn { $days } ngày, kể cả hôm nay.
home-villages = Làng đạt chuẩn nông thôn mới
home-villages-note = đủ tiêu chí đã được chấp thuận, tính đến { $day }
home-given = { $unit }, nhân dân và đơn vị đã góp
home-goods = Hiện vật nhân dân và đơn vị đã góp: { $goods }.
