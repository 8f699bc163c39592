import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { withSchedulingVerbs, type SchedulingHospital } from './clinic.testing.ts'

/** What the search offers first, at the very edge of the notice, can be held up to two minutes later: over HTTP, on a real PostgreSQL. */
const people = 50
const rounds = 60
const together = 10
const second = 1_000
const minute = 60 * second
const noticeMinutes = 60

let hospital: SchedulingHospital
let visitTypeId: string
let pairs: { readonly patientId: string; readonly practitionerId: string }[]
beforeAll(async () => {
  hospital = withSchedulingVerbs(await createTestHospital({ engine: 'postgres' }))
  const administrator = await hospital.as('administrator')
  const { id: _, active: __, version: ___, ...like } = hospital.types.get('cardiology-follow-up')!
  const body = { ...like, code: 'at-the-edge', stepMinutes: 5, minimumNoticeMinutes: noticeMinutes }
  visitTypeId = (await answered(administrator.post('/v1/visit-types', body), 201)).id
  pairs = await Promise.all(
    Array.from({ length: people }, async () => ({
      patientId: (await hospital.addPatient()).patient.id,
      practitionerId: (await hospital.addPractitioner()).id,
    })),
  )
})
afterAll(() => hospital.stop())

/** The same numbers in each run (Park and Miller). */
const numbers = (seed: number) => (below: number) =>
  Math.floor(((seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647) * below)

const iso = (at: number): string => new Date(at).toISOString()

test(`of ${people * rounds} first starts that a search offers, none is refused up to two minutes later`, async () => {
  const below = numbers(20_261_125)
  const refused: unknown[] = []
  let clock = hospital.clock.now().getTime()
  let held = 0
  let beyondNotice = 0
  for (let round = 0; round < rounds; round++) {
    // The next start on the grid is at its notice, or up to two minutes ahead of it.
    const edge = Math.ceil((clock + 2 * minute) / (5 * minute)) * 5 * minute
    const searchedAt = edge - below(120) * second
    const start = edge + noticeMinutes * minute
    hospital.clock.set(iso(searchedAt))
    const clients: SignedInClient[] = await Promise.all(
      pairs.map(({ patientId }) => hospital.as('patient', { personId: patientId })),
    )
    const offers = await Promise.all(
      pairs.map(({ practitionerId, patientId }, index) => {
        const window = { from: iso(searchedAt), to: iso(start + 60 * minute) }
        const query = new URLSearchParams({ visitTypeId, practitionerId, patientId, limit: '1', ...window })
        return answered(clients[index]!.get(`/v1/slots?${query}`), 200)
      }),
    )
    const waits = Array.from({ length: people / together }, () => below(120)).toSorted((a, b) => a - b)
    for (const [batch, wait] of waits.entries()) {
      clock = searchedAt + wait * second
      hospital.clock.set(iso(clock))
      const answers = await Promise.all(
        pairs.slice(batch * together, (batch + 1) * together).map(({ practitionerId, patientId }, place) => {
          const index = batch * together + place
          const [offered] = offers[index].items
          expect(Date.parse(offered.start)).toBe(start)
          const wish = { visitTypeId, practitionerId, patientId, start: offered.start }
          return clients[index]!.post('/v1/holds', wish)
        }),
      )
      for (const { status, body } of answers) if (status !== 201) refused.push([iso(searchedAt), wait, body.code])
      held += answers.filter(({ status }) => status === 201).length
      if (clock > edge) beyondNotice += answers.length
    }
  }
  expect(refused).toEqual([])
  expect(held).toBe(people * rounds)
  // Without those, nothing would be proved.
  expect(beyondNotice).toBeGreaterThan(1_000)
}, 300_000)
