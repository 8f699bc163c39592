import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { cardiologist, insertPatientDirectly, samplePatient } from './lakeside.testing.ts'

describe.each(domainEngines)('names on %s', (engine) => {
  let hospital: TestHospital
  let desk: SignedInClient
  beforeAll(async () => {
    hospital = await createTestHospital({ engine })
    desk = await hospital.as('front-desk')
  })
  afterAll(() => hospital.stop())

  const search = async (criteria: object): Promise<string[]> => {
    const { status, body } = await desk.post('/v1/patients/search', criteria, { idempotencyKey: null })
    expect(status, JSON.stringify(body)).toBe(200)
    return body.items.map(({ id }: { id: string }) => id)
  }

  it('of several uses are kept, changed as a whole, and find the patient until they are removed', async () => {
    const otherNames = [
      { use: 'maiden', given: 'Pat', family: 'Formersample' },
      { use: 'nickname', given: 'Patty', family: 'Marriedsample' },
    ]
    const name = { given: 'Pat', middle: ['Lee', 'Ann'], family: 'Marriedsample', suffix: 'III' }
    const { status, body } = await desk.post('/v1/patients', { ...samplePatient({ name }), otherNames })
    expect([status, body.name, body.otherNames]).toEqual([201, name, otherNames])
    expect(await search({ family: 'formersample' })).toEqual([body.id])
    expect(await search({ family: 'Marriedsample', given: 'patty' })).toEqual([body.id])
    expect(await search({ family: 'Marriedsample', given: 'Ann' })).toEqual([body.id])
    expect(await search({ family: 'Marriedsample', given: 'Robin' })).toEqual([])
    const changed = await desk.patch(`/v1/patients/${body.id}`, { version: 1, otherNames: [] })
    expect(changed.body).toMatchObject({ name, otherNames: [] })
    expect(await search({ family: 'Formersample' })).toEqual([])
    expect((await desk.post('/v1/patients/search', { family: 'Marriedsample' })).body.items).toMatchObject([
      { displayName: 'Pat Lee Ann Marriedsample III' },
    ])
  })

  it.each([
    [{ given: 'Юлия', family: 'Ивановская' }, { family: 'IVANOVSKAYA' }],
    [{ given: 'Jörg', family: 'Großmüller' }, { family: 'Grossmueller' }],
    [
      { given: 'Władysław', family: 'Łukasik' },
      { family: 'lukasik', given: 'wladyslaw' },
    ],
    [
      { given: '小龙', family: '司徒' },
      { family: 'Situ', given: 'Xiaolong' },
    ],
    [{ given: 'Ivana', family: 'Shcherbakova' }, { family: 'Щербакова' }],
  ])('%j finds the patient who is searched as %j', async (name, criteria) => {
    const { id } = await insertPatientDirectly(hospital, { name })
    expect(await search(criteria)).toEqual([id])
  })

  it('are found by their start from three letters on, each part of a double name too', async () => {
    const { id } = await insertPatientDirectly(hospital, { name: { given: 'Zoë', family: 'Quintero-Beispiel' } })
    expect(await search({ family: 'quin', match: 'start' })).toEqual([id])
    expect(await search({ family: 'Quintero Bei', match: 'start' })).toEqual([id])
    expect(await search({ family: 'beisp', given: 'zoe', match: 'start' })).toEqual([id])
    expect(await search({ family: 'quin' })).toEqual([])
    const short = await desk.post('/v1/patients/search', { family: 'qu', match: 'start' }, { idempotencyKey: null })
    expect(short).toMatchObject({ status: 422, body: { errors: [{ pointer: '/family', code: 'too_short' }] } })
  })

  it('of patients from before are found as before, and by all forms once the job has read them', async () => {
    const { id } = await insertPatientDirectly(hospital, { name: { given: 'Pat', family: 'Øvresample' } })
    await sql`update directory.patients set name_hashes = '{}', names_indexed = false where id = ${id}::uuid`.execute(
      hospital.platform.database.owner(),
    )
    expect(await search({ family: 'Øvresample' })).toEqual([id])
    expect(await search({ family: 'ovresample' })).toEqual([])
    await hospital.runJob('directory.index-patients')
    expect(await search({ family: 'ovresample' })).toEqual([id])
    expect(await search({ family: 'ovre', match: 'start' })).toEqual([id])
  })

  it('are in the database as keyed hashes only', async () => {
    const { id } = await insertPatientDirectly(hospital, { name: { given: 'Canarygiven', family: 'Canaryname' } })
    const { rows } = await sql<{ row: string }>`select to_jsonb(p)::text as row from directory.patients p
      where id = ${id}::uuid`.execute(hospital.platform.database.owner())
    expect(rows[0]?.row).toMatch(/"name_hashes": \["[0-9a-f]{32}"/)
    expect(rows[0]?.row.toLowerCase()).not.toContain('canary')
  })

  it('of a practitioner are kept in parts, and changed', async () => {
    const administrator = await hospital.as('administrator')
    const name = { given: 'Maria', family: 'de la Cruz', suffix: 'II' }
    const otherNames = [{ use: 'maiden', given: 'Maria', family: 'Example' }]
    const { body } = await administrator.post('/v1/practitioners', { ...cardiologist, name, otherNames })
    expect(body).toMatchObject({ name, otherNames, displayName: cardiologist.displayName })
    const changed = await administrator.patch(`/v1/practitioners/${body.id}`, { version: 1, otherNames: [] })
    expect(changed.body).toMatchObject({ name, otherNames: [] })
    expect((await desk.get(`/v1/practitioners/${body.id}`)).body).toMatchObject({ name, otherNames: [] })
  })

  it.each([
    ['/name/given', 'unsupported_character', { name: { given: 'Pat\u202e', family: 'Sample' } }],
    ['/name/family', 'unsupported_character', { name: { given: 'Pat', family: 'Sample\r\nX' } }],
    ['/name/given', 'blank', { name: { given: ' ', family: 'Sample' } }],
    ['/name', 'required', { name: { given: '', family: '' } }],
    ['/name/middle/0', 'blank', { name: { given: 'Pat', middle: ['\u200b'], family: 'Sample' } }],
    ['/otherNames/0', 'required', { otherNames: [{ use: 'old', given: '', family: '' }] }],
    ['/email', 'not_an_email_address', { email: 'a@b.example\r\nBcc: x' }],
    ['/phone', 'not_a_phone_number', { phone: '555-0142' }],
  ])('a fault at %s is refused with 422 and %s, and the remedy', async (pointer, code, given) => {
    const { status, body } = await desk.post('/v1/patients', { ...samplePatient(), ...given })
    expect(status).toBe(422)
    const fault = body.errors.find((each: { pointer: string }) => each.pointer === pointer)
    expect(fault).toMatchObject({ code, message: expect.stringMatching(/^(?:Must|A given)/) })
  })
})
