import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { makeInParts } from '../../../test-kit/make-in-parts.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { withSchedulingVerbs, type SchedulingHospital } from './clinic.testing.ts'

/** Two hundred concurrent booking requests, over HTTP, on a real PostgreSQL. */
const people = 200

let hospital: SchedulingHospital
let bookers: Awaited<ReturnType<SchedulingHospital['addPatient']>>[]
beforeAll(async () => {
  hospital = withSchedulingVerbs(await createTestHospital({ engine: 'postgres' }))
  bookers = await makeInParts(people, () => hospital.addPatient())
})
afterAll(() => hospital.stop())

interface Attempt {
  readonly status: number
  readonly code: string
}

/** Every person tries to hold a time, and books it if they get the hold. */
const race = async (wish: (index: number) => object): Promise<Attempt[]> =>
  Promise.all(
    bookers.map(async ({ client, patient }, index) => {
      const held = await client.post('/v1/holds', { ...wish(index), patientId: patient.id })
      if (held.status !== 201) return { status: held.status, code: held.body.code }
      const booked = await client.post('/v1/appointments', { holdId: held.body.id, patientId: patient.id })
      return { status: booked.status, code: booked.body.code ?? 'booked' }
    }),
  )

const tally = (attempts: readonly Attempt[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { status, code } of attempts) counts[`${status} ${code}`] = (counts[`${status} ${code}`] ?? 0) + 1
  return counts
}

/** Pairs of appointments of one practitioner whose times, buffers included, overlap. */
const doubleBookings = (): Promise<number> =>
  hospital.keep('scheduling', async ({ tx }) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count
      from scheduling.busy as one
      join scheduling.busy as other
        on other.practitioner_id = one.practitioner_id and other.id > one.id and other.during && one.during
      where one.active and other.active`.execute(tx)
    return rows[0]!.count
  })

const appointmentsOf = async (practitionerId: string): Promise<number> => {
  const desk = await hospital.as('front-desk')
  return (await desk.get(`/v1/appointments?practitionerId=${practitionerId}&limit=100`)).body.items.length
}

test('one of two hundred gets the time, the others get `slot_taken`, and no request is lost', async () => {
  const practitioner = await hospital.addPractitioner()
  const wish = {
    visitTypeId: hospital.types.get('cardiology-follow-up')!.id,
    practitionerId: practitioner.id,
    start: '2026-11-26T16:00:00Z',
  }
  expect(tally(await race(() => wish))).toEqual({ '201 booked': 1, '409 slot_taken': people - 1 })
  expect(await appointmentsOf(practitioner.id)).toBe(1)
  expect(await doubleBookings()).toBe(0)
})

test('of times that overlap by half, no two appointments overlap', async () => {
  const practitioner = await hospital.addPractitioner({ specialties: ['urgent-care'] })
  const visitTypeId = hospital.types.get('urgent-care-visit')!.id
  // 15 minutes and a buffer of 5, on a grid of 5: four conflicting starts.
  const starts = ['16:00', '16:05', '16:10', '16:15'].map((time) => `2026-11-27T${time}:00Z`)
  const attempts = await race((index) => ({ visitTypeId, practitionerId: practitioner.id, start: starts[index % 4] }))
  expect(tally(attempts)).toEqual({ '201 booked': 1, '409 slot_taken': people - 1 })
  expect(await appointmentsOf(practitioner.id)).toBe(1)
  expect(await doubleBookings()).toBe(0)
})

test('for any practitioner, as many get the time as there are practitioners', async () => {
  const practitioners = await Promise.all(
    Array.from({ length: 5 }, () => hospital.addPractitioner({ specialties: ['dermatology'] })),
  )
  const wish = { visitTypeId: hospital.types.get('dermatology-visit')!.id, start: '2026-11-28T16:00:00Z' }
  expect(tally(await race(() => wish))).toEqual({ '201 booked': 5, '409 slot_taken': people - 5 })
  for (const { id } of practitioners) expect(await appointmentsOf(id)).toBe(1)
  expect(await doubleBookings()).toBe(0)
})

test('a released time is found again by the next search', async () => {
  const practitioner = await hospital.addPractitioner()
  const wish = {
    visitTypeId: hospital.types.get('cardiology-follow-up')!.id,
    practitionerId: practitioner.id,
    start: '2026-11-26T18:00:00Z',
  }
  for (const { client } of bookers.slice(0, 3)) {
    const held = await client.post('/v1/holds', wish)
    expect(held.status).toBe(201)
    await client.delete(`/v1/holds/${held.body.id}`)
  }
})
