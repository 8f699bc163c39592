const link = document.querySelector('#sign-in')
const address = new URL(link.href)
if (location.hash) address.searchParams.set('open', location.hash.slice(1))
link.href = address.href
location.replace(address.href)
