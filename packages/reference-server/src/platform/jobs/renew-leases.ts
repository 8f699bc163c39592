import { sql } from 'kysely'
import { newId } from '../database/ids/new-id.ts'
import type { PlatformDatabase } from '../database/open/open-database.ts'
import { outsideTransaction } from '../database/pool/transaction-context.ts'
import { describeError } from '../logging/describe-error.ts'
import type { Logger } from '../logging/logger.ts'

/** The leases that this process holds. No other process holds them at the same time. */
export interface Leases {
  has(name: string): boolean
  start(): Promise<void>
  /** Releases all leases, so that another process need not wait until they expire. */
  stop(): Promise<void>
}

export interface LeaseOptions {
  readonly database: PlatformDatabase
  readonly names: readonly string[]
  readonly log: Logger
  readonly onGained?: () => void
  /** Milliseconds until a lease expires when its process died. Renewed every third of this time. */
  readonly lifetime?: number
}

/**
 * Leases in a table: a process that dies loses them by expiry, a process that stops releases them. Times come from the database, so that
 * the clocks of processes need not agree. The holder stops acting before the lease expires, counted from before its request.
 */
export const renewLeases = ({ database, names, log, onGained, lifetime = 15_000 }: LeaseOptions): Leases => {
  const holder = newId()
  const until = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined
  let renewing: Promise<void> = Promise.resolve()
  const has = (name: string): boolean => (until.get(name) ?? 0) > performance.now()

  const renew = async (): Promise<void> => {
    const asked = performance.now()
    try {
      const { rows } = await sql<{ name: string }>`
        insert into platform.leases as kept (name, holder, expires_at)
        select name, ${holder}::uuid, now() + ${lifetime} * interval '1 millisecond' from unnest(${[...names].sort()}::text[]) as name
        on conflict (name) do update set holder = excluded.holder, expires_at = excluded.expires_at
          where kept.holder = excluded.holder or kept.expires_at < now()
        returning name`.execute(database.readerAcross('platform'))
      const gained = rows.filter(({ name }) => !has(name))
      for (const { name } of rows) until.set(name, asked + lifetime)
      if (gained.length > 0) onGained?.()
    } catch (error) {
      log.warn('leases could not be renewed', describeError(error))
    }
  }

  return {
    has,
    start: async () => {
      if (names.length === 0) return
      // The folder lock ensures that the embedded engine has one process, so the leases of a killed process can be taken at once.
      if (database.engine === 'pglite')
        await sql`delete from platform.leases`.execute(database.readerAcross('platform'))
      await renew()
      outsideTransaction(() => {
        timer = setInterval(() => {
          renewing = renewing.then(renew)
        }, lifetime / 3)
        timer.unref()
      })
    },
    stop: async () => {
      clearInterval(timer)
      await renewing
      until.clear()
      if (names.length === 0) return
      await sql`delete from platform.leases where holder = ${holder}::uuid`
        .execute(database.readerAcross('platform'))
        .catch((error: unknown) => log.warn('leases were not handed back', describeError(error)))
    },
  }
}
