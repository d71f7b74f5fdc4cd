<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>Acting</name>
    <message>
        <source>every selected report is finished already</source>
        <translation>mọi báo cáo được chọn đã xong</translation>
    </message>
    <message>
        <source>finishing</source>
        <translation>đang hoàn thành báo cáo</translation>
    </message>
    <message>
        <source>no report is selected; choose some in the library with Shift or Ctrl</source>
        <translation>chưa chọn báo cáo nào; hãy chọn trong thư viện bằng Shift hoặc Ctrl</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>no project is open</source>
        <translation>chưa mở dự án nào</translation>
    </message>
    <message>
        <source>only in the review view; Ctrl+2 shows it</source>
        <translation>chỉ dùng ở chế độ duyệt; Ctrl+2 để mở</translation>
    </message>
    <message>
        <source>only where a report is annotated; Ctrl+1 goes there</source>
        <translation>chỉ dùng khi gán nhãn báo cáo; Ctrl+1 để chuyển sang</translation>
    </message>
    <message>
        <source>no report is open</source>
        <translation>chưa mở báo cáo nào</translation>
    </message>
    <message>
        <source>the project is read-only</source>
        <translation>dự án chỉ được đọc</translation>
    </message>
</context>
<context>
    <name>AddLabelDialog</name>
    <message>
        <source>New label</source>
        <translation>Nhãn mới</translation>
    </message>
    <message>
        <source>entities</source>
        <translation>thực thể</translation>
    </message>
    <message>
        <source>figures</source>
        <translation>số liệu</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Tên</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>&amp;Lớp</translation>
    </message>
    <message>
        <source>&amp;Attributes and links as</source>
        <translation>Th&amp;uộc tính và liên kết như</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>Add reports</source>
        <translation>Thêm báo cáo</translation>
    </message>
    <message>
        <source>Add a folder of reports</source>
        <translation>Thêm thư mục báo cáo</translation>
    </message>
    <message>
        <source>adding reports</source>
        <translation>đang thêm báo cáo</translation>
    </message>
    <message>
        <source>%1 of %2 reports added</source>
        <translation>đã thêm %1 / %2 báo cáo</translation>
    </message>
    <message>
        <source>no report file was found there</source>
        <translation>không tìm thấy tệp báo cáo nào ở đó</translation>
    </message>
    <message>
        <source>Not everything went well</source>
        <translation>Có việc chưa trọn vẹn</translation>
    </message>
    <message>
        <source>Reports added</source>
        <translation>Đã thêm báo cáo</translation>
    </message>
</context>
<context>
    <name>Agreement</name>
    <message>
        <source>nothing</source>
        <translation>không gán</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Người gán</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Người thứ nhất</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Người thứ hai</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>Câu</translation>
    </message>
    <message>
        <source>Attribute or link</source>
        <translation>Thuộc tính hoặc liên kết</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Giống nhau</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Đã so</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Tỷ lệ</translation>
    </message>
    <message>
        <source>strict F1</source>
        <translation>F1 chặt</translation>
    </message>
    <message>
        <source>overlap F1</source>
        <translation>F1 chồng</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Strict F1</source>
        <translation>F1 chặt</translation>
    </message>
    <message>
        <source>Overlap F1</source>
        <translation>F1 chồng</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Tìm thấy</translation>
    </message>
    <message>
        <source>Bounded</source>
        <translation>Đúng ranh giới</translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation>Đúng nhãn</translation>
    </message>
    <message>
        <source>Valued</source>
        <translation>Đúng giá trị</translation>
    </message>
</context>
<context>
    <name>AgreementPanel</name>
    <message>
        <source>Agreement of pairs of authors</source>
        <translation>Đồng thuận của từng cặp</translation>
    </message>
    <message>
        <source>Agreement by label</source>
        <translation>Đồng thuận theo nhãn</translation>
    </message>
    <message>
        <source>Agreement by attribute</source>
        <translation>Đồng thuận theo thuộc tính</translation>
    </message>
    <message>
        <source>Cases of a cell</source>
        <translation>Các trường hợp của một ô</translation>
    </message>
    <message>
        <source>Plot of agreement by label; the table beside it has the numbers</source>
        <translation>Biểu đồ đồng thuận theo nhãn; bảng bên cạnh ghi các con số</translation>
    </message>
    <message>
        <source>Plot of agreement by week</source>
        <translation>Biểu đồ đồng thuận theo tuần</translation>
    </message>
    <message>
        <source>Compare with extractors too</source>
        <translation>So cả với bộ trích xuất</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tất cả</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Đồng thuận</translation>
    </message>
    <message>
        <source>Over the reports that both have finished or imported.</source>
        <translation>Trên các báo cáo cả hai đã hoàn thành hoặc đã nhập.</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>Theo nhãn</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Nhầm lẫn</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Theo thời gian</translation>
    </message>
    <message>
        <source>Attributes and links</source>
        <translation>Thuộc tính và liên kết</translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message>
        <source>Vietnamese typing is on: the text was ignored; keys with Alt or Ctrl work all the same</source>
        <translation>bộ gõ tiếng Việt đang bật: chữ vừa gõ bị bỏ qua; các phím kèm Alt hoặc Ctrl vẫn dùng được</translation>
    </message>
    <message>
        <source>Something went wrong in the program; your work is saved. Please send this report.</source>
        <translation>Chương trình gặp lỗi; công việc của bạn đã được lưu. Xin gửi báo cáo này cho người phát triển.</translation>
    </message>
    <message>
        <source>A bug</source>
        <translation>Lỗi chương trình</translation>
    </message>
</context>
<context>
    <name>Answering</name>
    <message>
        <source>no dispute is chosen; N goes to the next one</source>
        <translation>chưa chọn bất đồng nào; N đi tới bất đồng kế tiếp</translation>
    </message>
    <message>
        <source>that dispute is not there any more; choose another</source>
        <translation>bất đồng đó không còn nữa; hãy chọn bất đồng khác</translation>
    </message>
    <message>
        <source>there are only %1 versions here</source>
        <translation>ở đây chỉ có %1 phiên bản</translation>
    </message>
    <message>
        <source>comment sent</source>
        <translation>đã gửi bình luận</translation>
    </message>
    <message>
        <source>that is open already; settle it</source>
        <translation>chỗ đó đang mở; hãy giải quyết nó</translation>
    </message>
    <message>
        <source>opened again</source>
        <translation>đã mở lại</translation>
    </message>
    <message>
        <source>%1 is gold</source>
        <translation>%1 đã thành vàng</translation>
    </message>
    <message>
        <source>no answer of yours to undo</source>
        <translation>bạn không có lời giải nào để hoàn tác</translation>
    </message>
    <message>
        <source>answer taken back</source>
        <translation>đã rút lại lời giải</translation>
    </message>
    <message>
        <source>no answer of yours to redo</source>
        <translation>bạn không có lời giải nào để làm lại</translation>
    </message>
    <message>
        <source>answered again</source>
        <translation>đã giải lại như cũ</translation>
    </message>
    <message>
        <source>no dispute is listed</source>
        <translation>không có bất đồng nào trong danh sách</translation>
    </message>
    <message>
        <source>Everything here is settled. G makes the report gold, N goes to the next dispute.</source>
        <translation>Mọi bất đồng ở đây đã giải quyết. G đưa báo cáo thành vàng, N đi tới bất đồng kế tiếp.</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Tương phản cao</translation>
    </message>
    <message>
        <source> letters</source>
        <translation> chữ</translation>
    </message>
    <message>
        <source>Show the short code of every span&apos;s label</source>
        <translation>Hiện mã nhãn ở mọi đoạn</translation>
    </message>
    <message>
        <source>&amp;Palette</source>
        <translation>&amp;Bảng màu</translation>
    </message>
    <message>
        <source>&amp;Size of the report&apos;s text</source>
        <translation>Cỡ chữ của &amp;báo cáo</translation>
    </message>
    <message>
        <source>Size of &amp;everything else</source>
        <translation>Cỡ chữ của &amp;phần còn lại</translation>
    </message>
    <message>
        <source>Everything else changes when the program is started next.</source>
        <translation>Phần còn lại thay đổi khi khởi động chương trình lần sau.</translation>
    </message>
    <message>
        <source>&amp;Length of a line</source>
        <translation>Độ dài &amp;dòng</translation>
    </message>
</context>
<context>
    <name>ApplyDialog</name>
    <message>
        <source>Apply to all</source>
        <translation>Áp dụng cho tất cả</translation>
    </message>
    <message>
        <source>Other places of these words</source>
        <translation>Những chỗ khác có các từ này</translation>
    </message>
    <message>
        <source>In the whole &amp;project</source>
        <translation>Trong cả &amp;dự án</translation>
    </message>
    <message>
        <source>Tick &amp;all</source>
        <translation>Đánh dấu &amp;tất cả</translation>
    </message>
    <message>
        <source>Tick &amp;none</source>
        <translation>&amp;Bỏ mọi dấu</translation>
    </message>
    <message>
        <source>reject “%1” as %2</source>
        <translation>bỏ “%1” (%2)</translation>
    </message>
    <message>
        <source>label “%1” as %2</source>
        <translation>gán “%1” là %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>%1 of %2 places</source>
        <translation>%1 / %2 chỗ</translation>
    </message>
    <message>
        <source> · searching…</source>
        <translation> · đang tìm…</translation>
    </message>
    <message>
        <source>Apply to %1</source>
        <translation>Áp dụng cho %1</translation>
    </message>
</context>
<context>
    <name>Applying</name>
    <message>
        <source>applying to all</source>
        <translation>đang áp dụng cho tất cả</translation>
    </message>
    <message>
        <source>%1 of %2 places were left as they are.</source>
        <translation>%1 / %2 chỗ được giữ nguyên.</translation>
    </message>
    <message>
        <source>Not every place was changed</source>
        <translation>Không phải chỗ nào cũng được đổi</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Finish the report</source>
        <translation>Hoàn thành báo cáo</translation>
    </message>
    <message>
        <source>%1 candidates are undecided.</source>
        <translation>Còn %1 ứng viên chưa quyết định.</translation>
    </message>
    <message>
        <source>Go to the first</source>
        <translation>Đến ứng viên đầu</translation>
    </message>
    <message>
        <source>Accept them</source>
        <translation>Nhận</translation>
    </message>
    <message>
        <source>Reject them</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Accept the rest of the report</source>
        <translation>Nhận phần còn lại của báo cáo</translation>
    </message>
    <message>
        <source>%1 candidates are left. Accept those with a score of at least:</source>
        <translation>Còn %1 ứng viên. Nhận những ứng viên có điểm từ:</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Tên của bạn</translation>
    </message>
    <message>
        <source>Every decision is kept under a name. Yours:</source>
        <translation>Mỗi quyết định được ghi dưới một cái tên. Tên của bạn:</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Finish selected reports</source>
        <translation>Hoàn thành các báo cáo được chọn</translation>
    </message>
    <message>
        <source>%1 candidates in %2 reports are undecided.</source>
        <translation>Còn %1 ứng viên chưa quyết định trong %2 báo cáo.</translation>
    </message>
    <message>
        <source>Finish %2 reports? One undo takes it back.</source>
        <translation>Hoàn thành %2 báo cáo? Hoàn tác một lần là trở lại.</translation>
    </message>
    <message>
        <source>Finish them</source>
        <translation>Hoàn thành</translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message>
        <source>Assign reports</source>
        <translation>Giao báo cáo</translation>
    </message>
    <message>
        <source>%1 (%2, %3 reports)</source>
        <translation>%1 (%2, %3 báo cáo)</translation>
    </message>
    <message>
        <source>Share out evenly instead; analysts a report:</source>
        <translation>Chia đều; số người cho mỗi báo cáo:</translation>
    </message>
    <message>
        <source>Analysts a report</source>
        <translation>Số người cho mỗi báo cáo</translation>
    </message>
    <message>
        <source>%1 reports are selected. Who annotates them?</source>
        <translation>Đã chọn %1 báo cáo. Ai gán nhãn?</translation>
    </message>
    <message>
        <source>People who may annotate</source>
        <translation>Những người có thể gán nhãn</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Giao</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>AuthorPage</name>
    <message>
        <source>Your &amp;name</source>
        <translation>&amp;Tên của bạn</translation>
    </message>
    <message>
        <source>Decisions in projects you open from now on are written under it; earlier ones stay.</source>
        <translation>Từ nay, các quyết định trong dự án bạn mở sẽ được ghi dưới tên này; quyết định cũ giữ nguyên.</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>backing up</source>
        <translation>đang sao lưu</translation>
    </message>
    <message>
        <source>A backup of the project is being made…</source>
        <translation>Đang sao lưu dự án…</translation>
    </message>
    <message>
        <source>Close without</source>
        <translation>Đóng, không sao lưu</translation>
    </message>
    <message>
        <source>Projects (*%1)</source>
        <translation>Dự án (*%1)</translation>
    </message>
    <message>
        <source>Which project is to be restored?</source>
        <translation>Khôi phục dự án nào?</translation>
    </message>
    <message>
        <source>reading backups</source>
        <translation>đang đọc các bản sao lưu</translation>
    </message>
    <message>
        <source>something else is running; wait for it or cancel it</source>
        <translation>việc khác đang chạy; hãy chờ hoặc hủy việc đó</translation>
    </message>
    <message>
        <source>restoring</source>
        <translation>đang khôi phục</translation>
    </message>
    <message>
        <source>The backup is being checked and restored…</source>
        <translation>Đang kiểm tra và khôi phục bản sao lưu…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>restored with %1 decisions</source>
        <translation>đã khôi phục với %1 quyết định</translation>
    </message>
    <message>
        <source>as it was it is kept as %1</source>
        <translation>bản trước đó được giữ ở %1</translation>
    </message>
    <message>
        <source>backed up to %1</source>
        <translation>đã sao lưu vào %1</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Cỡ</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>Made since</source>
        <translation>Làm sau đó</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>while working</source>
        <translation>trong lúc làm việc</translation>
    </message>
    <message>
        <source>when closed</source>
        <translation>khi đóng</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>theo yêu cầu</translation>
    </message>
    <message>
        <source>before a newer version of the program</source>
        <translation>trước khi lên phiên bản mới</translation>
    </message>
    <message>
        <source>before work was brought together</source>
        <translation>trước khi gộp công việc</translation>
    </message>
    <message>
        <source>before a repair</source>
        <translation>trước khi sửa chữa</translation>
    </message>
    <message>
        <source>before a restore</source>
        <translation>trước khi khôi phục</translation>
    </message>
    <message>
        <source>being read…</source>
        <translation>đang đọc…</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>bị hỏng</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>đã kiểm tra</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <source>A backup of another project</source>
        <translation>Bản sao lưu của dự án khác</translation>
    </message>
    <message>
        <source>%1 is a backup of another project than %2. Is it to take its place?</source>
        <translation>%1 là bản sao lưu của một dự án khác, không phải %2. Vẫn dùng nó thay thế?</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>Khôi phục</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Restore %1 from a backup</source>
        <translation>Khôi phục %1 từ bản sao lưu</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <source>The latest first; Enter restores the chosen one</source>
        <translation>Mới nhất ở trên; Enter khôi phục bản được chọn</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Khôi phục</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Another &amp;file…</source>
        <translation>&amp;Tệp khác…</translation>
    </message>
    <message>
        <source>There is no backup of %1 yet. A file from elsewhere can be chosen.</source>
        <translation>Chưa có bản sao lưu nào của %1. Có thể chọn tệp ở nơi khác.</translation>
    </message>
    <message>
        <source>This backup is being read…</source>
        <translation>Đang đọc bản sao lưu này…</translation>
    </message>
    <message>
        <source>This backup is damaged and cannot be restored; choose another.</source>
        <translation>Bản sao lưu này bị hỏng, không khôi phục được; hãy chọn bản khác.</translation>
    </message>
    <message>
        <source>The project as it is now is kept as a backup first, so that this can be taken back.</source>
        <translation>Dự án hiện tại được sao lưu trước, nên có thể quay lại.</translation>
    </message>
    <message>
        <source>The project cannot be read as it is; its file is set aside, nothing is deleted.</source>
        <translation>Dự án hiện không đọc được; tệp của nó được cất riêng, không xóa gì.</translation>
    </message>
    <message>
        <source>No decision made since would be missing.</source>
        <translation>Không mất quyết định nào làm sau đó.</translation>
    </message>
    <message>
        <source>1 decision made since would be missing.</source>
        <translation>Sẽ thiếu 1 quyết định làm sau đó.</translation>
    </message>
    <message>
        <source>%1 decisions made since would be missing.</source>
        <translation>Sẽ thiếu %1 quyết định làm sau đó.</translation>
    </message>
    <message>
        <source>Backups and projects (*.backup *.annotator)</source>
        <translation>Bản sao lưu và dự án (*.backup *.annotator)</translation>
    </message>
    <message>
        <source>Restore from a file</source>
        <translation>Khôi phục từ một tệp</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source> minutes</source>
        <translation> phút</translation>
    </message>
    <message>
        <source>never</source>
        <translation>không bao giờ</translation>
    </message>
    <message>
        <source>Back up when a project is &amp;closed and something was done</source>
        <translation>Sao lưu &amp;khi đóng dự án nếu có thay đổi</translation>
    </message>
    <message>
        <source>beside each project</source>
        <translation>cạnh mỗi dự án</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Chọn…</translation>
    </message>
    <message>
        <source>&amp;Beside the project</source>
        <translation>Cạ&amp;nh dự án</translation>
    </message>
    <message>
        <source>&amp;Every so many minutes of work</source>
        <translation>&amp;Sau mỗi quãng làm việc</translation>
    </message>
    <message>
        <source>&amp;Most of one day</source>
        <translation>Số &amp;bản nhiều nhất trong một ngày</translation>
    </message>
    <message>
        <source>&amp;Room for all of a project</source>
        <translation>&amp;Dung lượng cho mỗi dự án</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Thư mục</translation>
    </message>
    <message>
        <source>One of each day stays for a month and one of each week for a year. Backups made before work is brought together, a repair or a restore lie beside the project and stay longer.</source>
        <translation>Mỗi ngày giữ một bản trong một tháng, mỗi tuần giữ một bản trong một năm. Bản sao lưu trước khi gộp, sửa chữa hay khôi phục nằm cạnh dự án và được giữ lâu hơn.</translation>
    </message>
    <message>
        <source>Folder of the backups</source>
        <translation>Thư mục sao lưu</translation>
    </message>
</context>
<context>
    <name>Behind</name>
    <message>
        <source>the last step is still being written; press the key again</source>
        <translation>bước trước còn đang được ghi; hãy nhấn lại phím</translation>
    </message>
    <message>
        <source>writing a large step</source>
        <translation>đang ghi một bước lớn</translation>
    </message>
</context>
<context>
    <name>Bindings</name>
    <message>
        <source>that key has no name; press another one</source>
        <translation>phím này không có tên; hãy nhấn phím khác</translation>
    </message>
    <message>
        <source>the second chord needs Ctrl or Alt, which no input method rewrites</source>
        <translation>tổ hợp thứ hai cần có Ctrl hoặc Alt, vì bộ gõ không đổi các tổ hợp này</translation>
    </message>
    <message>
        <source>%1 is the key of “%2”; give that another key first</source>
        <translation>%1 đang là phím của “%2”; hãy đổi phím cho lệnh ấy trước</translation>
    </message>
    <message>
        <source>that key has no name; write it as 3 or Shift+3</source>
        <translation>phím này không có tên; hãy ghi như 3 hoặc Shift+3</translation>
    </message>
    <message>
        <source>%1 is the key of “%2”; choose another key</source>
        <translation>%1 là phím của “%2”; hãy chọn phím khác</translation>
    </message>
    <message>
        <source>%1 is kept for: %2; press another key</source>
        <translation>%1 dành riêng cho: %2; hãy nhấn phím khác</translation>
    </message>
    <message>
        <source>%1 opens the menu %2; press another key</source>
        <translation>%1 mở trình đơn %2; hãy nhấn phím khác</translation>
    </message>
    <message>
        <source>this command works in text fields too: its key needs Ctrl or Alt</source>
        <translation>lệnh này dùng được cả trong ô nhập: phím của nó phải có Ctrl hoặc Alt</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>No report is open. Choose one in the library at the left.</source>
        <translation>Chưa mở báo cáo nào. Hãy chọn một báo cáo trong danh sách bên trái.</translation>
    </message>
    <message>
        <source>This report has no candidates yet. Ctrl+E finds them; or select text and press a label&apos;s key to add a span.</source>
        <translation>Báo cáo này chưa có ứng viên. Ctrl+E để tìm; hoặc chọn chữ rồi nhấn phím của nhãn để thêm đoạn.</translation>
    </message>
    <message>
        <source>Every candidate is decided. Ctrl+Enter finishes the report; select text and press a label&apos;s key to add a span.</source>
        <translation>Mọi ứng viên đã được quyết định. Ctrl+Enter kết thúc báo cáo; chọn chữ rồi nhấn phím của nhãn để thêm đoạn.</translation>
    </message>
    <message>
        <source>No span is current. Tab goes to the next candidate; select text and press a label&apos;s key to add one.</source>
        <translation>Chưa chọn đoạn nào. Tab đến ứng viên kế tiếp; chọn chữ rồi nhấn phím của nhãn để thêm đoạn.</translation>
    </message>
    <message>
        <source>rejected %1 times</source>
        <translation>đã bị bỏ %1 lần</translation>
    </message>
    <message>
        <source>corrected %1 times</source>
        <translation>đã được sửa %1 lần</translation>
    </message>
    <message>
        <source>found as %1: %2</source>
        <translation>lúc tìm thấy là %1: %2</translation>
    </message>
    <message>
        <source>undone: </source>
        <translation>đã hoàn tác: </translation>
    </message>
    <message>
        <source>redone: </source>
        <translation>đã làm lại: </translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>new label %1</source>
        <translation>nhãn mới %1</translation>
    </message>
    <message>
        <source>label %1 is called %2</source>
        <translation>nhãn %1 đổi tên thành %2</translation>
    </message>
    <message>
        <source>label %1 becomes %2</source>
        <translation>nhãn %1 nhập vào %2</translation>
    </message>
    <message>
        <source>label %1 is retired: it stays on its spans and is offered for no others</source>
        <translation>nhãn %1 ngừng dùng: vẫn ở trên các đoạn đã có và không đưa ra cho đoạn khác</translation>
    </message>
    <message>
        <source>label %1 is not in the new schema; it stays as a retired one</source>
        <translation>nhãn %1 không có trong lược đồ mới; được giữ như nhãn ngừng dùng</translation>
    </message>
    <message>
        <source>label %1 is offered again</source>
        <translation>nhãn %1 lại được dùng</translation>
    </message>
    <message>
        <source>label %1 goes; no span ever had it</source>
        <translation>nhãn %1 mất đi; chưa đoạn nào mang nó</translation>
    </message>
    <message>
        <source>label %1 has other colours</source>
        <translation>nhãn %1 có màu khác</translation>
    </message>
    <message>
        <source>label %1 has the key %2</source>
        <translation>nhãn %1 có phím %2</translation>
    </message>
    <message>
        <source>label %1 has no key</source>
        <translation>nhãn %1 không có phím</translation>
    </message>
    <message>
        <source>label %1 has another title, code or description</source>
        <translation>nhãn %1 có tên gọi, mã hoặc mô tả khác</translation>
    </message>
    <message>
        <source>label %1 has another guideline</source>
        <translation>nhãn %1 có hướng dẫn khác</translation>
    </message>
    <message>
        <source>the labels stand in another order</source>
        <translation>các nhãn đứng theo thứ tự khác</translation>
    </message>
    <message>
        <source>%3 has the new value %1</source>
        <translation>%3 có giá trị mới %1</translation>
    </message>
    <message>
        <source>the value %1 of %3 is called %2</source>
        <translation>giá trị %1 của %3 đổi tên thành %2</translation>
    </message>
    <message>
        <source>the value %1 of %3 becomes %2</source>
        <translation>giá trị %1 của %3 nhập vào %2</translation>
    </message>
    <message>
        <source>the value %1 of %3 is retired</source>
        <translation>giá trị %1 của %3 ngừng dùng</translation>
    </message>
    <message>
        <source>the value %1 of %3 is not in the new schema; it stays as a retired one</source>
        <translation>giá trị %1 của %3 không có trong lược đồ mới; được giữ như giá trị ngừng dùng</translation>
    </message>
    <message>
        <source>the value %1 of %3 is offered again</source>
        <translation>giá trị %1 của %3 lại được dùng</translation>
    </message>
    <message>
        <source>the value %1 of %3 goes; no span ever had it</source>
        <translation>giá trị %1 của %3 mất đi; chưa đoạn nào mang nó</translation>
    </message>
    <message>
        <source>the value %1 of %3 has another title</source>
        <translation>giá trị %1 của %3 có tên gọi khác</translation>
    </message>
    <message>
        <source>new attribute %1</source>
        <translation>thuộc tính mới %1</translation>
    </message>
    <message>
        <source>attribute %1 goes; no span has it</source>
        <translation>thuộc tính %1 mất đi; không đoạn nào mang nó</translation>
    </message>
    <message>
        <source>attribute %1 is carried by other labels, of another kind, or titled otherwise</source>
        <translation>thuộc tính %1 thuộc nhãn khác, kiểu khác hoặc có tên gọi khác</translation>
    </message>
    <message>
        <source>new relation %1</source>
        <translation>liên kết mới %1</translation>
    </message>
    <message>
        <source>relation %1 goes; no link is one</source>
        <translation>liên kết %1 mất đi; không có liên kết nào như vậy</translation>
    </message>
    <message>
        <source>relation %1 joins other labels, or is titled otherwise</source>
        <translation>liên kết %1 nối nhãn khác hoặc có tên gọi khác</translation>
    </message>
    <message>
        <source>no span is touched</source>
        <translation>không đụng tới đoạn nào</translation>
    </message>
    <message>
        <source>%1 spans in %2 reports get the new name:</source>
        <translation>%1 đoạn trong %2 báo cáo nhận tên mới:</translation>
    </message>
    <message>
        <source>others, hidden until all have finished: %1</source>
        <translation>của người khác, ẩn đến khi mọi người hoàn tất: %1</translation>
    </message>
    <message>
        <source>among them:</source>
        <translation>trong số đó:</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Tệp</translation>
    </message>
    <message>
        <source>Edi&amp;t</source>
        <translation>&amp;Chỉnh sửa</translation>
    </message>
    <message>
        <source>G&amp;o</source>
        <translation>&amp;Di chuyển</translation>
    </message>
    <message>
        <source>S&amp;pan</source>
        <translation>Đ&amp;oạn</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>N&amp;hãn</translation>
    </message>
    <message>
        <source>R&amp;eview</source>
        <translation>D&amp;uyệt</translation>
    </message>
    <message>
        <source>Vie&amp;w</source>
        <translation>&amp;Xem</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Trợ giú&amp;p</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Dự án mới…</translation>
    </message>
    <message>
        <source>Make a new project file</source>
        <translation>Tạo một tệp dự án mới</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Mở dự án…</translation>
    </message>
    <message>
        <source>Open a project file</source>
        <translation>Mở một tệp dự án</translation>
    </message>
    <message>
        <source>Open for writing</source>
        <translation>Mở để ghi</translation>
    </message>
    <message>
        <source>Change a project that was open for reading, once nobody else holds it</source>
        <translation>Sửa dự án đang mở chỉ để đọc, khi không còn ai giữ nó</translation>
    </message>
    <message>
        <source>Add reports…</source>
        <translation>Thêm báo cáo…</translation>
    </message>
    <message>
        <source>Add report files to the project</source>
        <translation>Thêm các tệp báo cáo vào dự án</translation>
    </message>
    <message>
        <source>Add a folder of reports…</source>
        <translation>Thêm thư mục báo cáo…</translation>
    </message>
    <message>
        <source>Add every report file of a folder and the folders in it</source>
        <translation>Thêm mọi tệp báo cáo trong một thư mục và các thư mục con</translation>
    </message>
    <message>
        <source>Add reports with all on their pages…</source>
        <translation>Thêm báo cáo cùng mọi phần trên trang…</translation>
    </message>
    <message>
        <source>Take menus of web pages, headers and footers of Word files and PDF too</source>
        <translation>Lấy cả trình đơn của trang web, đầu trang và chân trang của tệp Word và PDF</translation>
    </message>
    <message>
        <source>About this report…</source>
        <translation>Về báo cáo này…</translation>
    </message>
    <message>
        <source>Show the title, day, source, author, encoding and pages of the report</source>
        <translation>Xem tiêu đề, ngày, nguồn, tác giả, bảng mã và số trang của báo cáo</translation>
    </message>
    <message>
        <source>Add pasted text…</source>
        <translation>Thêm văn bản đã sao chép…</translation>
    </message>
    <message>
        <source>Add what was copied elsewhere as a report, under a name</source>
        <translation>Thêm phần đã sao chép ở nơi khác thành báo cáo, có đặt tên</translation>
    </message>
    <message>
        <source>Find candidates</source>
        <translation>Tìm ứng viên</translation>
    </message>
    <message>
        <source>Find candidates in the reports that have none yet</source>
        <translation>Tìm ứng viên trong các báo cáo chưa có ứng viên</translation>
    </message>
    <message>
        <source>Find candidates again in this report</source>
        <translation>Tìm lại ứng viên trong báo cáo này</translation>
    </message>
    <message>
        <source>Replace the undecided candidates of this report; decisions stay</source>
        <translation>Thay các ứng viên chưa quyết định của báo cáo này; các quyết định giữ nguyên</translation>
    </message>
    <message>
        <source>Labels and values…</source>
        <translation>Nhãn và giá trị…</translation>
    </message>
    <message>
        <source>Add, rename, recolour, re-key and retire labels and values</source>
        <translation>Thêm, đổi tên, đổi màu, đổi phím và ngừng dùng nhãn, giá trị</translation>
    </message>
    <message>
        <source>Import annotated files…</source>
        <translation>Nhập tệp đã gán nhãn…</translation>
    </message>
    <message>
        <source>Take spans from files of another program, under a name</source>
        <translation>Lấy các đoạn gán từ tệp của chương trình khác, dưới một tên</translation>
    </message>
    <message>
        <source>Export gold…</source>
        <translation>Xuất bản vàng…</translation>
    </message>
    <message>
        <source>Write the gold of finished reports to a file</source>
        <translation>Ghi bản vàng của các báo cáo đã xong ra tệp</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>Đóng dự án</translation>
    </message>
    <message>
        <source>Close the project and show the start page</source>
        <translation>Đóng dự án và về trang bắt đầu</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Thoát</translation>
    </message>
    <message>
        <source>Close the window; everything is saved already</source>
        <translation>Đóng cửa sổ; mọi thứ đã được lưu</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Take back the last change of this report</source>
        <translation>Hoàn tác thay đổi gần nhất của báo cáo này</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Làm lại điều vừa hoàn tác</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Chép</translation>
    </message>
    <message>
        <source>Copy the selected text, or that of the current span</source>
        <translation>Chép văn bản đang chọn, hoặc văn bản của đoạn hiện tại</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Cài đặt…</translation>
    </message>
    <message>
        <source>Choose keys, colours, language and your name</source>
        <translation>Chọn phím, màu sắc, ngôn ngữ và tên của bạn</translation>
    </message>
    <message>
        <source>Next candidate</source>
        <translation>Ứng viên kế tiếp</translation>
    </message>
    <message>
        <source>Go to the next undecided candidate</source>
        <translation>Đến ứng viên chưa quyết định kế tiếp</translation>
    </message>
    <message>
        <source>Previous candidate</source>
        <translation>Ứng viên trước</translation>
    </message>
    <message>
        <source>Go to the undecided candidate before</source>
        <translation>Về ứng viên chưa quyết định ở trước</translation>
    </message>
    <message>
        <source>Next span</source>
        <translation>Đoạn kế tiếp</translation>
    </message>
    <message>
        <source>Go to the next span of any state</source>
        <translation>Đến đoạn kế tiếp, bất kể trạng thái</translation>
    </message>
    <message>
        <source>Previous span</source>
        <translation>Đoạn trước</translation>
    </message>
    <message>
        <source>Go to the span before, of any state</source>
        <translation>Về đoạn trước, bất kể trạng thái</translation>
    </message>
    <message>
        <source>Next report</source>
        <translation>Báo cáo kế tiếp</translation>
    </message>
    <message>
        <source>Open the next report of the library</source>
        <translation>Mở báo cáo kế tiếp trong thư viện</translation>
    </message>
    <message>
        <source>Previous report</source>
        <translation>Báo cáo trước</translation>
    </message>
    <message>
        <source>Open the report before it in the library</source>
        <translation>Mở báo cáo đứng trước trong thư viện</translation>
    </message>
    <message>
        <source>Finish and next</source>
        <translation>Xong, sang báo cáo kế</translation>
    </message>
    <message>
        <source>Finish this report and open the next one</source>
        <translation>Hoàn thành báo cáo này và mở báo cáo kế tiếp</translation>
    </message>
    <message>
        <source>Filter the library</source>
        <translation>Lọc thư viện</translation>
    </message>
    <message>
        <source>Put the cursor into the filter of the library</source>
        <translation>Đặt con trỏ vào ô lọc của thư viện</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Khung kế tiếp</translation>
    </message>
    <message>
        <source>Move the focus to the next part of the window</source>
        <translation>Chuyển tiêu điểm sang phần kế tiếp của cửa sổ</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Khung trước</translation>
    </message>
    <message>
        <source>Move the focus to the part of the window before</source>
        <translation>Chuyển tiêu điểm về phần trước của cửa sổ</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>Gán nhãn</translation>
    </message>
    <message>
        <source>Show the open report with its spans, to be corrected</source>
        <translation>Xem báo cáo đang mở cùng các đoạn gán để sửa</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Duyệt bất đồng</translation>
    </message>
    <message>
        <source>Show where those who finished the same reports differ, to settle it</source>
        <translation>Hiện những chỗ người hoàn tất cùng báo cáo gán khác nhau, để giải quyết</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Đồng thuận</translation>
    </message>
    <message>
        <source>Show how far those who finished the same reports agree</source>
        <translation>Xem những người đã hoàn thành cùng báo cáo giống nhau đến đâu</translation>
    </message>
    <message>
        <source>Label codes at spans</source>
        <translation>Mã nhãn ở các đoạn</translation>
    </message>
    <message>
        <source>Show or hide the short code of every span&apos;s label</source>
        <translation>Hiện hoặc ẩn mã nhãn của mọi đoạn</translation>
    </message>
    <message>
        <source>Links of the current span</source>
        <translation>Liên kết của đoạn hiện tại</translation>
    </message>
    <message>
        <source>Draw or hide the links of the current span on the page</source>
        <translation>Vẽ hoặc ẩn các liên kết của đoạn hiện tại trên trang</translation>
    </message>
    <message>
        <source>Rejected spans</source>
        <translation>Đoạn đã bỏ</translation>
    </message>
    <message>
        <source>Show or hide what was rejected, struck through</source>
        <translation>Hiện (gạch ngang) hoặc ẩn những gì đã bỏ</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Chữ lớn hơn</translation>
    </message>
    <message>
        <source>Make the text of the page larger</source>
        <translation>Phóng to chữ trên trang</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Chữ nhỏ hơn</translation>
    </message>
    <message>
        <source>Make the text of the page smaller</source>
        <translation>Thu nhỏ chữ trên trang</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Cỡ chữ bình thường</translation>
    </message>
    <message>
        <source>Show the text of the page at its normal size</source>
        <translation>Đưa chữ trên trang về cỡ bình thường</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Use the light palette</source>
        <translation>Dùng bảng màu sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>Use the dark palette</source>
        <translation>Dùng bảng màu tối</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Tương phản cao</translation>
    </message>
    <message>
        <source>Use black on white, with shapes and codes</source>
        <translation>Dùng chữ đen trên nền trắng, kèm hình dạng và mã nhãn</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>Tìm lệnh…</translation>
    </message>
    <message>
        <source>Run any command by a few letters of its name</source>
        <translation>Chạy bất kỳ lệnh nào bằng vài chữ trong tên lệnh</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Phím</translation>
    </message>
    <message>
        <source>List every command with its keys</source>
        <translation>Liệt kê mọi lệnh cùng phím của chúng</translation>
    </message>
    <message>
        <source>Guideline of this label</source>
        <translation>Hướng dẫn của nhãn này</translation>
    </message>
    <message>
        <source>Show what the guideline says of the label of the current span</source>
        <translation>Hiện hướng dẫn về nhãn của đoạn đang chọn</translation>
    </message>
    <message>
        <source>Tour of the window</source>
        <translation>Giới thiệu cửa sổ</translation>
    </message>
    <message>
        <source>Go through the parts of the window in two minutes; Esc leaves</source>
        <translation>Đi qua các phần của cửa sổ trong hai phút; Esc để thoát</translation>
    </message>
    <message>
        <source>About annotator</source>
        <translation>Giới thiệu annotator</translation>
    </message>
    <message>
        <source>Show the version and what it runs on</source>
        <translation>Hiện phiên bản và môi trường đang chạy</translation>
    </message>
    <message>
        <source>Label the selection, or relabel the current span</source>
        <translation>Gán nhãn cho vùng chọn, hoặc đổi nhãn đoạn hiện tại</translation>
    </message>
    <message>
        <source>Move the caret</source>
        <translation>Di chuyển con nháy</translation>
    </message>
    <message>
        <source>Move the caret by a word</source>
        <translation>Di chuyển con nháy từng từ</translation>
    </message>
    <message>
        <source>Move the caret to an end of the line</source>
        <translation>Đưa con nháy về đầu hoặc cuối dòng</translation>
    </message>
    <message>
        <source>Move the caret to an end of the report</source>
        <translation>Đưa con nháy về đầu hoặc cuối báo cáo</translation>
    </message>
    <message>
        <source>Move the caret by a page</source>
        <translation>Di chuyển con nháy từng trang</translation>
    </message>
    <message>
        <source>Select by a letter</source>
        <translation>Chọn từng chữ</translation>
    </message>
    <message>
        <source>Select by a line</source>
        <translation>Chọn từng dòng</translation>
    </message>
    <message>
        <source>Select by a word</source>
        <translation>Chọn từng từ</translation>
    </message>
    <message>
        <source>Select to an end of the line</source>
        <translation>Chọn đến đầu hoặc cuối dòng</translation>
    </message>
    <message>
        <source>Select by a page</source>
        <translation>Chọn từng trang</translation>
    </message>
    <message>
        <source>Select to an end of the report</source>
        <translation>Chọn đến đầu hoặc cuối báo cáo</translation>
    </message>
    <message>
        <source>Drop the selection, then return to the page</source>
        <translation>Bỏ vùng chọn, rồi trở về trang</translation>
    </message>
    <message>
        <source>Do nothing: Vietnamese input methods send it</source>
        <translation>Không làm gì: bộ gõ tiếng Việt gửi phím này</translation>
    </message>
    <message>
        <source>Find in this report…</source>
        <translation>Tìm trong báo cáo này…</translation>
    </message>
    <message>
        <source>Look for words in the open report; a hit is selected, ready for a label</source>
        <translation>Tìm từ trong báo cáo đang mở; chỗ tìm thấy được chọn, sẵn sàng gán nhãn</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Tìm tiếp</translation>
    </message>
    <message>
        <source>Go to the next place that holds the words looked for</source>
        <translation>Đến chỗ kế tiếp có từ cần tìm</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Tìm ngược lại</translation>
    </message>
    <message>
        <source>Go to the place before that holds the words looked for</source>
        <translation>Về chỗ trước đó có từ cần tìm</translation>
    </message>
    <message>
        <source>Find in all reports…</source>
        <translation>Tìm trong mọi báo cáo…</translation>
    </message>
    <message>
        <source>List every place of the project that holds some words, in its context</source>
        <translation>Liệt kê mọi chỗ trong dự án có những từ ấy, kèm ngữ cảnh</translation>
    </message>
    <message>
        <source>History of this report</source>
        <translation>Lịch sử báo cáo này</translation>
    </message>
    <message>
        <source>List every step of this report; Enter goes back or forward to one</source>
        <translation>Liệt kê mọi bước của báo cáo này; Enter lùi hoặc tiến đến một bước</translation>
    </message>
    <message>
        <source>Problems of this report</source>
        <translation>Chỗ đáng ngờ của báo cáo</translation>
    </message>
    <message>
        <source>List figures that hardly can be as they stand; Enter goes to one</source>
        <translation>Liệt kê những số liệu khó có thể đúng; Enter đi đến chỗ đó</translation>
    </message>
    <message>
        <source>Last place left out</source>
        <translation>Chỗ bỏ sót phía trước</translation>
    </message>
    <message>
        <source>Select the last number or name before here that no span covers</source>
        <translation>Chọn số hoặc tên gần nhất ở trước đây mà chưa đoạn nào phủ</translation>
    </message>
    <message>
        <source>Next place left out</source>
        <translation>Chỗ bỏ sót kế tiếp</translation>
    </message>
    <message>
        <source>Select the next number or name behind here that no span covers</source>
        <translation>Chọn số hoặc tên kế tiếp ở sau đây mà chưa đoạn nào phủ</translation>
    </message>
    <message>
        <source>Select words by letters</source>
        <translation>Chọn từ bằng chữ cái</translation>
    </message>
    <message>
        <source>Show letters over the words in view; type those of the first and last word</source>
        <translation>Hiện chữ cái trên các từ đang thấy; gõ chữ của từ đầu và từ cuối</translation>
    </message>
    <message>
        <source>Accept and go on</source>
        <translation>Nhận, đi tiếp</translation>
    </message>
    <message>
        <source>Accept the current candidate and go to the next</source>
        <translation>Nhận ứng viên hiện tại và đến ứng viên kế tiếp</translation>
    </message>
    <message>
        <source>Reject and go on</source>
        <translation>Bỏ, đi tiếp</translation>
    </message>
    <message>
        <source>Reject the current span and go to the next candidate</source>
        <translation>Bỏ đoạn hiện tại và đến ứng viên kế tiếp</translation>
    </message>
    <message>
        <source>Accept the rest of the sentence</source>
        <translation>Nhận phần còn lại của câu</translation>
    </message>
    <message>
        <source>Accept the candidates from here to the end of the sentence</source>
        <translation>Nhận các ứng viên từ đây đến hết câu</translation>
    </message>
    <message>
        <source>Accept the rest of the paragraph</source>
        <translation>Nhận phần còn lại của đoạn văn</translation>
    </message>
    <message>
        <source>Accept the candidates from here to the end of the paragraph</source>
        <translation>Nhận các ứng viên từ đây đến hết đoạn văn</translation>
    </message>
    <message>
        <source>Accept the rest of the report…</source>
        <translation>Nhận phần còn lại của báo cáo…</translation>
    </message>
    <message>
        <source>Accept all candidates left, or those above a score; asks first</source>
        <translation>Nhận mọi ứng viên còn lại, hoặc những ứng viên trên một điểm số; hỏi trước khi làm</translation>
    </message>
    <message>
        <source>Accept the whole statement</source>
        <translation>Nhận cả mệnh đề</translation>
    </message>
    <message>
        <source>Accept a figure with its indicator, the other figures of it and their dates</source>
        <translation>Nhận một số liệu cùng chỉ tiêu, các số liệu khác của chỉ tiêu ấy và thời gian của chúng</translation>
    </message>
    <message>
        <source>Repeat the last decision</source>
        <translation>Lặp lại quyết định vừa rồi</translation>
    </message>
    <message>
        <source>Give the current span or the selection what was last given, or reject it</source>
        <translation>Gán cho đoạn hiện tại hoặc vùng chọn những gì vừa gán, hoặc bỏ nó</translation>
    </message>
    <message>
        <source>Apply to all…</source>
        <translation>Áp dụng cho tất cả…</translation>
    </message>
    <message>
        <source>Do to other places of these words what was done to the current span</source>
        <translation>Làm với những chỗ khác có các từ này như đã làm với đoạn hiện tại</translation>
    </message>
    <message>
        <source>Start one syllable left</source>
        <translation>Đầu sang trái một tiếng</translation>
    </message>
    <message>
        <source>Move the start of the current span one syllable to the left</source>
        <translation>Dời đầu đoạn hiện tại sang trái một tiếng</translation>
    </message>
    <message>
        <source>Start one syllable right</source>
        <translation>Đầu sang phải một tiếng</translation>
    </message>
    <message>
        <source>Move the start of the current span one syllable to the right</source>
        <translation>Dời đầu đoạn hiện tại sang phải một tiếng</translation>
    </message>
    <message>
        <source>End one syllable left</source>
        <translation>Cuối sang trái một tiếng</translation>
    </message>
    <message>
        <source>Move the end of the current span one syllable to the left</source>
        <translation>Dời cuối đoạn hiện tại sang trái một tiếng</translation>
    </message>
    <message>
        <source>End one syllable right</source>
        <translation>Cuối sang phải một tiếng</translation>
    </message>
    <message>
        <source>Move the end of the current span one syllable to the right</source>
        <translation>Dời cuối đoạn hiện tại sang phải một tiếng</translation>
    </message>
    <message>
        <source>Start one character left</source>
        <translation>Đầu sang trái một ký tự</translation>
    </message>
    <message>
        <source>Move the start of the current span one character to the left</source>
        <translation>Dời đầu đoạn hiện tại sang trái một ký tự</translation>
    </message>
    <message>
        <source>Start one character right</source>
        <translation>Đầu sang phải một ký tự</translation>
    </message>
    <message>
        <source>Move the start of the current span one character to the right</source>
        <translation>Dời đầu đoạn hiện tại sang phải một ký tự</translation>
    </message>
    <message>
        <source>End one character left</source>
        <translation>Cuối sang trái một ký tự</translation>
    </message>
    <message>
        <source>Move the end of the current span one character to the left</source>
        <translation>Dời cuối đoạn hiện tại sang trái một ký tự</translation>
    </message>
    <message>
        <source>End one character right</source>
        <translation>Cuối sang phải một ký tự</translation>
    </message>
    <message>
        <source>Move the end of the current span one character to the right</source>
        <translation>Dời cuối đoạn hiện tại sang phải một ký tự</translation>
    </message>
    <message>
        <source>Split at the caret</source>
        <translation>Tách tại con nháy</translation>
    </message>
    <message>
        <source>Split the current span in two where the caret is</source>
        <translation>Tách đoạn hiện tại làm hai tại con nháy</translation>
    </message>
    <message>
        <source>Join with the next</source>
        <translation>Ghép với đoạn kế</translation>
    </message>
    <message>
        <source>Join the current span with the next one of its layer</source>
        <translation>Ghép đoạn hiện tại với đoạn kế tiếp cùng lớp</translation>
    </message>
    <message>
        <source>Link to an indicator</source>
        <translation>Liên kết với chỉ tiêu</translation>
    </message>
    <message>
        <source>Choose with Tab what the current figure measures, Enter takes it</source>
        <translation>Dùng Tab chọn chỉ tiêu mà số liệu hiện tại đo, Enter để nhận</translation>
    </message>
    <message>
        <source>Name what it measures</source>
        <translation>Đặt tên chỉ tiêu được đo</translation>
    </message>
    <message>
        <source>Propose words as the indicator of the current figure, Enter takes them</source>
        <translation>Đề xuất cụm từ làm chỉ tiêu của số liệu hiện tại, Enter để nhận</translation>
    </message>
    <message>
        <source>Link to another span</source>
        <translation>Liên kết với đoạn khác</translation>
    </message>
    <message>
        <source>Choose with Tab the date of a figure or a position of a person</source>
        <translation>Dùng Tab chọn thời gian của số liệu hoặc chức vụ của người</translation>
    </message>
    <message>
        <source>Edit the value</source>
        <translation>Sửa giá trị</translation>
    </message>
    <message>
        <source>Put the cursor into the value in the span card</source>
        <translation>Đặt con trỏ vào giá trị trong thẻ đoạn</translation>
    </message>
    <message>
        <source>Read as thousands</source>
        <translation>Đọc là hàng nghìn</translation>
    </message>
    <message>
        <source>Of two readings of the number take the larger one: 2.350 is 2350</source>
        <translation>Trong hai cách đọc con số, lấy số lớn hơn: 2.350 là 2350</translation>
    </message>
    <message>
        <source>Read as decimal</source>
        <translation>Đọc là số thập phân</translation>
    </message>
    <message>
        <source>Of two readings of the number take the smaller one: 2.350 is 2,35</source>
        <translation>Trong hai cách đọc con số, lấy số nhỏ hơn: 2.350 là 2,35</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Viết ghi chú</translation>
    </message>
    <message>
        <source>Put the cursor into the note in the span card</source>
        <translation>Đặt con trỏ vào ghi chú trong thẻ đoạn</translation>
    </message>
    <message>
        <source>Flag as disputed</source>
        <translation>Đánh dấu nghi ngờ</translation>
    </message>
    <message>
        <source>Mark the current span for a reviewer, or take the mark away</source>
        <translation>Đánh dấu đoạn hiện tại cho người duyệt, hoặc gỡ dấu</translation>
    </message>
    <message>
        <source>Find candidates in selected reports</source>
        <translation>Tìm ứng viên trong các báo cáo được chọn</translation>
    </message>
    <message>
        <source>Replace undecided candidates of the selected reports; decisions stay</source>
        <translation>Thay các ứng viên chưa quyết định của các báo cáo được chọn; các quyết định giữ nguyên</translation>
    </message>
    <message>
        <source>Finish selected reports…</source>
        <translation>Hoàn thành các báo cáo được chọn…</translation>
    </message>
    <message>
        <source>Finish the selected reports in one step; asks about candidates left</source>
        <translation>Hoàn thành các báo cáo được chọn trong một bước; hỏi về các ứng viên còn lại</translation>
    </message>
    <message>
        <source>Export gold of selected reports…</source>
        <translation>Xuất bản vàng của báo cáo được chọn…</translation>
    </message>
    <message>
        <source>Write the gold of the selected reports only</source>
        <translation>Chỉ ghi bản vàng của các báo cáo được chọn</translation>
    </message>
    <message>
        <source>Assign selected reports…</source>
        <translation>Giao các báo cáo đã chọn…</translation>
    </message>
    <message>
        <source>Choose who annotates the selected reports, or share them out evenly</source>
        <translation>Chọn người gán nhãn các báo cáo đã chọn, hoặc chia đều</translation>
    </message>
    <message>
        <source>Take version 1</source>
        <translation>Lấy phiên bản 1</translation>
    </message>
    <message>
        <source>Take version 2</source>
        <translation>Lấy phiên bản 2</translation>
    </message>
    <message>
        <source>Take version 3</source>
        <translation>Lấy phiên bản 3</translation>
    </message>
    <message>
        <source>Take version 4</source>
        <translation>Lấy phiên bản 4</translation>
    </message>
    <message>
        <source>Take version 5</source>
        <translation>Lấy phiên bản 5</translation>
    </message>
    <message>
        <source>Take version 6</source>
        <translation>Lấy phiên bản 6</translation>
    </message>
    <message>
        <source>Take version 7</source>
        <translation>Lấy phiên bản 7</translation>
    </message>
    <message>
        <source>Take version 8</source>
        <translation>Lấy phiên bản 8</translation>
    </message>
    <message>
        <source>Take version 9</source>
        <translation>Lấy phiên bản 9</translation>
    </message>
    <message>
        <source>Let the version of that number stand and go on</source>
        <translation>Giữ phiên bản mang số đó rồi đi tiếp</translation>
    </message>
    <message>
        <source>Take the majority&apos;s version</source>
        <translation>Lấy phiên bản của đa số</translation>
    </message>
    <message>
        <source>Let the version of more than half of the persons stand and go on</source>
        <translation>Giữ phiên bản của hơn nửa số người rồi đi tiếp</translation>
    </message>
    <message>
        <source>Write a version of your own</source>
        <translation>Viết phiên bản của riêng bạn</translation>
    </message>
    <message>
        <source>Change borders, label or value with the keys of the page; Enter keeps it, Esc does not</source>
        <translation>Sửa ranh giới, nhãn hay giá trị bằng phím của trang; Enter giữ lại, Esc bỏ</translation>
    </message>
    <message>
        <source>None is right</source>
        <translation>Không phiên bản nào đúng</translation>
    </message>
    <message>
        <source>Let nothing stand here and go on</source>
        <translation>Không gán gì ở đây rồi đi tiếp</translation>
    </message>
    <message>
        <source>Next dispute</source>
        <translation>Bất đồng kế tiếp</translation>
    </message>
    <message>
        <source>Go to the next dispute of the queue, as Tab does</source>
        <translation>Tới bất đồng kế tiếp trong hàng đợi, như phím Tab</translation>
    </message>
    <message>
        <source>Previous dispute</source>
        <translation>Bất đồng trước</translation>
    </message>
    <message>
        <source>Go to the dispute before in the queue</source>
        <translation>Tới bất đồng đứng trước trong hàng đợi</translation>
    </message>
    <message>
        <source>Give a reason</source>
        <translation>Ghi lý do</translation>
    </message>
    <message>
        <source>Write why, before the answer it goes with</source>
        <translation>Ghi vì sao, trước lời giải đi cùng</translation>
    </message>
    <message>
        <source>Comment on the dispute</source>
        <translation>Bình luận về bất đồng</translation>
    </message>
    <message>
        <source>Write something the analysts are to read; it decides nothing by itself</source>
        <translation>Viết điều người gán nhãn cần đọc; tự nó không quyết định gì</translation>
    </message>
    <message>
        <source>Open the dispute again</source>
        <translation>Mở lại bất đồng</translation>
    </message>
    <message>
        <source>Take a settled dispute, or a gold report, as open again</source>
        <translation>Coi bất đồng đã giải quyết, hay báo cáo vàng, là chưa xong</translation>
    </message>
    <message>
        <source>Settle all of this boundary rule…</source>
        <translation>Giải quyết mọi chỗ theo quy tắc ranh giới này…</translation>
    </message>
    <message>
        <source>List all disputes that the same boundary rule settles, to settle at once</source>
        <translation>Liệt kê mọi bất đồng cùng quy tắc ranh giới, để giải quyết một lượt</translation>
    </message>
    <message>
        <source>Make the report gold</source>
        <translation>Đưa báo cáo thành vàng</translation>
    </message>
    <message>
        <source>Settle the report as it stands and go to the next one</source>
        <translation>Chốt báo cáo như hiện tại rồi sang báo cáo kế tiếp</translation>
    </message>
    <message>
        <source>Review settings…</source>
        <translation>Thiết lập duyệt…</translation>
    </message>
    <message>
        <source>Choose what is merged without asking, and take the role of a reviewer</source>
        <translation>Chọn điều được gộp không cần hỏi, và nhận vai trò người duyệt</translation>
    </message>
    <message>
        <source>Bundle my work…</source>
        <translation>Gói phần việc của tôi…</translation>
    </message>
    <message>
        <source>Write your sets and their history into a file for a colleague</source>
        <translation>Ghi phần gán nhãn của bạn cùng lịch sử vào một tệp cho đồng nghiệp</translation>
    </message>
    <message>
        <source>Bring work together…</source>
        <translation>Gộp phần việc…</translation>
    </message>
    <message>
        <source>Take in bundles and projects of colleagues; nothing of either is lost</source>
        <translation>Nhận gói và dự án của đồng nghiệp; không bên nào mất gì</translation>
    </message>
    <message>
        <source>People…</source>
        <translation>Thành viên…</translation>
    </message>
    <message>
        <source>Add people, make them analysts or reviewers, hide analysts from each other</source>
        <translation>Thêm người, chọn vai trò phân tích hay duyệt, ẩn người phân tích với nhau</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sao lưu ngay</translation>
    </message>
    <message>
        <source>Copy the project, whole and verified, into its folder of backups</source>
        <translation>Chép trọn dự án, có kiểm tra, vào thư mục sao lưu của nó</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>Khôi phục từ bản sao lưu…</translation>
    </message>
    <message>
        <source>List the backups of a project and put one in its place; what it was is kept</source>
        <translation>Liệt kê các bản sao lưu của dự án và khôi phục một bản; bản hiện tại được giữ lại</translation>
    </message>
</context>
<context>
    <name>Concordance</name>
    <message>
        <source>Places that hold the words above are listed here; Enter looks for them.</source>
        <translation>Những chỗ có các từ ở trên sẽ hiện ở đây; nhấn Enter để tìm.</translation>
    </message>
    <message>
        <source>Find in all reports…</source>
        <translation>Tìm trong mọi báo cáo…</translation>
    </message>
    <message>
        <source>Words to find in all reports</source>
        <translation>Từ cần tìm trong mọi báo cáo</translation>
    </message>
    <message>
        <source>Mind tones</source>
        <translation>Phân biệt dấu</translation>
    </message>
    <message>
        <source>“dat” then does not find “đạt”</source>
        <translation>khi đó “dat” không tìm ra “đạt”</translation>
    </message>
    <message>
        <source>in the order of the reports</source>
        <translation>theo thứ tự báo cáo</translation>
    </message>
    <message>
        <source>by the words on the left</source>
        <translation>theo từ bên trái</translation>
    </message>
    <message>
        <source>by the words on the right</source>
        <translation>theo từ bên phải</translation>
    </message>
    <message>
        <source>by the words found</source>
        <translation>theo từ tìm thấy</translation>
    </message>
    <message>
        <source>Order of the places</source>
        <translation>Thứ tự các chỗ</translation>
    </message>
    <message>
        <source>Filter of the places</source>
        <translation>Bộ lọc các chỗ</translation>
    </message>
    <message>
        <source>Places that hold the words</source>
        <translation>Những chỗ có từ cần tìm</translation>
    </message>
    <message>
        <source>all places</source>
        <translation>mọi chỗ</translation>
    </message>
    <message>
        <source>without a label</source>
        <translation>chưa có nhãn</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>chưa quyết định</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>đang tìm…</translation>
    </message>
    <message>
        <source>no report holds these words</source>
        <translation>không báo cáo nào có những từ này</translation>
    </message>
    <message>
        <source>%1 places in %2 reports</source>
        <translation>%1 chỗ trong %2 báo cáo</translation>
    </message>
    <message>
        <source> · %1 shown</source>
        <translation> · hiện %1</translation>
    </message>
</context>
<context>
    <name>Consistency</name>
    <message>
        <source>Where my work does not agree with itself</source>
        <translation>Chỗ công việc của tôi không nhất quán</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Xem lại</translation>
    </message>
    <message>
        <source>Mend…</source>
        <translation>Chỉnh…</translation>
    </message>
    <message>
        <source>looking through your work…</source>
        <translation>đang xem lại công việc của bạn…</translation>
    </message>
    <message>
        <source>looking through your work</source>
        <translation>đang xem lại công việc</translation>
    </message>
    <message>
        <source>working out the repairs</source>
        <translation>đang tính các chỗ chỉnh</translation>
    </message>
    <message>
        <source>Your work agrees with itself and with the boundary rules.</source>
        <translation>Công việc của bạn nhất quán và đúng các quy tắc ranh giới.</translation>
    </message>
    <message>
        <source>%1 of %2 can be mended here</source>
        <translation>%1 trên %2 chỗ chỉnh được tại đây</translation>
    </message>
    <message>
        <source>Mend what does not agree</source>
        <translation>Chỉnh chỗ không nhất quán</translation>
    </message>
    <message>
        <source>What is ticked becomes as it is elsewhere, in one step to undo; reports stay finished.</source>
        <translation>Chỗ được đánh dấu sẽ thành như chỗ khác, trong một bước hoàn tác; báo cáo vẫn là đã xong.</translation>
    </message>
    <message>
        <source>Mend %1</source>
        <translation>Chỉnh %1</translation>
    </message>
    <message>
        <source>mending</source>
        <translation>đang chỉnh</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>copied</source>
        <translation>đã chép</translation>
    </message>
</context>
<context>
    <name>Defining</name>
    <message>
        <source>counting spans</source>
        <translation>đang đếm đoạn</translation>
    </message>
    <message>
        <source>something else is running; wait for it or cancel it</source>
        <translation>việc khác đang chạy; hãy đợi hoặc hủy việc đó</translation>
    </message>
    <message>
        <source>changing the labels</source>
        <translation>đang đổi nhãn</translation>
    </message>
    <message>
        <source>the labels were changed; %1 spans with them</source>
        <translation>đã đổi nhãn cùng %1 đoạn</translation>
    </message>
    <message>
        <source>%1 were changed since and stay as they are</source>
        <translation>%1 đoạn đã được sửa từ đó nên giữ nguyên</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Author</source>
        <translation>Tác giả</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Nơi đăng</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Ngày viết</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Ngày sửa</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Bảng mã</translation>
    </message>
    <message>
        <source>Pages without text</source>
        <translation>Trang không có chữ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Số trang</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Số ký tự</translation>
    </message>
    <message>
        <source>About this report</source>
        <translation>Về báo cáo này</translation>
    </message>
</context>
<context>
    <name>Doubts</name>
    <message>
        <source>two readings; choose one</source>
        <translation>có hai cách đọc; hãy chọn một</translation>
    </message>
    <message>
        <source>under %1 dong: is a scale word such as tỷ or triệu left out?</source>
        <translation>dưới %1 đồng: có thiếu từ chỉ bậc như tỷ, triệu không?</translation>
    </message>
    <message>
        <source>more money than the country makes in years</source>
        <translation>nhiều tiền hơn cả nước làm ra trong nhiều năm</translation>
    </message>
    <message>
        <source>a share of more than 100 %</source>
        <translation>tỷ trọng lớn hơn 100 %</translation>
    </message>
    <message>
        <source>a fall by more than 100 %</source>
        <translation>giảm hơn 100 %</translation>
    </message>
    <message>
        <source>more than %1 %: is a decimal mark misread?</source>
        <translation>hơn %1 %: dấu thập phân có bị đọc nhầm không?</translation>
    </message>
    <message>
        <source>less than nothing, and not said to fall</source>
        <translation>nhỏ hơn không mà không nói là giảm</translation>
    </message>
    <message>
        <source>below zero, but said to rise</source>
        <translation>nhỏ hơn không mà lại nói là tăng</translation>
    </message>
    <message>
        <source>people are counted whole: is a thousands mark misread?</source>
        <translation>người được đếm tròn: dấu phân nhóm nghìn có bị đọc nhầm không?</translation>
    </message>
    <message>
        <source>the part is more than the whole</source>
        <translation>phần lớn hơn tổng</translation>
    </message>
    <message>
        <source>a part of nothing</source>
        <translation>phần của tổng bằng không</translation>
    </message>
    <message>
        <source>the upper end is not above the lower one</source>
        <translation>đầu trên không lớn hơn đầu dưới</translation>
    </message>
    <message>
        <source>more than the whole country has</source>
        <translation>nhiều hơn cả nước có</translation>
    </message>
    <message>
        <source>a thousand times from %1, the same indicator&apos;s: is a thousands mark misread?</source>
        <translation>cách %1 của cùng chỉ tiêu cả nghìn lần: dấu phân nhóm có bị đọc nhầm không?</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>kế hoạch</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>dự toán</translation>
    </message>
    <message>
        <source>same period before</source>
        <translation>cùng kỳ trước</translation>
    </message>
    <message>
        <source>period before</source>
        <translation>kỳ trước</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>tổng</translation>
    </message>
</context>
<context>
    <name>Drafting</name>
    <message>
        <source>A version of your own</source>
        <translation>Phiên bản của riêng bạn</translation>
    </message>
    <message>
        <source>change borders, label or value as on the page; Enter keeps this version, Esc does not</source>
        <translation>sửa ranh giới, nhãn hay giá trị như trên trang; Enter giữ phiên bản này, Esc bỏ</translation>
    </message>
    <message>
        <source>that version was not kept</source>
        <translation>không giữ phiên bản đó</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>accepted</source>
        <translation>đã nhận</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>đã bỏ</translation>
    </message>
    <message>
        <source>relabelled</source>
        <translation>đổi nhãn</translation>
    </message>
    <message>
        <source>added</source>
        <translation>đã thêm</translation>
    </message>
    <message>
        <source>border moved</source>
        <translation>dời ranh giới</translation>
    </message>
    <message>
        <source>split</source>
        <translation>đã tách</translation>
    </message>
    <message>
        <source>joined</source>
        <translation>đã ghép</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>đã liên kết</translation>
    </message>
    <message>
        <source>link taken away</source>
        <translation>gỡ liên kết</translation>
    </message>
    <message>
        <source>named what it measures</source>
        <translation>đặt tên chỉ tiêu</translation>
    </message>
    <message>
        <source>values set</source>
        <translation>đặt các giá trị</translation>
    </message>
    <message>
        <source>note written</source>
        <translation>viết ghi chú</translation>
    </message>
    <message>
        <source>flag changed</source>
        <translation>đổi dấu nghi ngờ</translation>
    </message>
    <message>
        <source>report finished</source>
        <translation>hoàn thành báo cáo</translation>
    </message>
    <message>
        <source>candidates found again</source>
        <translation>tìm lại ứng viên</translation>
    </message>
    <message>
        <source>reopened by candidates that came</source>
        <translation>mở lại vì có ứng viên mới</translation>
    </message>
    <message>
        <source>labels joined</source>
        <translation>đã gộp nhãn</translation>
    </message>
    <message>
        <source>labelled</source>
        <translation>gán nhãn</translation>
    </message>
    <message>
        <source>applied to all</source>
        <translation>áp dụng cho tất cả</translation>
    </message>
    <message>
        <source>repeated</source>
        <translation>lặp lại</translation>
    </message>
    <message>
        <source>remembered</source>
        <translation>đã nhớ</translation>
    </message>
    <message>
        <source>mended</source>
        <translation>đã chỉnh cho nhất quán</translation>
    </message>
    <message>
        <source>%1 set</source>
        <translation>đặt %1</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>No report is open. Choose one at the left, or add some with Ctrl+Shift+O.</source>
        <translation>Chưa mở báo cáo nào. Hãy chọn một báo cáo bên trái, hoặc thêm báo cáo bằng Ctrl+Shift+O.</translation>
    </message>
</context>
<context>
    <name>EncodingDialog</name>
    <message>
        <source>Encoding of a file</source>
        <translation>Bảng mã của tệp</translation>
    </message>
    <message>
        <source>How %1 was written cannot be told. Choose the encoding in which it reads well.</source>
        <translation>Không rõ %1 được viết bằng bảng mã nào. Hãy chọn bảng mã đọc lên đúng.</translation>
    </message>
    <message>
        <source>Encodings</source>
        <translation>Bảng mã</translation>
    </message>
    <message>
        <source>The beginning of the file in this encoding</source>
        <translation>Phần đầu của tệp theo bảng mã này</translation>
    </message>
    <message>
        <source>Read the other %1 files in it too</source>
        <translation>Đọc cả %1 tệp còn lại theo bảng mã này</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Bỏ qua tệp này</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export gold</source>
        <translation>Xuất bản vàng</translation>
    </message>
    <message>
        <source>Reports that are not finished too</source>
        <translation>Cả những báo cáo chưa xong</translation>
    </message>
    <message>
        <source>Candidates too, with their state</source>
        <translation>Cả ứng viên, kèm trạng thái</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Định dạng</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Whose work</source>
        <translation>Công việc của ai</translation>
    </message>
    <message>
        <source>Where authors differ</source>
        <translation>Khi các tác giả khác nhau</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>Chỉ gồm</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Tệp sẽ ghi</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Xuất</translation>
    </message>
    <message>
        <source>What is exported and what is left out</source>
        <translation>Những gì được xuất và bị bỏ lại</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Only spans of this label</source>
        <translation>Chỉ các đoạn có nhãn này</translation>
    </message>
    <message>
        <source>Only reports of this split</source>
        <translation>Chỉ các báo cáo thuộc phần này</translation>
    </message>
    <message>
        <source>Only reports of this day or later</source>
        <translation>Chỉ các báo cáo từ ngày này trở đi</translation>
    </message>
    <message>
        <source>Only reports of this day or earlier</source>
        <translation>Chỉ các báo cáo đến hết ngày này</translation>
    </message>
    <message>
        <source>from, as 2023-10-19</source>
        <translation>từ, như 2023-10-19</translation>
    </message>
    <message>
        <source>to, as 2023-10-19</source>
        <translation>đến, như 2023-10-19</translation>
    </message>
    <message>
        <source>all labels</source>
        <translation>mọi nhãn</translation>
    </message>
    <message>
        <source>all splits</source>
        <translation>mọi phần</translation>
    </message>
    <message>
        <source>what all agree on</source>
        <translation>những gì mọi người thống nhất</translation>
    </message>
    <message>
        <source>leave the report out</source>
        <translation>bỏ báo cáo đó ra</translation>
    </message>
    <message>
        <source>what more than half say</source>
        <translation>những gì quá nửa nói</translation>
    </message>
    <message>
        <source>only what all say</source>
        <translation>chỉ những gì mọi người đều nói</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>chỉ %1</translation>
    </message>
    <message>
        <source>what %1 says</source>
        <translation>những gì %1 nói</translation>
    </message>
    <message>
        <source>looking what is exported…</source>
        <translation>đang xem những gì sẽ xuất…</translation>
    </message>
    <message>
        <source>%1 reports are exported, %2 are left out</source>
        <translation>xuất %1 báo cáo, bỏ lại %2</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>bỏ lại: %1</translation>
    </message>
    <message>
        <source>this format cannot hold: %1</source>
        <translation>định dạng này không chứa được: %1</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Find in this report…</source>
        <translation>Tìm trong báo cáo này…</translation>
    </message>
    <message>
        <source>Words to find in this report</source>
        <translation>Từ cần tìm trong báo cáo này</translation>
    </message>
    <message>
        <source>Mind tones</source>
        <translation>Phân biệt dấu</translation>
    </message>
    <message>
        <source>“dat” then does not find “đạt”</source>
        <translation>khi đó “dat” không tìm ra “đạt”</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Kết quả kế tiếp</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Kết quả trước</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>“%1” is not in this report</source>
        <translation>“%1” không có trong báo cáo này</translation>
    </message>
    <message>
        <source>no hit</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 hits</source>
        <translation>%1 chỗ</translation>
    </message>
</context>
<context>
    <name>Following</name>
    <message>
        <source>counting disputes</source>
        <translation>đang đếm bất đồng</translation>
    </message>
    <message>
        <source>reading the library</source>
        <translation>đang đọc thư viện</translation>
    </message>
</context>
<context>
    <name>Foreseeing</name>
    <message>
        <source>looking what is exported</source>
        <translation>đang xem những gì sẽ xuất</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>JSON lines (a report a line)</source>
        <translation>JSON lines (mỗi báo cáo một dòng)</translation>
    </message>
    <message>
        <source>Inline markup (a text file for each report and layer)</source>
        <translation>Đánh dấu trong văn bản (mỗi báo cáo và lớp một tệp)</translation>
    </message>
    <message>
        <source>spaCy training data (a folder)</source>
        <translation>Dữ liệu huấn luyện spaCy (một thư mục)</translation>
    </message>
    <message>
        <source>CoNLL (IOB2, a folder)</source>
        <translation>CoNLL (IOB2, một thư mục)</translation>
    </message>
    <message>
        <source>CSV of the figures</source>
        <translation>CSV các số liệu</translation>
    </message>
    <message>
        <source>Excel workbook of figures and entities</source>
        <translation>Bảng tính Excel gồm số liệu và thực thể</translation>
    </message>
    <message>
        <source>Label Studio (a folder)</source>
        <translation>Label Studio (một thư mục)</translation>
    </message>
    <message>
        <source>doccano (JSON lines)</source>
        <translation>doccano (JSON lines, tệp dòng)</translation>
    </message>
    <message>
        <source>brat standoff (a folder)</source>
        <translation>brat standoff (một thư mục)</translation>
    </message>
    <message>
        <source>Prodigy (JSON lines)</source>
        <translation>Prodigy (JSON lines, tệp dòng)</translation>
    </message>
    <message>
        <source>W3C Web Annotation (JSON-LD)</source>
        <translation>Web Annotation của W3C (JSON-LD)</translation>
    </message>
    <message>
        <source>UIMA CAS XMI (a folder)</source>
        <translation>UIMA CAS XMI (một thư mục)</translation>
    </message>
    <message>
        <source>UIMA CAS JSON (a folder)</source>
        <translation>UIMA CAS JSON (một thư mục)</translation>
    </message>
    <message>
        <source>WebAnno TSV 3.3 (a folder)</source>
        <translation>WebAnno TSV 3.3 (một thư mục)</translation>
    </message>
    <message>
        <source>Parquet table of spans</source>
        <translation>Bảng Parquet các đoạn gán</translation>
    </message>
    <message>
        <source>spans that overlap</source>
        <translation>đoạn gán chồng nhau</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>thuộc tính</translation>
    </message>
    <message>
        <source>links</source>
        <translation>liên kết</translation>
    </message>
    <message>
        <source>scores</source>
        <translation>điểm</translation>
    </message>
    <message>
        <source>who decided what</source>
        <translation>ai quyết định gì</translation>
    </message>
    <message>
        <source>undecided candidates</source>
        <translation>ứng viên chưa quyết</translation>
    </message>
</context>
<context>
    <name>GuidelineDialog</name>
    <message>
        <source>Guideline</source>
        <translation>Hướng dẫn tiếng Anh</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>What the guideline says</source>
        <translation>Nội dung hướng dẫn</translation>
    </message>
    <message>
        <source>The guideline says nothing of this label yet.</source>
        <translation>Hướng dẫn chưa nói gì về nhãn này.</translation>
    </message>
</context>
<context>
    <name>Hands</name>
    <message>
        <source>no further span there</source>
        <translation>không còn đoạn nào ở phía ấy</translation>
    </message>
    <message>
        <source>every candidate is decided; Ctrl+Enter finishes the report</source>
        <translation>mọi ứng viên đã được quyết định; Ctrl+Enter để hoàn thành báo cáo</translation>
    </message>
    <message>
        <source>%1 candidates are left above</source>
        <translation>còn %1 ứng viên ở phía trên</translation>
    </message>
    <message>
        <source>%1 candidates are left below</source>
        <translation>còn %1 ứng viên ở phía dưới</translation>
    </message>
</context>
<context>
    <name>Hinting</name>
    <message>
        <source>type the letters over the first word; Esc stops</source>
        <translation>gõ các chữ cái trên từ đầu; Esc để dừng</translation>
    </message>
    <message>
        <source>type the letters over the last word; any other key keeps this one</source>
        <translation>gõ các chữ cái trên từ cuối; phím khác thì chỉ giữ từ này</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Steps of this report</source>
        <translation>Các bước của báo cáo này</translation>
    </message>
    <message>
        <source>that step was left behind: something else was done after it was taken back</source>
        <translation>bước ấy đã bị bỏ lại: sau khi hoàn tác nó, việc khác đã được làm</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import annotated files</source>
        <translation>Nhập tệp đã gán nhãn</translation>
    </message>
    <message>
        <source>Choose a file or folder; it is looked at before anything is taken.</source>
        <translation>Hãy chọn tệp hoặc thư mục; nội dung được xem trước khi lấy.</translation>
    </message>
    <message>
        <source>looking at the files…</source>
        <translation>đang xem các tệp…</translation>
    </message>
    <message>
        <source>%1 of %2 reports are in the project; %3 spans can be taken</source>
        <translation>%1 trên %2 báo cáo có trong dự án; lấy được %3 đoạn gán</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Tệp…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Thư mục…</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Định dạng</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Whose work it is</source>
        <translation>Của ai</translation>
    </message>
    <message>
        <source>File or folder to import</source>
        <translation>Tệp hoặc thư mục để nhập</translation>
    </message>
    <message>
        <source>What the files hold</source>
        <translation>Nội dung các tệp</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Nhập</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>looking at the files</source>
        <translation>xem các tệp</translation>
    </message>
    <message>
        <source>importing</source>
        <translation>nhập</translation>
    </message>
    <message>
        <source>%1 spans and %2 links in %3 reports imported</source>
        <translation>đã nhập %1 đoạn gán và %2 liên kết trong %3 báo cáo</translation>
    </message>
    <message>
        <source>Import annotated files</source>
        <translation>Nhập tệp đã gán nhãn</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Filter commands…</source>
        <translation>Lọc lệnh…</translation>
    </message>
    <message>
        <source>Filter of the commands</source>
        <translation>Bộ lọc lệnh</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Các lệnh và phím của chúng</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Lệnh</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Trình đơn</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Phím</translation>
    </message>
    <message>
        <source>With Ctrl or Alt</source>
        <translation>Với Ctrl hoặc Alt</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Phím mới</translation>
    </message>
    <message>
        <source>New second key</source>
        <translation>Phím thứ hai mới</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Đặt lại</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Đặt lại tất cả</translation>
    </message>
    <message>
        <source>Press the new second key of “%1”, with Ctrl or Alt. Esc leaves it as it is.</source>
        <translation>Nhấn phím thứ hai mới của “%1”, kèm Ctrl hoặc Alt. Esc để giữ nguyên.</translation>
    </message>
    <message>
        <source>Press the new key of “%1”. Esc leaves it as it is.</source>
        <translation>Nhấn phím mới của “%1”. Esc để giữ nguyên.</translation>
    </message>
    <message>
        <source>%1 now runs “%2”</source>
        <translation>%1 nay chạy “%2”</translation>
    </message>
    <message>
        <source>“%1” has its own keys again</source>
        <translation>“%1” đã có lại phím gốc</translation>
    </message>
    <message>
        <source>every command has its own keys again</source>
        <translation>mọi lệnh đã có lại phím gốc</translation>
    </message>
    <message>
        <source>Choose a command and press Enter, then its new key. • marks keys of your own.</source>
        <translation>Chọn một lệnh, nhấn Enter rồi nhấn phím mới. Dấu • chỉ phím do bạn đặt.</translation>
    </message>
</context>
<context>
    <name>LabelForm</name>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Gọi (Anh)</translation>
    </message>
    <message>
        <source>Title in Vietnamese</source>
        <translation>Gọi (Việt)</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Code in Vietnamese</source>
        <translation>Mã (Việt)</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Phím</translation>
    </message>
    <message>
        <source>Colour on light</source>
        <translation>Màu nền sáng</translation>
    </message>
    <message>
        <source>Colour on dark</source>
        <translation>Màu nền tối</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Mô tả</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Hướng dẫn tiếng Anh</translation>
    </message>
    <message>
        <source>Guideline in Vietnamese</source>
        <translation>Hướng dẫn tiếng Việt</translation>
    </message>
    <message>
        <source>contrast %1 : 1</source>
        <translation>tương phản %1 : 1</translation>
    </message>
    <message>
        <source>contrast %1 : 1, drawn as %2</source>
        <translation>tương phản %1 : 1, vẽ bằng %2</translation>
    </message>
</context>
<context>
    <name>LabelMapping</name>
    <message>
        <source>Load mapping…</source>
        <translation>Mở bảng nhãn…</translation>
    </message>
    <message>
        <source>Save mapping…</source>
        <translation>Lưu bảng nhãn…</translation>
    </message>
    <message>
        <source>%1 more labels are not in the schema; map them by a file</source>
        <translation>còn %1 nhãn không có trong bộ nhãn; hãy gán chúng bằng một tệp</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>bỏ qua</translation>
    </message>
    <message>
        <source>Our label for %1</source>
        <translation>Nhãn của ta cho %1</translation>
    </message>
    <message>
        <source>Labels the schema does not have; choose which of ours each stands for:</source>
        <translation>Nhãn mà bộ nhãn không có; hãy chọn nhãn của ta tương ứng:</translation>
    </message>
    <message>
        <source>Load mapping</source>
        <translation>Mở bảng nhãn</translation>
    </message>
    <message>
        <source>Save mapping</source>
        <translation>Lưu bảng nhãn</translation>
    </message>
</context>
<context>
    <name>LabelsPage</name>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Thêm…</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>O&amp;ffer again</source>
        <translation>&amp;Dùng lại</translation>
    </message>
    <message>
        <source>&amp;Retire</source>
        <translation>N&amp;gừng dùng</translation>
    </message>
    <message>
        <source>%1 (retired)</source>
        <translation>%1 (ngừng dùng)</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>As the system</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Ngôn ngữ</translation>
    </message>
    <message>
        <source>It changes when the program is started next.</source>
        <translation>Thay đổi có hiệu lực từ lần khởi động sau.</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>untouched</source>
        <translation>chưa làm</translation>
    </message>
    <message>
        <source>in work</source>
        <translation>đang làm</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>bất đồng</translation>
    </message>
    <message>
        <source>done</source>
        <translation>xong</translation>
    </message>
    <message>
        <source>no candidates yet</source>
        <translation>chưa có ứng viên</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>còn %1</translation>
    </message>
    <message>
        <source>%1 disputes</source>
        <translation>%1 bất đồng</translation>
    </message>
    <message>
        <source>%1 flagged</source>
        <translation>%1 nghi ngờ</translation>
    </message>
    <message>
        <source>%1 figures</source>
        <translation>%1 số liệu</translation>
    </message>
    <message>
        <source>%1 spans decided</source>
        <translation>%1 đoạn đã quyết định</translation>
    </message>
    <message>
        <source>assigned to %1</source>
        <translation>giao cho %1</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>xong %1 / %2</translation>
    </message>
    <message>
        <source>%1 decided</source>
        <translation>đã quyết định %1</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 giờ %2 phút</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 phút %2 giây</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 giây</translation>
    </message>
    <message>
        <source>%1 candidates left</source>
        <translation>còn %1 ứng viên</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>Filter reports…</source>
        <translation>Lọc báo cáo…</translation>
    </message>
    <message>
        <source>Filter of the library</source>
        <translation>Bộ lọc thư viện</translation>
    </message>
    <message>
        <source>Which reports are listed</source>
        <translation>Những báo cáo được liệt kê</translation>
    </message>
    <message>
        <source>Order of the reports</source>
        <translation>Thứ tự báo cáo</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Progress of the project</source>
        <translation>Tiến độ dự án</translation>
    </message>
    <message>
        <source>all reports</source>
        <translation>mọi báo cáo</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>của tôi</translation>
    </message>
    <message>
        <source>as added</source>
        <translation>theo lúc thêm</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>theo tên</translation>
    </message>
    <message>
        <source>latest first</source>
        <translation>mới nhất trước</translation>
    </message>
    <message>
        <source>most left first</source>
        <translation>còn nhiều trước</translation>
    </message>
    <message>
        <source>by state</source>
        <translation>theo tình trạng</translation>
    </message>
    <message>
        <source>No reports yet.
Add files with Ctrl+Shift+O,
or drop them here.</source>
        <translation>Chưa có báo cáo.
Thêm tệp bằng Ctrl+Shift+O
hoặc thả tệp vào đây.</translation>
    </message>
    <message>
        <source>No report holds these words.</source>
        <translation>Không báo cáo nào có những từ này.</translation>
    </message>
    <message>
        <source>No report stands there.</source>
        <translation>Không có báo cáo nào ở đây.</translation>
    </message>
</context>
<context>
    <name>Linking</name>
    <message>
        <source>there is nothing in this report to link the span to</source>
        <translation>báo cáo này không có gì để liên kết với đoạn</translation>
    </message>
    <message>
        <source>these two are not linked</source>
        <translation>hai đoạn này không liên kết với nhau</translation>
    </message>
    <message>
        <source>link %1 of %2: Enter takes it, Delete takes the link away, Tab goes on, Esc lets go</source>
        <translation>liên kết %1 / %2: Enter nhận, Delete gỡ liên kết, Tab đi tiếp, Esc thôi</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>Step</source>
        <translation>Bước</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Đoạn</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Lapse</source>
        <translation>Chỗ lệch</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Hiện tại</translation>
    </message>
    <message>
        <source>As elsewhere</source>
        <translation>Như chỗ khác</translation>
    </message>
    <message>
        <source>labelled otherwise elsewhere</source>
        <translation>chỗ khác gán nhãn khác</translation>
    </message>
    <message>
        <source>linked elsewhere, not here</source>
        <translation>chỗ khác có liên kết, ở đây không</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Khi nào</translation>
    </message>
    <message>
        <source>the report as it came</source>
        <translation>báo cáo lúc đưa vào</translation>
    </message>
    <message>
        <source>%1 in %2 reports</source>
        <translation>%1 trong %2 báo cáo</translation>
    </message>
    <message>
        <source>taken back; can be done again</source>
        <translation>đã hoàn tác; có thể làm lại</translation>
    </message>
    <message>
        <source>taken back and left behind</source>
        <translation>đã hoàn tác và bị bỏ lại</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Trái</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Từ</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Phải</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Vấn đề</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Hướng</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>So với</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Khác nhau</translation>
    </message>
    <message>
        <source>I had</source>
        <translation>Tôi gán</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
</context>
<context>
    <name>ListsPanel</name>
    <message>
        <source>Lists</source>
        <translation>Các danh sách</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Đoạn</translation>
    </message>
    <message>
        <source>Nothing here yet. Ctrl+E finds candidates; a label&apos;s key adds a span.</source>
        <translation>Chưa có gì. Ctrl+E tìm ứng viên; phím của nhãn thêm đoạn.</translation>
    </message>
</context>
<context>
    <name>Looking</name>
    <message>
        <source>no place is chosen; select rows of the list first</source>
        <translation>chưa chọn chỗ nào; hãy chọn các dòng trong danh sách trước</translation>
    </message>
    <message>
        <source>labelling</source>
        <translation>đang gán nhãn</translation>
    </message>
    <message>
        <source>%1 of %2 places were left as they are.</source>
        <translation>%1 / %2 chỗ được giữ nguyên.</translation>
    </message>
    <message>
        <source>Not every place was labelled</source>
        <translation>Không phải chỗ nào cũng được gán nhãn</translation>
    </message>
</context>
<context>
    <name>LookingAhead</name>
    <message>
        <source>looking ahead</source>
        <translation>đang xem trước</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Problems</source>
        <translation>Đáng ngờ</translation>
    </message>
    <message>
        <source>Concordance</source>
        <translation>Ngữ cảnh</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Thanh công cụ</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>Gán nhãn</translation>
    </message>
    <message>
        <source>About annotator</source>
        <translation>Giới thiệu annotator</translation>
    </message>
    <message>
        <source>every report is finished; Ctrl+Shift+E exports the gold</source>
        <translation>mọi báo cáo đã xong; Ctrl+Shift+E để xuất bản vàng</translation>
    </message>
    <message>
        <source>making the sample project…</source>
        <translation>đang tạo dự án mẫu…</translation>
    </message>
    <message>
        <source>making the sample project</source>
        <translation>đang tạo dự án mẫu</translation>
    </message>
    <message>
        <source> (read-only: in use by %1)</source>
        <translation> (chỉ đọc: %1 đang dùng)</translation>
    </message>
</context>
<context>
    <name>MatrixTable</name>
    <message>
        <source>Confusion of labels</source>
        <translation>Ma trận nhầm lẫn nhãn</translation>
    </message>
</context>
<context>
    <name>Naming</name>
    <message>
        <source>this label measures nothing</source>
        <translation>nhãn này không đo chỉ tiêu nào</translation>
    </message>
    <message>
        <source>no words before or behind it can be a name; select them first</source>
        <translation>trước và sau nó không có từ nào làm tên được; hãy chọn từ trước</translation>
    </message>
    <message>
        <source>name %1 of %2: Enter takes it, Tab goes on, [ ] { } fit it, Esc lets go</source>
        <translation>tên %1 / %2: Enter nhận, Tab đi tiếp, [ ] { } chỉnh ranh giới, Esc thôi</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>%1 billion</source>
        <translation>%1 tỷ</translation>
    </message>
    <message>
        <source>%1 million</source>
        <translation>%1 triệu</translation>
    </message>
</context>
<context>
    <name>Onlooking</name>
    <message>
        <source>%1 is free now: File, Open for writing, lets you change it</source>
        <translation>%1 đã được trả lại: Tệp, Mở để ghi để sửa</translation>
    </message>
    <message>
        <source>the project is open for writing already</source>
        <translation>dự án đang được mở để ghi rồi</translation>
    </message>
    <message>
        <source>%1 is open for writing</source>
        <translation>%1 đang được mở để ghi</translation>
    </message>
    <message>
        <source>%1 was replaced, as by a restore; this is what it is now</source>
        <translation>%1 đã được thay, chẳng hạn do khôi phục; đây là nội dung hiện nay</translation>
    </message>
</context>
<context>
    <name>OwnWork</name>
    <message>
        <source>Reviewed</source>
        <translation>Đã duyệt</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>Nhất quán</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>candidate</source>
        <translation>ứng viên</translation>
    </message>
    <message>
        <source>suppressed candidate</source>
        <translation>ứng viên bị gạt</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>đã nhận</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>đã sửa</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>tự vẽ</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>nhập vào</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>đã bỏ</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>không hiện</translation>
    </message>
    <message>
        <source>Report page</source>
        <translation>Trang báo cáo</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>nghi ngờ</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Command palette</source>
        <translation>Bảng lệnh</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Bạn muốn làm gì?</translation>
    </message>
    <message>
        <source>Letters of a command&apos;s name</source>
        <translation>Vài chữ trong tên lệnh</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Lệnh</translation>
    </message>
    <message>
        <source>no command is called that</source>
        <translation>không có lệnh nào tên như vậy</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Add pasted text</source>
        <translation>Thêm văn bản đã sao chép</translation>
    </message>
    <message>
        <source>Text of the report</source>
        <translation>Nội dung báo cáo</translation>
    </message>
    <message>
        <source>Copy the text of a report and paste it here.</source>
        <translation>Hãy sao chép nội dung báo cáo rồi dán vào đây.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>The text is kept as it stands here and cannot be changed later.</source>
        <translation>Nội dung được giữ đúng như ở đây và về sau không sửa được.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>analyst</source>
        <translation>phân tích</translation>
    </message>
    <message>
        <source>reviewer</source>
        <translation>duyệt</translation>
    </message>
    <message>
        <source>extractor</source>
        <translation>bộ trích xuất</translation>
    </message>
    <message>
        <source>model</source>
        <translation>mô hình</translation>
    </message>
</context>
<context>
    <name>PeopleDialog</name>
    <message>
        <source>People of the project</source>
        <translation>Thành viên của dự án</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Hide analysts from each other until all who share a report have finished it</source>
        <translation>Ẩn người phân tích với nhau cho đến khi mọi người cùng báo cáo đã làm xong</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>Reports finished</source>
        <translation>Báo cáo đã xong</translation>
    </message>
    <message>
        <source>Name of a colleague</source>
        <translation>Tên của đồng nghiệp</translation>
    </message>
    <message>
        <source>Work is merged by name: a colleague uses the same name in every copy of the project.</source>
        <translation>Phần việc được gộp theo tên: mỗi người dùng một tên trong mọi bản sao của dự án.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Role of %1</source>
        <translation>Vai trò của %1</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Problems of this report</source>
        <translation>Chỗ đáng ngờ của báo cáo</translation>
    </message>
    <message>
        <source>Nothing doubtful in the figures of this report.</source>
        <translation>Số liệu của báo cáo này không có gì đáng ngờ.</translation>
    </message>
</context>
<context>
    <name>Projects</name>
    <message>
        <source>no project is open; make or open one first</source>
        <translation>chưa mở dự án nào; hãy tạo hoặc mở một dự án trước</translation>
    </message>
    <message>
        <source>every report has its candidates</source>
        <translation>mọi báo cáo đã có ứng viên</translation>
    </message>
    <message>
        <source>finding candidates</source>
        <translation>đang tìm ứng viên</translation>
    </message>
    <message>
        <source>exporting</source>
        <translation>đang xuất</translation>
    </message>
    <message>
        <source>something else is running; wait for it or cancel it</source>
        <translation>việc khác đang chạy; hãy chờ hoặc hủy nó</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Dự án mới</translation>
    </message>
    <message>
        <source>Projects (*%1)</source>
        <translation>Dự án (*%1)</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Mở dự án</translation>
    </message>
    <message>
        <source>Only what a person decided is gold; undecided and rejected candidates stay out.</source>
        <translation>Chỉ những gì có người quyết định mới vào bản vàng; ứng viên chưa quyết định hoặc đã bỏ thì không.</translation>
    </message>
    <message>
        <source>Only the %1 selected reports are exported. %2</source>
        <translation>Chỉ xuất %1 báo cáo được chọn. %2</translation>
    </message>
    <message>
        <source>%1 candidates in %2 reports</source>
        <translation>%1 ứng viên trong %2 báo cáo</translation>
    </message>
    <message>
        <source>%1 spans and %2 links of %3 reports written to %4</source>
        <translation>đã ghi %1 đoạn và %2 liên kết của %3 báo cáo vào %4</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>không xuất: %1</translation>
    </message>
    <message>
        <source>Export gold</source>
        <translation>Xuất bản vàng</translation>
    </message>
    <message>
        <source>Not everything went well</source>
        <translation>Có việc chưa trọn vẹn</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Extractors too</source>
        <translation>Cả bộ trích</translation>
    </message>
    <message>
        <source>Review settings…</source>
        <translation>Thiết lập duyệt…</translation>
    </message>
    <message>
        <source>all labels</source>
        <translation>mọi nhãn</translation>
    </message>
    <message>
        <source>all pairs</source>
        <translation>mọi cặp</translation>
    </message>
    <message>
        <source>all reports</source>
        <translation>mọi báo cáo</translation>
    </message>
    <message>
        <source>open</source>
        <translation>còn mở</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>đã giải quyết</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tất cả</translation>
    </message>
    <message>
        <source>all kinds</source>
        <translation>mọi loại</translation>
    </message>
    <message>
        <source>Which disputes: open or settled</source>
        <translation>Bất đồng nào: còn mở hay đã giải quyết</translation>
    </message>
    <message>
        <source>Kind of dispute</source>
        <translation>Loại bất đồng</translation>
    </message>
    <message>
        <source>Label of the dispute</source>
        <translation>Nhãn của bất đồng</translation>
    </message>
    <message>
        <source>Pair of authors who differ</source>
        <translation>Cặp người gán khác nhau</translation>
    </message>
    <message>
        <source>Report of the dispute</source>
        <translation>Báo cáo của bất đồng</translation>
    </message>
    <message>
        <source>Disputes, the worst first</source>
        <translation>Bất đồng, nặng nhất trước</translation>
    </message>
    <message>
        <source>%1 open · %2 settled</source>
        <translation>%1 còn mở · %2 đã giải quyết</translation>
    </message>
</context>
<context>
    <name>Readings</name>
    <message>
        <source>Which number is meant?</source>
        <translation>Con số nào là đúng?</translation>
    </message>
    <message>
        <source>thousands</source>
        <translation>hàng nghìn</translation>
    </message>
    <message>
        <source>decimal</source>
        <translation>thập phân</translation>
    </message>
    <message>
        <source>this number has one reading; V changes it</source>
        <translation>con số này chỉ có một cách đọc; V để sửa</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>nothing is selected; select some text first</source>
        <translation>chưa chọn gì; hãy chọn văn bản trước</translation>
    </message>
    <message>
        <source>that range is not in the report; nothing was changed</source>
        <translation>khoảng ấy không nằm trong báo cáo; không có gì thay đổi</translation>
    </message>
    <message>
        <source>that is page furniture, not report text; nothing was changed</source>
        <translation>đó là phần khung trang web, không phải nội dung báo cáo; không có gì thay đổi</translation>
    </message>
    <message>
        <source>a span stays within one paragraph; nothing was changed</source>
        <translation>một đoạn chỉ nằm trong một đoạn văn; không có gì thay đổi</translation>
    </message>
    <message>
        <source>that span is not there any more; choose another</source>
        <translation>đoạn ấy không còn nữa; hãy chọn đoạn khác</translation>
    </message>
    <message>
        <source>a decided span of layer %1 is there already; reject or shrink it first</source>
        <translation>ở đó đã có một đoạn đã quyết định cùng lớp %1; hãy bỏ hoặc thu hẹp nó trước</translation>
    </message>
    <message>
        <source>an end cannot pass the other; nothing was changed</source>
        <translation>đầu và cuối không vượt qua nhau được; không có gì thay đổi</translation>
    </message>
    <message>
        <source>the caret is not inside the span; nothing was changed</source>
        <translation>con nháy không nằm trong đoạn; không có gì thay đổi</translation>
    </message>
    <message>
        <source>no further span of this layer in the paragraph; nothing was changed</source>
        <translation>trong đoạn văn không còn đoạn nào cùng lớp; không có gì thay đổi</translation>
    </message>
    <message>
        <source>%1 has no attribute %2; nothing was changed</source>
        <translation>nhãn %1 không có thuộc tính %2; không có gì thay đổi</translation>
    </message>
    <message>
        <source>%1 is %2; nothing was changed</source>
        <translation>%1 phải là %2; không có gì thay đổi</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>một trong %1</translation>
    </message>
    <message>
        <source>a plain decimal such as 1500 or 6.43</source>
        <translation>số thập phân viết liền như 1500 hoặc 6.43</translation>
    </message>
    <message>
        <source>a date such as 2023-10-19</source>
        <translation>ngày viết như 2023-10-19</translation>
    </message>
    <message>
        <source>a duration such as P5Y</source>
        <translation>thời lượng viết như P5Y</translation>
    </message>
    <message>
        <source>%1 candidates are undecided; accept or reject them first</source>
        <translation>còn %1 ứng viên chưa quyết định; hãy nhận hoặc bỏ trước</translation>
    </message>
    <message>
        <source>%1 does not lead from %2 to %3; nothing was changed</source>
        <translation>liên kết %1 không đi từ %2 đến %3; không có gì thay đổi</translation>
    </message>
    <message>
        <source>a rejected span takes no link; accept it first</source>
        <translation>đoạn đã bỏ không nhận liên kết; hãy nhận nó trước</translation>
    </message>
    <message>
        <source>no label was given last; press the key of a label</source>
        <translation>lần trước không gán nhãn nào; hãy nhấn phím của một nhãn</translation>
    </message>
    <message>
        <source>no %1 stands there; nothing was changed</source>
        <translation>ở đó không có đoạn %1 nào; không có gì thay đổi</translation>
    </message>
    <message>
        <source>that link is not there any more; nothing was changed</source>
        <translation>liên kết ấy không còn nữa; không có gì thay đổi</translation>
    </message>
    <message>
        <source>the schema %1 has no label %2; check its spelling</source>
        <translation>lược đồ %1 không có nhãn %2; hãy kiểm tra cách viết</translation>
    </message>
    <message>
        <source>the project has no report %1; nothing was changed</source>
        <translation>dự án không có báo cáo %1; không có gì thay đổi</translation>
    </message>
    <message>
        <source>the project has no report %1; look at the library and choose one</source>
        <translation>dự án không có báo cáo %1; hãy xem thư viện và chọn một báo cáo</translation>
    </message>
    <message>
        <source>labelling was stopped; nothing was changed</source>
        <translation>đã dừng gán nhãn; không có gì thay đổi</translation>
    </message>
    <message>
        <source>finishing was stopped; nothing was changed</source>
        <translation>đã dừng việc hoàn thành; không có gì thay đổi</translation>
    </message>
    <message>
        <source>the export was stopped; nothing was written</source>
        <translation>đã dừng xuất; không có gì được ghi</translation>
    </message>
    <message>
        <source>no report of %1 was finished by two persons yet; let a second one finish one</source>
        <translation>chưa báo cáo nào của %1 được hai người hoàn thành; hãy để người thứ hai hoàn thành một báo cáo</translation>
    </message>
    <message>
        <source>stopped before all reports were compared; run it again</source>
        <translation>đã dừng trước khi so hết các báo cáo; hãy chạy lại</translation>
    </message>
    <message>
        <source>no report is named %1; there are %2</source>
        <translation>không báo cáo nào tên là %1; hiện có %2</translation>
    </message>
    <message>
        <source>%1 is a folder; name the file to write in it</source>
        <translation>%1 là thư mục; hãy nêu tên tệp cần ghi trong đó</translation>
    </message>
    <message>
        <source>%1 is a file, and this format writes a folder; choose another name</source>
        <translation>%1 là tệp, còn định dạng này ghi ra thư mục; hãy chọn tên khác</translation>
    </message>
    <message>
        <source>%1 holds other files than an export; choose a new or an empty folder</source>
        <translation>%1 chứa các tệp khác, không phải bản xuất; hãy chọn thư mục mới hoặc trống</translation>
    </message>
    <message>
        <source>%1: %2 changed since it was exported; move that or choose another folder</source>
        <translation>%1: %2 đã thay đổi sau khi xuất; hãy dời đi hoặc chọn thư mục khác</translation>
    </message>
    <message>
        <source>%1: %2 is not of the earlier export; move that or choose another folder</source>
        <translation>%1: %2 không thuộc lần xuất trước; hãy dời đi hoặc chọn thư mục khác</translation>
    </message>
    <message>
        <source>%1 is a project or named as one; choose another name</source>
        <translation>%1 là dự án hoặc mang tên dự án; hãy chọn tên khác</translation>
    </message>
    <message>
        <source>%1 is read here and would be lost; choose another name</source>
        <translation>%1 đang được đọc và sẽ bị mất; hãy chọn tên khác</translation>
    </message>
    <message>
        <source>%1 is open for reading only; nothing was changed</source>
        <translation>%1 đang mở chỉ để đọc; không có gì thay đổi</translation>
    </message>
    <message>
        <source>%1 is open for reading only; nothing was added</source>
        <translation>%1 đang mở chỉ để đọc; không có gì được thêm</translation>
    </message>
    <message>
        <source>%1 is open for reading only; nothing was extracted</source>
        <translation>%1 đang mở chỉ để đọc; không tìm ứng viên</translation>
    </message>
    <message>
        <source>%1 is in use by %2; close it there and try again</source>
        <translation>%1 đang được %2 dùng; hãy đóng ở đó rồi thử lại</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>chương trình khác</translation>
    </message>
    <message>
        <source>%1 on %2 (process %3, since %4)</source>
        <translation>%1 trên máy %2 (tiến trình %3, từ %4)</translation>
    </message>
    <message>
        <source>%1 cannot be written; copy it elsewhere or free it</source>
        <translation>không ghi được %1; hãy chép nó đi nơi khác hoặc mở khóa nó</translation>
    </message>
    <message>
        <source>%1 is being made by %2; choose another name</source>
        <translation>%1 đang được %2 tạo; hãy chọn tên khác</translation>
    </message>
    <message>
        <source>there is no project %1; check the path or make a new one</source>
        <translation>không có dự án %1; hãy kiểm tra đường dẫn hoặc tạo dự án mới</translation>
    </message>
    <message>
        <source>%1 is not a file; choose a file that ends in .annotator</source>
        <translation>%1 không phải là tệp; hãy chọn tệp có đuôi .annotator</translation>
    </message>
    <message>
        <source>%1 is not a project of annotator; choose a file that ends in .annotator</source>
        <translation>%1 không phải dự án của annotator; hãy chọn tệp có đuôi .annotator</translation>
    </message>
    <message>
        <source>%1 was made by an older annotator; open it once for writing, then again</source>
        <translation>%1 do bản annotator cũ tạo; hãy mở nó một lần để ghi rồi mở lại</translation>
    </message>
    <message>
        <source>%1 was made by a newer annotator (version %2, this one knows %3); update the program and open it again</source>
        <translation>%1 do bản annotator mới hơn tạo (phiên bản %2, bản này biết đến %3); hãy cập nhật chương trình rồi mở lại</translation>
    </message>
    <message>
        <source>%1 holds database objects that annotator did not make (%2) and is not opened; ask its sender for a bundle or an export instead</source>
        <translation>%1 chứa những đối tượng không do annotator tạo (%2) nên không được mở; hãy xin người gửi một gói hoặc bản xuất</translation>
    </message>
    <message>
        <source>%1: parts of the file are missing (%2); restore a backup</source>
        <translation>%1: tệp bị thiếu một số phần (%2); hãy khôi phục bản sao lưu</translation>
    </message>
    <message>
        <source>%1 is there already; choose another name or open it</source>
        <translation>đã có %1; hãy chọn tên khác hoặc mở nó</translation>
    </message>
    <message>
        <source>%1 cannot be made: there is no such folder; make the folder first</source>
        <translation>không tạo được %1: không có thư mục ấy; hãy tạo thư mục trước</translation>
    </message>
    <message>
        <source>%1 cannot be made: the disk is full; free some space and repeat</source>
        <translation>không tạo được %1: đĩa đầy; hãy giải phóng chỗ rồi làm lại</translation>
    </message>
    <message>
        <source>%1 cannot be made: the folder is read-only; choose another folder</source>
        <translation>không tạo được %1: thư mục chỉ đọc; hãy chọn thư mục khác</translation>
    </message>
    <message>
        <source>%1 cannot be made (%2); choose another place</source>
        <translation>không tạo được %1 (%2); hãy chọn nơi khác</translation>
    </message>
    <message>
        <source>%1: the disk is full; nothing was changed; free some space and repeat</source>
        <translation>%1: đĩa đầy; không có gì thay đổi; hãy giải phóng chỗ rồi làm lại</translation>
    </message>
    <message>
        <source>%1: another program holds the file; close it there and repeat</source>
        <translation>%1: chương trình khác đang giữ tệp; hãy đóng ở đó rồi làm lại</translation>
    </message>
    <message>
        <source>%1: the file cannot be written; check its permissions or copy it elsewhere</source>
        <translation>%1: không ghi được tệp; hãy kiểm tra quyền hoặc chép tệp đi nơi khác</translation>
    </message>
    <message>
        <source>%1: the disk reported an error; nothing was changed; check the disk and repeat</source>
        <translation>%1: đĩa báo lỗi; không có gì thay đổi; hãy kiểm tra đĩa rồi làm lại</translation>
    </message>
    <message>
        <source>%1: the file cannot be opened; check the folder&apos;s permissions</source>
        <translation>%1: không mở được tệp; hãy kiểm tra quyền của thư mục</translation>
    </message>
    <message>
        <source>%1: this is not a project of annotator; choose a file that ends in .annotator</source>
        <translation>%1: đây không phải dự án của annotator; hãy chọn tệp có đuôi .annotator</translation>
    </message>
    <message>
        <source>an author needs a name; give one with --author NAME</source>
        <translation>người gán nhãn cần có tên; hãy đặt tên trong cài đặt</translation>
    </message>
    <message>
        <source>%1 is the name of the %2 %3; choose another name</source>
        <translation>%1 đã là tên của %3 (%2); hãy chọn tên khác</translation>
    </message>
    <message>
        <source>%1 was not added: %2</source>
        <translation>chưa thêm %1: %2</translation>
    </message>
    <message>
        <source>%1: the file is damaged and cannot be read; put a backup of it in its place</source>
        <translation>%1: tệp bị hỏng và không đọc được; hãy thay bằng một bản sao lưu</translation>
    </message>
    <message>
        <source>the new schema has no %1; check the spelling</source>
        <translation>bộ nhãn mới không có %1; hãy xem lại cách viết</translation>
    </message>
    <message>
        <source>%1 gets another name in the same step; rename it first</source>
        <translation>%1 được đổi tên trong cùng bước; hãy đổi tên trước</translation>
    </message>
    <message>
        <source>%1; a label stays in its layer: add one under another name</source>
        <translation>%1; nhãn ở nguyên tầng của nó: hãy thêm nhãn tên khác</translation>
    </message>
    <message>
        <source>%1 may be in the history; retire it instead</source>
        <translation>%1 có thể nằm trong lịch sử; hãy ngừng dùng thay vì xóa</translation>
    </message>
    <message>
        <source>the schema has no label %1; check its spelling</source>
        <translation>bộ nhãn không có nhãn %1; hãy xem lại cách viết</translation>
    </message>
    <message>
        <source>the schema has no attribute %1 with values to choose</source>
        <translation>bộ nhãn không có thuộc tính %1 với các giá trị để chọn</translation>
    </message>
    <message>
        <source>the schema cannot be used: %1; mend the file and retry</source>
        <translation>không dùng được bộ nhãn: %1; hãy sửa tệp rồi thử lại</translation>
    </message>
    <message>
        <source>%1 is %2, which cannot be read; save it as .docx and add that</source>
        <translation>%1 là %2, không đọc được; hãy lưu thành .docx rồi thêm vào</translation>
    </message>
    <message>
        <source>an old Word file</source>
        <translation>tệp Word cũ</translation>
    </message>
    <message>
        <source>a rich text file</source>
        <translation>tệp RTF</translation>
    </message>
    <message>
        <source>%1; save it anew and retry</source>
        <translation>%1; hãy lưu lại rồi thử lại</translation>
    </message>
    <message>
        <source>%1 %2; save it as .docx without one and add that</source>
        <translation>%1 %2; hãy lưu thành .docx không có điều đó rồi thêm vào</translation>
    </message>
    <message>
        <source>%1 %2; have its text recognised (OCR) and add that</source>
        <translation>%1 %2; hãy nhận dạng chữ (OCR) rồi thêm bản đó</translation>
    </message>
    <message>
        <source>there is no encoding %1; known: %2</source>
        <translation>không có bảng mã %1; các bảng mã đã biết: %2</translation>
    </message>
    <message>
        <source>%1 comes from elsewhere and has %2 faults: it can only be read; ask its sender for it again, or mend it by annotator check --repair</source>
        <translation>%1 đến từ nơi khác và có %2 lỗi: chỉ đọc được; hãy xin người gửi gửi lại, hoặc sửa bằng annotator check --repair</translation>
    </message>
    <message>
        <source>%1 comes from elsewhere and was not found sound yet: it can only be read</source>
        <translation>%1 đến từ nơi khác và chưa được xác nhận là nguyên vẹn: chỉ đọc được</translation>
    </message>
    <message>
        <source>text without control signs</source>
        <translation>văn bản không có ký tự điều khiển</translation>
    </message>
    <message>
        <source>the text is longer than %1 characters; shorten it first</source>
        <translation>văn bản dài hơn %1 ký tự; hãy rút ngắn trước</translation>
    </message>
    <message>
        <source>%1 is a pipe or a device, no file; save what it gives in a file and name that</source>
        <translation>%1 là một ống dẫn hoặc thiết bị, không phải tệp; hãy lưu nội dung vào một tệp rồi chọn tệp đó</translation>
    </message>
    <message>
        <source>the author&apos;s name %1 %2; give another one</source>
        <translation>tên tác giả %1 không dùng được (%2); hãy đặt tên khác</translation>
    </message>
    <message>
        <source>%1 has more than %2; split it and retry</source>
        <translation>%1 có hơn %2; hãy tách ra rồi thử lại</translation>
    </message>
    <message>
        <source>%1&apos;s work is hidden until all have finished; say --by %2 if it is yours, or %3</source>
        <translation>phần việc của %1 được ẩn đến khi mọi người hoàn tất; hãy thêm --by %2 nếu đó là của bạn, hoặc %3</translation>
    </message>
    <message>
        <source>%1 is not opened, since its tags nest too deeply; save its text and add that</source>
        <translation>không mở %1 vì các thẻ lồng nhau quá sâu; hãy lưu phần văn bản rồi thêm tệp đó</translation>
    </message>
    <message>
        <source>%1 is not opened, since a tag of it has too many attributes; save its text and add that</source>
        <translation>không mở %1 vì một thẻ có quá nhiều thuộc tính; hãy lưu phần văn bản rồi thêm tệp đó</translation>
    </message>
    <message>
        <source>the check of %1 was stopped; nothing was changed</source>
        <translation>đã dừng kiểm tra %1; không có gì thay đổi</translation>
    </message>
    <message>
        <source>the encoding of %1 cannot be told; name it with --encoding (likely: %2)</source>
        <translation>không đoán được bảng mã của %1; hãy nêu bằng --encoding (có thể là: %2)</translation>
    </message>
    <message>
        <source>the project has no label %1 to be mapped; check its spelling</source>
        <translation>dự án không có nhãn %1 để ánh xạ; hãy xem lại cách viết</translation>
    </message>
    <message>
        <source>%1 has no value %2 to be mapped; check its spelling</source>
        <translation>%1 không có giá trị %2 để ánh xạ; hãy xem lại cách viết</translation>
    </message>
    <message>
        <source>the schema cannot be changed so: %1</source>
        <translation>không đổi bộ nhãn như vậy được: %1</translation>
    </message>
    <message>
        <source>no configuration was written: this export has %1, and none of %2; training needs train and dev: export all splits, of three reports or more</source>
        <translation>không ghi cấu hình: bản xuất này có %1, thiếu %2; huấn luyện cần train và dev: hãy xuất mọi phần, từ ba báo cáo trở lên</translation>
    </message>
    <message>
        <source>%1 is after %2; no day lies between them</source>
        <translation>%1 sau %2; không có ngày nào ở giữa</translation>
    </message>
    <message>
        <source>%1 can hold none of these reports; export them as jsonl instead</source>
        <translation>%1 không chứa được báo cáo nào trong số này; hãy xuất dạng jsonl</translation>
    </message>
    <message>
        <source>no report with gold is within the limits (%1); widen them</source>
        <translation>không có báo cáo chuẩn nào nằm trong giới hạn (%1); hãy nới giới hạn</translation>
    </message>
    <message>
        <source>there is no format %1; known: %2</source>
        <translation>không có định dạng %1; các định dạng có: %2</translation>
    </message>
    <message>
        <source>there is no split %1; there are %2</source>
        <translation>không có phần chia %1; các phần có: %2</translation>
    </message>
    <message>
        <source>no report has gold to be written%1</source>
        <translation>chưa báo cáo nào có vàng để ghi%1</translation>
    </message>
    <message>
        <source>%1 has no table [%2] with lines such as PER = &quot;PERSON&quot;</source>
        <translation>%1 không có bảng [%2] với các dòng như PER = &quot;PERSON&quot;</translation>
    </message>
    <message>
        <source>%1 is not a mapping file in TOML; mend it and retry</source>
        <translation>%1 không phải tệp ánh xạ TOML; hãy sửa rồi thử lại</translation>
    </message>
    <message>
        <source>%1 is a format for export only; choose another</source>
        <translation>%1 chỉ dùng để xuất; hãy chọn định dạng khác</translation>
    </message>
    <message>
        <source>this format needs the library %1; install %2 and retry</source>
        <translation>định dạng này cần thư viện %1; hãy cài %2 rồi thử lại</translation>
    </message>
    <message>
        <source>looking at the files was stopped; nothing was changed</source>
        <translation>đã dừng xem các tệp; không có gì thay đổi</translation>
    </message>
    <message>
        <source>the schema has no label %1; it has %2</source>
        <translation>bộ nhãn không có nhãn %1; nó có %2</translation>
    </message>
    <message>
        <source>%1 is no pair of labels; write it as PER=PERSON</source>
        <translation>%1 không phải một cặp nhãn; hãy viết như PER=PERSON</translation>
    </message>
    <message>
        <source>stopped while %1 was in use by %2</source>
        <translation>đã dừng trong lúc %1 đang được %2 dùng</translation>
    </message>
    <message>
        <source>%1 was copied while it was open, without %2; put that file beside it, copy the project again when it is closed, or take what is there by annotator check --repair</source>
        <translation>%1 được sao chép khi đang mở, thiếu %2; hãy đặt tệp đó bên cạnh, sao chép lại dự án sau khi đóng, hoặc lấy phần hiện có bằng annotator check --repair</translation>
    </message>
    <message>
        <source>%1: the file holds a value larger than any report has; ask its sender for a bundle</source>
        <translation>%1: tệp chứa một giá trị lớn hơn mọi báo cáo; hãy xin người gửi một gói</translation>
    </message>
    <message>
        <source>%1 is a program that may do all that you may (content %2); if you know who made it, repeat with --trust</source>
        <translation>%1 là một chương trình có thể làm mọi điều bạn có thể làm (nội dung %2); nếu bạn biết ai đã tạo ra nó, hãy chạy lại với --trust</translation>
    </message>
    <message>
        <source>%1 has changed since you agreed to it (content %2); if you know who made it, repeat with --trust</source>
        <translation>%1 đã thay đổi kể từ khi bạn đồng ý (nội dung %2); nếu bạn biết ai đã tạo ra nó, hãy chạy lại với --trust</translation>
    </message>
    <message>
        <source>%1: %2 more lines like these; mend these first</source>
        <translation>%1: còn %2 dòng tương tự; hãy sửa các dòng này trước</translation>
    </message>
    <message>
        <source>%1 more lines are not listed; mend these first</source>
        <translation>còn %1 dòng không được liệt kê; hãy sửa các dòng này trước</translation>
    </message>
    <message>
        <source>%1: the same text is in the project already, as the report %2</source>
        <translation>%1: dự án đã có cùng văn bản này, là báo cáo %2</translation>
    </message>
    <message>
        <source>%1: no loader for %2; save it as one of %3 and add that</source>
        <translation>%1: không có trình đọc cho %2; hãy lưu thành một trong các dạng %3 rồi thêm vào</translation>
    </message>
    <message>
        <source>%1 holds no text; nothing was added</source>
        <translation>%1 không có văn bản; không có gì được thêm</translation>
    </message>
    <message>
        <source>there is no file %1; check the path and retry</source>
        <translation>không có tệp %1; hãy kiểm tra đường dẫn rồi thử lại</translation>
    </message>
    <message>
        <source>%1 is a folder; name a file in it</source>
        <translation>%1 là thư mục; hãy chọn một tệp trong đó</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2); check its permissions and retry</source>
        <translation>không đọc được %1 (%2); hãy kiểm tra quyền rồi thử lại</translation>
    </message>
    <message>
        <source>%1 is not a text file; save its text as UTF-8 and add that</source>
        <translation>%1 không phải tệp văn bản; hãy lưu văn bản của nó dạng UTF-8 rồi thêm</translation>
    </message>
    <message>
        <source>%1 is not %2 text (line %3); choose another encoding</source>
        <translation>%1 không phải văn bản %2 (dòng %3); hãy chọn bảng mã khác</translation>
    </message>
    <message>
        <source>%1 is damaged or no document of its kind (%2); save it anew and retry</source>
        <translation>%1 bị hỏng hoặc không đúng loại tệp (%2); hãy lưu lại rồi thử lại</translation>
    </message>
    <message>
        <source>%1 is an old Word file or one with a password; save it as .docx without one and add that</source>
        <translation>%1 là tệp Word cũ hoặc có mật khẩu; hãy lưu thành .docx không mật khẩu rồi thêm tệp đó</translation>
    </message>
    <message>
        <source>%1 is not opened, since %2; save it anew and retry</source>
        <translation>không mở %1 vì %2; hãy lưu lại rồi thử lại</translation>
    </message>
    <message>
        <source>it has more than %1 parts</source>
        <translation>tệp có hơn %1 phần</translation>
    </message>
    <message>
        <source>a part of it lies outside of it</source>
        <translation>có phần nằm ngoài tệp</translation>
    </message>
    <message>
        <source>it has a part twice</source>
        <translation>có phần bị lặp lại</translation>
    </message>
    <message>
        <source>it is encrypted</source>
        <translation>tệp bị mã hóa</translation>
    </message>
    <message>
        <source>it unpacks to too much</source>
        <translation>tệp giải nén ra quá lớn</translation>
    </message>
    <message>
        <source>it declares entities</source>
        <translation>tệp khai báo thực thể</translation>
    </message>
    <message>
        <source>%1 is no PDF; save it anew and retry</source>
        <translation>%1 không phải PDF; hãy lưu lại rồi thử lại</translation>
    </message>
    <message>
        <source>%1 is damaged or no PDF (%2); save it anew and retry</source>
        <translation>%1 bị hỏng hoặc không phải PDF (%2); hãy lưu lại rồi thử lại</translation>
    </message>
    <message>
        <source>%1 has a password; save it without one and add that</source>
        <translation>%1 có mật khẩu; hãy lưu bản không mật khẩu rồi thêm tệp đó</translation>
    </message>
    <message>
        <source>%1 takes more than %2 seconds to read; split it and retry</source>
        <translation>đọc %1 mất hơn %2 giây; hãy chia nhỏ rồi thử lại</translation>
    </message>
    <message>
        <source>%1 is larger than can be read (%2 pages); split it and retry</source>
        <translation>%1 lớn quá mức đọc được (%2 trang); hãy chia nhỏ rồi thử lại</translation>
    </message>
    <message>
        <source>%1 is a scan without a text layer; have its text recognised (OCR) and add that</source>
        <translation>%1 là bản quét không có lớp chữ; hãy nhận dạng chữ (OCR) rồi thêm bản đó</translation>
    </message>
    <message>
        <source>%1 has no text; have its text recognised (OCR) and add that</source>
        <translation>%1 không có chữ; hãy nhận dạng chữ (OCR) rồi thêm bản đó</translation>
    </message>
    <message>
        <source>%1 does not say which letters its signs are; have its text recognised (OCR) and add that</source>
        <translation>%1 không cho biết ký hiệu là chữ nào; hãy nhận dạng chữ (OCR) rồi thêm bản đó</translation>
    </message>
    <message>
        <source>a report needs a name; nothing was added</source>
        <translation>báo cáo cần có tên; chưa thêm gì</translation>
    </message>
    <message>
        <source>reading %1 was stopped; nothing was added</source>
        <translation>đã dừng đọc %1; chưa thêm gì</translation>
    </message>
    <message>
        <source>%1 lacks what is on scanned pages (%2); have their text recognised (OCR)</source>
        <translation>%1 thiếu phần trên các trang quét (%2); hãy nhận dạng chữ (OCR) các trang đó</translation>
    </message>
    <message>
        <source>%1 was read as %2; look whether it reads well</source>
        <translation>%1 được đọc theo bảng mã %2; hãy xem đọc lên có đúng không</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MB; split it and retry</source>
        <translation>%1 lớn hơn %2 MB; hãy chia nhỏ rồi thử lại</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MB; save its text and add that</source>
        <translation>%1 lớn hơn %2 MB; hãy lưu phần chữ rồi thêm tệp đó</translation>
    </message>
    <message>
        <source>%1 cannot be read as %2 (%3); save it anew and retry</source>
        <translation>không đọc được %1 như tệp %2 (%3); hãy lưu lại rồi thử lại</translation>
    </message>
    <message>
        <source>%1 cannot be read as a web page (%2); save its text and retry</source>
        <translation>không đọc được %1 như trang web (%2); hãy lưu phần chữ rồi thử lại</translation>
    </message>
    <message>
        <source>%1 is an old Word file, which cannot be read; save it as .docx and add that</source>
        <translation>%1 là tệp Word cũ, không đọc được; hãy lưu thành .docx rồi thêm tệp đó</translation>
    </message>
    <message>
        <source>%1 is a rich text file, which cannot be read; save it as .docx and add that</source>
        <translation>%1 là tệp RTF, không đọc được; hãy lưu thành .docx rồi thêm tệp đó</translation>
    </message>
    <message>
        <source>%1 is not UTF-8 text (line %2); save it as UTF-8 and retry</source>
        <translation>%1 không phải văn bản UTF-8 (dòng %2); hãy lưu dạng UTF-8 rồi thử lại</translation>
    </message>
    <message>
        <source>cannot write %1: the disk is full; free some space and repeat</source>
        <translation>không ghi được %1: đĩa đầy; hãy giải phóng chỗ rồi làm lại</translation>
    </message>
    <message>
        <source>cannot write %1: %2; choose another place or free space</source>
        <translation>không ghi được %1: %2; hãy chọn nơi khác hoặc giải phóng chỗ</translation>
    </message>
    <message>
        <source>cannot write %1: %2; choose another place</source>
        <translation>không ghi được %1: %2; hãy chọn nơi khác</translation>
    </message>
    <message>
        <source>cannot make the folder %1: %2; choose another place</source>
        <translation>không tạo được thư mục %1: %2; hãy chọn nơi khác</translation>
    </message>
    <message>
        <source>%1 is the name of a project; give the gold another name</source>
        <translation>%1 là tên của một dự án; hãy đặt tên khác cho bản vàng</translation>
    </message>
    <message>
        <source>no report has gold yet%1; finish one, or use --unfinished</source>
        <translation>chưa báo cáo nào có bản vàng%1; hãy kết thúc một báo cáo, hoặc dùng --unfinished</translation>
    </message>
    <message>
        <source>no report has gold to be written: nobody has worked on it, or its authors differ</source>
        <translation>không báo cáo nào có dữ liệu vàng để ghi: chưa ai làm, hoặc các tác giả khác nhau</translation>
    </message>
    <message>
        <source>no report has gold yet; finish one, or use --unfinished</source>
        <translation>chưa báo cáo nào có bản vàng; hãy hoàn thành một báo cáo, hoặc xuất cả báo cáo chưa xong</translation>
    </message>
    <message>
        <source>%1 differ; settle it, or use --author or --strategy</source>
        <translation>%1 bất đồng; hãy phân xử, hoặc dùng --author hay --strategy</translation>
    </message>
    <message>
        <source>it is not finished</source>
        <translation>báo cáo chưa xong</translation>
    </message>
    <message>
        <source>nobody has worked on it</source>
        <translation>chưa ai làm báo cáo này</translation>
    </message>
    <message>
        <source>%1: %2 has not finished it; taken without that work</source>
        <translation>%1: %2 chưa làm xong; lấy mà không có phần ấy</translation>
    </message>
    <message>
        <source>%1 undecided or rejected spans were left out</source>
        <translation>không lấy %1 đoạn chưa quyết định hoặc đã bỏ</translation>
    </message>
    <message>
        <source>the project has no author %1; nothing was changed</source>
        <translation>dự án không có người gán nhãn %1; không có gì thay đổi</translation>
    </message>
    <message>
        <source>%1 has no work in this project; known: %2</source>
        <translation>%1 chưa làm gì trong dự án này; những người đã làm: %2</translation>
    </message>
    <message>
        <source>%1 is a format for import only; choose another</source>
        <translation>%1 là định dạng chỉ để nhập; hãy chọn định dạng khác</translation>
    </message>
    <message>
        <source>%1 is not a day; write it as 2023-10-19</source>
        <translation>%1 không phải là ngày; hãy viết như 2023-10-19</translation>
    </message>
    <message>
        <source>the sample project was stopped; nothing was made</source>
        <translation>đã dừng tạo dự án mẫu; không có gì được tạo</translation>
    </message>
    <message>
        <source>the folder %1 cannot be made (%2); name another: annotator demo DIR</source>
        <translation>không tạo được thư mục %1 (%2); hãy đặt tên khác: annotator demo DIR</translation>
    </message>
    <message>
        <source>no sample project was made: %1; see annotator doctor</source>
        <translation>không tạo được dự án mẫu: %1; xem annotator doctor</translation>
    </message>
    <message>
        <source>%1 does not review here; ask %2 to settle it</source>
        <translation>%1 không phải người duyệt ở đây; hãy nhờ %2 giải quyết</translation>
    </message>
    <message>
        <source>nobody reviews here yet; take the role in the review settings</source>
        <translation>ở đây chưa có người duyệt; hãy nhận vai trò đó trong thiết lập duyệt</translation>
    </message>
    <message>
        <source>that span is agreed on; only the disputed place is written anew</source>
        <translation>đoạn đó đã được thống nhất; chỉ viết lại chỗ bất đồng</translation>
    </message>
    <message>
        <source>a version stays with the disputed place and its layer</source>
        <translation>một phiên bản chỉ nằm ở chỗ bất đồng và đúng lớp của nó</translation>
    </message>
    <message>
        <source>no version has a majority here; choose one by its number</source>
        <translation>ở đây không phương án nào chiếm đa số; hãy chọn một phương án theo số</translation>
    </message>
    <message>
        <source>the comment is empty; write something first</source>
        <translation>bình luận còn trống; hãy viết trước đã</translation>
    </message>
    <message>
        <source>nobody has finished this report; have it finished first</source>
        <translation>chưa ai hoàn tất báo cáo này; cần hoàn tất trước</translation>
    </message>
    <message>
        <source>%1 here; settle them first</source>
        <translation>ở đây %1; hãy giải quyết trước</translation>
    </message>
    <message>
        <source>1 dispute is open</source>
        <translation>còn 1 bất đồng</translation>
    </message>
    <message>
        <source>%1 disputes are open</source>
        <translation>còn %1 bất đồng</translation>
    </message>
    <message>
        <source>%1; finish its review, or use --author or --strategy</source>
        <translation>%1; hãy duyệt xong, hoặc dùng --author hay --strategy</translation>
    </message>
    <message>
        <source>its disputes are settled, but nobody made it gold</source>
        <translation>các bất đồng đã giải quyết nhưng chưa ai chốt bản vàng</translation>
    </message>
    <message>
        <source>two of these spans lie over each other; shrink one first</source>
        <translation>hai đoạn chồng lên nhau; hãy thu một đoạn lại</translation>
    </message>
    <message>
        <source>%1 is of another layer; choose a label of this one</source>
        <translation>%1 thuộc tầng khác; hãy chọn nhãn của tầng này</translation>
    </message>
    <message>
        <source>%1 has no %2; leave it out</source>
        <translation>%1 không có %2; hãy bỏ ra</translation>
    </message>
    <message>
        <source>%1 is %2; change it and repeat</source>
        <translation>%1 phải là %2; hãy sửa rồi làm lại</translation>
    </message>
    <message>
        <source>the tolerance is a share of at least 0 and below 1, such as 0.001</source>
        <translation>dung sai là một tỷ lệ từ 0 đến dưới 1, ví dụ 0.001</translation>
    </message>
    <message>
        <source>the tolerance is a number such as 0.001; write one and repeat</source>
        <translation>dung sai là một số, ví dụ 0.001; hãy ghi rồi làm lại</translation>
    </message>
    <message>
        <source>there is no boundary rule %1; choose one of the list</source>
        <translation>không có quy tắc ranh giới %1; hãy chọn trong danh sách</translation>
    </message>
    <message>
        <source>it was stopped; nothing was settled</source>
        <translation>đã dừng; chưa giải quyết gì</translation>
    </message>
    <message>
        <source>%1 is not in this project; known: %2</source>
        <translation>%1 không có trong dự án này; hiện có: %2</translation>
    </message>
    <message>
        <source>looking was stopped; nothing was changed</source>
        <translation>đã dừng tìm; không có gì thay đổi</translation>
    </message>
    <message>
        <source>mending was stopped; nothing was changed</source>
        <translation>đã dừng sửa; không có gì thay đổi</translation>
    </message>
    <message>
        <source>nothing says what is right here; change it by hand</source>
        <translation>không rõ ở đây thế nào là đúng; hãy sửa bằng tay</translation>
    </message>
    <message>
        <source>the span has changed since; look again and repeat</source>
        <translation>đoạn này đã thay đổi; hãy xem lại rồi làm lại</translation>
    </message>
    <message>
        <source>another repair changes that span; repeat this one after it</source>
        <translation>một sửa chữa khác cũng đổi đoạn này; hãy làm lại sau đó</translation>
    </message>
    <message>
        <source>the review has moved on since; look again and repeat</source>
        <translation>việc duyệt đã có thay đổi; hãy xem lại rồi làm lại</translation>
    </message>
    <message>
        <source>%1: no report file was found there; their names end in %2</source>
        <translation>%1: không thấy tệp báo cáo nào ở đó; tên tệp kết thúc bằng %2</translation>
    </message>
    <message>
        <source>the folder %1 cannot be read (%2); check its permissions and retry</source>
        <translation>không đọc được thư mục %1 (%2); hãy kiểm tra quyền truy cập rồi thử lại</translation>
    </message>
    <message>
        <source>that cannot be: %1</source>
        <translation>không được: %1</translation>
    </message>
    <message>
        <source>the key %1 is that of %2 and of %3</source>
        <translation>phím %1 vừa của %2 vừa của %3</translation>
    </message>
    <message>
        <source>the code %1 stands twice</source>
        <translation>mã %1 có hai lần</translation>
    </message>
    <message>
        <source>the code_vi %1 stands twice</source>
        <translation>mã tiếng Việt %1 có hai lần</translation>
    </message>
    <message>
        <source>the colour of label %1 is not written #rrggbb</source>
        <translation>màu của nhãn %1 không ghi theo dạng #rrggbb</translation>
    </message>
    <message>
        <source>the colour_dark of label %1 is not written #rrggbb</source>
        <translation>màu trên nền tối của nhãn %1 không ghi theo dạng #rrggbb</translation>
    </message>
    <message>
        <source>there is a label %1 already; choose another name</source>
        <translation>đã có nhãn %1; hãy chọn tên khác</translation>
    </message>
    <message>
        <source>%1 is what %2 was called; choose another name</source>
        <translation>%1 là tên cũ của %2; hãy chọn tên khác</translation>
    </message>
    <message>
        <source>a name is a letter, then letters, digits and _, 40 at most</source>
        <translation>tên gồm một chữ cái rồi đến chữ cái không dấu, chữ số và _, nhiều nhất 40</translation>
    </message>
    <message>
        <source>%1 has the value %2 already; choose another name</source>
        <translation>%1 đã có giá trị %2; hãy chọn tên khác</translation>
    </message>
    <message>
        <source>%1 needs a value that is offered; add another first</source>
        <translation>%1 cần ít nhất một giá trị được dùng; hãy thêm giá trị khác trước</translation>
    </message>
    <message>
        <source>the schema has changed since; look again and repeat</source>
        <translation>lược đồ đã thay đổi; hãy xem lại rồi làm lại</translation>
    </message>
    <message>
        <source>the label %1 is retired; choose another label</source>
        <translation>nhãn %1 đã ngừng dùng; hãy chọn nhãn khác</translation>
    </message>
    <message>
        <source>%1: %2 was not taken: %3</source>
        <translation>%1: không nhận %2: %3</translation>
    </message>
    <message>
        <source>%1: %2 is no report of this project, nor nearly one; add it, then merge again</source>
        <translation>%1: %2 không phải báo cáo nào của dự án này, cũng không gần giống; hãy thêm báo cáo rồi gộp lại</translation>
    </message>
    <message>
        <source>%1: %2: %3 of %4 at %5 to %6 there has no sure place</source>
        <translation>%1: %2: %3 của %4 ở vị trí %5 đến %6 không có chỗ chắc chắn</translation>
    </message>
    <message>
        <source>%1: %2: %3 resolutions were made on another text; settle them again</source>
        <translation>%1: %2: %3 quyết định duyệt thuộc văn bản khác; hãy duyệt lại</translation>
    </message>
    <message>
        <source>%1: %2: %3 candidates have no sure place and were left out</source>
        <translation>%1: %2: %3 ứng viên không có chỗ chắc chắn, đã bỏ qua</translation>
    </message>
    <message>
        <source>%1: %2 is taken for %3 of this project: %4 of 100 words are the same</source>
        <translation>%1: %2 được coi là %3 của dự án này: %4 trên 100 từ giống nhau</translation>
    </message>
    <message>
        <source>%1: %2: %3 known entries say something else; those of this project stay</source>
        <translation>%1: %2: %3 bước đã biết nay nói khác; giữ theo dự án này</translation>
    </message>
    <message>
        <source>%1 is a reviewer now, as %2 has it</source>
        <translation>%1 nay là người duyệt, theo %2</translation>
    </message>
    <message>
        <source>%1: %2 did %3 at %4 where another device of theirs had decided otherwise; %5 spans stay as that one left them</source>
        <translation>%1: %2 đã làm %3 lúc %4 ở chỗ thiết bị khác của họ đã quyết định khác; %5 đoạn giữ theo thiết bị kia</translation>
    </message>
    <message>
        <source>%1 is neither a bundle nor a project; choose another file</source>
        <translation>%1 không phải gói cũng không phải dự án; hãy chọn tệp khác</translation>
    </message>
    <message>
        <source>%1 was made by a newer annotator (form %2, this one knows %3); update the program and merge it again</source>
        <translation>%1 do annotator mới hơn tạo ra (dạng %2, bản này biết đến %3); hãy cập nhật chương trình rồi gộp lại</translation>
    </message>
    <message>
        <source>%1 is cut off or was changed since it was made; ask for it once more</source>
        <translation>%1 bị cụt hoặc đã bị sửa sau khi tạo; hãy xin lại tệp</translation>
    </message>
    <message>
        <source>%1 was made by another schema than this project; merge it into one of its own</source>
        <translation>%1 được tạo bằng lược đồ khác với dự án này; hãy gộp vào dự án cùng lược đồ</translation>
    </message>
    <message>
        <source>%1 is this very project; choose a colleague&apos;s file</source>
        <translation>%1 chính là dự án này; hãy chọn tệp của đồng nghiệp</translation>
    </message>
    <message>
        <source>merging was stopped; nothing was changed</source>
        <translation>đã dừng gộp; không có gì thay đổi</translation>
    </message>
    <message>
        <source>bundling was stopped; nothing was written</source>
        <translation>đã dừng gói; chưa ghi gì</translation>
    </message>
    <message>
        <source>the project has no person %1; see annotator authors</source>
        <translation>dự án không có người nào tên %1; xem annotator authors</translation>
    </message>
    <message>
        <source>the project has no person %1; add them first</source>
        <translation>dự án không có người nào tên %1; hãy thêm trước</translation>
    </message>
    <message>
        <source>%1 analysts cannot give %2 to a report; name more, or ask for fewer</source>
        <translation>%1 người không đủ để mỗi báo cáo có %2; hãy thêm người hoặc giảm số</translation>
    </message>
    <message>
        <source>this project hides who has which report; let a reviewer assign it, or show them</source>
        <translation>dự án này ẩn việc ai có báo cáo nào; hãy để người duyệt giao, hoặc bỏ ẩn</translation>
    </message>
    <message>
        <source>%1 has no work in this project yet; nothing was written</source>
        <translation>%1 chưa có phần việc nào trong dự án này; chưa ghi gì</translation>
    </message>
    <message>
        <source>a span lies outside its text</source>
        <translation>một đoạn nằm ngoài văn bản</translation>
    </message>
    <message>
        <source>a resolution lies outside its text</source>
        <translation>một quyết định duyệt nằm ngoài văn bản</translation>
    </message>
    <message>
        <source>its text is not the one its work was done on</source>
        <translation>văn bản không phải bản đã được gán nhãn</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>không đọc được</translation>
    </message>
    <message>
        <source>two of its entries have the same id</source>
        <translation>hai bước có cùng mã</translation>
    </message>
    <message>
        <source>it holds work of somebody it does not name</source>
        <translation>có phần việc của người không được nêu tên</translation>
    </message>
    <message>
        <source>it holds work in the set of another than its author</source>
        <translation>có phần việc trong bộ của người khác</translation>
    </message>
    <message>
        <source>it holds resolutions by another than its author</source>
        <translation>có quyết định duyệt của người khác</translation>
    </message>
    <message>
        <source>it holds spans of a label that this project&apos;s schema does not have</source>
        <translation>có đoạn mang nhãn mà lược đồ của dự án này không có</translation>
    </message>
    <message>
        <source>%1 is a %2 there and a %3 here</source>
        <translation>%1 bên kia là %2, ở đây là %3</translation>
    </message>
    <message>
        <source>%1: the extractor took more than %2 seconds; skipped</source>
        <translation>%1: bộ trích xuất chạy quá %2 giây; đã bỏ qua</translation>
    </message>
    <message>
        <source>%1: the extractor needs more than %2 MB of memory; skipped</source>
        <translation>%1: bộ trích xuất cần hơn %2 MB bộ nhớ; đã bỏ qua</translation>
    </message>
    <message>
        <source>%1: the extractor failed with %2; skipped</source>
        <translation>%1: bộ trích xuất gặp lỗi %2; đã bỏ qua</translation>
    </message>
    <message>
        <source>%1: the extractor gave %2; skipped</source>
        <translation>%1: bộ trích xuất trả về %2; đã bỏ qua</translation>
    </message>
    <message>
        <source>no extraction</source>
        <translation>thứ không phải kết quả trích xuất</translation>
    </message>
    <message>
        <source>something that is no span</source>
        <translation>thứ không phải đoạn</translation>
    </message>
    <message>
        <source>spans without ids of their own</source>
        <translation>các đoạn không có mã riêng</translation>
    </message>
    <message>
        <source>a span that is not in the report</source>
        <translation>một đoạn không nằm trong báo cáo</translation>
    </message>
    <message>
        <source>a span whose names are no words</source>
        <translation>một đoạn có tên không phải là chữ</translation>
    </message>
    <message>
        <source>a span that is decided already</source>
        <translation>một đoạn đã được quyết định</translation>
    </message>
    <message>
        <source>a span whose attributes are no words</source>
        <translation>một đoạn có thuộc tính không phải là chữ</translation>
    </message>
    <message>
        <source>a span whose score is not between 0 and 1</source>
        <translation>một đoạn có điểm không nằm trong khoảng 0 đến 1</translation>
    </message>
    <message>
        <source>a span whose evidence is none</source>
        <translation>một đoạn có căn cứ không hợp lệ</translation>
    </message>
    <message>
        <source>something that is no relation</source>
        <translation>thứ không phải quan hệ</translation>
    </message>
    <message>
        <source>a relation to a span that is not there</source>
        <translation>một quan hệ tới đoạn không tồn tại</translation>
    </message>
    <message>
        <source>%1: the worker process ended (%2) while extracting; skipped</source>
        <translation>%1: tiến trình trích xuất bị ngắt (%2); đã bỏ qua</translation>
    </message>
    <message>
        <source>%1: what the extractor gave cannot be sent (%2); skipped</source>
        <translation>%1: không gửi được kết quả của bộ trích xuất (%2); đã bỏ qua</translation>
    </message>
    <message>
        <source>the extractor %1 answered none of %2 reports; the last: %3; choose another extractor, or have this one mended</source>
        <translation>bộ trích xuất %1 không trả lời báo cáo nào trong %2 báo cáo; lần cuối: %3; hãy chọn bộ khác hoặc nhờ sửa bộ này</translation>
    </message>
    <message>
        <source>the extractor %1 cannot be started (%2); install its package again or choose another</source>
        <translation>không khởi động được bộ trích xuất %1 (%2); hãy cài lại gói của nó hoặc chọn bộ khác</translation>
    </message>
    <message>
        <source>the %1 %2 cannot be loaded (%3); install its package again or remove it</source>
        <translation>không nạp được %1 %2 (%3); hãy cài lại gói của nó hoặc gỡ bỏ</translation>
    </message>
    <message>
        <source>%1 was moved, deleted or replaced while it was open; all decided before is in %2; open that</source>
        <translation>%1 đã bị chuyển, xóa hoặc thay thế khi đang mở; mọi quyết định trước đó nằm trong %2; hãy mở tệp ấy</translation>
    </message>
    <message>
        <source>%1 was moved, deleted or replaced while it was open; nothing was changed; put it back</source>
        <translation>%1 đã bị chuyển, xóa hoặc thay thế khi đang mở; chưa thay đổi gì; hãy đặt nó lại chỗ cũ</translation>
    </message>
    <message>
        <source>%1 is in use by %2; close it there and try again, or delete %3 when that machine no longer runs</source>
        <translation>%1 đang được %2 dùng; hãy đóng ở đó rồi thử lại, hoặc xóa %3 khi máy ấy không còn chạy</translation>
    </message>
    <message>
        <source>%1 lies on a network share (%2), which is slower and less safe; better copy it to this machine</source>
        <translation>%1 nằm trên thư mục mạng (%2), chậm và kém an toàn hơn; nên chép về máy này</translation>
    </message>
    <message>
        <source>no backup was made in %1: the disk is full; free some space and repeat</source>
        <translation>chưa sao lưu được vào %1: đĩa đầy; hãy dọn bớt rồi làm lại</translation>
    </message>
    <message>
        <source>no backup was made in %1 (%2); make it writable or choose another folder</source>
        <translation>chưa sao lưu được vào %1 (%2); hãy cho phép ghi hoặc chọn thư mục khác</translation>
    </message>
    <message>
        <source>%1: %2 makes a backup; wait for it and repeat</source>
        <translation>%1: %2 đang sao lưu; hãy chờ rồi làm lại</translation>
    </message>
    <message>
        <source>the file is damaged, and no backup can be made of it; see what annotator check says</source>
        <translation>tệp bị hỏng nên không sao lưu được; hãy xem kết quả của annotator check</translation>
    </message>
    <message>
        <source>%1 is this very project; choose a backup of it</source>
        <translation>%1 chính là dự án này; hãy chọn một bản sao lưu của nó</translation>
    </message>
    <message>
        <source>%1 is no backup of a project; choose another file</source>
        <translation>%1 không phải bản sao lưu của dự án; hãy chọn tệp khác</translation>
    </message>
    <message>
        <source>%1 is a backup of another project than %2; choose one of this project</source>
        <translation>%1 là bản sao lưu của dự án khác, không phải %2; hãy chọn bản của dự án này</translation>
    </message>
    <message>
        <source>the backup was stopped; nothing was changed</source>
        <translation>việc sao lưu đã dừng; không có gì thay đổi</translation>
    </message>
    <message>
        <source>the restore was stopped; nothing was changed</source>
        <translation>việc khôi phục đã dừng; không có gì thay đổi</translation>
    </message>
    <message>
        <source>%1 is damaged: %2; nothing was changed; %3</source>
        <translation>%1 bị hỏng: %2; không có gì thay đổi; hãy %3</translation>
    </message>
    <message>
        <source>restore %1, the next that is whole</source>
        <translation>khôi phục %1, bản nguyên vẹn kế tiếp</translation>
    </message>
    <message>
        <source>choose another file</source>
        <translation>chọn tệp khác</translation>
    </message>
    <message>
        <source>%1 cannot be read back from the disk%2; check the disk</source>
        <translation>không đọc lại được %1 từ đĩa%2; hãy kiểm tra đĩa</translation>
    </message>
    <message>
        <source>; as it was it is kept as %1</source>
        <translation>; bản trước đó được giữ ở %1</translation>
    </message>
    <message>
        <source>it is not as it was written</source>
        <translation>nội dung không còn như lúc ghi</translation>
    </message>
    <message>
        <source>%1 cannot be replaced (%2); make its folder writable</source>
        <translation>không thay được %1 (%2); hãy cho phép ghi vào thư mục của nó</translation>
    </message>
    <message>
        <source>%1 cannot be read back from the disk; check the disk</source>
        <translation>không đọc lại được %1 từ đĩa; hãy kiểm tra đĩa</translation>
    </message>
    <message>
        <source>%1 holds no .ann files; choose a folder of brat&apos;s</source>
        <translation>%1 không có tệp .ann nào; hãy chọn thư mục của brat</translation>
    </message>
    <message>
        <source>%1 is no type system (%2); export it again</source>
        <translation>%1 không phải hệ kiểu (%2); hãy xuất lại</translation>
    </message>
    <message>
        <source>it defines entities, which is not read; export it again</source>
        <translation>tệp khai báo thực thể XML nên không được đọc; hãy xuất lại</translation>
    </message>
    <message>
        <source>it is JSON, but no CAS of version 0.4; export it again as such</source>
        <translation>tệp là JSON nhưng không phải CAS bản 0.4; hãy xuất lại theo dạng đó</translation>
    </message>
    <message>
        <source>it brings no types; put the %1 of its project beside it</source>
        <translation>tệp không kèm hệ kiểu; hãy đặt %1 của dự án đó bên cạnh</translation>
    </message>
    <message>
        <source>%1 holds no %2 files; choose a folder of them</source>
        <translation>%1 không có tệp %2 nào; hãy chọn thư mục có các tệp ấy</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MB; split it</source>
        <translation>%1 lớn hơn %2 MB; hãy chia nhỏ tệp</translation>
    </message>
    <message>
        <source>%1 holds no tagged tokens; choose a .conll file or a folder of them</source>
        <translation>%1 không có từ nào được gắn thẻ; hãy chọn tệp .conll hoặc thư mục có các tệp ấy</translation>
    </message>
    <message>
        <source>%1 holds no report; check the path</source>
        <translation>%1 không có báo cáo nào; hãy kiểm tra đường dẫn</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>không đọc được %1: %2</translation>
    </message>
    <message>
        <source>%1 holds no list of tasks; export the project as JSON</source>
        <translation>%1 không có danh sách nhiệm vụ; hãy xuất dự án dưới dạng JSON</translation>
    </message>
    <message>
        <source>%1 is not a folder; give the folder that holds the gold files</source>
        <translation>%1 không phải thư mục; hãy chọn thư mục chứa các tệp vàng</translation>
    </message>
    <message>
        <source>%1 holds no gold: no file %2; check the folder</source>
        <translation>%1 không có dữ liệu vàng: không có tệp %2; hãy kiểm tra thư mục</translation>
    </message>
    <message>
        <source>%1 is neither a folder nor a file %2; check the path</source>
        <translation>%1 không phải thư mục, cũng không phải tệp %2; hãy kiểm tra đường dẫn</translation>
    </message>
    <message>
        <source>%1 holds no task; check the path</source>
        <translation>%1 không có nhiệm vụ nào; hãy kiểm tra đường dẫn</translation>
    </message>
    <message>
        <source>%1 holds no spaCy Docs; choose a .spacy file or a folder of them</source>
        <translation>%1 không có Doc nào của spaCy; hãy chọn tệp .spacy hoặc thư mục có các tệp ấy</translation>
    </message>
    <message>
        <source>%1 unpacks to more than it may, or is cut off; export it again</source>
        <translation>%1 bung ra quá lớn hoặc bị cắt cụt; hãy xuất lại</translation>
    </message>
    <message>
        <source>%1 is no file of spaCy Docs (%2); export it again</source>
        <translation>%1 không phải tệp Doc của spaCy (%2); hãy xuất lại</translation>
    </message>
    <message>
        <source>%1 holds no list of annotation pages; choose another file</source>
        <translation>%1 không có danh sách trang chú thích; hãy chọn tệp khác</translation>
    </message>
    <message>
        <source>%1 holds no .tsv files; choose a folder of WebAnno&apos;s</source>
        <translation>%1 không có tệp .tsv nào; hãy chọn thư mục của WebAnno</translation>
    </message>
    <message>
        <source>%1: %2 %3 left out: %4</source>
        <translation>%1: đã bỏ %2 %3: %4</translation>
    </message>
    <message>
        <source>regions</source>
        <translation>vùng</translation>
    </message>
    <message>
        <source>relations</source>
        <translation>quan hệ</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>thuộc tính</translation>
    </message>
    <message>
        <source>spans</source>
        <translation>đoạn</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>nhãn</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>câu trả lời</translation>
    </message>
    <message>
        <source>annotations of other people</source>
        <translation>bản gán nhãn của người khác</translation>
    </message>
    <message>
        <source>annotations</source>
        <translation>chú thích</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>bình luận</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>ghi chú</translation>
    </message>
    <message>
        <source>events</source>
        <translation>sự kiện</translation>
    </message>
    <message>
        <source>equivalences</source>
        <translation>quan hệ tương đương</translation>
    </message>
    <message>
        <source>links to other sources</source>
        <translation>liên kết tới nguồn khác</translation>
    </message>
    <message>
        <source>the schema has no label %1</source>
        <translation>lược đồ không có nhãn %1</translation>
    </message>
    <message>
        <source>of that name</source>
        <translation>có tên đó</translation>
    </message>
    <message>
        <source>they have no label</source>
        <translation>không có nhãn</translation>
    </message>
    <message>
        <source>they have no value</source>
        <translation>không có giá trị</translation>
    </message>
    <message>
        <source>they have no width</source>
        <translation>không có độ dài</translation>
    </message>
    <message>
        <source>they have separate parts</source>
        <translation>gồm các phần rời nhau</translation>
    </message>
    <message>
        <source>they are on no span</source>
        <translation>không gắn với đoạn nào</translation>
    </message>
    <message>
        <source>they are of no region with a label</source>
        <translation>không thuộc vùng nào có nhãn</translation>
    </message>
    <message>
        <source>their region has one already</source>
        <translation>vùng ấy đã có một nhãn</translation>
    </message>
    <message>
        <source>we have no place for them</source>
        <translation>ở đây không có chỗ cho chúng</translation>
    </message>
    <message>
        <source>a report has no place for them</source>
        <translation>báo cáo không có chỗ cho chúng</translation>
    </message>
    <message>
        <source>they have no place in the text</source>
        <translation>chúng không có vị trí trong văn bản</translation>
    </message>
    <message>
        <source>a span at their end is not there</source>
        <translation>thiếu đoạn ở một đầu</translation>
    </message>
    <message>
        <source>a span at their end was left out</source>
        <translation>đoạn ở một đầu đã bị bỏ</translation>
    </message>
    <message>
        <source>no relation %1 leads from %2 to %3</source>
        <translation>không có quan hệ %1 từ %2 tới %3</translation>
    </message>
    <message>
        <source>%1 has no attribute %2</source>
        <translation>%1 không có thuộc tính %2</translation>
    </message>
    <message>
        <source>an attribute has one value</source>
        <translation>mỗi thuộc tính có một giá trị</translation>
    </message>
    <message>
        <source>their value is no text and no number</source>
        <translation>giá trị không phải chữ, cũng không phải số</translation>
    </message>
    <message>
        <source>they are no names with values</source>
        <translation>chúng không phải cặp tên và giá trị</translation>
    </message>
    <message>
        <source>one annotation a task is taken, the ground truth or the first; import others from a file of theirs</source>
        <translation>mỗi nhiệm vụ chỉ lấy một bản, bản chuẩn hoặc bản đầu; hãy nhập các bản khác từ tệp riêng</translation>
    </message>
    <message>
        <source>nobody annotated this task, or all cancelled it; nothing of it was taken</source>
        <translation>chưa ai gán nhãn nhiệm vụ này, hoặc mọi người đã hủy; không lấy gì từ nó</translation>
    </message>
    <message>
        <source>it has no labels: neither label nor entities</source>
        <translation>dòng này không có nhãn: không có label, cũng không có entities</translation>
    </message>
    <message>
        <source>it was rejected or ignored there</source>
        <translation>đã bị từ chối hoặc bỏ qua ở đó</translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <translation>không phải đối tượng JSON</translation>
    </message>
    <message>
        <source>it is not a task</source>
        <translation>không phải nhiệm vụ</translation>
    </message>
    <message>
        <source>it is not UTF-8 text</source>
        <translation>không phải văn bản UTF-8</translation>
    </message>
    <message>
        <source>it is not UTF-8 text; save the file as UTF-8</source>
        <translation>không phải văn bản UTF-8; hãy lưu tệp dưới dạng UTF-8</translation>
    </message>
    <message>
        <source>it is not JSON; the file may be cut off here</source>
        <translation>không phải JSON; có thể tệp bị cắt cụt ở đây</translation>
    </message>
    <message>
        <source>it is not JSON (line %1); the file may be cut off here</source>
        <translation>không phải JSON (dòng %1); có thể tệp bị cắt cụt ở đây</translation>
    </message>
    <message>
        <source>text is missing or empty</source>
        <translation>thiếu văn bản hoặc văn bản trống</translation>
    </message>
    <message>
        <source>its offsets are not in the text</source>
        <translation>vị trí không nằm trong văn bản</translation>
    </message>
    <message>
        <source>it is no CAS (%1); export it again</source>
        <translation>không phải CAS (%1); hãy xuất lại</translation>
    </message>
</context>
<context>
    <name>Repeating</name>
    <message>
        <source>nothing was decided yet that could be repeated</source>
        <translation>chưa có quyết định nào để lặp lại</translation>
    </message>
</context>
<context>
    <name>Resting</name>
    <message>
        <source>tidying</source>
        <translation>đang dọn dẹp</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>value</source>
        <translation>giá trị</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>đơn vị</translation>
    </message>
    <message>
        <source>label</source>
        <translation>nhãn</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>thiếu</translation>
    </message>
    <message>
        <source>extra</source>
        <translation>thừa</translation>
    </message>
    <message>
        <source>link</source>
        <translation>liên kết</translation>
    </message>
    <message>
        <source>border</source>
        <translation>ranh giới</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>thuộc tính</translation>
    </message>
    <message>
        <source>doubt</source>
        <translation>nghi ngờ</translation>
    </message>
    <message>
        <source>white space stays outside</source>
        <translation>khoảng trắng nằm ngoài</translation>
    </message>
    <message>
        <source>punctuation stays outside</source>
        <translation>dấu câu nằm ngoài</translation>
    </message>
    <message>
        <source>qualifiers, direction verbs and status words stay outside a figure</source>
        <translation>từ hạn định, động từ tăng giảm và từ chỉ tình trạng nằm ngoài số liệu</translation>
    </message>
    <message>
        <source>the scale word and the unit belong to the figure</source>
        <translation>từ chỉ bậc và đơn vị thuộc về số liệu</translation>
    </message>
    <message>
        <source>forms of address and honours stay outside a person&apos;s name</source>
        <translation>danh xưng và danh hiệu nằm ngoài tên người</translation>
    </message>
    <message>
        <source>prepositions stay outside a date</source>
        <translation>giới từ nằm ngoài ngày tháng</translation>
    </message>
    <message>
        <source>the level word belongs to the place when it is there</source>
        <translation>từ chỉ cấp thuộc về địa danh khi có</translation>
    </message>
    <message>
        <source>the term stays outside the name</source>
        <translation>nhiệm kỳ nằm ngoài tên</translation>
    </message>
    <message>
        <source>took the version of %1</source>
        <translation>lấy phiên bản của %1</translation>
    </message>
    <message>
        <source>wrote a version of their own</source>
        <translation>viết phiên bản riêng</translation>
    </message>
    <message>
        <source>none is right</source>
        <translation>không phiên bản nào đúng</translation>
    </message>
    <message>
        <source>commented</source>
        <translation>bình luận</translation>
    </message>
    <message>
        <source>opened it again</source>
        <translation>mở lại</translation>
    </message>
    <message>
        <source>made the report gold</source>
        <translation>đưa báo cáo thành vàng</translation>
    </message>
    <message>
        <source>nothing is marked here</source>
        <translation>không gán gì ở đây</translation>
    </message>
    <message>
        <source>no link</source>
        <translation>không có liên kết</translation>
    </message>
    <message>
        <source>majority %1/%2</source>
        <translation>đa số %1/%2</translation>
    </message>
    <message>
        <source>No disputes: nobody else has finished a report that you or others have finished too.
Let two persons finish the same report, or import or merge a colleague&apos;s work.</source>
        <translation>Không có bất đồng: chưa có báo cáo nào được hai người hoàn tất.
Hãy để hai người hoàn tất cùng một báo cáo, hoặc nhập hay gộp công việc của đồng nghiệp.</translation>
    </message>
    <message>
        <source>No dispute is like that. Choose other filters above the list.</source>
        <translation>Không có bất đồng nào như vậy. Hãy chọn bộ lọc khác phía trên danh sách.</translation>
    </message>
    <message>
        <source>All %1 disputes are settled. Ctrl+Shift+E exports the gold.</source>
        <translation>Cả %1 bất đồng đã giải quyết. Ctrl+Shift+E để xuất dữ liệu vàng.</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Report under review</source>
        <translation>Báo cáo đang duyệt</translation>
    </message>
    <message>
        <source>lane %1: %2</source>
        <translation>làn %1: %2</translation>
    </message>
    <message>
        <source>nothing marked: %1</source>
        <translation>không gán gì: %1</translation>
    </message>
    <message>
        <source>dashed: in dispute; all else is agreed or settled</source>
        <translation>nét đứt: đang bất đồng; chỗ khác đã thống nhất hay giải quyết</translation>
    </message>
</context>
<context>
    <name>ReviewSettings</name>
    <message>
        <source>Review settings</source>
        <translation>Thiết lập duyệt</translation>
    </message>
    <message>
        <source>only what all say</source>
        <translation>chỉ điều mọi người đều gán</translation>
    </message>
    <message>
        <source>what more than half say</source>
        <translation>điều hơn nửa số người gán</translation>
    </message>
    <message>
        <source>what %1 says</source>
        <translation>điều %1 gán</translation>
    </message>
    <message>
        <source>I settle disputes in this project</source>
        <translation>Tôi là người duyệt của dự án này</translation>
    </message>
    <message>
        <source>Merge without asking</source>
        <translation>Gộp không cần hỏi</translation>
    </message>
    <message>
        <source>Numbers may differ by</source>
        <translation>Các số được lệch nhau</translation>
    </message>
    <message>
        <source>A share of the larger number: 0.001 is one in a thousand, 0 asks for equal numbers.</source>
        <translation>Tỷ lệ so với số lớn hơn: 0.001 là một phần nghìn, 0 đòi các số bằng nhau.</translation>
    </message>
    <message>
        <source>Reviewers: %1</source>
        <translation>Người duyệt: %1</translation>
    </message>
    <message>
        <source>Nobody yet.</source>
        <translation>Chưa có ai.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Giữ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>Reviewed</name>
    <message>
        <source>What reviewers decided about my work</source>
        <translation>Người duyệt đã quyết định gì về công việc của tôi</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Gửi</translation>
    </message>
    <message>
        <source>Ask to open it again</source>
        <translation>Xin mở lại</translation>
    </message>
    <message>
        <source>reading what was decided</source>
        <translation>đang đọc các quyết định</translation>
    </message>
    <message>
        <source>comment sent</source>
        <translation>đã gửi bình luận</translation>
    </message>
    <message>
        <source>opened again; the reviewer sees it in the queue</source>
        <translation>đã mở lại; người duyệt thấy nó trong hàng đợi</translation>
    </message>
    <message>
        <source>Nothing in your finished reports was changed. What reviewers change is listed here.</source>
        <translation>Chưa có gì trong các báo cáo bạn hoàn tất bị sửa. Điều người duyệt sửa sẽ được liệt kê ở đây.</translation>
    </message>
    <message>
        <source>Answer the reviewer; Enter sends it</source>
        <translation>Trả lời người duyệt; Enter để gửi</translation>
    </message>
    <message>
        <source>Answer to the reviewer</source>
        <translation>Lời đáp cho người duyệt</translation>
    </message>
</context>
<context>
    <name>SchemaDialog</name>
    <message>
        <source>Labels and values</source>
        <translation>Nhãn và giá trị</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>&amp;Nhãn</translation>
    </message>
    <message>
        <source>&amp;Values</source>
        <translation>&amp;Giá trị</translation>
    </message>
    <message>
        <source>&amp;Take back</source>
        <translation>Hoàn &amp;tác</translation>
    </message>
    <message>
        <source>&amp;Do again</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>A&amp;pply</source>
        <translation>Á&amp;p dụng</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>What changes, and the spans it touches</source>
        <translation>Những gì thay đổi và các đoạn bị đụng tới</translation>
    </message>
    <message>
        <source>the changes are not applied; Esc once more drops them</source>
        <translation>các thay đổi chưa được áp dụng; nhấn Esc lần nữa để bỏ</translation>
    </message>
    <message>
        <source>nothing is changed yet</source>
        <translation>chưa có gì thay đổi</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>searching</source>
        <translation>đang tìm</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Các trang cài đặt</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Phím</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Giao diện</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Tên của bạn</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>SettlingRules</name>
    <message>
        <source>no boundary rule says what is right here; take a version or write one</source>
        <translation>không quy tắc ranh giới nào nói chỗ này đúng ra sao; hãy lấy một phiên bản hay tự viết</translation>
    </message>
    <message>
        <source>looking for disputes of this rule</source>
        <translation>đang tìm bất đồng theo quy tắc này</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Các phiên bản</translation>
    </message>
    <message>
        <source>Is to stand</source>
        <translation>Sẽ giữ</translation>
    </message>
    <message>
        <source>Settle all of this boundary rule</source>
        <translation>Giải quyết mọi chỗ theo quy tắc ranh giới này</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation>Quy tắc: %1</translation>
    </message>
    <message>
        <source>Settle %1</source>
        <translation>Giải quyết %1</translation>
    </message>
    <message>
        <source>%1 disputes settled by the rule</source>
        <translation>đã giải quyết %1 bất đồng theo quy tắc</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>no report is open; choose one in the library</source>
        <translation>chưa mở báo cáo nào; hãy chọn một báo cáo trong thư viện</translation>
    </message>
    <message>
        <source>no span is current; press Tab to go to the next candidate</source>
        <translation>chưa có đoạn hiện tại; nhấn Tab để đến ứng viên kế tiếp</translation>
    </message>
    <message>
        <source>writing %1 spans…</source>
        <translation>đang ghi %1 đoạn…</translation>
    </message>
    <message>
        <source>%1; others of the string: %2</source>
        <translation>%1; những chỗ khác cùng chuỗi: %2</translation>
    </message>
    <message>
        <source>nothing to undo in this report</source>
        <translation>báo cáo này không có gì để hoàn tác</translation>
    </message>
    <message>
        <source>undone: %s</source>
        <translation>đã hoàn tác: %s</translation>
    </message>
    <message>
        <source>nothing to redo in this report</source>
        <translation>báo cáo này không có gì để làm lại</translation>
    </message>
    <message>
        <source>redone: %s</source>
        <translation>đã làm lại: %s</translation>
    </message>
    <message>
        <source>%1: %2 spans</source>
        <translation>%1: %2 đoạn</translation>
    </message>
    <message>
        <source>%1 in %2 reports</source>
        <translation>%1 trong %2 báo cáo</translation>
    </message>
    <message>
        <source>%1; changed since and left as they are: %2</source>
        <translation>%1; đã đổi sau đó nên giữ nguyên: %2</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keys</source>
        <translation>Phím</translation>
    </message>
    <message>
        <source>Filter commands…</source>
        <translation>Lọc lệnh…</translation>
    </message>
    <message>
        <source>Filter of the commands</source>
        <translation>Bộ lọc lệnh</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Trình đơn</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Lệnh</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Tác dụng</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Các lệnh và phím của chúng</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Trang</translation>
    </message>
</context>
<context>
    <name>ShowingAgreement</name>
    <message>
        <source>Agreement</source>
        <translation>Đồng thuận</translation>
    </message>
    <message>
        <source>comparing…</source>
        <translation>đang so sánh…</translation>
    </message>
    <message>
        <source>comparing</source>
        <translation>so sánh</translation>
    </message>
    <message>
        <source>listing cases</source>
        <translation>liệt kê trường hợp</translation>
    </message>
</context>
<context>
    <name>ShowingReview</name>
    <message>
        <source>Review</source>
        <translation>Duyệt bất đồng</translation>
    </message>
    <message>
        <source>looking for disputes…</source>
        <translation>đang tìm bất đồng…</translation>
    </message>
    <message>
        <source>looking for disputes</source>
        <translation>đang tìm bất đồng</translation>
    </message>
</context>
<context>
    <name>SpanCard</name>
    <message>
        <source>No span is current. Tab goes to the next candidate; select text and press a label&apos;s key to add one.</source>
        <translation>Chưa có đoạn hiện tại. Tab đến ứng viên kế tiếp; chọn văn bản rồi nhấn phím nhãn để thêm đoạn.</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Liên kết</translation>
    </message>
    <message>
        <source>Figures of this indicator</source>
        <translation>Số liệu của chỉ tiêu này</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bằng chứng</translation>
    </message>
    <message>
        <source>Remembered of these words</source>
        <translation>Đã nhớ về các từ này</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Note on the span</source>
        <translation>Ghi chú về đoạn</translation>
    </message>
    <message>
        <source>Span card</source>
        <translation>Thẻ đoạn</translation>
    </message>
    <message>
        <source>D direction, B against what, U status, Q qualifier; Enter goes on, Ctrl+Enter gives what was stepped to the rest of the list</source>
        <translation>D hướng, B so với, U trạng thái, Q định lượng; Enter đi tiếp, Ctrl+Enter gán những gì vừa đổi cho phần còn lại của chuỗi</translation>
    </message>
    <message>
        <source>this label has no value</source>
        <translation>nhãn này không có giá trị</translation>
    </message>
    <message>
        <source>Selected text</source>
        <translation>Văn bản đang chọn</translation>
    </message>
    <message>
        <source>Current span</source>
        <translation>Đoạn đang chọn</translation>
    </message>
    <message>
        <source>K takes the thousands, P the decimal; Esc leaves the number as it is</source>
        <translation>K lấy hàng nghìn, P lấy số thập phân; Esc để nguyên con số</translation>
    </message>
    <message>
        <source>nothing follows in this list</source>
        <translation>phía sau không còn gì trong chuỗi này</translation>
    </message>
</context>
<context>
    <name>Spotting</name>
    <message>
        <source>no number or name is left out there</source>
        <translation>phía ấy không bỏ sót số hay tên nào</translation>
    </message>
    <message>
        <source>a label&apos;s key draws it, Enter draws a number, Tab goes on, [ ] { } fit it, Esc goes back</source>
        <translation>phím nhãn để gán, Enter nhận số, Tab đi tiếp, [ ] { } chỉnh ranh giới, Esc quay lại</translation>
    </message>
    <message>
        <source>no number is read there; press the key of a label</source>
        <translation>ở đó không đọc được số nào; hãy nhấn phím của một nhãn</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Correct the candidates found in reports, by keyboard, and export the gold. Nothing leaves this computer.</source>
        <translation>Sửa các ứng viên tìm được trong báo cáo bằng bàn phím, rồi xuất bản vàng. Không gì rời khỏi máy này.</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Dự án mới…</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Mở dự án…</translation>
    </message>
    <message>
        <source>Try it on sample reports</source>
        <translation>Thử với báo cáo mẫu</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>Trang mở đầu</translation>
    </message>
    <message>
        <source>Six invented reports with their candidates, and a tour of two minutes.</source>
        <translation>Sáu báo cáo bịa có sẵn ứng viên, và phần giới thiệu hai phút.</translation>
    </message>
    <message>
        <source>An empty file; then add reports, and their candidates are found by themselves.</source>
        <translation>Một tệp trống; sau đó thêm báo cáo, ứng viên được tìm tự động.</translation>
    </message>
    <message>
        <source>A file that ends in .annotator, your own or a colleague&apos;s.</source>
        <translation>Tệp có đuôi .annotator, của bạn hoặc của đồng nghiệp.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Dự án gần đây</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source> · finished</source>
        <translation> · đã xong</translation>
    </message>
    <message>
        <source>%1 candidates left</source>
        <translation>còn %1 ứng viên</translation>
    </message>
    <message>
        <source> · page %1</source>
        <translation> · trang %1</translation>
    </message>
</context>
<context>
    <name>Strangers</name>
    <message>
        <source>%1 was not made here: it is being checked, and can only be read until then</source>
        <translation>%1 không được tạo ở đây: đang được kiểm tra, và cho đến lúc đó chỉ đọc được</translation>
    </message>
    <message>
        <source> (read-only: being checked)</source>
        <translation> (chỉ đọc: đang kiểm tra)</translation>
    </message>
    <message>
        <source>checking the project</source>
        <translation>đang kiểm tra dự án</translation>
    </message>
    <message>
        <source>%1 is sound: it can be changed now</source>
        <translation>%1 nguyên vẹn: giờ đã sửa được</translation>
    </message>
    <message>
        <source> (read-only: it has faults)</source>
        <translation> (chỉ đọc: có lỗi)</translation>
    </message>
    <message>
        <source>Faults of the project</source>
        <translation>Lỗi của dự án</translation>
    </message>
    <message>
        <source> (read-only: not checked)</source>
        <translation> (chỉ đọc: chưa kiểm tra)</translation>
    </message>
</context>
<context>
    <name>Sweeping</name>
    <message>
        <source>no candidate is left there</source>
        <translation>ở đó không còn ứng viên nào</translation>
    </message>
</context>
<context>
    <name>Team</name>
    <message>
        <source>Bundles (*%1)</source>
        <translation>Gói (*%1)</translation>
    </message>
    <message>
        <source>Bundle my work</source>
        <translation>Gói phần việc của tôi</translation>
    </message>
    <message>
        <source>bundling</source>
        <translation>đang gói</translation>
    </message>
    <message>
        <source>Bring work together</source>
        <translation>Gộp phần việc</translation>
    </message>
    <message>
        <source>Bundles and projects (*%1 *%2)</source>
        <translation>Gói và dự án (*%1 *%2)</translation>
    </message>
    <message>
        <source>bringing work together</source>
        <translation>đang gộp phần việc</translation>
    </message>
    <message>
        <source>something else is running; wait for it or cancel it</source>
        <translation>việc khác đang chạy; hãy đợi hoặc hủy việc đó</translation>
    </message>
    <message>
        <source>no report is selected; choose some in the library with Shift or Ctrl</source>
        <translation>chưa chọn báo cáo nào; hãy chọn trong thư viện bằng Shift hoặc Ctrl</translation>
    </message>
    <message>
        <source>%1 reports assigned</source>
        <translation>đã giao %1 báo cáo</translation>
    </message>
    <message>
        <source>The work of your colleagues is being brought together…</source>
        <translation>Đang gộp phần việc của các đồng nghiệp…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>%1 steps over %2 reports written to %3</source>
        <translation>đã ghi %1 bước trên %2 báo cáo vào %3</translation>
    </message>
    <message>
        <source>%1 steps and %2 resolutions came, in %3 reports</source>
        <translation>đã nhận %1 bước và %2 quyết định duyệt, trong %3 báo cáo</translation>
    </message>
    <message>
        <source>The project as it was is kept as %1.</source>
        <translation>Dự án như trước đó được giữ trong %1.</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Chép</translation>
    </message>
</context>
<context>
    <name>TickDialog</name>
    <message>
        <source>Tick &amp;all</source>
        <translation>Đánh dấu &amp;tất cả</translation>
    </message>
    <message>
        <source>Tick &amp;none</source>
        <translation>&amp;Bỏ mọi dấu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>%1 of %2 ticked</source>
        <translation>đã đánh dấu %1 trên %2</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Tour</source>
        <translation>Giới thiệu</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Thoát</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Begin to work</source>
        <translation>Bắt đầu làm</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tiếp</translation>
    </message>
    <message>
        <source>The library</source>
        <translation>Thư viện</translation>
    </message>
    <message>
        <source>The reports of the project, with what is left to do in each. Enter opens one; Ctrl+Shift+O adds more, files and folders can be dropped here.</source>
        <translation>Các báo cáo của dự án và việc còn lại ở mỗi báo cáo. Enter mở một báo cáo; Ctrl+Shift+O thêm báo cáo, có thể thả tệp và thư mục vào đây.</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Dashed marks are candidates that wait for you, solid ones are decided. Tab goes to the next candidate, Enter accepts it and goes on, Delete rejects it.</source>
        <translation>Nét đứt là ứng viên đang chờ bạn, nét liền là đã quyết định. Tab đến ứng viên kế tiếp, Enter nhận và đi tiếp, Delete bỏ.</translation>
    </message>
    <message>
        <source>Correct by keyboard</source>
        <translation>Sửa bằng bàn phím</translation>
    </message>
    <message>
        <source>1 to 7 and Shift+1 to Shift+7 give another label; [ ] move the start, { } the end. Select text with Shift and the arrows and press a label&apos;s key to add a span. Ctrl+Z takes back whatever you did.</source>
        <translation>1 đến 7 và Shift+1 đến Shift+7 đổi nhãn; [ ] dời đầu, { } dời cuối. Chọn chữ bằng Shift và các phím mũi tên rồi nhấn phím của nhãn để thêm đoạn. Ctrl+Z hoàn tác mọi việc.</translation>
    </message>
    <message>
        <source>The span card</source>
        <translation>Thẻ đoạn</translation>
    </message>
    <message>
        <source>All about the current span: its label, its value and which words gave it, links, history. V edits the value, I links a figure to what it measures, T accepts a whole statement.</source>
        <translation>Mọi điều về đoạn đang chọn: nhãn, giá trị và các từ cho ra giá trị đó, liên kết, lịch sử. V sửa giá trị, I nối số liệu với chỉ tiêu, T nhận cả một câu số liệu.</translation>
    </message>
    <message>
        <source>The lists</source>
        <translation>Các danh sách</translation>
    </message>
    <message>
        <source>Figures, spans, doubtful places and every step so far. Enter in a row goes there; F6 goes from part to part of the window.</source>
        <translation>Số liệu, đoạn, chỗ đáng ngờ và mọi bước đã làm. Enter ở một dòng để đến đó; F6 đi từ phần này sang phần khác của cửa sổ.</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Điều đang diễn ra</translation>
    </message>
    <message>
        <source>Here stands what was just done and how much is left. Everything is saved at once. Ctrl+Enter finishes the report and opens the next; Ctrl+Shift+E exports the gold.</source>
        <translation>Ở đây cho biết việc vừa làm và còn lại bao nhiêu. Mọi thứ được lưu ngay. Ctrl+Enter kết thúc báo cáo và mở báo cáo kế tiếp; Ctrl+Shift+E xuất bản vàng.</translation>
    </message>
    <message>
        <source>When you are stuck</source>
        <translation>Khi cần giúp</translation>
    </message>
    <message>
        <source>F1 shows what the guideline says of the label at hand, Ctrl+K finds any command by a few letters. This tour is in the menu Help.</source>
        <translation>F1 hiện hướng dẫn về nhãn đang dùng, Ctrl+K tìm lệnh theo vài chữ cái. Phần giới thiệu này nằm trong trình đơn Trợ giúp.</translation>
    </message>
</context>
<context>
    <name>Travelling</name>
    <message>
        <source>taking back</source>
        <translation>đang hoàn tác</translation>
    </message>
    <message>
        <source>doing again</source>
        <translation>đang làm lại</translation>
    </message>
    <message>
        <source>%1 steps taken back</source>
        <translation>đã hoàn tác %1 bước</translation>
    </message>
    <message>
        <source>%1 steps done again</source>
        <translation>đã làm lại %1 bước</translation>
    </message>
</context>
<context>
    <name>ValuesPage</name>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Thêm</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Thuộc tính</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>Name of a new value</source>
        <translation>Tên của giá trị mới</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Tên</translation>
    </message>
    <message>
        <source>&amp;Title in Vietnamese</source>
        <translation>Tên gọi tiếng &amp;Việt</translation>
    </message>
    <message>
        <source>%1 (retired)</source>
        <translation>%1 (ngừng dùng)</translation>
    </message>
    <message>
        <source>&amp;Retire</source>
        <translation>N&amp;gừng dùng</translation>
    </message>
    <message>
        <source>O&amp;ffer again</source>
        <translation>&amp;Dùng lại</translation>
    </message>
</context>
<context>
    <name>VersionsPanel</name>
    <message>
        <source>Versions of the dispute</source>
        <translation>Các phiên bản của bất đồng</translation>
    </message>
    <message>
        <source>majority</source>
        <translation>đa số</translation>
    </message>
    <message>
        <source>a version of your own</source>
        <translation>phiên bản riêng</translation>
    </message>
    <message>
        <source>none is right</source>
        <translation>không cái nào đúng</translation>
    </message>
    <message>
        <source>next</source>
        <translation>kế tiếp</translation>
    </message>
    <message>
        <source>Different: %1</source>
        <translation>Khác nhau: %1</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation>Quy tắc: %1</translation>
    </message>
    <message>
        <source>%1 is in doubt: %2</source>
        <translation>%1 nghi ngờ: %2</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Bình luận</translation>
    </message>
    <message>
        <source>Reason of the next answer</source>
        <translation>Lý do của lời giải sắp tới</translation>
    </message>
    <message>
        <source>Comment on the dispute</source>
        <translation>Bình luận về bất đồng</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends it without an answer</source>
        <translation>Ctrl+Enter gửi mà không giải quyết</translation>
    </message>
    <message>
        <source>Answers so far</source>
        <translation>Các lời giải đến nay</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Bình luận</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Hướng dẫn</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>finding candidates…</source>
        <translation>đang tìm ứng viên…</translation>
    </message>
    <message>
        <source>finding candidates</source>
        <translation>tìm ứng viên</translation>
    </message>
    <message>
        <source>%1 candidates found</source>
        <translation>đã tìm thấy %1 ứng viên</translation>
    </message>
</context>
</TS>
