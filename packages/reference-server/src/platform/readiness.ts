import { sql } from 'kysely'
import type { PlatformLedger } from './audit/ledger.ts'
import type { PlatformDatabase } from './database/open/open-database.ts'
import { newId } from './database/ids/new-id.ts'
import type { KeyProvider } from './vault/key-provider.ts'

export interface ReadinessParts {
  readonly database: Pick<PlatformDatabase, 'ping' | 'transactAcross'>
  readonly ledger: Pick<PlatformLedger, 'health'>
  readonly keyProvider: Pick<KeyProvider, 'ping'>
}

/** Without an audit row nothing is served. Milliseconds that a write may take, and that a failed one counts. */
const writesWithin = 10_000
const failureCounts = 5_000
/** How often space is tried without a failure. Milliseconds. */
const trySpaceEvery = 10_000

/** Why nothing can be served. For the operator's log only. */
export class NotReady extends Error {
  constructor(why: 'ledger stuck' | 'ledger failing') {
    super(why)
    this.name = 'NotReady'
  }
}

/**
 * Rejects if nothing can be served: the database does not respond or has no space, the ledger does not write, or the keys are away. A
 * balancer then sends requests to another process. It recovers by itself, without a request: what failed is tried again at each call.
 */
export const createReadiness = ({ database, ledger, keyProvider }: ReadinessParts): (() => Promise<void>) => {
  let triedAt = -Infinity
  return async () => {
    const { waitingFor, failedAgo } = ledger.health()
    if (waitingFor > writesWithin) throw new NotReady('ledger stuck')
    if (failedAgo !== null && failedAgo < failureCounts) throw new NotReady('ledger failing')
    await database.ping()
    await keyProvider.ping?.()
    const now = performance.now()
    if (now - triedAt < trySpaceEvery) return
    await trySpace(database)
    triedAt = now
  }
}

class RolledBack extends Error {}

/** A row of 64 KB that is rolled back: a table has to grow for it, and the write-ahead log too. Random, because texts are compressed. */
const trySpace = (database: ReadinessParts['database']): Promise<void> =>
  database
    .transactAcross('platform', async (tx) => {
      await sql`insert into platform.jobs (name, last_started_at, last_error)
        select ${`readiness ${newId()}`}, now(), string_agg(md5(random()::text), '') from generate_series(1, 2000)`.execute(
        tx,
      )
      throw new RolledBack()
    })
    .catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error
    })
