import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { withVisitVerbs, type VisitHospital } from './hospital.testing.ts'
import { waitingLine } from './waiting-line.testing.ts'

describe.each(domainEngines)('who is there, in the waiting room on %s', (engine) => {
  let hospital: VisitHospital
  beforeAll(async () => {
    hospital = withVisitVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => hospital.stop())
  const { queueOf, positionOf, line } = waitingLine(() => hospital)

  it('keeps a patient signed in whose page polls the position, and no one else', async () => {
    const practitioner = await hospital.addPractitioner()
    const { patients, visits } = await line(practitioner, 1)
    const [waits, away] = [await hospital.signIn(patients[0]!), await hospital.signIn(patients[0]!)]
    for (let minutes = 0; minutes < 40; minutes += 8) {
      hospital.clock.advance({ minutes: 8 })
      expect((await waits.get(`/v1/visits/${visits[0].id}/queue-position`)).status).toBe(200)
    }
    expect((await waits.get('/v1/session')).status).toBe(200)
    expect((await away.get('/v1/session')).body.code).toBe('session_expired')
  })

  it('detects within a minute that a page was closed, and notifies the practitioner', async () => {
    const practitioner = await hospital.addPractitioner()
    const { patients, visits } = await line(practitioner, 1)
    await positionOf(patients[0]!, visits[0])
    const isPresent = async () => (await queueOf(practitioner)).body.items[0].present
    const isWritten = () =>
      hospital.keep('visits', async ({ tx }) => {
        const { rows } = await sql<{
          present: boolean
        }>`select present from visits.presences where id = ${visits[0].id}`.execute(tx)
        return rows[0]?.present
      })
    await expect.poll(isWritten, { timeout: 5_000 }).toBe(true)
    hospital.clock.advance({ seconds: 45 })
    await hospital.runJob('visits.mark-absent')
    expect([await isPresent(), await isWritten()]).toEqual([true, true])
    hospital.clock.advance({ seconds: 1 })
    expect(await isPresent()).toBe(false)

    await hospital.settle()
    const before = hospital.live.delivered.length
    await hospital.runJob('visits.mark-absent')
    await hospital.settle()
    expect(await isWritten()).toBe(false)
    expect(hospital.live.delivered.slice(before)).toContainEqual(
      expect.objectContaining({ type: 'queue.changed', ids: expect.objectContaining({ visitId: visits[0].id }) }),
    )
  })

  it('stores presence for other processes in the background', async () => {
    const practitioner = await hospital.addPractitioner()
    const { patients, visits } = await line(practitioner, 1)
    await positionOf(patients[0]!, visits[0])
    const written = () =>
      hospital.keep('visits', async ({ tx }) => {
        const { rows } = await sql<{
          seen_at: Date
        }>`select seen_at from visits.presences where id = ${visits[0].id}`.execute(tx)
        return rows[0]?.seen_at ?? null
      })
    await expect.poll(written, { timeout: 5_000 }).toEqual(hospital.clock.now())
    const before = hospital.live.delivered.length
    await hospital.settle()
    const emitted = hospital.live.delivered.slice(before)
    expect(emitted).toContainEqual(
      expect.objectContaining({ type: 'queue.changed', audience: [`practitioner:${practitioner.practitionerId}`] }),
    )
  })

  it('notifies waiting patients that the practitioner is away for a moment', async () => {
    const practitioner = await hospital.addPractitioner()
    const { patients, visits } = await line(practitioner, 1)
    const client = await hospital.signIn(practitioner)
    const path = `/v1/practitioners/${practitioner.practitionerId}/queue`
    await client.get(path)
    expect((await positionOf(patients[0]!, visits[0])).body.practitioner).toBe('ready')
    await hospital.settle()
    const before = hospital.live.delivered.length
    const paused = await client.patch(path, { paused: true })
    expect(paused.body).toEqual({ practitionerId: practitioner.practitionerId, paused: true })
    await hospital.settle()
    expect(hospital.live.delivered.slice(before)).toContainEqual(
      expect.objectContaining({
        type: 'queue.changed',
        audience: [`patient:${patients[0]!.personId}`, `practitioner:${practitioner.practitionerId}`],
      }),
    )
    expect((await positionOf(patients[0]!, visits[0])).body).toMatchObject({ practitioner: 'paused', estimate: null })
    expect((await client.get(path)).body.paused).toBe(true)
    await client.patch(path, { paused: false })
    expect((await positionOf(patients[0]!, visits[0])).body.practitioner).toBe('ready')
  })
})
