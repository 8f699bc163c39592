import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { racesOf } from '../../tests/races.testing.ts'
import { startClinic, type TestClinic } from '../../tests/clinic.testing.ts'

/** Two who write at once need an engine with two connections. */
describe('a file of the mailbox, on postgres', () => {
  let clinic: TestClinic
  beforeAll(async () => {
    clinic = await startClinic('postgres')
  })
  afterAll(() => clinic.stop())

  const { hold, untilWaiting, loseWaiting } = racesOf(() => clinic)

  it('is no work for a person when it was the database that went away', async () => {
    const patientId = await clinic.addPatient()
    await clinic.insure(patientId)
    const visitId = await clinic.visitOf(patientId)
    const claim = await clinic.submit(await clinic.claimOf(visitId))
    await clinic.job('billing.transmit')
    const release = await hold(sql`select 1 from billing.claims where id = ${claim.id} for update`)
    const looking = clinic.job('billing.fetch-mailbox')
    await untilWaiting(1)
    let isLooking = true
    const closedStates = expect(looking.finally(() => (isLooking = false))).rejects.toThrow('database_unavailable')
    while (isLooking) {
      await loseWaiting()
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    await closedStates
    await release()
    expect((await clinic.biller.get('/v1/mailbox-files')).body.items).toEqual([])
    await clinic.job('billing.fetch-mailbox')
    expect((await clinic.claimOf(visitId)).state).toBe('paid')
  })
})
