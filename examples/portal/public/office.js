import { dayExample, readDay } from '../elements/core/read-day.js'
import { language, o } from './office-words.js'
import { element } from './page.js'

/** The start pages of the privacy officer and the administrator. Each list is one operation of the API. */

const date = (at) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))
const number = (value) => new Intl.NumberFormat(language).format(value)
const local = (texts) =>
  (texts.find((text) => text.language === language) ?? texts.find((text) => text.language === 'en') ?? texts[0])
    ?.text ?? ''
const filled = (text, values) => text.replaceAll(/\{(\w+)\}/g, (_, name) => values[name] ?? '')
/** A code in words. */
const word = (words, code) => words[code] ?? code
const list = (parts) => new Intl.ListFormat(language, { type: 'unit' }).format(parts)
const languageNames = new Intl.DisplayNames(language, { type: 'language' })

const table = (caption, columns, rows) =>
  rows.length === 0
    ? element('p', { class: 'empty' }, filled(o.none, { name: caption }))
    : element(
        'div',
        // Scrolled with the keyboard where it is too wide.
        { class: 'table', tabIndex: 0, role: 'region', 'aria-label': caption },
        element(
          'table',
          {},
          element('caption', {}, caption),
          element('thead', {}, element('tr', {}, ...columns.map((name) => element('th', { scope: 'col' }, name)))),
          element(
            'tbody',
            {},
            ...rows.map((cells) =>
              element('tr', {}, ...cells.map((cell) => element('td', {}, element('bdi', {}, cell)))),
            ),
          ),
        ),
      )

const part = (heading, ...content) =>
  element('section', { class: 'card office' }, element('h2', {}, heading), ...content)

/** Shows what was read. If it could not be read, it says so, and it can be tried again. */
const showIn = async (place, read) => {
  place.replaceChildren(element('p', { class: 'empty' }, o.loading))
  try {
    place.replaceChildren(await read())
  } catch {
    const again = element('button', { type: 'button', class: 'second' }, o.again)
    again.addEventListener('click', () => void showIn(place, read))
    place.replaceChildren(element('p', { role: 'alert' }, o.unread), again)
  }
}

/** A list that is loaded with the page. */
const listed = (heading, hint, read) => {
  const place = element('div', {})
  void showIn(place, read)
  return part(heading, element('p', { class: 'hint' }, hint), place)
}

const all = async (pages) => {
  const items = []
  for await (const item of pages) items.push(item)
  return items
}
const members = (client) => all(client.members.list({ limit: 100 }))

/** What was typed into the search for a patient. `fault` says why it is no day. */
const criteriaOf = (typed) => {
  const read = readDay(typed, language)
  if (read) return read.fault ? read : { birthDate: read.day }
  if (/^\+?[\d\s().-]+$/.test(typed) && typed.replaceAll(/\D/g, '').length >= 10) return { phone: typed }
  return /\d/.test(typed) ? { recordNumber: typed } : { family: typed }
}

/** Finds a patient and shows who opened the record. */
const whoSaw = (client) => {
  const field = element('input', {
    id: 'office-patient',
    type: 'search',
    autocomplete: 'off',
    maxLength: 120,
    dir: 'auto',
  })
  const found = element('ul', { class: 'found' })
  const fault = element('p', { class: 'fault', role: 'alert' })
  const log = element('div', {})
  const form = element(
    'form',
    { class: 'find' },
    element('label', { for: 'office-patient' }, filled(o.findLabel, { example: dayExample(language) })),
    field,
    element('button', {}, o.find),
    fault,
  )
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const typed = field.value.trim()
    if (typed === '') return
    fault.textContent = ''
    field.removeAttribute('aria-invalid')
    const criteria = criteriaOf(typed)
    if (criteria.fault) {
      found.replaceChildren()
      fault.textContent = filled(o.dayFaults[criteria.fault], { typed, example: dayExample(language) })
      field.setAttribute('aria-invalid', 'true')
      return field.focus()
    }
    found.replaceChildren(element('li', {}, o.loading))
    try {
      const { items } = await client.patients.search(criteria, { limit: 20 }).page()
      found.replaceChildren(
        ...items.map(({ id, displayName, age, state }) => {
          const words = filled(o.found, { name: displayName, age: number(age), state })
          const choose = element('button', { type: 'button', class: 'second' }, words)
          choose.addEventListener('click', () => log.replaceChildren(element('visit-audit-log', { 'patient-id': id })))
          return element('li', {}, choose)
        }),
      )
      if (items.length === 0) found.append(element('li', {}, o.noneFound))
    } catch {
      found.replaceChildren()
      fault.textContent = o.searchFailed
    }
  })
  return part(o.whoSaw, form, found, log)
}

/** The records that one member of staff opened. */
const accessesOfMember = (client) => {
  const place = element('div', {})
  const accesses = element('div', {})
  const ofMember = async (actorId) => {
    const { items } = await client.accesses.ofActor({ actorId, limit: 50 }).page()
    return table(
      o.lastAccesses,
      o.accessColumns,
      items.map(({ at, entity, action, outcome }) => [
        date(at),
        word(o.entity, entity),
        word(o.action, action),
        word(o.outcome, outcome),
      ]),
    )
  }
  void showIn(place, async () => {
    const who = element('select', { id: 'office-member' }, element('option', { value: '' }, o.choosePerson))
    for (const { id, displayName } of await members(client)) who.append(element('option', { value: id }, displayName))
    who.addEventListener('change', () => {
      if (who.value) void showIn(accesses, () => ofMember(who.value))
      else accesses.replaceChildren()
    })
    return element('div', {}, element('label', { for: 'office-member' }, o.member), ' ', who)
  })
  return part(o.byPerson, place, accesses)
}

const covers = (client) =>
  listed(o.covers, o.coversHint, async () => {
    const { items } = await client.covers.list({ limit: 50 }).page()
    return table(
      o.latestCovers,
      o.coverColumns,
      items.map(({ coveredBy, practitioner, reason, from, until, endedAt }) => [
        coveredBy.displayName,
        practitioner.displayName,
        word(o.reason, reason),
        date(from),
        date(endedAt ?? until),
      ]),
    )
  })

export const privacyHome = (client) => [
  element('visit-privacy-desk'),
  whoSaw(client),
  accessesOfMember(client),
  covers(client),
]

const specialties = (codes) => list(codes.map((code) => word(o.specialty, code)))

/** Order sets, text macros and the address of the clinic are changed on the page; the lists below it are for reading. */
export const administratorHome = (client, may) => [
  element('visit-clinic-settings'),
  listed(o.practitioners, o.practitionersHint, async () =>
    table(
      o.practitioners,
      o.practitionerColumns,
      (await all(client.practitioners.list({ limit: 100 }))).map((one) => [
        one.displayName,
        specialties(one.specialties),
        list(one.languages.map((code) => languageNames.of(code))),
        list(one.states),
      ]),
    ),
  ),
  listed(o.members, o.membersHint, async () =>
    table(
      o.members,
      o.memberColumns,
      (await members(client)).map(({ displayName, roles, status }) => [
        displayName,
        list(roles.map((role) => word(o.role, role))),
        status === 'active' ? o.yes : o.no,
      ]),
    ),
  ),
  listed(o.visitTypes, o.visitTypesHint, async () =>
    table(
      o.visitTypes,
      o.visitTypeColumns,
      (await all(client.visitTypes.list({ limit: 100 }))).map(({ name, specialty, minutes }) => [
        local(name),
        word(o.specialty, specialty),
        number(minutes),
      ]),
    ),
  ),
  ...(may('note-template:read')
    ? [
        listed(o.templates, o.templatesHint, async () => {
          const { items } = await client.notes.templates()
          return table(
            o.templates,
            o.templateColumns,
            items.map((one) => [local(one.name), specialties(one.specialties)]),
          )
        }),
      ]
    : []),
  listed(o.texts, o.textsHint, async () => {
    const { items } = await client.consents.listDocuments({ limit: 100 }).page()
    return table(
      o.currentTexts,
      o.textColumns,
      items.map(({ title, purpose, language: inLanguage, version, publishedAt }) => [
        title,
        word(o.purpose, purpose),
        languageNames.of(inLanguage),
        number(version),
        date(publishedAt),
      ]),
    )
  }),
  ...(may('payer:read')
    ? [
        listed(o.payers, o.payersHint, async () => {
          const [{ items }, fees] = await Promise.all([client.payers.list(), client.fees.get()])
          return element(
            'div',
            {},
            table(
              o.payerTable,
              o.payerColumns,
              items.map(({ name, kind, timelyFilingDays }) => [name, word(o.kind, kind), number(timelyFilingDays)]),
            ),
            element('p', {}, filled(o.prices, { count: number(fees.items.length) })),
          )
        }),
      ]
    : []),
  part(o.notYet, element('p', {}, o.adminMissing)),
]
