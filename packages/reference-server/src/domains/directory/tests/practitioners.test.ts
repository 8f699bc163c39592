import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { cardiologist, sampleLicense } from './lakeside.testing.ts'

type Schemas = components['schemas']

describe.each(domainEngines)('practitioners on %s', (engine) => {
  let hospital: TestHospital
  let admin: SignedInClient
  beforeAll(async () => {
    hospital = await createTestHospital({ engine })
    admin = await hospital.as('administrator')
  })
  afterAll(() => hospital.stop())

  const add = async (given: object = {}): Promise<Schemas['Practitioner']> =>
    (await admin.post('/v1/practitioners', { ...cardiologist, ...given })).body

  it('are added, read completely and shown to patients with the states in which they may treat', async () => {
    const added = await add({
      licenses: [
        sampleLicense(),
        sampleLicense({ state: 'TX', expiresOn: '2026-11-24' }),
        sampleLicense({ state: 'PA', kind: 'compact' }),
      ],
    })
    const patient = await hospital.as('patient')
    expect((await patient.get(`/v1/practitioners/${added.id}`)).body).toEqual(added)
    const { body } = await patient.get('/v1/practitioners')
    expect(body.items).toContainEqual({
      id: added.id,
      displayName: 'Dr. Robin Example',
      title: cardiologist.title,
      specialties: ['cardiology'],
      languages: ['en', 'es-MX'],
      zone: 'America/New_York',
      states: ['OH', 'PA'],
    })
  })

  it('are found by specialty, language and state, and no longer once a license has ended or they are inactive', async () => {
    const added = await add({
      specialties: ['rare-specialty'],
      licenses: [sampleLicense({ state: 'UT', expiresOn: '2026-11-25' })],
    })
    const found = async (query: string): Promise<boolean> =>
      (await admin.get(`/v1/practitioners?specialty=rare-specialty&${query}`)).body.items.some(
        ({ id }: { id: string }) => id === added.id,
      )
    expect(await found('')).toBe(true)
    expect(await found('language=es')).toBe(true)
    expect(await found('language=vi')).toBe(false)
    expect(await found('state=OH')).toBe(false)
    expect(await found('state=UT')).toBe(true)
    // A license ends by the clock of its state: 23:59 in Utah is 06:59 the next day in UTC.
    hospital.clock.advance({ hours: 15, minutes: 59 })
    const late = await hospital.as('administrator')
    const foundLate = async (): Promise<number> =>
      (await late.get('/v1/practitioners?specialty=rare-specialty&state=UT')).body.items.length
    expect(await foundLate()).toBe(1)
    hospital.clock.advance({ minutes: 1 })
    expect(await foundLate()).toBe(0)
    admin = late
    await admin.patch(`/v1/practitioners/${added.id}`, { active: false, version: 1 })
    expect(await found('')).toBe(false)
  })

  it('are paged in order', async () => {
    const ids = []
    for (let count = 0; count < 3; count += 1) ids.push((await add({ specialties: ['paged'] })).id)
    const first = await admin.get('/v1/practitioners?specialty=paged&limit=2')
    const second = await admin.get(`/v1/practitioners?specialty=paged&limit=2&cursor=${first.body.nextCursor}`)
    expect([...first.body.items, ...second.body.items].map(({ id }) => id)).toEqual(ids)
    expect(second.body.nextCursor).toBeNull()
  })

  it('belong to one member each', async () => {
    const member = (await admin.post('/v1/members', { displayName: 'X', roles: ['practitioner'] })).body
    const practitioner = await add({ memberId: member.id })
    expect((await admin.get('/v1/members?limit=100')).body.items).toContainEqual({
      ...member,
      practitionerId: practitioner.id,
    })
    expect((await admin.post('/v1/practitioners', { ...cardiologist, memberId: member.id })).body.code).toBe(
      'member_taken',
    )
    expect((await admin.post('/v1/practitioners', { ...cardiologist, memberId: newId() })).status).toBe(404)
  })

  it('are refused with a wrong check digit or a zone that does not exist', async () => {
    const { status, body } = await admin.post('/v1/practitioners', {
      ...cardiologist,
      npi: '1234567890',
      zone: 'Nowhere/At_All',
    })
    expect(status).toBe(422)
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual(['/npi', '/zone'])
  })

  it('keep the NPI and the licenses that they are given later', async () => {
    const { id } = await add({ licenses: [] })
    const licenses = [{ state: 'OH', number: 'X-OH', kind: 'full', status: 'active', expiresOn: '2028-12-31' }]
    const { status } = await admin.patch(`/v1/practitioners/${id}`, { npi: '1234567893', licenses, version: 1 })
    expect(status).toBe(200)
    expect((await admin.get(`/v1/practitioners/${id}`)).body).toMatchObject({ npi: '1234567893', licenses, version: 2 })
  })

  it('change once per version that was read, with an event for scheduling', async () => {
    const { id } = await add()
    expect((await admin.patch(`/v1/practitioners/${id}`, { zone: 'America/Denver', version: 1 })).body).toMatchObject({
      zone: 'America/Denver',
      version: 2,
    })
    expect((await admin.patch(`/v1/practitioners/${id}`, { zone: 'America/Denver', version: 1 })).body.code).toBe(
      'version_conflict',
    )
    expect(await eventsOf(hospital, 'directory.practitioner-changed')).toContainEqual({
      practitionerId: id,
      version: 2,
    })
    const stranger = await hospital.as('administrator', { organizationId: newId() })
    expect((await stranger.get(`/v1/practitioners/${id}`)).status).toBe(404)
    expect((await stranger.patch(`/v1/practitioners/${id}`, { active: false, version: 2 })).status).toBe(404)
  })
})
