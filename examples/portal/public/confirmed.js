// Tells the page that asked, and goes away. The proof itself stays between this portal and its identity provider.
const news = new BroadcastChannel('lakeside-confirm')
news.postMessage(document.body.dataset.side)
news.close()
window.close()
