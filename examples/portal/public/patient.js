import '/elements/visitkit.js'
import { showFamily } from './family.js'
import { connect, element, whenReady } from './page.js'
import { showPreferences } from './preferences.js'

const provider = connect('patient')
const { view } = provider.dataset

/** From a booked slot to the end of the visit, one step at a time. */
const runJourney = async (client) => {
  const steps = document.querySelector('#steps')
  const place = document.querySelector('#step')
  const names = ['Agree', 'Questions', 'Check in and wait', 'Visit']
  const appointmentId = location.hash.slice(1)
  if (!appointmentId) return location.replace('/home')
  const appointment = await client.appointments.get(appointmentId)

  const at = (index) =>
    steps.replaceChildren(
      ...names.map((name, n) =>
        element('li', n === index ? { 'aria-current': 'step' } : n < index ? { class: 'done' } : {}, name),
      ),
    )
  const show = (index, child) => {
    at(index)
    document.body.classList.toggle('in-room', index === 3)
    place.replaceChildren(child)
    return child
  }
  const once = (target, type) =>
    new Promise((resolve) => target.addEventListener(type, (event) => resolve(event.detail), { once: true }))

  if (appointment.requiredConsents.length > 0) {
    const consent = element('visit-consent-dialog', {
      inline: true,
      'patient-id': appointment.patientId,
      purposes: appointment.requiredConsents.join(' '),
    })
    const complete = once(consent, 'visit-consent-complete')
    show(0, consent)
    await complete
  }
  if (appointment.questionnaires.length > 0) {
    const intake = element('visit-intake', { 'appointment-id': appointmentId })
    const complete = once(intake, 'visit-intake-complete')
    show(1, intake)
    await complete
  }
  const waiting = element('visit-waiting-room', { 'appointment-id': appointmentId })
  const admitted = once(waiting, 'visit-admitted')
  show(2, waiting)
  const { visitId } = await admitted
  const room = element('visit-video-room', { 'visit-id': visitId })
  // A person who leaves early can join again: the room itself offers it.
  const over = once(room, 'visit-ended')
  show(3, room)
  await over
  document.body.classList.remove('in-room')
  place.replaceChildren(
    element(
      'div',
      { class: 'over' },
      element('h1', {}, 'Your visit is over'),
      element(
        'p',
        {},
        'What to do next stands below as soon as your clinician has signed it. It stays under Summaries.',
      ),
      element(
        'p',
        { class: 'buttons' },
        element('a', { class: 'button second', href: '/messages' }, 'Write to your care team'),
        element('a', { class: 'button second', href: '/record' }, 'Who saw my record'),
      ),
      // Last, because it grows: a link must not move while it is being pressed.
      element('visit-summary', { 'visit-id': visitId }),
    ),
  )
}

provider.addEventListener('visit-appointment-open', (event) => location.assign(`/visit#${event.detail.appointmentId}`))
provider.addEventListener('visit-book-requested', (event) => {
  event.preventDefault()
  const { visitTypeId, practitionerId } = event.detail
  location.assign(`/book#${new URLSearchParams({ visitTypeId, ...(practitionerId ? { practitionerId } : {}) })}`)
})

if (view === 'book') {
  const wanted = new URLSearchParams(location.hash.slice(1))
  const booking = element('visit-booking', { 'appointments-url': '/home' })
  // The next step, under the booked visit: the patient reads first that it is booked.
  const next = element('a', { class: 'button', slot: 'booked' }, 'Get ready for your visit')
  booking.append(next)
  booking.addEventListener('visit-booked', (event) => next.setAttribute('href', `/visit#${event.detail.appointmentId}`))
  for (const [name, attribute] of [
    ['visitTypeId', 'visit-type-id'],
    ['practitionerId', 'practitioner-id'],
  ])
    if (wanted.has(name)) booking.setAttribute(attribute, wanted.get(name))
  document.querySelector('#booking').replaceChildren(booking)
}
whenReady(provider, (client) => {
  if (view === 'visit') void runJourney(client)
  if (view === 'family') void showFamily(client)
  if (view === 'preferences') void showPreferences(client)
})
