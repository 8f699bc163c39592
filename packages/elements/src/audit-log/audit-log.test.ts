import { html } from 'lit'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { vocabularies } from '@visitkit/contract/vocabularies'
import type { Access } from '@visitkit/sdk'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, withProvider, press, waitFor } from '../../test/story.ts'
import { coreAr } from '../core/core.ar.ts'
import { coreEs } from '../core/core.es.ts'
import { coreEn } from '../core/core.en.ts'
import '../define/audit-log.ts'
import '../define/provider.ts'
import { accessFile } from './access-file.ts'
import { byVisit } from './around-visits.ts'
import { groupAccesses, groupByDay } from './group-accesses.ts'

afterEach(() => {
  unmount()
  vi.restoreAllMocks()
})

const row = (id: string, at: string, more: Partial<Access> = {}): Access => ({
  id,
  at,
  patientId: 'patient-robin',
  actor: { kind: 'member', id: 'jo', displayName: 'Dr. Jo Sample', role: 'practitioner' },
  action: 'read',
  entity: 'Visit',
  reason: 'visit',
  purpose: 'TREAT',
  outcome: 'done',
  application: 'Portal',
  ...more,
})

describe('groups', () => {
  const at = (minute: number): string => `2026-11-25T10:${String(minute).padStart(2, '0')}:00Z`

  test('the accesses of one person for one reason, with every step kept', () => {
    const rows = [row('3', at(41)), row('2', at(40), { entity: 'Intake' }), row('1', at(20))]
    const groups = groupAccesses(rows)
    expect(groups).toHaveLength(1)
    expect(groups[0]?.steps).toEqual(rows)
  })

  test.each([
    ['another person', { actor: { kind: 'member', id: 'sam', displayName: 'Sam', role: 'nurse' } as const }],
    ['another reason', { reason: 'chart' as const }],
    ['another purpose', { purpose: 'BTG' as const }],
    ['a refusal', { outcome: 'refused' as const }],
    ['another application', { application: 'Desk' }],
  ])('separately when %s', (_, more) => {
    expect(groupAccesses([row('2', at(41)), row('1', at(40), more)])).toHaveLength(2)
  })

  test('together when another person acted in between', () => {
    const other = row('2', at(40), { actor: { kind: 'member', id: 'sam', displayName: 'Sam', role: 'nurse' } })
    const groups = groupAccesses([row('3', at(41)), other, row('1', at(39))])
    expect(groups.map(({ steps }) => steps.map(({ id }) => id))).toEqual([['3', '1'], ['2']])
  })

  test('by the day in the zone of the reader, people apart from computer systems', () => {
    const system = { actor: { kind: 'system', id: 'labs', displayName: null, role: 'system' } } as const
    const rows = [
      row('4', '2026-11-25T03:30:00Z', system),
      row('3', '2026-11-25T02:00:00Z'),
      row('2', '2026-11-24T23:00:00Z'),
      row('1', '2026-11-24T02:00:00Z'),
    ]
    const days = groupByDay(groupAccesses(rows), 'America/New_York')
    expect(days.map(({ day, people, systems }) => [day, people.length, systems.length])).toEqual([
      ['2026-11-24', 2, 1],
      ['2026-11-23', 1, 0],
    ])
  })

  test('those of a computer system once a day, however often it acts', () => {
    const system = { actor: { kind: 'system', id: 'downtime', displayName: null, role: 'system' } } as const
    const hours = Array.from({ length: 30 }, (_, hour) => new Date(Date.UTC(2026, 10, 26, 12 - hour)).toISOString())
    const groups = groupAccesses(hours.map((hour) => row(hour, hour, system)))
    expect(groups.map(({ steps }) => steps.length)).toEqual([24, 6])
  })

  test('separately after a long pause', () => {
    expect(groupAccesses([row('2', at(55)), row('1', at(10))])).toHaveLength(2)
  })
})

test('a file for a spreadsheet contains no formula, whatever a person’s name is', async () => {
  const file = await accessFile(['Who'], [['=HYPERLINK("x")'], ['+1'], ['O"Brien, Ann']]).text()
  expect(file).toBe('"Who"\r\n"\'=HYPERLINK(""x"")"\r\n"\'+1"\r\n"O""Brien, Ann"\r\n')
})

const show = async (handlers: TestHandlers = {}, language = 'en') => {
  const client = createSampleWorld().client('patient', handlers)
  await mount(withProvider(client, html`<visit-audit-log></visit-audit-log>`), language)
  await settled()
  return client
}

test('shows in plain words who did what and why', async () => {
  await show()
  expect(pageText()).toMatch(/Dr\. Jo Sample, clinician/)
  expect(pageText()).toContain(
    'Read your name and contact details and your answers to the questions, because you had a visit.',
  )
})

test('marks the first access of a new reader, and no other', async () => {
  const at = new Date().toISOString()
  const sam = { kind: 'member', id: 'sam', displayName: 'Sam Specimen', role: 'nurse' } as const
  const items = [
    row('4', at, { reason: 'chart' }),
    row('3', at),
    row('2', at, { firstAccess: true }),
    row('1', at, { actor: sam }),
  ]
  await show({ listPatientAccesses: () => ({ patientId: 'patient-robin', items, nextCursor: null }) })
  const entries = [...(deepQuery(document.body, '[part=list]')?.querySelectorAll('.entry') ?? [])]
  expect(entries.map((entry) => entry.querySelector('.chip')?.textContent ?? null)).toEqual([null, 'First time', null])
})

test('shows accesses by the system as one entry, without the name of a program', async () => {
  const system = { kind: 'system', displayName: null, role: 'system' } as const
  const at = new Date().toISOString()
  const items = [
    row('3', at, {
      actor: { ...system, id: 'messaging-transmit' },
      application: null,
      entity: 'Delivery',
      action: 'export',
    }),
    row('2', at, { actor: { ...system, id: 'follow_up-begin' }, application: null, entity: 'VisitSummary' }),
    row('1', at, { actor: { kind: 'member', id: 'm', displayName: null, role: 'biller' } }),
  ]
  await show({ listPatientAccesses: () => ({ patientId: 'patient-robin', items, nextCursor: null }) })
  expect(pageText().match(/A computer of the clinic/g)).toHaveLength(1)
  expect(pageText()).toContain('Read the summary of your visit and sent out or copied a notice to you')
  expect(pageText()).toContain('A person who worked here, billing')
  expect(pageText()).not.toMatch(/messaging|follow_up|null|undefined/)
})

test('shows a text for codes of a newer server, reports them to the developer once, and never shows the code', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const newer = { entity: 'GenomeSequence' as 'Visit', reason: 'quantum-research' as 'visit' }
  const items = ['2026-02-02', '2026-02-01'].map((day) => row(day, `${day}T10:00:00Z`, newer))
  await show({ listPatientAccesses: () => ({ patientId: 'patient-robin', items, nextCursor: null }) })
  expect(pageText()).toContain('Read something newer than this page, something newer than this page.')
  expect(pageText()).not.toMatch(/Genome|quantum/)
  const said = warned.mock.calls.map(([text]) => String(text))
  expect(said).toHaveLength(2)
  expect(said.join()).toMatch(/audit-log\.thing_.*audit-log\.reason_/s)
  expect(said.join()).not.toMatch(/Genome|quantum/)
})

test.each([
  ['en', coreEn.newer],
  ['es', coreEs.newer],
  ['ar', coreAr.newer],
])('every code of the contract has a text in %s', async (language, newer) => {
  const at = (index: number): string => new Date(Date.parse('2026-02-01T10:00:00Z') - index * 3_600_000).toISOString()
  const { AuditedEntity, AccessReason, ActorRole, PurposeOfUse, AuditAction } = vocabularies
  const jo = row('0', at(0)).actor
  const each: Partial<Access>[] = [
    ...AuditedEntity.map((entity) => ({ entity })),
    ...AccessReason.map((reason) => ({ reason })),
    ...ActorRole.map((role) => ({ actor: { ...jo, role } })),
    ...PurposeOfUse.map((purpose) => ({ purpose })),
    ...AuditAction.map((action) => ({ action })),
    ...(['patient', 'proxy', 'member', 'service', 'system'] as const).map((kind) => ({
      actor: { ...jo, kind, displayName: null },
    })),
  ]
  const items = each.map((more, index) => row(String(index), at(index), more))
  await show({ listPatientAccesses: () => ({ patientId: 'patient-robin', items, nextCursor: null }) }, language)
  const entries = (): number => deepQuery(document.body, '[part=list]')?.querySelectorAll('.list > li').length ?? 0
  await waitFor(() => entries() === each.length, 'the list')
  expect(pageText()).not.toContain(newer)
  expect(pageText()).not.toMatch(/undefined|\bnull\b/)
})

test('with the keyboard: show one’s own acts too, and more of the list', async () => {
  const client = await show({
    listPatientAccesses: ({ query }) => ({
      patientId: 'patient-robin',
      items: [row(query.cursor ? 'older' : 'newer', query.cursor ? '2026-01-01T10:00:00Z' : '2026-02-01T10:00:00Z')],
      nextCursor: query.cursor ? null : 'next',
    }),
  })
  const queries = (): unknown[] =>
    client.calls.filter(({ operationId }) => operationId === 'listPatientAccesses').map(({ query }) => query['others'])
  expect(queries()).toEqual([true])
  await pressKeyOn('Leave out what you did yourself', ' ')
  await waitFor(() => queries().length === 2, 'the list')
  expect(queries()).toEqual([true, false])
  await settled()
  await pressKeyOn('Show more')
  await waitFor(() => pageText().includes('January 1'), 'the older entry')
  expect(pageText()).toContain('February 1')
})

test('questioning an access sends its id to the page; if the page does not handle it, shows whom to call to a person who may not ask', async () => {
  const world = createSampleWorld()
  const me = await world.client('patient').me.get()
  const permissions = me.permissions.filter((one) => one !== 'access-question:ask')
  await show({ getMe: () => ({ ...me, permissions }) })
  const asked = vi.fn<(event: CustomEvent<{ accessId: string; patientId: string }>) => void>()
  document.body.addEventListener('visit-access-questioned', asked, { once: true })
  await tabTo(/^Question this: Dr\. Jo Sample/)
  await userEvent.keyboard('{Enter}')
  await waitFor(() => pageText().includes('Call the clinic at 555-0100'), 'whom to call')
  expect(asked.mock.calls[0]?.[0].detail).toEqual({ accessId: 'access-5', patientId: 'patient-robin' })
})

test('the download contains every page, not only what is on the screen', async () => {
  const saved: string[] = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    void (file as Blob).text().then((text) => saved.push(text))
    return 'blob:none'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  await show({
    listPatientAccesses: ({ query }) => ({
      patientId: 'patient-robin',
      items: [row(query.cursor ?? '0', '2026-01-01T10:00:00Z', { application: `App ${query.cursor ?? 0}` })],
      nextCursor: query.cursor === '2' ? null : String(Number(query.cursor ?? 0) + 1),
    }),
  })
  await press(document.body, 'Download')
  await waitFor(() => saved.length === 1, 'the file')
  expect(saved[0]).toContain('App 0')
  expect(saved[0]).toContain('App 1')
  expect(saved[0]).toContain('App 2')
})

describe('by visit', () => {
  const visit = {
    id: 'visit',
    start: '2026-11-25T10:00:00Z',
    end: '2026-11-25T10:20:00Z',
    practitioner: { displayName: 'Dr. Jo Sample' },
  } as never
  const at = (time: string, more: Partial<Access> = {}) => groupAccesses([row(time, `2026-11-25T${time}:00Z`, more)])

  test.each([
    ['09:29', false],
    ['09:30', true],
    ['12:20', true],
    ['12:21', false],
  ])('an access at %s is around a visit from 10:00 to 10:20: %s', (time, isAround) => {
    const [part] = byVisit(at(time), [visit])
    expect(part?.visit === null).toBe(!isAround)
  })

  test('no access is left out, and the newest comes first', () => {
    const parts = byVisit([...at('15:00'), ...at('10:05'), ...at('08:00')], [visit])
    expect(parts.map(({ visit: of, groups }) => [of === null, groups.length])).toEqual([
      [true, 2],
      [false, 1],
    ])
  })

  test('the accesses around a visit have its name as their heading, and the others too', async () => {
    const world = createSampleWorld({ stage: 'ended' })
    const [one] = (await world.client('patient').appointments.list({ patientId: 'patient-robin' }).page()).items
    const start = one?.start ?? ''
    const later = new Date(Date.parse(start) + 5 * 3_600_000).toISOString()
    const items = [
      row('2', later, { actor: { kind: 'member', id: 'sam', displayName: 'Sam', role: 'nurse' } }),
      row('1', start),
    ]
    const client = world.client('patient', {
      listPatientAccesses: () => ({ patientId: 'patient-robin', items, nextCursor: null }),
      listAppointments: () => ({ items: [one!], nextCursor: null }),
    } as TestHandlers)
    await mount(withProvider(client, html`<visit-audit-log></visit-audit-log>`))
    await waitFor(() => /Around the visit with Dr\. \S+ Sample/.test(pageText()), 'the visit')
    expect(pageText()).toContain('At other times')
  })

  test('a reader who may not see visits has the days, and does not ask for visits', async () => {
    const world = createSampleWorld({ stage: 'ended' })
    const me = await world.client('patient').me.get()
    const permissions = me.permissions.filter((one) => one !== 'appointment:read')
    const client = world.client('patient', { getMe: () => ({ ...me, permissions }) })
    await mount(withProvider(client, html`<visit-audit-log></visit-audit-log>`))
    await settled()
    expect(client.calls.map(({ operationId }) => operationId)).not.toContain('listAppointments')
    expect(pageText()).not.toContain('Around the visit')
    expect(pageText()).toContain('Dr.')
  })

  test('visits that cannot be read leave the days', async () => {
    const world = createSampleWorld({ stage: 'ended' })
    const client = world.client('patient', { listAppointments: () => problem(403, 'forbidden') } as TestHandlers)
    await mount(withProvider(client, html`<visit-audit-log></visit-audit-log>`))
    await settled()
    expect(pageText()).not.toContain('Around the visit')
    expect(pageText()).toContain('Dr.')
  })
})
