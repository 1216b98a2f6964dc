/** What the client itself can find wrong; everything else is told by the server in the reader's language. */
export const problems = {
  OFFLINE: { title: '网络已断开', text: '请检查手机或电脑的网络，连上后再试一次。' },
  UNREACHABLE: { title: '连不上服务器', text: '可能是网络不稳定或系统正在维护。请稍后重试；页面上填写的内容还在。' },
  TIMEOUT: { title: '服务器响应太慢', text: '请稍后重试。如果刚提交过处理结果，请先刷新查看是否已成功。' },
  UNREADABLE: { title: '收到了无法识别的内容', text: '页面可能不是最新版本，请刷新页面后重试。' },
  UNKNOWN: { title: '出现了意外问题', text: '请重试；如仍失败，请把请求编号发给客服。' },
  /** Title over a message of the server's. */
  failed: '没有成功',
  loadFailed: '加载失败',
};
