import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { VisitError } from '../packages/sdk/src/index.ts'
import { migratedDatabase } from './migrated-database.ts'
import { body, createHospital, type Hospital, type Person } from './hospital/create-hospital.ts'
import { sdkOf } from './hospital/sdk-of.ts'
import { startServer, type RunningServer } from './hospital/start-server.ts'
import { grantConsent } from './requests/consent.ts'
import { placeHold } from './requests/scheduling.ts'
import { admittedVisit, appointmentForCheckIn, checkInBody, waitingVisit } from './requests/visits.ts'
import { variants } from './variants.testing.ts'

/** The result of one attempt: the response, or the code of the refusal. */
type Outcome = { readonly given: unknown } | { readonly code: string }

const tally = (outcomes: readonly Outcome[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const outcome of outcomes) {
    const key = 'given' in outcome ? 'given' : outcome.code
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

const overHttp = async (
  by: Person,
  path: string,
  sent?: unknown,
  idempotencyKey: string = randomUUID(),
): Promise<Outcome> => {
  const { status, body: answer } = await by.post(path, sent, { idempotencyKey })
  return status < 300 ? { given: answer } : { code: answer.code }
}

describe.each(variants(['pglite', 'postgres'] as const))('many people at once (%s)', (engine) => {
  let server: RunningServer
  /** Of every process of the deployment: the memory of one process must not be what prevents conflicts. */
  let urls: readonly string[]
  let second: RunningServer | undefined
  let hospital: Hospital

  beforeAll(async () => {
    const databaseUrl = await migratedDatabase(engine)
    server = await startServer({ databaseUrl })
    if (engine === 'postgres') second = await startServer({ databaseUrl, sameDeployment: server })
    urls = [server.url, second?.url ?? server.url]
    hospital = await createHospital(server)
    await second?.composed.identity.clients.refreshOrigins()
  })
  afterAll(async () => {
    await second?.close()
    await server?.stop()
  })
  const spreadOverProcesses = (person: Person, index: number): Person => person.at(urls[index % 2] ?? server.url)

  it('a person is not in their own way, whichever process their next request reaches', async () => {
    const person = await hospital.person('patient')
    const { practitionerId, start } = await hospital.time('later')
    const at = (minutes: number): string => new Date(Date.parse(start) + minutes * 60_000).toISOString()
    const wish = { visitTypeId: hospital.visitTypeId, practitionerId, patientId: person.personId, start }
    const search = new URLSearchParams({ visitTypeId: hospital.visitTypeId, practitionerId, from: start, to: at(60) })
    // Both know the calendar from before the first hold.
    for (const index of [0, 1]) await body(spreadOverProcesses(person, index).get(`/v1/slots?${search}`))
    for (const index of [0, 1, 0, 1])
      expect(await overHttp(spreadOverProcesses(person, index), '/v1/holds', wish)).toHaveProperty('given')
    const { items } = await body(person.get('/v1/holds'))
    expect(items).toHaveLength(1)
    await person.delete(`/v1/holds/${items[0].id}`)
  })

  it(
    'gives a slot that 200 people request to one of them, and refuses the others immediately',
    { timeout: 60_000 },
    async () => {
      const people: Person[] = []
      for (let index = 0; index < 200; index++)
        people.push(spreadOverProcesses(await hospital.person('patient'), index))
      // Each process has the sessions and the practitioner's times in its cache, so that no request is delayed by loading them.
      const time = await hospital.time('later')
      const search = `/v1/slots?visitTypeId=${hospital.visitTypeId}&practitionerId=${time.practitionerId}&from=2026-11-26T15:00:00Z&to=2026-11-27T15:00:00Z`
      await Promise.all(people.map((person) => body(person.get(search))))
      const holdRequest = (patientId: string) => ({ ...time, visitTypeId: hospital.visitTypeId, patientId })

      /** Half of them with the typed client, half with plain HTTP. */
      const attempt = async (person: Person, index: number): Promise<Outcome> => {
        const { personId: patientId } = person
        if (index % 4 < 2) {
          const held = await overHttp(person, '/v1/holds', holdRequest(patientId))
          if (!('given' in held)) return held
          return overHttp(person, '/v1/appointments', { holdId: (held.given as { id: string }).id, patientId })
        }
        const client = sdkOf(urls[index % 2] ?? server.url, person)
        try {
          const { id: holdId } = await client.holds.place(holdRequest(patientId))
          return { given: await client.appointments.book({ holdId, patientId }) }
        } catch (error) {
          if (error instanceof VisitError) return { code: error.code }
          throw error
        } finally {
          client.close()
        }
      }
      const outcomes = await Promise.all(people.map(attempt))
      const { given, slot_taken: taken = 0, slot_unavailable: unavailable = 0, ...others } = tally(outcomes)
      expect({ given, refused: taken + unavailable, others }).toEqual({ given: 1, refused: 199, others: {} })

      const { items } = await body(hospital.desk.get(`/v1/appointments?practitionerId=${time.practitionerId}`))
      expect(items.filter(({ start }: { start: string }) => Date.parse(start) === Date.parse(time.start))).toHaveLength(
        1,
      )
    },
  )

  it('books a held slot once, for any number of requests and idempotency keys', async () => {
    const patient = await hospital.person('patient')
    const { id: holdId } = await placeHold(hospital, patient, patient.personId)
    const sent = { holdId, patientId: patient.personId }
    const keys = [randomUUID(), randomUUID()]
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        overHttp(spreadOverProcesses(patient, index), '/v1/appointments', sent, keys[(index >> 1) % 2]),
      ),
    )
    const given = outcomes.flatMap((outcome) => ('given' in outcome ? [(outcome.given as { id: string }).id] : []))
    expect(new Set(given).size).toBe(1)
    // Everyone who used the key of the successful request got the same appointment.
    expect(given).toHaveLength(20)
    expect(tally(outcomes)).toEqual({ given: 20, already_booked: 20 })
    const { items } = await body(patient.get('/v1/appointments'))
    expect(items).toHaveLength(1)
  })

  it('lets one of two practitioners admit a patient', async () => {
    const colleagues = [await hospital.person('practitioner'), await hospital.person('practitioner')]
    for (let round = 0; round < 5; round++) {
      const visit = await waitingVisit(hospital, hospital.desk)
      const outcomes = await Promise.all(
        colleagues.map((colleague, index) =>
          overHttp(spreadOverProcesses(colleague, index), `/v1/visits/${visit.id}/admit`),
        ),
      )
      expect(tally(outcomes)).toEqual({ given: 1, not_waiting: 1 })
      const winner = colleagues[outcomes.findIndex((outcome) => 'given' in outcome)] as Person
      const { practitioner, status } = await body(winner.get(`/v1/visits/${visit.id}`))
      expect({ practitionerId: practitioner.id, status }).toEqual({
        practitionerId: winner.practitionerId,
        status: 'admitted',
      })
    }
  })

  it('creates one visit for two check-ins on two screens', async () => {
    for (let round = 0; round < 5; round++) {
      const patient = await hospital.person('patient')
      const { id } = await appointmentForCheckIn(hospital, patient.personId)
      const screens = [patient, await patient.again(), await patient.again()]
      const outcomes = await Promise.all(
        screens.map((screen, index) =>
          overHttp(spreadOverProcesses(screen, index), `/v1/appointments/${id}/check-in`, checkInBody()),
        ),
      )
      expect(tally(outcomes)).toEqual({ given: 3 })
      expect(
        new Set(outcomes.map((outcome) => ('given' in outcome ? (outcome.given as { id: string }).id : null))).size,
      ).toBe(1)
    }
  })

  it('gives no seat once a consent is revoked', async () => {
    for (let round = 0; round < 10; round++) {
      const patient = await hospital.person('patient')
      const { id: visitId } = await admittedVisit(hospital, patient)
      const consents = await body(patient.get(`/v1/patients/${patient.personId}/consents`))
      const revoke = `/v1/consents/${consents.items[0].id}/revoke`
      const practitioner = await hospital.onDuty()
      let isRevoked = false
      const late: Outcome[] = []
      const takeSeats = async (person: Person): Promise<void> => {
        for (let attempt = 0; attempt < 6; attempt++) {
          const beganAfter = isRevoked
          const outcome = await overHttp(person, `/v1/visits/${visitId}/seats`)
          expect(['given', 'consent_missing']).toContain(Object.keys(tally([outcome]))[0])
          if (beganAfter) late.push(outcome)
        }
      }
      const [revoked] = await Promise.all([
        overHttp(patient, revoke).finally(() => (isRevoked = true)),
        takeSeats(patient),
        takeSeats(spreadOverProcesses(practitioner, 1)),
      ])
      expect(tally([revoked])).toEqual({ given: 1 })
      late.push(
        await overHttp(patient, `/v1/visits/${visitId}/seats`),
        await overHttp(practitioner, `/v1/visits/${visitId}/seats`),
      )
      expect(tally(late)).toEqual({ consent_missing: late.length })
      // It is not permanent: a patient who consents again is admitted again.
      await grantConsent(hospital, patient.personId)
      expect(tally([await overHttp(patient, `/v1/visits/${visitId}/seats`)])).toEqual({ given: 1 })
    }
  })
})
