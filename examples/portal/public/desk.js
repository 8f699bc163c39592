import '../elements/visitkit.js'
import { administratorHome, privacyHome } from './office.js'
import { o } from './office-words.js'
import { connect, element, showCounts, whenReady } from './page.js'

const provider = connect('desk')
const place = document.querySelector('#desk')

// Staff see what their roles permit. The server decides; the page only hides what would be refused.
whenReady(provider, async (client) => {
  const { permissions } = await provider.me()
  const may = (permission) => permissions.includes(permission)
  const chart = element('div', { id: 'chart' })
  place.replaceChildren(
    ...(may('task:read') || may('alert:read') || may('emergency-access:review') || may('privacy-request:decide')
      ? [element('visit-inbox'), chart]
      : []),
    ...(may('availability:manage') && may('appointment:read')
      ? [element('visit-schedule', { 'guest-url': `${location.origin}/join` })]
      : []),
    ...(may('claim:read') ? [element('visit-claim-desk')] : []),
    // A second person who reads no claims decides about write-offs.
    ...(may('write-off:approve') && !may('claim:read') ? [element('visit-claim-desk', { only: 'write-offs' })] : []),
    // Administrators see only what no privacy officer may handle.
    ...(may('access-question:answer') && !may('access:read') ? [element('visit-privacy-desk')] : []),
    ...(may('practitioner:manage') ? administratorHome(client, may) : []),
    ...(may('thread:manage') ? [element('visit-messages')] : []),
    ...(may('access:review') && may('access:read') ? privacyHome(client) : []),
    // Everyone can report an incident; who keeps the program sees all of it.
    ...(may('incident:report') ? [element('visit-compliance-dashboard')] : []),
  )
  if (!place.firstElementChild) place.append(element('p', { class: 'empty' }, o.nothing))
  const parts = { thread: 'visit-messages', request: 'visit-schedule' }
  provider.addEventListener('visit-open', ({ detail: { what, id, patientId } }) => {
    if (what === 'patient')
      chart.replaceChildren(
        element('visit-chart', { 'patient-id': patientId }),
        ...(may('patient:update') && may('coverage:write')
          ? [element('visit-settings', { 'patient-id': patientId, only: 'names' })]
          : []),
      )
    const part = what === 'patient' ? chart : place.querySelector(parts[what] ?? 'visit-inbox')
    if (what === 'thread') part?.setAttribute('thread-id', id)
    part?.scrollIntoView({ block: 'start' })
  })
})
showCounts(provider)
