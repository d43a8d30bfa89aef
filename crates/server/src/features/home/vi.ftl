# Trang đầu
home-title = Chung sức xây dựng nông thôn mới
home-lead = Phong trào thi đua của xã, từ kế hoạch đến giấy khen: ai tham gia, làm được gì, ai đóng góp, ai được khen và vì sao.
