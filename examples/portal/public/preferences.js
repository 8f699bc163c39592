import { element } from './page.js'

const channels = { email: 'By e-mail', sms: 'By text message', none: 'Not at all' }
const kinds = {
  appointment: 'Bookings, changes and cancellations',
  reminder: 'Reminders before a visit',
  message: 'New messages from your care team',
  result: 'New test results and estimates',
  summary: 'Summaries of your visits',
  outreach: 'Next steps after a visit',
}

const choices = (legend, type, name, texts, isChecked) =>
  element(
    'fieldset',
    {},
    element('legend', {}, legend),
    ...Object.entries(texts).map(([value, text]) =>
      element(
        'label',
        { class: 'choice' },
        element('input', { type, name, value, defaultChecked: isChecked(value) }),
        text,
      ),
    ),
  )

/** The page that every notice links to, from the provider's typed client: a few lines, until there is an element for it. */
export const showPreferences = async (client) => {
  const place = document.querySelector('#preferences')
  const heading = element('h1', {}, 'How we contact you')
  const me = await client.me.get()
  if (me.kind !== 'patient') {
    place.replaceChildren(heading, element('p', { class: 'empty' }, 'Only the patient can change this. Call 555 0100.'))
    return
  }
  let current = await client.preferences.get(me.personId)
  const done = element('p', { role: 'status' })
  const fault = element('p', { class: 'fault', role: 'alert', hidden: true })
  const form = element(
    'form',
    { class: 'fields' },
    choices('How should we write to you?', 'radio', 'channel', channels, (value) => value === current.channel),
    choices('What should we write about?', 'checkbox', 'kind', kinds, (value) => !current.muted.includes(value)),
    fault,
    element('div', { class: 'buttons' }, element('button', {}, 'Save')),
    done,
  )
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const given = new FormData(form)
    const wanted = given.getAll('kind')
    const { patientId, stopped: _, ...rest } = current
    done.textContent = ''
    fault.hidden = true
    try {
      current = await client.preferences.put(patientId, {
        ...rest,
        channel: given.get('channel'),
        muted: Object.keys(kinds).filter((kind) => !wanted.includes(kind)),
      })
      done.textContent = 'Saved.'
    } catch (error) {
      fault.textContent = error.detail ?? 'That did not work. Nothing was lost. Try again in a minute.'
      fault.hidden = false
    }
  })
  place.replaceChildren(
    heading,
    ...(current.stopped
      ? [element('p', {}, 'You replied STOP to a text message. Reply START to it to get text messages again.')]
      : []),
    form,
  )
}
