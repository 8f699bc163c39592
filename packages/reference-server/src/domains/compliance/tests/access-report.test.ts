import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { vocabularies } from '@visitkit/contract/vocabularies'
import { printedText } from '../../../platform/documents/read-pdf.testing.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { createTestClient } from '../../../platform/http/tests/http-client.testing.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { answered } from '../../../test-kit/answered.ts'
import { insertPatientDirectly } from '../../directory/tests/lakeside.testing.ts'
import { withFollowUpVerbs, type FollowUpHospital } from '../../follow-up/tests/ward.testing.ts'

type Row = components['schemas']['AccessReportRow']
type Field = components['schemas']['AccessReportField']

const fields = vocabularies.AccessReportField
/** The recorded value of each field; null as an empty text, which comes first. */
const valueOf = (row: Row, field: Field): string =>
  ({
    ...row,
    ...{ actorKind: row.actor.kind, actorId: row.actor.id, actorRole: row.actor.role },
    ...{ onBehalfOf: row.onBehalfOf?.practitionerId ?? null, at: row.id, consents: row.consents.join(' ') },
  })[field] ?? ''

const texts: ReadonlySet<Field> = new Set([
  ...(['id', 'entityId', 'patientId', 'refusal', 'actorId'] as const),
  ...(['onBehalfOf', 'operation', 'requestId', 'sessionId', 'clientId'] as const),
  ...(['origin', 'consents', 'query'] as const),
])

describe.each(domainEngines)('the access report on %s', (engine) => {
  let hospital: TestHospital
  let officer: SignedInClient
  beforeAll(async () => {
    hospital = await createTestHospital({ engine })
    officer = await hospital.as('privacy-officer')
    const [one, two] = [await insertPatientDirectly(hospital), await insertPatientDirectly(hospital)]
    const [nurse, desk] = [await hospital.as('nurse'), await hospital.as('front-desk')]
    for (const { id } of [one, two, one]) await nurse.get(`/v1/patients/${id}`)
    await desk.get(`/v1/patients/${two.id}`)
    await nurse.get(`/v1/patients/${newId()}`)
    await officer.get(`/v1/accesses?actorId=${nurse.caller.personId}`)
    await (await hospital.as('patient', { personId: one.id })).get(`/v1/patients/${one.id}/accesses`)
  })
  afterAll(() => hospital.stop())

  // Reading the report adds rows to it: only those before this moment of the clock are compared.
  const report = async (
    query: Record<string, string> = {},
    by = officer,
  ): Promise<{ items: Row[]; nextCursor: string | null }> => {
    const { status, body } = await by.get(`/v1/access-report?${new URLSearchParams({ limit: '100', ...query })}`)
    expect(status, JSON.stringify(body)).toBe(200)
    return body
  }
  const before = async () => (await report()).items.filter(({ operation }) => !operation.includes('AccessReport'))

  it('has every recorded field of every row', async () => {
    const rows = await before()
    expect(rows.length).toBeGreaterThan(5)
    const [row] = await hospital.accessRows({ operation: 'getPatient' })
    const shown = rows.find(({ id }) => id === row?.id)
    expect(shown).toMatchObject({
      ...{ operation: 'getPatient', requestId: row?.requestId, sessionId: row?.sessionId, clientId: row?.clientId },
      ...{ entityId: row?.entityId, patientId: row?.patientId, refusal: null, outcome: 'done' },
    })
    expect(rows.find(({ outcome }) => outcome === 'refused')?.refusal).toBe('not_found')
  })

  it.each(fields)('is filtered by %s', async (field) => {
    const rows = await before()
    const value = valueOf(rows.at(-1) as Row, field)
    const chosen = value === '' ? rows.map((row) => valueOf(row, field)).find((one) => one !== '') : value
    // No row of this test is under a cover: what is asked for then is no row.
    const asked = chosen ?? newId()
    if (field === 'at') {
      expect(
        (await report({ from: '2026-11-25T15:00:00Z', to: '2026-11-25T15:00:00.001Z' })).items.length,
      ).toBeGreaterThan(5)
      expect((await report({ to: '2026-11-25T15:00:00Z' })).items).toEqual([])
      expect((await report({ from: '2026-11-25T15:00:00.001Z' })).items).toEqual([])
      return
    }
    const ids = (of: readonly Row[]) => of.map(({ id }) => id).filter((id) => rows.some((row) => row.id === id))
    const expected = rows.filter((row) => valueOf(row, field) === asked)
    expect(ids((await report({ [field]: asked })).items)).toEqual(ids(expected))
    if (texts.has(field)) expect((await report({ [field]: newId() })).items).toEqual([])
    else expect(expected.length).toBeLessThan(rows.length)
  })

  it.each(fields)('is sorted by %s, both ways, over pages', async (sort) => {
    // Of one person, so that the rows of these reads are not among them.
    const [{ actor }] = (await report({ operation: 'getPatient', actorRole: 'nurse' })).items as [Row]
    const paged = async (order: string): Promise<string[]> => {
      const found: Row[] = []
      let cursor: string | null = null
      do {
        const page: { items: Row[]; nextCursor: string | null } = await report({
          ...{ actorId: actor.id, sort, order, limit: '2' },
          ...(cursor !== null && { cursor }),
        })
        found.push(...page.items)
        cursor = page.nextCursor
      } while (cursor !== null)
      return found.map((row) => `${valueOf(row, sort)} ${row.id}`)
    }
    const ascending = await paged('ascending')
    expect(ascending.length).toBe(4)
    expect(ascending).toEqual(ascending.toSorted((one, other) => (one < other ? -1 : 1)))
    expect(await paged('descending')).toEqual(ascending.toReversed())
  })

  it('finds the codes of other versions of the server as unlisted', async () => {
    expect((await report({ entity: 'Unlisted', actorRole: 'unlisted', reason: 'unlisted' })).items).toEqual([])
  })

  it('is recorded, for each patient whose rows it shows, and so is its document', async () => {
    const [{ patientId }] = (await report({ operation: 'getPatient', outcome: 'done' })).items as [Row]
    const rows = async (operation: string) => hospital.accessRows({ operation, patientId: String(patientId) })
    const reads = (await rows('listAccessReport')).length
    await report({ patientId: String(patientId) })
    expect((await rows('listAccessReport')).length).toBe(reads + 1)
    await printedText(officer.fetch(`/v1/access-report/pdf?patientId=${patientId}`))
    expect(await rows('getAccessReportPdf')).toMatchObject([{ action: 'print', entity: 'Access' }])
  })

  it('is a document with the same rows, and with what was asked for', async () => {
    const text = await printedText(
      officer.fetch('/v1/access-report/pdf?operation=getPatient&sort=outcome&order=ascending'),
    )
    expect(text).toContain('Access report')
    expect(text).toContain('operation = getPatient')
    expect(text).toContain('outcome, ascending')
    expect(text).not.toContain('listPatientAccesses')
    for (const { id } of (await report({ operation: 'getPatient' })).items)
      expect(text.replaceAll(/\s/g, '')).toContain(id)
  })

  it('is for privacy officers and auditors', async () => {
    expect((await (await hospital.as('auditor')).get('/v1/access-report')).status).toBe(200)
    for (const role of ['nurse', 'front-desk', 'biller', 'administrator'] as const)
      expect((await (await hospital.as(role)).get('/v1/access-report')).body.code).toBe('forbidden')
    expect((await officer.get('/v1/access-report?sort=name')).body.code).toBe('invalid_request')
  })
})

describe.each(domainEngines)('the access report of a visit on %s', (engine) => {
  let ward: FollowUpHospital
  let patientId: string
  beforeAll(async () => {
    ward = await withFollowUpVerbs(await createTestHospital({ engine }))
    patientId = await ward.addPatient()
    await ward.visited(patientId)
  })
  afterAll(() => ward.stop())

  const report = async (query: Record<string, string>): Promise<Row[]> =>
    (
      await answered(
        (await ward.as('privacy-officer')).get(`/v1/access-report?${new URLSearchParams({ limit: '100', ...query })}`),
        200,
      )
    ).items

  it('says from where a request came, and the address only with who it is about', async () => {
    const own = await report({ patientId, actorKind: 'patient', operation: 'checkIn' })
    const staff = await report({ patientId, actorKind: 'member' })
    for (const row of [...own, ...staff]) {
      expect(row.origin, row.operation).toMatch(/^[\w-]{6}$/)
      expect(row.address, row.operation).toContain('127.0.0.1')
    }
    expect([own.length > 0, staff.length > 0]).toEqual([true, true])
    const [{ origin, sessionId }] = staff as [Row]
    const same = await report({ origin: String(origin) })
    expect(same.map((row) => [row.origin, row.sessionId])).toEqual(same.map(() => [origin, sessionId]))
    expect(same.length).toBeGreaterThan(0)
    // The second request with a token refers to the first.
    const { accessToken } = await ward.asDoctor()
    const page = createTestClient({ url: ward.url, accessToken: async () => accessToken, origin: ward.portal.origin })
    for (let times = 0; times < 2; times += 1) await answered(page.get(`/v1/patients/${patientId}/allergies`), 200)
    const twice = await report({ patientId, operation: 'listAllergies' })
    expect(twice.map(({ address }) => address)).toEqual([expect.any(String), expect.any(String)])
    expect(twice[0]?.origin).toBe(twice[1]?.origin)
    // Sealed with the key of the patient, whom this row does not name.
    const other = await ward.addPatient()
    await answered((await ward.asPatient(other)).get('/v1/appointments'), 200)
    const [unnamed] = await report({ actorId: other, operation: 'listAppointments' })
    expect(unnamed).toMatchObject({ patientId: null, origin: expect.any(String) })
    expect(unnamed).not.toHaveProperty('address')
    // The server itself has no address.
    for (const row of await report({ actorKind: 'system' }))
      expect([row.origin, row.address]).toEqual([null, undefined])
  })

  it('says which consents permitted a visit, and finds what one of them permitted', async () => {
    const { items } = await answered((await ward.asPatient(patientId)).get(`/v1/patients/${patientId}/consents`), 200)
    const consentId = items[0].id
    const found = await report({ consents: consentId })
    expect(new Set(found.map(({ operation }) => operation))).toEqual(new Set(['checkIn', 'admitPatient']))
    for (const { consents } of found) expect(consents).toContain(consentId)
    expect(await report({ consents: newId() })).toEqual([])
  })

  it('says what was searched for, in each row of the request', async () => {
    const other = await ward.addPatient()
    await ward.book(other, 'primary-care-follow-up')
    const desk = await ward.as('front-desk')
    const asked = '/v1/appointments?limit=50'
    await answered(desk.get(asked), 200)
    const actorId = desk.caller.personId
    const rows = await report({ actorId, operation: 'listAppointments' })
    expect(rows.length).toBeGreaterThan(1)
    expect(rows.map(({ query }) => query)).toEqual(rows.map(() => `GET ${asked}`))
    expect((await report({ query: `GET ${asked}` })).map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
    const sorted = (await report({ actorId, sort: 'query', order: 'ascending' })).map(({ query }) => query ?? '')
    expect(sorted).toEqual(sorted.toSorted())
  })

  it('is printed with all of it', async () => {
    const officer = await ward.as('privacy-officer')
    const text = (
      await printedText(officer.fetch(`/v1/access-report/pdf?patientId=${patientId}&operation=checkIn`))
    ).replaceAll(/\s/g, '')
    const [row] = (await report({ patientId, operation: 'checkIn' })) as [Row]
    for (const words of [String(row.origin), String(row.address), ...row.consents]) expect(text).toContain(words)
    expect(row.consents.length).toBeGreaterThan(0)
  })
})
