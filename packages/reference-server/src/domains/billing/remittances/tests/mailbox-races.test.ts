import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { racesOf } from '../../tests/races.testing.ts'
import { storeFiles } from '../../tests/mailbox-files.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

/** Simultaneous writes need an engine with two connections. */
describe('a file of the mailbox, on postgres', () => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital('postgres')
  })
  afterAll(() => hospital.stop())

  const { hold, untilWaiting, untilWaitingAlone, loseWaiting } = racesOf(() => hospital)
  /** A claim whose answers are in the mailbox. */
  const answered = async () => {
    const { visitId } = await hospital.insuredVisit()
    const claim = await hospital.submit(await hospital.claimOf(visitId))
    await hospital.runJob('billing.transmit')
    return claim
  }

  it('does not wait for a person when the database connection was lost', async () => {
    const { id, visitId } = await answered()
    const release = await hold(sql`select 1 from billing.claims where id = ${id} for update`)
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

  it('is decided again when one of its claims has changed in the meantime', async () => {
    const [alone, changed] = [await answered(), await answered()]
    const release = await hold(sql`update billing.claims set version = version + 1 where id = ${changed.id}`)
    const processing = hospital.runJob('billing.fetch-mailbox')
    await untilWaitingAlone(1)
    await release()
    await processing
    const versions = await Promise.all([alone, changed].map(async ({ visitId }) => hospital.claimOf(visitId)))
    expect(versions.map(({ state }) => state)).toEqual(['paid', 'paid'])
    expect((versions[1]?.version ?? 0) - (versions[0]?.version ?? 0)).toBe(1)
  })

  it('counts once when another process has processed it in the meantime', async () => {
    const claim = await answered()
    const { mailbox } = hospital.clearinghouse
    const files = mailbox.list(1_000)
    await hospital.keep('billing', (context) => storeFiles(context, files))
    for (const { id } of files) mailbox.delete(id)
    const release = await hold(
      sql`update billing.mailbox_files set state = 'processed', sealed = null where state = 'stored'`,
    )
    const processing = hospital.runJob('billing.fetch-mailbox')
    await untilWaitingAlone(1)
    await release()
    await processing
    expect((await hospital.claimOf(claim.visitId)).state).toBe('sending')
  })
})
