import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { racesOf } from '../../tests/races.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

/** Simultaneous writes need an engine with two connections. */
describe('a file of the mailbox, on postgres', () => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital('postgres')
  })
  afterAll(() => hospital.stop())

  const { hold, untilWaiting, loseWaiting } = racesOf(() => hospital)

  it('does not wait for a person when the database connection was lost', async () => {
    const { visitId } = await hospital.insuredVisit()
    const claim = await hospital.submit(await hospital.claimOf(visitId))
    await hospital.runJob('billing.transmit')
    const release = await hold(sql`select 1 from billing.claims where id = ${claim.id} for update`)
    const looking = hospital.runJob('billing.fetch-mailbox')
    await untilWaiting(1)
    let isLooking = true
    const closedStates = expect(looking.finally(() => (isLooking = false))).rejects.toThrow('database_unavailable')
    while (isLooking) {
      await loseWaiting()
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    await closedStates
    await release()
    expect((await hospital.biller.get('/v1/mailbox-files')).body.items).toEqual([])
    await hospital.runJob('billing.fetch-mailbox')
    expect((await hospital.claimOf(visitId)).state).toBe('paid')
  })
})
