// Notifies the page that opened this window, and closes. The proof itself stays between this portal and its identity provider.
const news = new BroadcastChannel('lakeside-confirm')
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches this origin only and takes no target
news.postMessage(document.body.dataset.side)
news.close()
window.close()
