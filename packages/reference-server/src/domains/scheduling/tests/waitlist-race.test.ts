import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestResponse } from '../../../platform/http/tests/http-client.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { makeInParts } from '../../../test-kit/make-in-parts.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { withSchedulingVerbs, type SchedulingHospital } from './clinic.testing.ts'
import { nineOn, waitlistActs } from './waitlist.testing.ts'

/** Two hundred patients in line, over HTTP, on a real PostgreSQL. */
const people = 200
const day = '2026-11-30'

let hospital: SchedulingHospital
let line: Awaited<ReturnType<SchedulingHospital['addPatient']>>[]
beforeAll(async () => {
  hospital = withSchedulingVerbs(await createTestHospital({ engine: 'postgres' }))
  line = await makeInParts(people, () => hospital.addPatient())
})
afterAll(() => hospital.stop())
const { typeId, join, entryOf, fullyBooked, accept, pass } = waitlistActs(() => hospital)

const tally = (answers: readonly TestResponse[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { status, body } of answers) {
    const outcome = `${status} ${body.code ?? body.status}`
    counts[outcome] = (counts[outcome] ?? 0) + 1
  }
  return counts
}

/** Entries of this practitioner's line by status. */
const statuses = (practitionerId: string): Promise<Record<string, number>> =>
  hospital.keep('scheduling', async ({ tx }) => {
    const { rows } = await sql<{ status: string; count: number }>`
      select status, count(*)::integer as count from scheduling.waitlist_entries
      where practitioner_id = ${practitionerId}::uuid group by status`.execute(tx)
    return Object.fromEntries(rows.map(({ status, count }) => [status, count]))
  })

/** Pairs of busy times of one practitioner that overlap and are not of one occupant. */
const overlaps = (): Promise<number> =>
  hospital.keep('scheduling', async ({ tx }) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from scheduling.busy as one join scheduling.busy as other
        on other.practitioner_id = one.practitioner_id and other.id > one.id and other.during && one.during
          and other.occupant <> one.occupant
      where one.active and other.active`.execute(tx)
    return rows[0]?.count ?? 0
  })

test('of two hundred, the first in line alone is offered a cancelled time, and each next one what is left', async () => {
  const { practitioner, booker, cancel } = await fullyBooked(day)
  const joined = await Promise.all(line.map((who) => join(who, day, { practitionerId: practitioner.id })))
  expect(tally(joined)).toEqual({ '201 waiting': people })
  await hospital.settle()
  const order = joined.map(({ body }) => body.id as string).toSorted()
  const patientOf = new Map(joined.map(({ body }, index) => [body.id as string, line[index]]))

  // The reaction, the timer in two processes, and fifty people who try to hold the time.
  const hold = { visitTypeId: typeId(), practitionerId: practitioner.id, start: nineOn(day) }
  const [, , , ...holds] = await Promise.all([
    cancel(),
    hospital.runJob('scheduling.refill-waitlist'),
    hospital.runJob('scheduling.refill-waitlist'),
    ...line.slice(100, 150).map(({ client, patient }) => client.post('/v1/holds', { ...hold, patientId: patient.id })),
  ])
  await pass(0)
  const held = holds.filter(({ status }) => status === 201)
  const counts = await statuses(practitioner.id)
  expect(held.length + (counts['offered'] ?? 0)).toBe(1)
  expect(await overlaps()).toBe(0)
  // A hold that came first expires; then the line is served.
  if (held.length > 0) await pass(6)
  expect(await statuses(practitioner.id)).toEqual({ offered: 1, waiting: people - 1 })

  const first = patientOf.get(order[0] ?? '')
  const second = patientOf.get(order[1] ?? '')
  if (!first || !second) throw new Error('there is a line')
  const offered = await entryOf(first)
  expect(offered.status).toBe('offered')
  await answered(second.client.post(`/v1/waitlist/${(await entryOf(second)).id}/accept`), 409)

  // The offer expires while fifty requests accept it.
  hospital.clock.set(offered.offer?.expiresAt ?? '')
  const client = await hospital.as('patient', { personId: first.patient.id })
  const [accepted] = await Promise.all([
    Promise.all(Array.from({ length: 50 }, () => client.post(`/v1/waitlist/${offered.id}/accept`))),
    pass(0),
  ])
  expect(tally(accepted)).toEqual({ '409 offer_ended': 50 })
  const next = await entryOf(second)
  expect(next).toMatchObject({ status: 'offered', offer: { start: nineOn(day) } })

  // Fifty requests accept the same offer.
  const taken = await Promise.all(Array.from({ length: 50 }, () => accept(second, next)))
  expect(tally(taken)).toEqual({ '200 booked': 1, '409 offer_ended': 49 })
  await pass(60)
  expect(await statuses(practitioner.id)).toEqual({ accepted: 1, waiting: people - 1 })
  expect(await overlaps()).toBe(0)
  const offers = (await eventsOf(hospital, 'scheduling.waitlist-offered')).map(({ entryId }) => entryId)
  expect(offers).toEqual(order.slice(0, 2))
  expect(booker.practitioner.id).toBe(practitioner.id)
})

test('of an acceptance and the expiry at the same moment, one decides, and nothing is stuck', async () => {
  const outcomes = new Set<string>()
  for (let round = 0; round < 6; round++) {
    const date = `2026-12-${String(10 + round)}`
    const { practitioner, cancel } = await fullyBooked(date)
    const who = await hospital.addPatient()
    await answered(join(who, date, { practitionerId: practitioner.id }), 201)
    await cancel()
    const entry = await entryOf(who)
    // The timer of a process whose clock is ahead.
    const ahead = new Date(hospital.clock.now().getTime() + 31 * 60_000)
    const [answer] = await Promise.all([accept(who, entry), hospital.runJob('scheduling.refill-waitlist', ahead)])
    outcomes.add(`${answer.status}`)
    const counts = await statuses(practitioner.id)
    expect(counts).toEqual(answer.status === 200 ? { accepted: 1 } : { waiting: 1 })
    const { items } = await answered(
      (await hospital.as('patient', { personId: who.patient.id })).get('/v1/appointments?status=booked'),
      200,
    )
    expect(items).toHaveLength(answer.status === 200 ? 1 : 0)
    expect(await overlaps()).toBe(0)
  }
  expect([...outcomes].every((status) => status === '200' || status === '409')).toBe(true)
})
