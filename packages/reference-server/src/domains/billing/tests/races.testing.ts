import { sql } from 'kysely'
import { expect, onTestFinished } from 'vitest'
import type { TestClinic } from './clinic.testing.ts'

/**
 * How tests bring two who write at once to the same place at the same time: an engine with two connections. `clinic`: asked for each time,
 * because it starts before the tests and after this.
 */
export const racesOf = (clinic: () => TestClinic) => {
  /** Holds what `lock` locks until the answer is called. */
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
  return {
    hold: (locking: ReturnType<typeof sql>) =>
      heldBy((untilReleased) =>
        clinic().server.keep('billing', async ({ tx }) => {
          await locking.execute(tx)
          await untilReleased()
        }),
      ),
    /** Nobody's money moves: entries are what a transaction writes last. Only the owner may lock what is only added to. */
    holdEntries: () =>
      heldBy((untilReleased) =>
        clinic().server.platform.database.withOwnerConnection(async (owner) => {
          await owner.execute('begin')
          await owner.execute('lock table billing.entries in share mode')
          await untilReleased()
          await owner.execute('rollback')
        }),
      ),
    untilWaiting: (many: number) =>
      expect
        .poll(
          () =>
            clinic().server.keep('billing', async ({ tx }) => {
              const { rows } = await sql<{ waiting: number }>`select count(*)::integer as waiting
                from pg_locks join pg_stat_activity using (pid)
                where not granted and datname = current_database()`.execute(tx)
              return rows[0]?.waiting
            }),
          { timeout: 10_000 },
        )
        .toBe(many),
    /** As if the database went away under anyone who waits. */
    loseWaiting: () =>
      clinic().server.platform.database.withOwnerConnection((owner) =>
        owner.execute(`select pg_terminate_backend(pid) from pg_locks join pg_stat_activity using (pid)
          where not granted and datname = current_database()`),
      ),
  }
}
