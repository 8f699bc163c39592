import '/elements/visitkit.js'
import { connect, element, whenReady } from './page.js'

const provider = connect('desk')
const place = document.querySelector('#desk')

// Staff see what their roles permit. The server decides; the page only hides what would be refused.
whenReady(provider, async (client) => {
  const { permissions } = await client.me.get()
  const may = (permission) => permissions.includes(permission)
  place.replaceChildren(
    ...(may('availability:manage') && may('appointment:read') ? [element('visit-schedule')] : []),
    ...(may('claim:read') ? [element('visit-claim-desk')] : []),
    ...(may('thread:manage') ? [element('visit-messages')] : []),
  )
  if (!place.firstElementChild) place.append(element('p', { class: 'empty' }, 'There is nothing here for your role.'))
})
