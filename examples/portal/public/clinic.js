import '../elements/visitkit.js'
import { c } from './clinic-words.js'
import { connect, element, showCounts, whenReady } from './page.js'

const provider = connect('clinic')
const places = Object.fromEntries(
  [...document.querySelectorAll('[data-place]')].map((place) => [place.dataset.place, place]),
)
const tabs = [...document.querySelectorAll('#work [data-tab]')]
const roomPlace = document.querySelector('#room')
const panel = document.querySelector('#panel')
const panelTabs = [...document.querySelectorAll('#record [data-panel]')]
let open = null

/** Shows that there is an emergency, on the pages that do not show it themselves. */
const alarm = element('button', { type: 'button', hidden: true }, c.alarm)
alarm.addEventListener('click', () => show('inbox'))
document.querySelector('#main').prepend(element('div', { class: 'alarm', role: 'alert' }, alarm))
let alertCount = 0
const showAlarm = () => {
  alarm.hidden = alertCount === 0 || !(places.inbox.hidden && places.queue.hidden)
}
provider.addEventListener('visit-inbox-counted', (event) => {
  alertCount = event.detail.alerts
  showAlarm()
})

/** Where a guest types their code. */
const guestPage = { 'guest-url': `${location.origin}/join` }

/** One of: inbox, queue, schedule, notes, results, messages, visit. Elements are created on first use and kept, so that no typed text is lost. */
const show = (name) => {
  for (const [place, node] of Object.entries(places)) node.hidden = place !== name
  for (const tab of tabs) tab.setAttribute('aria-selected', String(tab.dataset.tab === name))
  showAlarm()
  if (name === 'schedule') fill(places.schedule, () => element('visit-schedule', { period: 'week', ...guestPage }))
  if (name === 'results') fill(places.results, () => element('visit-lab-orders'))
  if (name === 'messages') fill(places.messages, () => element('visit-messages'))
  if (name === 'notes') void listNotes()
}
const fill = (place, make) => {
  if (!place.firstElementChild) place.append(make())
}

const panels = {
  chart: ({ patientId, visitId }) =>
    element('visit-chart', { 'patient-id': patientId, ...(visitId && { 'visit-id': visitId }) }),
  note: ({ visitId }) => element('visit-note-editor', { 'visit-id': visitId }),
  prescriptions: ({ patientId, visitId, prescriptionId }) =>
    element('visit-prescription-pad', {
      'patient-id': patientId,
      ...(visitId && { 'visit-id': visitId }),
      ...(prescriptionId && { 'prescription-id': prescriptionId }),
    }),
  labs: ({ patientId, visitId }) => element('visit-lab-orders', { 'patient-id': patientId, 'visit-id': visitId }),
}
const showPanel = (name) => {
  for (const tab of panelTabs) tab.setAttribute('aria-selected', String(tab.dataset.panel === name))
  for (const child of panel.children) child.hidden = child.dataset.panel !== name
  if ([...panel.children].some((child) => child.dataset.panel === name)) return
  const made = element('div', {}, panels[name](open))
  made.dataset.panel = name
  panel.append(made)
}

/** The links to other languages lead to the same visit. */
for (const link of document.querySelectorAll('a.language'))
  link.addEventListener('click', () => (link.hash = location.hash))

/** A reload or a new sign-in leads back to the visit whose room is open. */
const rememberRoom = (visitId) => history.replaceState(null, '', visitId === null ? location.pathname : `#${visitId}`)

/** From the small window that the room becomes on other pages. */
provider.addEventListener('visit-return-requested', () => show('visit'))

/** The visit in whose room the person is seen and heard, on whatever page of this portal they are. */
const visitInCall = () => {
  const room = roomPlace.querySelector('visit-video-room')
  return room?.inCall ? room.visitId : null
}
/** A call is not left by opening something else. */
const mayLeaveCall = () => visitInCall() === null || confirm(c.leaveCall)

const closeRoom = () => {
  rememberRoom(null)
  roomPlace.replaceChildren()
  document.body.classList.remove('clinic-room')
}
/** The tabs of the record that need a visit are hidden for a patient without one. */
const showRecord = (visitId, patientId, prescriptionId) => {
  open = { visitId, patientId, prescriptionId }
  panel.replaceChildren()
  for (const tab of panelTabs) tab.hidden = visitId === null && !['chart', 'prescriptions'].includes(tab.dataset.panel)
  document
    .querySelector('#who')
    .replaceChildren(
      element('visit-chart', { 'patient-id': patientId, brief: true, ...(visitId && { 'visit-id': visitId }) }),
    )
}
/** A patient who was found or is in the inbox: the chart, and the visit if there is one. */
const openPatient = async ({ patientId, visitId }) => {
  if (visitId !== null) {
    await openVisit(visitId, false)
    return open?.visitId === visitId && showPanel('chart')
  }
  if (!mayLeaveCall()) return
  if (open?.patientId !== patientId || open.visitId !== null) showRecord(null, patientId)
  closeRoom()
  show('visit')
  showPanel('chart')
}
/** A draft that answers a patient's request for a refill: filled in, next to the patient's chart. */
const openDraft = ({ id, patientId }) => {
  if (!mayLeaveCall()) return
  showRecord(null, patientId, id)
  closeRoom()
  show('visit')
  showPanel('prescriptions')
}
/** What a line of the inbox leads to. */
const openThing = (thing) => {
  if (thing.what === 'patient') return openPatient(thing)
  if (thing.what === 'prescription') return openDraft(thing)
  if (thing.what === 'note') return openVisit(thing.visitId, false)
  show({ result: 'results', thread: 'messages', request: 'schedule' }[thing.what] ?? 'inbox')
  if (thing.what === 'thread') places.messages.firstElementChild.setAttribute('thread-id', thing.id)
}

/** A visit's workspace: the room while it lasts, and next to it the record, which stays when the room is gone. */
const openVisit = async (visitId, withRoom) => {
  if (visitInCall() === visitId) {
    show('visit')
    return showPanel('note')
  }
  if (!mayLeaveCall()) return
  if (open?.visitId !== visitId) {
    const { patientId } = await provider.client.visits.get(visitId)
    showRecord(visitId, patientId)
  }
  closeRoom()
  if (withRoom) {
    // The person who admits a patient joins at once.
    const room = element('visit-video-room', {
      'visit-id': visitId,
      autojoin: true,
      ...guestPage,
    })
    room.addEventListener('visit-left', closeRoom)
    room.addEventListener('visit-ended', () => {
      closeRoom()
      showPanel('note')
    })
    roomPlace.replaceChildren(room)
    rememberRoom(visitId)
    document.body.classList.add('clinic-room')
  }
  show('visit')
  showPanel('note')
}

/** The portal's own list: notes that wait for a signature. */
const listNotes = async () => {
  const place = places.notes
  const { items } = await provider.client.notes.waiting({ limit: 50 }).page()
  place.replaceChildren(
    element('h1', {}, c.notesToSign),
    ...items.map((note) => {
      const button = element('button', { type: 'button', class: 'second' }, c.open)
      button.addEventListener('click', () => void openVisit(note.visitId, false))
      return element(
        'article',
        { class: 'card' },
        element(
          'div',
          {},
          element('h2', { dir: 'auto' }, note.patient?.displayName ?? ''),
          element(
            'p',
            {},
            new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' }).format(
              new Date(note.visitAt),
            ),
          ),
        ),
        button,
      )
    }),
  )
  if (items.length === 0) place.append(element('p', { class: 'empty' }, c.allSigned))
}

for (const tab of tabs) tab.addEventListener('click', () => show(tab.dataset.tab))
for (const tab of panelTabs) tab.addEventListener('click', () => showPanel(tab.dataset.panel))
document.querySelector('#leave-visit').addEventListener('click', () => {
  if (visitInCall() === null) closeRoom()
  show('queue')
})
provider.addEventListener('visit-admitted', (event) => void openVisit(event.detail.visitId, true))
provider.addEventListener('visit-open-requested', (event) => void openVisit(event.detail.visitId, true))
provider.addEventListener('visit-open-note-requested', (event) => {
  if (event.detail.visitId !== open?.visitId) return
  event.preventDefault()
  showPanel('note')
})
/** One press leads to the next patient, once the visit before has ended or its note is signed. */
const nextPatient = element('visit-queue', { next: true })
document.querySelector('#next').append(nextPatient)
/** Single keys that the person turned off stay off in this browser. */
provider.shortcuts = localStorage.getItem('single-keys') ?? 'on'
provider.addEventListener('visit-shortcuts-changed', ({ detail }) =>
  localStorage.setItem('single-keys', detail.on ? 'on' : 'off'),
)
provider.addEventListener('visit-open', (event) => void openThing(event.detail))
showCounts(provider, tabs)
places.inbox.replaceChildren(element('visit-inbox'))
const queue = element('visit-queue', guestPage)
document.querySelector('#queue').replaceChildren(queue)
const whose = document.querySelector('#whose')
whose.addEventListener('change', () => {
  if (whose.value) queue.setAttribute('practitioner-id', whose.value)
  else queue.removeAttribute('practitioner-id')
})
/** Colleagues, whose queues are visible to their care team and to practitioners who cover for them. */
const listColleagues = async (client) => {
  const { practitionerId } = await provider.me()
  for await (const { id, displayName } of client.practitioners.list({ limit: 100 }))
    if (id !== practitionerId) whose.append(element('option', { value: id }, displayName))
}
whenReady(provider, (client) => {
  const visitId = location.hash.slice(1)
  if (visitId) void openVisit(visitId, true).catch(() => show('inbox'))
  // A tab that was chosen in the meantime stays.
  else if (!tabs.some((tab) => tab.getAttribute('aria-selected') === 'true')) show('inbox')
  void listColleagues(client)
})
