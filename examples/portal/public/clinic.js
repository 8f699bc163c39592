import '/elements/visitkit.js'

const setting = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? ''
const provider = document.querySelector('visit-provider')
const queuePlace = document.querySelector('#queue')
const roomPlace = document.querySelector('#room')

provider.serverUrl = setting('visitkit-url')
if (setting('video-bundle')) provider.videoOptions = { dailyBundlePath: setting('video-bundle') }
provider.getSession = async ({ signal }) => {
  const answer = await fetch('/clinic/session', { method: 'POST', headers: { 'x-portal': '1' }, signal })
  if (answer.status === 401) location.assign('/clinic/sign-in')
  if (!answer.ok) throw new Error('no session')
  return answer.json()
}
// A room with a live call cancels this: the call goes on, and what stands beside it is hidden.
provider.addEventListener('visit-session-ended', (event) => {
  if (!event.defaultPrevented) document.querySelector('form[action="/clinic/sign-out"]').submit()
})

const closeRoom = () => {
  roomPlace.replaceChildren()
  roomPlace.hidden = true
  document.body.classList.remove('clinic-room')
}
const openRoom = (visitId) => {
  const room = document.createElement('visit-video-room')
  room.setAttribute('visit-id', visitId)
  for (const type of ['visit-ended', 'visit-left']) room.addEventListener(type, closeRoom)
  roomPlace.replaceChildren(room)
  roomPlace.hidden = false
  document.body.classList.add('clinic-room')
}

provider.addEventListener('visit-admitted', (event) => openRoom(event.detail.visitId))
provider.addEventListener('visit-open-requested', (event) => openRoom(event.detail.visitId))
queuePlace.replaceChildren(document.createElement('visit-queue'))
