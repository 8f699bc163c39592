import '../elements/visitkit.js'
import { connect, element, setting, whenReady } from './page.js'
import { t, words } from './words.js'

const provider = connect('patient')
const { view } = provider.dataset

/** From a booked slot to the end of the visit, one step at a time. */
const runJourney = async (client) => {
  const steps = document.querySelector('#steps')
  const place = document.querySelector('#step')
  const appointmentId = location.hash.slice(1)
  if (!appointmentId) return location.replace('/home')
  const appointment = await client.appointments.get(appointmentId)

  const at = (index) =>
    steps.replaceChildren(
      ...t.steps.map((name, n) =>
        element('li', n === index ? { 'aria-current': 'step' } : n < index ? { class: 'done' } : {}, name),
      ),
    )
  const show = (index, child) => {
    at(index)
    document.body.classList.toggle('in-room', index === 4)
    place.replaceChildren(child)
    return child
  }
  const once = (target, type) =>
    new Promise((resolve) => target.addEventListener(type, (event) => resolve(event.detail), { once: true }))

  const ask = async (index, only) => {
    const intake = element('visit-intake', { 'appointment-id': appointmentId, ...(only && { only }) })
    const complete = once(intake, 'visit-intake-complete')
    show(index, intake)
    await complete
  }
  const consentFor = (detail, more) =>
    element('visit-consent-dialog', {
      'patient-id': detail.patientId,
      'appointment-id': appointmentId,
      purposes: detail.purposes,
      ...(detail.state && { state: detail.state }),
      ...more,
    })
  // A consent that is revoked stops the call, and another state may want a signature: the patient reads it, and returns. A recording is
  // asked for while the call goes on: the text opens over the room.
  const readOnRequest = (from, index) =>
    from.addEventListener('visit-consent-requested', async ({ detail }) => {
      const isInCall = detail.purposes === 'recording'
      const consent = consentFor(detail, isInCall ? {} : { inline: true })
      const complete = Promise.race([once(consent, 'visit-consent-complete'), once(consent, 'visit-consent-postponed')])
      if (isInCall) place.append(consent)
      else show(1, consent)
      await complete
      if (isInCall) consent.remove()
      else show(index, from)
    })
  // What cannot wait comes before a long text.
  await ask(0, 'safety')
  // What is said about substance use is sent to others by a consent of its own, which the visit does not need.
  const purposes = [
    ...appointment.requiredConsents,
    ...(appointment.sensitivity === 'substance-use' ? ['part-two-disclosure'] : []),
  ]
  if (purposes.length > 0) {
    const consent = element('visit-consent-dialog', {
      inline: true,
      'patient-id': appointment.patientId,
      'appointment-id': appointmentId,
      purposes: purposes.join(' '),
    })
    const complete = once(consent, 'visit-consent-complete')
    show(1, consent)
    await complete
  }
  await ask(2)
  const waiting = element('visit-waiting-room', { 'appointment-id': appointmentId })
  const admitted = once(waiting, 'visit-admitted')
  readOnRequest(waiting, 3)
  show(3, waiting)
  const { visitId } = await admitted
  const room = element('visit-video-room', { 'visit-id': visitId, 'guest-url': `${location.origin}/join` })
  // A person who leaves early can join again: the room itself offers it.
  const over = once(room, 'visit-ended')
  readOnRequest(room, 4)
  show(4, room)
  await over
  document.body.classList.remove('in-room')
  at(t.steps.length)
  const heading = element('h1', { tabindex: '-1' }, t.over)
  place.replaceChildren(
    element(
      'div',
      { class: 'over' },
      heading,
      element('p', {}, t.overText),
      element(
        'p',
        { class: 'buttons' },
        element('a', { class: 'button second', href: '/messages' }, t.write),
        element('a', { class: 'button second', href: '/access' }, t.whoSaw),
      ),
      // Last, because it grows: a link must not move while it is being pressed.
      element('visit-summary', { 'visit-id': visitId }),
    ),
  )
  // What had the focus is gone with the room: without this a screen reader says nothing.
  heading.focus()
}

provider.addEventListener('visit-accesses-wanted', () => location.assign('/access'))
provider.addEventListener('visit-appointment-open', (event) => location.assign(`/visit#${event.detail.appointmentId}`))
provider.addEventListener('visit-book-requested', (event) => {
  event.preventDefault()
  const wanted = Object.entries(event.detail).filter(([, id]) => id !== null)
  location.assign(`/book#${new URLSearchParams(wanted)}`)
})

if (view === 'home') {
  for (const visits of provider.querySelectorAll('visit-appointments'))
    visits.setAttribute('guest-url', `${location.origin}/join`)
}

const below = document.querySelector('.later')
if (below) {
  const isRead = () => below.previousElementSibling?.shadowRoot?.querySelector('[aria-busy=true]') === null
  const look = () => (isRead() ? below.classList.remove('later') : requestAnimationFrame(look))
  whenReady(provider, look)
}

if (view === 'book') {
  const wanted = new URLSearchParams(location.hash.slice(1))
  const booking = element('visit-booking', { 'appointments-url': '/home' })
  // The next step, under the booked visit: the patient reads first that it is booked.
  const next = element('a', { class: 'button', slot: 'booked' }, t.getReady)
  booking.append(next)
  booking.addEventListener('visit-booked', (event) => next.setAttribute('href', `/visit#${event.detail.appointmentId}`))
  for (const [name, attribute] of [
    ['visitTypeId', 'visit-type-id'],
    ['practitionerId', 'practitioner-id'],
  ])
    if (wanted.has(name)) booking.setAttribute(attribute, wanted.get(name))
  document.querySelector('#booking').replaceChildren(booking)
}

/** What a notice or a link leads to: the record, the summaries and the messages open it by its id. */
const openLinked = () => {
  const opening = document.querySelector('visit-record, visit-summary')
  if (opening && location.hash) opening.openId = location.hash.slice(1)
  const messages = document.querySelector('visit-messages')
  if (messages && location.hash) messages.threadId = location.hash.slice(1)
  // The links to other languages lead to the same thing.
  for (const link of document.querySelectorAll('a.language')) link.hash = location.hash
}
openLinked()
window.addEventListener('hashchange', openLinked)

/** The address of the same page in another language, with what is open on it. */
const inLanguage = (language, more = {}) =>
  `/language?${new URLSearchParams({ to: language, back: location.pathname, ...more })}${location.hash}`

/**
 * Before the person chose a language here, that of their record decides. What they choose here is kept in their record, so that mails,
 * texts and documents follow it.
 */
const followPerson = async (client) => {
  // Someone who is unknown to the clinic is led to the page of invitations.
  const me = await provider.me().catch(() => null)
  const own = me?.patients.find(({ id }) => me.kind === 'patient' && id === me.personId)
  if (!own || view === 'visit') return
  if (setting('language-chosen')) return keepLanguage(client, own.id, setting('language'))
  const theirs = own.language.slice(0, 2)
  if (theirs in words && theirs !== setting('language')) location.replace(inLanguage(theirs, { followed: '1' }))
}

/** In the record, for documents, and in the preferences, for mails and texts. The next page tries again if this one fails. */
const keepLanguage = async (client, patientId, language) => {
  try {
    const [patient, preferences] = await Promise.all([
      client.patients.get(patientId),
      client.preferences.get(patientId),
    ])
    if (patient.language !== language) {
      await client.patients.update(patientId, { language, version: patient.version })
      provider.forgetMe()
    }
    if (preferences.language !== language) {
      const { channel, email, phone, quietHours, muted, version } = preferences
      const addresses = { ...(email && { email }), ...(phone && { phone }) }
      await client.preferences.put(patientId, { channel, ...addresses, quietHours, muted, version, language })
    }
    await fetch(inLanguage(language, { followed: '1' }), { redirect: 'manual' })
  } catch {
    // The page is shown in the language all the same.
  }
}

provider.addEventListener('visit-preferences-saved', ({ detail: { language } }) => {
  const theirs = language.slice(0, 2)
  if (theirs in words && theirs !== setting('language')) location.assign(inLanguage(theirs))
})
whenReady(provider, (client) => {
  void followPerson(client)
  if (view === 'visit') void runJourney(client)
})
