import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { insertPatientDirectly, samplePatient } from './lakeside.testing.ts'

describe.each(domainEngines)('patients on %s', (engine) => {
  let hospital: TestHospital
  let desk: SignedInClient
  beforeAll(async () => {
    hospital = await createTestHospital({ engine })
    desk = await hospital.as('front-desk')
  })
  afterAll(() => hospital.stop())

  const search = async (criteria: object, by: SignedInClient = desk): Promise<string[]> => {
    const { status, body } = await by.post('/v1/patients/search', criteria, { idempotencyKey: null })
    expect(status, JSON.stringify(body)).toBe(200)
    return body.items.map(({ id }: { id: string }) => id)
  }

  it('are registered with all given data, and recorded as created', async () => {
    const given = samplePatient({
      sex: 'female',
      email: 'pat.sample@patients.example',
      phone: '(555) 555-0134',
      address: { line1: '1 Sample Street', city: 'Sampleton', state: 'OH', postalCode: '00000' },
      interpreterLanguage: 'es',
      recordNumber: 'MRN-0001',
    })
    const { status, headers, body } = await desk.post('/v1/patients', given)
    expect(status).toBe(201)
    const reach = {
      call: { rule: 'recorded', phone: given.phone },
      letters: { rule: 'recorded', address: given.address },
    }
    expect(body).toEqual({ ...given, ...reach, id: expect.any(String), version: 1 })
    expect(headers.get('location')).toBe(`/v1/patients/${body.id}`)
    expect(await hospital.accessRows({ patientId: body.id })).toMatchObject([
      { operation: 'createPatient', action: 'create', outcome: 'done', actorRole: 'front-desk' },
    ])
    expect(await desk.get(`/v1/patients/${body.id}`)).toMatchObject({ status: 200, body })
  })

  it('are not registered twice under one record number, in any spelling', async () => {
    await desk.post('/v1/patients', samplePatient({ recordNumber: 'MRN 77-A' }))
    const again = await desk.post('/v1/patients', samplePatient({ recordNumber: 'mrn77a' }))
    expect(again).toMatchObject({ status: 409, body: { code: 'record_number_taken' } })
    expect(JSON.stringify(again.body)).not.toMatch(/mrn/i)
  })

  it('are not registered with a sign-in: no one can set how another person signs in', async () => {
    const identity = { issuer: 'https://id.example', subject: 'taken' }
    const { status, body } = await desk.post('/v1/patients', { ...samplePatient(), identity })
    expect([status, body.errors]).toMatchObject([400, [{ pointer: '/identity', code: 'unknown_property' }]])
  })

  it.each([
    ['/zone', { zone: 'Ohio/Nowhere' }],
    ['/zone', { zone: '+02:00' }],
    ['/name/given', { name: { given: ' ', family: '' } }],
    ['/birthDate', { birthDate: '2026-11-27' }],
  ])('are refused where %s is not plausible', async (pointer, wrong) => {
    const { status, body } = await desk.post('/v1/patients', samplePatient(wrong))
    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ pointer }])
  })

  it('are found by the complete family name with any accents and case, and never by a part of it', async () => {
    const { id } = await insertPatientDirectly(hospital, { name: { given: 'Zoë', family: 'Núñez-Ejemplo' } })
    expect(await search({ family: 'Núñez-Ejemplo' })).toEqual([id])
    expect(await search({ family: 'nunez ejemplo' })).toEqual([id])
    expect(await search({ family: 'NUÑEZ–EJEMPLO' })).toEqual([id])
    expect(await search({ family: 'Nunez' })).toEqual([])
    expect(await search({ family: 'Ejemplo' })).toEqual([])
  })

  it('with a single name are found by it', async () => {
    const { id } = await insertPatientDirectly(hospital, { name: { given: 'Mononymous', family: '' } })
    expect(await search({ family: 'mononymous' })).toEqual([id])
  })

  it('are found by birth date and record number, and must match every criterion', async () => {
    const twin = await insertPatientDirectly(hospital, {
      name: { given: 'A', family: 'Twinsample' },
      birthDate: '2001-02-03',
      recordNumber: 'T-1',
    })
    const other = await insertPatientDirectly(hospital, {
      name: { given: 'B', family: 'Twinsample' },
      birthDate: '2001-02-03',
      recordNumber: 'T-2',
    })
    expect((await search({ family: 'twinsample', birthDate: '2001-02-03' })).sort()).toEqual([twin.id, other.id].sort())
    expect(await search({ recordNumber: 't2' })).toEqual([other.id])
    expect(await search({ recordNumber: 'T-2', birthDate: '2001-02-04' })).toEqual([])
  })

  it('are found by their telephone number in any spelling, and by a new one after a change', async () => {
    const { body: made } = await desk.post('/v1/patients', samplePatient({ phone: '614-555-0177' }))
    for (const phone of ['614-555-0177', '(614) 555 0177', '+1 614 555 0177'])
      expect(await search({ phone })).toEqual([made.id])
    expect(await search({ phone: '614-555-0178' })).toEqual([])
    const changed = await desk.patch(`/v1/patients/${made.id}`, { version: made.version, phone: '614-555-0178' })
    expect(changed.status).toBe(200)
    expect(await search({ phone: '6145550178' })).toEqual([made.id])
    expect(await search({ phone: '614-555-0177' })).toEqual([])
  })

  it('are not found without a criterion', async () => {
    for (const criteria of [{}, { family: '' }]) {
      const { status, body } = await desk.post('/v1/patients/search', criteria)
      expect([status, body.errors[0].code]).toEqual([422, 'criterion_missing'])
    }
  })

  it('are paged without losing or repeating one, and each one shown is recorded', async () => {
    const ids = []
    for (let count = 0; count < 5; count += 1)
      ids.push((await insertPatientDirectly(hospital, { name: { given: `P${count}`, family: 'Pagesample' } })).id)
    const found: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: Awaited<ReturnType<SignedInClient['post']>> = await desk.post(
        `/v1/patients/search?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
        { family: 'Pagesample' },
      )
      found.push(...page.body.items.map(({ id }: { id: string }) => id))
      cursor = page.body.nextCursor
    }
    expect(found).toEqual(ids)
    for (const id of ids)
      expect(await hospital.accessRows({ patientId: id })).toMatchObject([{ operation: 'searchPatients' }])
    expect((await desk.post('/v1/patients/search?cursor=nonsense', { family: 'x' })).body.code).toBe('cursor_invalid')
  })

  it('a search without results is recorded too, once and without a patient', async () => {
    const before = (await hospital.accessRows({ operation: 'searchPatients' })).length
    await search({ family: 'Nobodyatall' })
    const rows = await hospital.accessRows({ operation: 'searchPatients' })
    expect(rows).toHaveLength(before + 1)
    expect(rows.at(-1)).toMatchObject({ patientId: null, outcome: 'done' })
  })

  it('have their age in their own time zone', async () => {
    // 15:00 UTC on the 25th is the 26th already in Kiritimati and still the 25th in New York.
    const ahead = await insertPatientDirectly(hospital, {
      birthDate: '2000-11-26',
      zone: 'Pacific/Kiritimati',
      name: { given: 'A', family: 'Agesample' },
    })
    const behind = await insertPatientDirectly(hospital, {
      birthDate: '2000-11-26',
      name: { given: 'B', family: 'Agesample' },
    })
    const { body } = await desk.post('/v1/patients/search', { family: 'Agesample' })
    const ages = Object.fromEntries(body.items.map(({ id, age }: { id: string; age: number }) => [id, age]))
    expect(ages).toEqual({ [ahead.id]: 26, [behind.id]: 25 })
  })

  it('read and change only their own record', async () => {
    const mine = await insertPatientDirectly(hospital)
    const theirs = await insertPatientDirectly(hospital)
    const me = await hospital.as('patient', { personId: mine.id })
    expect((await me.get(`/v1/patients/${mine.id}`)).body.name).toEqual({ given: 'Pat', family: 'Sample' })
    expect((await me.get(`/v1/patients/${theirs.id}`)).body.code).toBe('not_found')
    expect((await me.patch(`/v1/patients/${theirs.id}`, { version: 1, phone: '614-555-0199' })).status).toBe(404)
    expect((await me.patch(`/v1/patients/${mine.id}`, { version: 1, phone: '614-555-0199' })).body).toMatchObject({
      phone: '614-555-0199',
      version: 2,
    })
    const refused = (await hospital.accessRows()).filter(
      ({ actorId, outcome }) => actorId === mine.id && outcome === 'refused',
    )
    expect(refused.map(({ patientId, refusal }) => [patientId, refusal])).toEqual([
      [null, 'not_found'],
      [null, 'not_found'],
    ])
  })

  it('of another organization do not exist for any caller', async () => {
    const elsewhere = newId()
    const theirs = await insertPatientDirectly(
      hospital,
      { name: { given: 'X', family: 'Elsewhere' }, recordNumber: 'E-1' },
      elsewhere,
    )
    expect((await desk.get(`/v1/patients/${theirs.id}`)).status).toBe(404)
    expect((await desk.patch(`/v1/patients/${theirs.id}`, { version: 1, state: 'TX' })).status).toBe(404)
    expect((await desk.get(`/v1/patients/${theirs.id}/proxies`)).status).toBe(404)
    expect(await search({ family: 'Elsewhere' })).toEqual([])
    expect((await desk.post('/v1/patients', samplePatient({ recordNumber: 'E-1' }))).status).toBe(201)
    const forged = await hospital.as('patient', { personId: theirs.id })
    expect((await forged.get(`/v1/patients/${theirs.id}`)).status).toBe(404)
  })

  it.each(['nonsense', newId(), '00000000-0000-0000-0000-000000000000'])('with %s as id do not exist', async (id) => {
    expect((await desk.get(`/v1/patients/${id}`)).body.code).toBe('not_found')
  })

  it('changed by two people at once: the second change is refused', async () => {
    const { id } = await insertPatientDirectly(hospital)
    const both = await Promise.all([
      desk.patch(`/v1/patients/${id}`, { version: 1, state: 'TX' }),
      desk.patch(`/v1/patients/${id}`, { version: 1, state: 'AZ' }),
    ])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('version_conflict')
    expect(
      (await eventsOf(hospital, 'directory.patient-changed')).filter((event) => event['patientId'] === id),
    ).toEqual([
      { patientId: id, version: 1 },
      { patientId: id, version: 2 },
    ])
  })

  it('are found by a new name and not by the old one', async () => {
    const { id } = await insertPatientDirectly(hospital, { name: { given: 'A', family: 'Beforesample' } })
    await desk.patch(`/v1/patients/${id}`, { version: 1, name: { given: 'A', family: 'Aftersample' } })
    expect(await search({ family: 'Beforesample' })).toEqual([])
    expect(await search({ family: 'Aftersample' })).toEqual([id])
  })

  it('are refused to roles without the permission', async () => {
    const { id } = await insertPatientDirectly(hospital)
    for (const role of ['biller', 'auditor', 'administrator', 'interpreter']) {
      const person = await hospital.as(role)
      expect((await person.get(`/v1/patients/${id}`)).status, role).toBe(403)
      expect((await person.post('/v1/patients', samplePatient())).status, role).toBe(403)
    }
    expect(
      (await (await hospital.as('patient', { personId: id })).post('/v1/patients/search', { family: 'Sample' })).status,
    ).toBe(403)
  })

  it('leave none of their data readable in any table', async () => {
    const canary = {
      name: { given: 'Canarygiven', family: 'Canaryfamily' },
      email: 'canarymail@patients.example',
      phone: '555-867-5309',
      address: { line1: '1 Canarystreet', city: 'Canarycity', state: 'OH', postalCode: '98765-4321' },
      recordNumber: 'CANARYNUMBER',
      birthDate: '1931-03-07',
    }
    const key = 'canary-key-of-a-retry'
    const { status, body } = await desk.post('/v1/patients', samplePatient(canary), { idempotencyKey: key })
    expect(status, JSON.stringify(body)).toBe(201)
    await desk.patch(`/v1/patients/${body.id}`, { version: 1, name: { given: 'Canarygiven', family: 'Canarymarried' } })
    await search({ family: 'Canarymarried' })
    const dump = await dumpOf(hospital)
    expect(dump).toContain(body.id)
    // Five digits alone could occur in an id or in encrypted bytes by chance.
    expect(dump.match(/canary(?!-key)[a-z]*|867-5309|98765-4321|1931-03-07/gi)).toBeNull()
  })
})

/** Every row of every table as text, as the owner sees it. */
const dumpOf = async (hospital: TestHospital): Promise<string> => {
  const owner = hospital.platform.database.owner()
  const { rows: tables } = await sql<{ name: string }>`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(owner)
  const texts: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{
      row: string
    }>`select t::text || encode(t::text::bytea, 'escape') as row from ${sql.raw(name)} as t`.execute(owner)
    texts.push(...rows.map(({ row }) => row))
  }
  return texts.join('\n')
}
