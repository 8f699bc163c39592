import type { components } from '@visitkit/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/start-test-server.testing.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { bookVerb } from './book-verb.testing.ts'
import { withSchedulingVerbs, type SchedulingHospital } from './clinic.testing.ts'

type Schemas = components['schemas']

let hospital: SchedulingHospital
let administrator: SignedInClient
beforeAll(async () => {
  hospital = withSchedulingVerbs(await createTestHospital({ engine: 'postgres' }))
  administrator = await hospital.as('administrator')
})
afterAll(() => hospital.stop())

const typeId = (code: string): string => hospital.types.get(code)!.id
const book = bookVerb(() => hospital)
describe('visit types', () => {
  test('list the specialties with a bookable visit type, in English and Spanish', async () => {
    const { client } = await hospital.addPatient()
    const { items } = (await client.get('/v1/specialties')).body
    expect(items.map(({ code }: { code: string }) => code)).toEqual([
      'behavioral-health',
      'cardiology',
      'dermatology',
      'pediatrics',
      'primary-care',
      'urgent-care',
    ])
    expect(items[1]).toEqual({
      code: 'cardiology',
      taxonomy: '207RC0000X',
      name: [
        { language: 'en', text: 'Cardiology' },
        { language: 'es', text: 'Cardiología' },
      ],
      visitTypeCount: 2,
    })
  })

  test('are listed page by page, by specialty', async () => {
    const { client } = await hospital.addPatient()
    const codes: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { body: { items: { code: string }[]; nextCursor: string | null } } = await client.get(
        `/v1/visit-types?limit=5${cursor && `&cursor=${cursor}`}`,
      )
      codes.push(...page.body.items.map(({ code }) => code))
      cursor = page.body.nextCursor
    }
    expect(codes.toSorted()).toEqual([...hospital.types.keys()].toSorted())
    expect(new Set(codes).size).toBe(codes.length)
    const skin = await client.get('/v1/visit-types?specialty=dermatology')
    expect(skin.body.items).toHaveLength(2)
    expect((await client.get(`/v1/visit-types?cursor=${newId()}`)).body.code).toBe('cursor_invalid')
  })

  test('can be added by an administrator and booked at once; a code is unique', async () => {
    const { id: _, active: __, version: ___, ...packed } = hospital.types.get('cardiology-follow-up')!
    const body = { ...packed, code: 'cardiology-second-opinion', minutes: 45 }
    const created = await administrator.post('/v1/visit-types', body)
    expect(created.status, JSON.stringify(created.body)).toBe(201)
    const practitioner = await hospital.addPractitioner()
    const { client, patient } = await hospital.addPatient()
    const held = await client.post('/v1/holds', {
      visitTypeId: created.body.id,
      start: '2026-11-27T16:00:00Z',
      practitionerId: practitioner.id,
      patientId: patient.id,
    })
    expect(held.body.end).toBe('2026-11-27T16:45:00Z')
    expect((await administrator.post('/v1/visit-types', body)).body.code).toBe('code_taken')
    expect((await client.post('/v1/visit-types', body)).status).toBe(403)
  })

  test('can be changed, retired and offered again: the search follows, and what is booked stays', async () => {
    const { id: _, active: __, version: ___, ...packed } = hospital.types.get('cardiology-follow-up')!
    const { body: type } = await administrator.post('/v1/visit-types', { ...packed, code: 'cardiology-to-change' })
    const practitioner = await hospital.addPractitioner()
    const { client, patient } = await hospital.addPatient()
    const starts = async (): Promise<string[]> => {
      const [from, to] = ['2026-11-27T16:00:00Z', '2026-11-27T17:00:00Z']
      const query = new URLSearchParams({ visitTypeId: type.id, practitionerId: practitioner.id, from, to })
      const { status, body } = await client.get(`/v1/slots?${query}`)
      return status === 200 ? body.items.map(({ start }: { start: string }) => start.slice(11, 16)) : [body.code]
    }
    const change = (more: object) => administrator.patch(`/v1/visit-types/${type.id}`, more)
    expect(await starts()).toEqual(['16:00', '16:20', '16:40'])
    const wish = { visitTypeId: type.id, practitionerId: practitioner.id, patientId: patient.id }
    const held = await client.post('/v1/holds', { ...wish, start: '2026-11-27T16:00:00Z' })

    const longer = await change({ minutes: 30, stepMinutes: 30, ages: null, version: 1 })
    expect(longer.body).toMatchObject({ code: 'cardiology-to-change', minutes: 30, version: 2 })
    // Its own hold does not block the caller.
    expect(await starts()).toEqual(['16:00', '16:30'])
    const booked = await client.post('/v1/appointments', { holdId: held.body.id, patientId: patient.id })
    expect(booked.body).toMatchObject({ start: '2026-11-27T16:00:00Z', end: '2026-11-27T16:20:00Z' })

    const stale = await change({ minutes: 45, version: 1 })
    expect([stale.status, stale.body.code]).toEqual([409, 'version_conflict'])
    expect((await change({ minutes: 22, version: 2 })).body.errors[0].pointer).toBe('/minutes')
    expect((await client.patch(`/v1/visit-types/${type.id}`, { minutes: 45, version: 2 })).status).toBe(403)

    expect((await change({ active: false, version: 2 })).body).toMatchObject({ active: false, version: 3 })
    expect(await starts()).toEqual(['slot_unavailable'])
    const listed = async (query = ''): Promise<boolean> =>
      (await administrator.get(`/v1/visit-types?limit=100${query}`)).body.items.some(
        ({ id }: { id: string }) => id === type.id,
      )
    expect([await listed(), await listed('&retired=true')]).toEqual([false, true])
    expect((await client.get(`/v1/appointments/${booked.body.id}`)).body.visitTypeName).toEqual(type.name)
    expect((await change({ active: true, version: 3 })).status).toBe(200)
    expect(await starts()).toEqual(['16:30'])
  })

  test('with lengths off the grid, ages in the wrong order or an unknown specialty are refused, with a pointer', async () => {
    const { id: _, active: __, version: ___, ...packed } = hospital.types.get('cardiology-follow-up')!
    const pointersOf = async (change: object): Promise<string[]> => {
      const response = await administrator.post('/v1/visit-types', { ...packed, code: 'never', ...change })
      expect(response.status).toBe(400)
      return response.body.errors.map(({ pointer }: { pointer: string }) => pointer)
    }
    expect(await pointersOf({ minutes: 22, stepMinutes: 7, ages: { from: 20, to: 10 } })).toEqual([
      '/minutes',
      '/stepMinutes',
      '/ages',
    ])
    expect(await pointersOf({ specialty: 'astrology' })).toEqual(['/specialty'])
  })
})

describe('availability', () => {
  const week = { zone: 'America/New_York', weekly: [{ weekday: 5, from: '09:00', to: '10:00' }], exceptions: [] }

  test('is read, replaced at the version that was read, and used by the next search', async () => {
    const { id } = await hospital.addPractitioner()
    const path = `/v1/practitioners/${id}/availability`
    expect((await administrator.get(path)).body).toMatchObject({ practitionerId: id, version: 1 })
    const put = await administrator.put(path, { ...week, version: 1 })
    expect(put.body).toEqual({ ...week, practitionerId: id, timeOff: [], version: 2 })
    expect((await administrator.put(path, { ...week, version: 1 })).body.code).toBe('version_conflict')
    const { client } = await hospital.addPatient()
    const query = `visitTypeId=${typeId('cardiology-follow-up')}&practitionerId=${id}&from=2026-11-26T00:00:00Z&to=2026-12-03T00:00:00Z`
    const starts = (await client.get(`/v1/slots?${query}`)).body.items.map(({ start }: { start: string }) => start)
    expect(starts).toEqual(['2026-11-27T14:00:00Z', '2026-11-27T14:20:00Z', '2026-11-27T14:40:00Z'])
  })

  test('of an unknown practitioner can be neither read nor changed', async () => {
    const response = await administrator.get(`/v1/practitioners/${newId()}/availability`)
    expect(response.status).toBe(404)
    expect((await administrator.put(`/v1/practitioners/${newId()}/availability`, { ...week, version: 0 })).status).toBe(
      404,
    )
  })

  test('with overlaps, an unknown zone or an unknown visit type is refused', async () => {
    const { id } = await hospital.addPractitioner()
    const put = async (change: object) =>
      (await administrator.put(`/v1/practitioners/${id}/availability`, { ...week, version: 1, ...change })).body
    expect((await put({ weekly: [...week.weekly, { weekday: 5, from: '09:30', to: '11:00' }] })).code).toBe(
      'windows_overlap',
    )
    expect((await put({ zone: 'Mars/Olympus' })).code).toBe('unknown_zone')
    expect((await put({ weekly: [{ weekday: 5, from: '09:00', to: '10:00', visitTypeIds: [newId()] }] })).code).toBe(
      'invalid_request',
    )
  })

  test('that shrinks keeps what is booked', async () => {
    const { client, appointmentId, practitionerId } = await book('2026-11-27T16:00:00Z')
    await administrator.put(`/v1/practitioners/${practitionerId}/availability`, { ...week, weekly: [], version: 1 })
    expect((await client.get(`/v1/appointments/${appointmentId}`)).body.status).toBe('booked')
  })
})

describe('the search', () => {
  const search = (client: SignedInClient, query: Record<string, string>) =>
    client.get(
      `/v1/slots?${new URLSearchParams({ visitTypeId: typeId('pediatrics-visit'), from: '2026-11-27T15:00:00Z', to: '2026-11-27T16:00:00Z', ...query })}`,
    )

  test('lists who is free at each time, excludes who may not see this patient, and says why', async () => {
    const specialties = ['pediatrics']
    const fits = await hospital.addPractitioner({ specialties, languages: ['en', 'es'] })
    const silent = await hospital.addPractitioner({ specialties })
    const unlicensed = await hospital.addPractitioner({ specialties, languages: ['es'], licenses: [] })
    const { patient, client } = await hospital.addPatient({ birthDate: '2020-01-01' })
    const response = await search(client, { language: 'es', patientId: patient.id, explain: 'true' })
    expect(response.status, JSON.stringify(response.body)).toBe(200)
    expect(
      response.body.items.map(({ start, free }: Schemas['Slot']) => [
        start.slice(11, 16),
        response.body.practitioners
          .filter((_: unknown, index: number) => free[index] === '1')
          .map(({ id }: { id: string }) => id),
      ]),
    ).toEqual(['15:00', '15:15', '15:30', '15:45'].map((time) => [time, [fits.id]]))
    expect(response.body).toMatchObject({ minutes: 20 })
    expect(response.body).not.toHaveProperty('nextFrom')
    expect(response.body.patientId).toBe(patient.id)
    const reason = Object.fromEntries(
      response.body.exclusions.map((each: { practitionerId: string; reason: string }) => [
        each.practitionerId,
        each.reason,
      ]),
    )
    expect(reason).toEqual({ [silent.id]: 'language', [unlicensed.id]: 'not-licensed' })
    expect((await hospital.accessRows({ patientId: patient.id })).map(({ operation }) => operation)).toEqual([
      'searchSlots',
    ])
  })

  test('applies the age of the patient', async () => {
    const grown = await hospital.addPatient({ birthDate: '2008-11-26' })
    const response = await search(grown.client, { patientId: grown.patient.id, explain: 'true' })
    expect(response.body.items).toEqual([])
    expect(new Set(response.body.exclusions.map(({ reason }: { reason: string }) => reason))).toContain('age')
  })

  test('uses the state where the patient will be, not only where they live', async () => {
    const { client, patient } = await hospital.addPatient({ birthDate: '2020-01-01' })
    expect((await search(client, { patientId: patient.id, state: 'CA' })).body.items).toEqual([])
  })

  test('refuses states and practitioners that do not exist, alike in search and hold', async () => {
    const { client, patient } = await hospital.addPatient()
    const pointer = (body: { errors: { pointer: string }[] }) => body.errors[0]?.pointer
    expect(pointer((await search(client, { state: 'ZZ' })).body)).toBe('query:state')
    const wish = { visitTypeId: typeId('cardiology-follow-up'), start: '2026-11-27T16:00:00Z', patientId: patient.id }
    expect(pointer((await client.post('/v1/holds', { ...wish, state: 'ZZ' })).body)).toBe('/state')
    expect((await search(client, { practitionerId: newId() })).status).toBe(404)
    expect((await client.post('/v1/holds', { ...wish, practitionerId: newId() })).status).toBe(404)
  })

  test('covers at most 31 days, forward, and ends at the horizon', async () => {
    const { client } = await hospital.addPatient()
    const code = async (from: string, to: string) => (await search(client, { from, to })).body.code
    expect(await code('2026-11-27T00:00:00Z', '2026-12-28T01:00:01Z')).toBe('window_too_long')
    // A month in which the clocks go back has an hour more.
    expect((await search(client, { from: '2026-11-27T00:00:00Z', to: '2026-12-28T01:00:00Z' })).status).toBe(200)
    expect(await code('2026-11-27T00:00:00Z', '2026-11-27T00:00:00Z')).toBe('invalid_request')
    const far = await search(client, { from: '2027-01-20T00:00:00Z', to: '2027-02-20T00:00:00Z' })
    expect(far.body.to).toBe('2027-01-25T05:00:00Z')
    expect((await search(client, { visitTypeId: newId() })).status).toBe(404)
  })

  test('cannot be made for another patient', async () => {
    const [one, other] = [await hospital.addPatient(), await hospital.addPatient()]
    expect((await search(one.client, { patientId: other.patient.id })).status).toBe(404)
  })
})
