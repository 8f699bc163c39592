import { element } from './page.js'

/** The start pages of the privacy officer and the administrator. Each list is one operation of the API. */

const date = (at) =>
  new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(at),
  )
const english = (texts) => (texts.find(({ language }) => language === 'en') ?? texts[0])?.text ?? ''

const table = (caption, columns, rows) =>
  rows.length === 0
    ? element('p', { class: 'empty' }, `${caption}: none.`)
    : element(
        'div',
        { class: 'table' },
        element(
          'table',
          {},
          element('caption', {}, caption),
          element('thead', {}, element('tr', {}, ...columns.map((name) => element('th', { scope: 'col' }, name)))),
          element(
            'tbody',
            {},
            ...rows.map((cells) => element('tr', {}, ...cells.map((cell) => element('td', {}, cell)))),
          ),
        ),
      )

const part = (heading, ...content) =>
  element('section', { class: 'card office' }, element('h2', {}, heading), ...content)

/** A list that is loaded with the page. If that fails, it can be tried again. */
const listed = (heading, hint, read) => {
  const place = element('div', {}, element('p', { class: 'empty' }, 'Loading'))
  const show = async () => {
    try {
      place.replaceChildren(await read())
    } catch {
      const again = element('button', { type: 'button', class: 'second' }, 'Try again')
      again.addEventListener('click', () => void show())
      place.replaceChildren(element('p', { role: 'alert' }, 'This list could not be loaded.'), again)
    }
  }
  void show()
  return part(heading, element('p', { class: 'hint' }, hint), place)
}

const members = async (client) => {
  const all = []
  for await (const member of client.members.list({ limit: 100 })) all.push(member)
  return all
}

/** Finds a patient and shows who opened the record. */
const whoSaw = (client) => {
  const field = element('input', { id: 'office-patient', type: 'search', autocomplete: 'off', maxLength: 120 })
  const found = element('ul', { class: 'found' })
  const log = element('div', {})
  const form = element(
    'form',
    { class: 'find' },
    element('label', { for: 'office-patient' }, 'Family name, date of birth as YYYY-MM-DD, or record number'),
    field,
    element('button', {}, 'Find'),
  )
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const typed = field.value.trim()
    if (typed === '') return
    const by = /^\d{4}-\d{2}-\d{2}$/.test(typed)
      ? { birthDate: typed }
      : /\d/.test(typed)
        ? { recordNumber: typed }
        : { family: typed }
    const { items } = await client.patients.search(by, { limit: 20 }).page()
    found.replaceChildren(
      ...items.map(({ id, displayName, age, state }) => {
        const choose = element('button', { type: 'button', class: 'second' }, `${displayName}, ${age}, ${state}`)
        choose.addEventListener('click', () => log.replaceChildren(element('visit-audit-log', { 'patient-id': id })))
        return element('li', {}, choose)
      }),
    )
    if (items.length === 0) found.append(element('li', {}, 'No patient has that name, birth date or number.'))
  })
  return part('Who opened a record', form, found, log)
}

/** The records that one member of staff opened. */
const accessesOfMember = (client) => {
  const who = element('select', { id: 'office-member' }, element('option', { value: '' }, 'Choose a person'))
  const place = element('div', {})
  void members(client).then((all) => {
    for (const { id, displayName } of all) who.append(element('option', { value: id }, displayName))
  })
  who.addEventListener('change', async () => {
    if (!who.value) return place.replaceChildren()
    const { items } = await client.accesses.ofActor({ actorId: who.value, limit: 50 }).page()
    place.replaceChildren(
      table(
        'The last 50 accesses',
        ['Time', 'Record', 'Action', 'Outcome'],
        items.map(({ at, entity, action, outcome }) => [date(at), entity, action, outcome]),
      ),
    )
  })
  return part('Records opened by one person', element('label', { for: 'office-member' }, 'Member of staff'), who, place)
}

const covers = (client) =>
  listed(
    'Covers',
    'Staff who act for a colleague, and why. Each access during a cover is in the lists above.',
    async () => {
      const { items } = await client.covers.list({ limit: 50 }).page()
      return table(
        'The latest covers',
        ['Covering clinician', 'Practitioner', 'Reason', 'From', 'Until'],
        items.map(({ coveredBy, practitioner, reason, from, until, endedAt }) => [
          coveredBy.displayName,
          practitioner.displayName,
          reason,
          date(from),
          date(endedAt ?? until),
        ]),
      )
    },
  )

export const privacyHome = (client) => [
  whoSaw(client),
  accessesOfMember(client),
  covers(client),
  part(
    'Not available yet',
    element(
      'p',
      {},
      'Patients ask about an access in a message to the clinic. There is no list of disclosures, no emergency access, and no search of the whole log by time.',
    ),
  ),
]

export const administratorHome = (client, may) => [
  listed('Practitioners', 'Hours, time off and closures are changed in the schedule on this page.', async () => {
    const all = []
    for await (const one of client.practitioners.list({ limit: 100 })) all.push(one)
    return table(
      'Practitioners',
      ['Name', 'Specialties', 'Languages', 'States'],
      all.map(({ displayName, specialties, languages, states }) => [
        displayName,
        specialties.join(', '),
        languages.join(', '),
        states.join(', '),
      ]),
    )
  }),
  listed('Members of staff', 'Permissions are defined by roles.', async () =>
    table(
      'Members',
      ['Name', 'Roles', 'Active'],
      (await members(client)).map(({ displayName, roles, status }) => [
        displayName,
        roles.join(', '),
        status === 'active' ? 'Yes' : 'No',
      ]),
    ),
  ),
  listed('Visit types', 'What patients can book.', async () => {
    const all = []
    for await (const one of client.visitTypes.list({ limit: 100 })) all.push(one)
    return table(
      'Visit types',
      ['Name', 'Specialty', 'Minutes'],
      all.map(({ name, specialty, minutes }) => [english(name), specialty, String(minutes)]),
    )
  }),
  ...(may('note-template:read')
    ? [
        listed('Note templates', 'Installed with each specialty.', async () => {
          const { items } = await client.notes.templates()
          return table(
            'Note templates',
            ['Name', 'Specialties'],
            items.map(({ name, specialties }) => [english(name), specialties.join(', ')]),
          )
        }),
      ]
    : []),
  listed('Consent texts', 'New versions are published with the API.', async () => {
    const { items } = await client.consents.listDocuments({ limit: 100 }).page()
    return table(
      'Current texts',
      ['Title', 'Purpose', 'Language', 'Version', 'From'],
      items.map(({ title, purpose, language, version, publishedAt }) => [
        title,
        purpose,
        language,
        String(version),
        date(publishedAt),
      ]),
    )
  }),
  ...(may('payer:read')
    ? [
        listed('Payers and prices', 'Filing limits are set in the billing pack.', async () => {
          const [{ items }, fees] = await Promise.all([client.payers.list(), client.fees.get()])
          return element(
            'div',
            {},
            table(
              'Payers',
              ['Name', 'Kind', 'Days to file'],
              items.map(({ name, kind, timelyFilingDays }) => [name, kind, String(timelyFilingDays)]),
            ),
            element('p', {}, `${fees.items.length} prices in the fee schedule.`),
          )
        }),
      ]
    : []),
  part(
    'Not available yet',
    element('p', {}, 'Members, visit types, templates and policies can be changed with the API only.'),
  ),
]
