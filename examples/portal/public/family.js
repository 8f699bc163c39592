import { element } from './page.js'

const relationships = {
  spouse: 'Spouse or partner',
  child: 'Son or daughter',
  caregiver: 'Carer',
  other: 'Someone else',
}
const scopes = {
  schedule: 'Book and change visits',
  visit: 'Join visits, and agree to them',
  record: 'Read and manage my record',
}

const day = (instant) =>
  new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long' }).format(new Date(instant))

const statusOf = ({ status, invitation }) => {
  if (status === 'active') return 'Has accepted'
  if (invitation?.status === 'pending') return `Invited. The code can be used until ${day(invitation.expiresAt)}.`
  return 'Invited. The code can no longer be used: make a new one.'
}

/** The code, shown once: neither this page nor the server has it afterward. */
const codeCard = (name, { secret, expiresAt }) =>
  element(
    'div',
    { class: 'card code-card', role: 'status' },
    element(
      'div',
      { class: 'lines' },
      element('h2', {}, `Code for ${name}`),
      element('p', { class: 'code' }, secret ?? ''),
      element(
        'p',
        {},
        `Give it to ${name} and to nobody else. It is shown here once and can be used until ${day(expiresAt)}. They choose "I was invited" on the first page of this portal.`,
      ),
    ),
  )

const checkbox = (name, value, text) =>
  element(
    'label',
    { class: 'choice' },
    element('input', { type: 'checkbox', name, value, defaultChecked: value === 'schedule' }),
    text,
  )

/** Who may act for the patient, from the provider's typed client: a few lines, until there is an element for it. */
export const showFamily = async (client) => {
  const place = document.querySelector('#family')
  const code = element('div', {})
  const list = element('section', { 'aria-label': 'People who help you' })
  const fault = element('p', { class: 'fault', role: 'alert', hidden: true })
  const me = await client.me.get()
  if (me.kind !== 'patient') {
    place.replaceChildren(element('p', { class: 'empty' }, 'Only the patient can invite someone to act for them.'))
    return
  }
  const patientId = me.personId
  const { zone } = me.patients.find(({ id }) => id === patientId)

  /** Runs an action and shows the updated list. Typed text stays when the action was refused. */
  const act = async (run) => {
    fault.hidden = true
    try {
      await run()
      await showList()
    } catch (error) {
      // A cancelled confirmation of identity is not an error.
      if (error.code === 'step_up_required') return
      fault.textContent = error.detail ?? 'That did not work. Nothing was lost. Try again in a minute.'
      fault.hidden = false
    }
  }
  const button = (text, name, run) => {
    const made = element('button', { type: 'button', class: 'second', 'aria-label': `${text}, ${name}` }, text)
    made.addEventListener('click', () => void act(run))
    return made
  }
  const showList = async () => {
    const { items } = await client.proxies.list(patientId)
    list.replaceChildren(
      ...items.map((proxy) =>
        element(
          'article',
          { class: 'card' },
          element(
            'div',
            {},
            element('h2', {}, proxy.displayName),
            element('p', {}, proxy.scope.map((scope) => scopes[scope]).join(', ')),
            element('p', {}, statusOf(proxy)),
          ),
          element(
            'div',
            { class: 'buttons' },
            ...(proxy.status === 'invited'
              ? [
                  button('New code', proxy.displayName, async () => {
                    const invitation = await client.proxies.invite(patientId, proxy.id)
                    code.replaceChildren(codeCard(proxy.displayName, invitation))
                  }),
                ]
              : []),
            button('End', proxy.displayName, async () => {
              await client.proxies.end(patientId, proxy.id)
              code.replaceChildren()
            }),
          ),
        ),
      ),
    )
    if (items.length === 0) list.append(element('p', { class: 'empty' }, 'Nobody acts for you. Invite someone below.'))
  }

  const form = element(
    'form',
    { class: 'fields' },
    element('h2', {}, 'Invite someone'),
    element(
      'div',
      { class: 'field' },
      element('label', { for: 'name' }, 'Their name'),
      element('input', { id: 'name', name: 'displayName', required: true, maxLength: 120, autocomplete: 'off' }),
    ),
    element(
      'div',
      { class: 'field' },
      element('label', { for: 'relationship' }, 'Who they are to you'),
      element(
        'select',
        { id: 'relationship', name: 'relationship' },
        ...Object.entries(relationships).map(([value, text]) => element('option', { value }, text)),
      ),
    ),
    element(
      'fieldset',
      {},
      element('legend', {}, 'What they may do for you'),
      ...Object.entries(scopes).map(([value, text]) => checkbox('scope', value, text)),
    ),
    fault,
    element('div', { class: 'buttons' }, element('button', {}, 'Make an invitation')),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const given = new FormData(form)
    void act(async () => {
      const created = await client.proxies.create(patientId, {
        displayName: given.get('displayName'),
        relationship: given.get('relationship'),
        scope: given.getAll('scope'),
        // Today in the patient's calendar: rights begin and end there.
        from: new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date()),
      })
      form.reset()
      code.replaceChildren(codeCard(created.displayName, created.invitation))
      code.scrollIntoView({ block: 'nearest' })
    })
  })
  place.replaceChildren(
    element(
      'div',
      { class: 'lines' },
      element('h1', {}, 'People who help me'),
      element(
        'p',
        {},
        'They sign in with an account of their own and see only what you allow. You can end it at any time.',
      ),
    ),
    code,
    list,
    form,
  )
  await act(async () => undefined)
}
