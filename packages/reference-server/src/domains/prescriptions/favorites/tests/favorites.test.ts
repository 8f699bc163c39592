import type { components } from '@visitkit/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { newId } from '../../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../../platform/http/tests/start-test-server.testing.ts'
import { directions, startPractice, type TestPractice } from '../../tests/practice.testing.ts'

type Favorite = components['schemas']['FavoritePrescription']

const path = '/v1/favorite-prescriptions'
const amoxicillin = (more: Partial<components['schemas']['CreateFavorite']> = {}) => ({
  name: 'Strep throat',
  rxcui: '308191',
  directions: { dose: 1, doseUnit: 'capsule', route: 'oral', timing: { timesPerDay: 3 }, days: 10 } as const,
  quantity: 30,
  daysSupply: 10,
  refills: 0,
  substitutionAllowed: true,
  noteToPharmacist: 'Please explain the storage.',
  ...more,
})
const names = async (client: SignedInClient): Promise<string[]> =>
  (await client.get(path)).body.items.map(({ name }: Favorite) => name)

describe.each(domainEngines)('a favorite, on %s', (engine) => {
  let practice: TestPractice
  beforeAll(async () => {
    practice = await startPractice(engine)
  })
  afterAll(() => practice.stop())

  it('stores everything that a prescription starts from, and starts one', async () => {
    const [patient, { client }] = [await practice.addPatient(), await practice.addPractitioner()]
    const created = await client.post(path, amoxicillin())
    expect(created.status).toBe(201)
    const { rxcui: _, ...same } = amoxicillin()
    expect(created.body).toMatchObject({
      ...same,
      medication: { rxcui: '308191', name: 'amoxicillin 500 MG Oral Capsule' },
      directionsText: [{ text: 'Take 1 capsule by mouth 3 times a day for 10 days.' }, { language: 'es' }],
      version: 1,
    })
    expect(created.body).not.toHaveProperty('unusable')
    const [favorite] = (await client.get(path)).body.items
    expect(favorite).toEqual(created.body)
    const { medication, directions: taken, quantity, daysSupply, refills, substitutionAllowed } = favorite
    const amounts = { quantity, daysSupply, refills, substitutionAllowed }
    const draft = await client.post(`/v1/patients/${patient.id}/prescriptions`, {
      ...{ rxcui: medication.rxcui, directions: taken, ...amounts, acknowledgments: [] },
    })
    expect(draft.status).toBe(201)
  })

  it('is listed by name, in numeric order and regardless of case', async () => {
    const { client } = await practice.addPractitioner()
    for (const name of ['Pain 10', 'ear', 'Pain 9', 'Éruption']) await client.post(path, amoxicillin({ name }))
    expect(await names(client)).toEqual(['ear', 'Éruption', 'Pain 9', 'Pain 10'])
  })

  it('is renamed, rewritten and removed, and reports a conflict with another window', async () => {
    const { client } = await practice.addPractitioner()
    const { id } = (await client.post(path, amoxicillin())).body
    const renamed = await client.put(`${path}/${id}`, { ...amoxicillin({ name: ' Sore throat ' }), version: 1 })
    expect(renamed.body).toMatchObject({ id, name: 'Sore throat', version: 2 })
    const late = await client.put(`${path}/${id}`, { ...amoxicillin(), version: 1 })
    expect([late.status, late.body.code]).toEqual([409, 'version_conflict'])
    const shorter = amoxicillin({ directions: { ...amoxicillin().directions, days: 7 }, daysSupply: 7, quantity: 21 })
    expect((await client.put(`${path}/${id}`, { ...shorter, version: 2 })).body).toMatchObject({ quantity: 21 })
    expect((await client.delete(`${path}/${id}`)).status).toBe(204)
    expect((await client.delete(`${path}/${id}`)).status).toBe(404)
    expect((await client.put(`${path}/${id}`, { ...shorter, version: 3 })).status).toBe(404)
    expect(await names(client)).toEqual([])
  })

  it('has a unique name, and the refusal points to the field', async () => {
    const { client } = await practice.addPractitioner()
    await client.post(path, amoxicillin())
    const { id, version } = (await client.post(path, amoxicillin({ name: 'Other' }))).body
    const again = await client.post(path, amoxicillin({ name: ' strep  THROAT ' }))
    expect([again.status, again.body.code, again.body.errors[0].pointer]).toEqual([409, 'favorite_name_taken', '/name'])
    expect((await client.put(`${path}/${id}`, { ...amoxicillin(), version })).body.code).toBe('favorite_name_taken')
    expect((await client.put(`${path}/${id}`, { ...amoxicillin({ name: 'OTHER' }), version })).status).toBe(200)
    expect((await client.post(path, amoxicillin({ name: '   ' }))).body).toMatchObject({
      code: 'invalid_request',
      errors: [{ pointer: '/name', code: 'blank' }],
    })
  })

  it.each([
    ['unknown_medication', { rxcui: '1' }],
    ['controlled_substance', { rxcui: '1049621' }],
    ['quantity_implausible', { quantity: 300 }],
    ['invalid_request', { refills: 13 }],
  ])('is refused as %s with %j, and nothing is stored', async (code, more) => {
    const { client } = await practice.addPractitioner()
    expect((await client.post(path, amoxicillin(more))).body.code).toBe(code)
    expect(await names(client)).toEqual([])
  })

  it('sent twice under one key, or by two windows at once, is one favorite', async () => {
    const { client } = await practice.addPractitioner()
    const idempotencyKey = `${newId()}-keep`
    const [first, second] = [
      await client.post(path, amoxicillin(), { idempotencyKey }),
      await client.post(path, amoxicillin(), { idempotencyKey }),
    ]
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body).toEqual(first.body)
    const other = amoxicillin({ name: 'Sinusitis' })
    const both = await Promise.all([client.post(path, other), client.post(path, other)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
    const { id, version } = first.body
    const rewritten = await Promise.all(
      [30, 40].map((quantity) => client.put(`${path}/${id}`, { ...amoxicillin({ quantity }), version })),
    )
    expect(rewritten.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(await names(client)).toEqual(['Sinusitis', 'Strep throat'])
  })

  it('is visible to its practitioner only, not to colleagues, patients or other organizations', async () => {
    const [{ client }, colleague, patient] = [
      await practice.addPractitioner(),
      await practice.addPractitioner(),
      await practice.addPatient(),
    ]
    const { id, version } = (await client.post(path, amoxicillin())).body
    const stranger = await practice.as('practitioner', {
      organizationId: newId(),
      practitionerId: newId(),
      personId: newId(),
    })
    for (const other of [colleague.client, stranger]) {
      expect(await names(other)).toEqual([])
      expect((await other.put(`${path}/${id}`, { ...amoxicillin(), version })).status).toBe(404)
      expect((await other.delete(`${path}/${id}`)).status).toBe(404)
    }
    for (const asked of [patient.client.get(path), patient.client.post(path, amoxicillin())])
      expect((await asked).status).toBe(403)
    expect(await names(client)).toEqual(['Strep throat'])
  })

  it('is encrypted, and its changes are in the audit log', async () => {
    const { id: practitionerId, client } = await practice.addPractitioner()
    const { id } = (await client.post(path, amoxicillin())).body
    const rows = await practice.platform.database
      .owner()
      .selectFrom('prescriptions.favorites')
      .selectAll()
      .where('practitioner_id', '=', practitionerId)
      .execute()
    expect(rows).toHaveLength(1)
    const created = Object.values(rows[0] ?? {}).map((value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value),
    )
    expect(created.join(' ')).not.toMatch(/strep|amoxicillin|308191|storage/i)
    await client.delete(`${path}/${id}`)
    const emitted = (await practice.accessRows()).filter(
      ({ entity, actorId }) => entity === 'FavoritePrescription' && actorId === client.caller.personId,
    )
    expect(emitted.map(({ action, entityId, patientId }) => [action, entityId, patientId])).toEqual([
      ['create', null, null],
      ['delete', id, null],
    ])
  })
})

describe('the favorites of one practitioner', () => {
  let practice: TestPractice
  beforeAll(async () => {
    practice = await startPractice('pglite')
  })
  afterAll(() => practice.stop())

  it('are limited to a hundred, and the refusal says what to do', async () => {
    const { client } = await practice.addPractitioner()
    for (let number = 1; number <= 100; number += 1)
      expect((await client.post(path, amoxicillin({ name: `Number ${number}` }))).status).toBe(201)
    const full = await client.post(path, amoxicillin())
    expect([full.status, full.body.code]).toEqual([409, 'too_many_favorites'])
    expect(full.body.detail).toContain('Remove one')
    const [first] = (await client.get(path)).body.items
    expect((await client.put(`${path}/${first.id}`, { ...amoxicillin(), version: 1 })).status).toBe(200)
  })

  it('show that their medication has become controlled or left the set, and can still be renamed', async () => {
    const { client } = await practice.addPractitioner()
    const oxycodone = {
      ...amoxicillin({ name: 'After surgery', rxcui: '1049621', directions, quantity: 30, daysSupply: 30 }),
    }
    practice.certifications.push('epcs')
    const created = await client.post(path, oxycodone).finally(() => practice.certifications.pop())
    expect(created.status).toBe(201)
    const [listed] = (await client.get(path)).body.items
    expect(listed).toMatchObject({ name: 'After surgery', unusable: 'controlled_substance' })
    const renamed = await client.put(`${path}/${listed.id}`, { ...oxycodone, name: 'Not from here', version: 1 })
    expect(renamed.body).toMatchObject({ name: 'Not from here', unusable: 'controlled_substance' })
  })
})
