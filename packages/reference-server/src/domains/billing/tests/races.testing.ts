import { sql } from 'kysely'
import { expect, onTestFinished } from 'vitest'
import type { BillingHospital } from './billing-hospital.testing.ts'

/**
 * How tests make two writes meet: a lock holds them until both wait. Needs an engine with two connections. `hospital` is called each time,
 * because the hospital starts later.
 */
export const racesOf = (hospital: () => BillingHospital) => {
  /** Takes a lock, and keeps it until the returned function is called. */
  const heldBy = async (lock: (untilReleased: () => Promise<void>) => Promise<unknown>) => {
    const released = Promise.withResolvers<void>()
    const isHeld = Promise.withResolvers<void>()
    const holding = lock(() => {
      isHeld.resolve()
      return released.promise
    })
    await Promise.race([isHeld.promise, holding])
    const release = async () => {
      released.resolve()
      await holding
    }
    onTestFinished(release)
    return release
  }
  /** The number of connections that have waited for a lock for this time. */
  const waiting = (milliseconds: number) =>
    hospital().keep('billing', async ({ tx }) => {
      const { rows } = await sql<{ waiting: number }>`select count(*)::integer as waiting
        from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()
          and clock_timestamp() - coalesce(waitstart, clock_timestamp()) >= ${milliseconds} * interval '1 millisecond'`.execute(
        tx,
      )
      return rows[0]?.waiting
    })
  return {
    hold: (locking: ReturnType<typeof sql>) =>
      heldBy((untilReleased) =>
        hospital().keep('billing', async ({ tx }) => {
          await locking.execute(tx)
          await untilReleased()
        }),
      ),
    /** Holds every posting, because a transaction writes its entries last. Only the owner may lock this table. */
    holdEntries: () =>
      heldBy((untilReleased) =>
        hospital().platform.database.withOwnerConnection(async (owner) => {
          await owner.execute('begin')
          await owner.execute('lock table billing.entries in share mode')
          await untilReleased()
          await owner.execute('rollback')
        }),
      ),
    untilWaiting: (many: number) => expect.poll(() => waiting(0), { timeout: 10_000 }).toBe(many),
    /**
     * The same, in the order in which they came: a change waits for a tenth of a second in its group, and then again, behind others, on a
     * connection of its own.
     */
    untilWaitingAlone: (many: number) => expect.poll(() => waiting(600), { timeout: 10_000 }).toBe(many),
    /** Ends every connection that waits for a lock, as when the database is lost. */
    loseWaiting: () =>
      hospital().platform.database.withOwnerConnection((owner) =>
        owner.execute(`select pg_terminate_backend(pid) from pg_locks join pg_stat_activity using (pid)
          where not granted and datname = current_database()`),
      ),
  }
}
