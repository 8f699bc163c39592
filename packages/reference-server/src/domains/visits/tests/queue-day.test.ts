import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { withVisitVerbs, type Person, type VisitHospital } from './hospital.testing.ts'
import { waitingLine } from './waiting-line.testing.ts'

describe.each(domainEngines)('the queue over the day on %s', (engine) => {
  let hospital: VisitHospital
  beforeAll(async () => {
    hospital = withVisitVerbs(await createTestHospital({ engine, hasCareTeams: true }))
  })
  afterAll(() => hospital.stop())
  const { line } = waitingLine(() => hospital)
  const dayOf = async (practitioner: Person, by: Person = practitioner) =>
    (await hospital.signIn(by)).get(`/v1/practitioners/${practitioner.practitionerId}/queue-day`)
  const laterBy = (minutes: number): string => new Date(hospital.clock.now().getTime() + minutes * 60_000).toISOString()

  it('counts who waited and how long, by the hour of check-in', async () => {
    const practitioner = await hospital.addPractitioner()
    const { visits } = await line(practitioner, 3)
    const checkedIn = hospital.clock.now()
    hospital.moveTo(laterBy(12))
    for (const { id } of visits.slice(0, 2))
      await answered((await hospital.signIn(practitioner)).post(`/v1/visits/${id}/admit`), 200)
    hospital.moveTo(laterBy(8))
    const day = await answered(dayOf(practitioner), 200)
    const from = new Date(Math.floor(checkedIn.getTime() / 3_600_000) * 3_600_000).toISOString()
    const zone = 'America/New_York'
    expect(day).toEqual({
      practitionerId: practitioner.practitionerId,
      zone,
      date: Temporal.Instant.from(from).toZonedDateTimeISO(zone).toPlainDate().toString(),
      hours: [{ from, patients: 3, medianMinutes: 12, longestMinutes: 20, waiting: 1 }],
    })
    hospital.moveTo(laterBy(36 * 60))
    expect((await answered(dayOf(practitioner), 200)).hours).toEqual([])
  })

  it('begins at midnight of the practitioner, also where the clock is half an hour apart', async () => {
    const practitioner = await hospital.addPractitioner(undefined, 'Asia/Kolkata')
    await line(practitioner, 1)
    const { hours } = await answered(dayOf(practitioner), 200)
    expect(hours).toHaveLength(1)
    expect(new Date(hours[0].from).getUTCMinutes()).toBe(30)
  })

  it('is refused to a practitioner who does not work with them, and to a patient', async () => {
    const [practitioner, stranger] = [await hospital.addPractitioner(), await hospital.addPractitioner()]
    const refused = await dayOf(practitioner, stranger)
    expect([refused.status, refused.body.code]).toEqual([403, 'not_assigned'])
    expect((await dayOf(practitioner, await hospital.addPatient())).status).toBe(403)
  })
})
