import { randomBytes, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDailyHospital, type AdmittedVisit, type DailyHospital } from './daily.testing.ts'

const step = fc.record({
  which: fc.nat({ max: 1 }),
  kind: fc.constantFrom('joined', 'left'),
  /** Seconds after the seats were taken. */
  second: fc.integer({ min: 1, max: 60 }),
  wrong: fc.oneof(
    { weight: 2, arbitrary: fc.constant('nothing' as const) },
    fc.constantFrom('another room', 'another seat', 'no seat', 'forged'),
  ),
  times: fc.constantFrom(1, 2),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

describe('random reports of a video vendor', () => {
  let kit: DailyHospital
  beforeAll(async () => {
    kit = await startDailyHospital('plain')
  })
  afterAll(() => kit.stop())

  interface Place extends AdmittedVisit {
    readonly seatId: string
    readonly room: string
  }
  const place = async (): Promise<Place> => {
    const admitted = await kit.admitted()
    const { body } = await admitted.patient.post(`${admitted.path}/seats`)
    return { ...admitted, seatId: body.id, room: String(await kit.roomOf(admitted.visit)) }
  }

  it('show each person as the newest right report of them does, and nothing of another room', async () => {
    const places = [await place(), await place()]
    // The clock moved on to the second visit.
    const doctors = await Promise.all(places.map(({ doctor }) => kit.signInAgain(doctor)))
    const begin = Math.floor(kit.hospital.clock.now().getTime() / 1_000)
    kit.hospital.clock.advance({ seconds: 90 })
    const nurse = await kit.hospital.as('nurse')
    /** What asks a person the same question waits once. */
    const questions = new Set<string>()
    const newest = places.map(() => ({ second: -1, kind: 'joined' }))
    let number = 0
    const check = async ({ which, kind, second, wrong, times }: Step): Promise<void> => {
      number += 1
      const [own, other] = [places[which] as Place, places[1 - which] as Place]
      const joinedAt = begin + second
      const payload = {
        room: wrong === 'another room' ? other.room : own.room,
        user_id: wrong === 'another seat' ? other.seatId : wrong === 'no seat' ? randomUUID() : own.seatId,
        joined_at: joinedAt,
        ...(kind === 'left' && { duration: 0 }),
      }
      const secret = wrong === 'forged' ? randomBytes(32).toString('base64') : undefined
      for (let time = 0; time < times; time += 1) {
        const answer = await kit.report(`participant.${kind}`, payload, `random-${number}-${wrong}`, secret)
        // The same bytes again are refused as repeated, or take no effect.
        if (time === 0) expect(answer.status).toBe(wrong === 'forged' ? 401 : 200)
      }
      if (wrong === 'no seat') questions.add(payload.user_id)
      else if (wrong === 'another room' || wrong === 'another seat')
        questions.add(`${payload.user_id} in ${payload.room}`)
      await kit.hospital.settle()
      expect((await nurse.get('/v1/held-partner-messages')).body.count).toBe(questions.size)
      const last = newest[which] as (typeof newest)[number]
      const isNewer = second > last.second || (second === last.second && kind === 'left')
      if (wrong === 'nothing' && isNewer) newest[which] = { second, kind }
      for (const [index, each] of places.entries())
        expect((await doctors[index]?.get(each.path))?.body.participants.at(-1)?.presence).toBe(
          newest[index]?.kind === 'left' ? 'left' : 'in-room',
        )
    }
    await fc.assert(fc.asyncProperty(step, check), {
      examples: (['another room', 'another seat', 'no seat', 'forged', 'nothing'] as const).map((wrong): [Step] => [
        { which: 0, kind: 'left', second: 30, wrong, times: 2 },
      ]),
      numRuns: 60,
      endOnFailure: true,
    })
  })
})
