import { sql } from 'kysely'
import type { Database } from '../contracts/database.ts'
import type { ClaimTicket } from './live-tickets.ts'

interface Waiting {
  readonly nonce: Buffer
  readonly expiresAt: Date
  readonly resolve: (isFirst: boolean) => void
  readonly reject: (error: unknown) => void
}

const mostPerStatement = 1_000
const removeEvery = 60_000

/**
 * For several processes: a ticket used in one is used in all. After a crash tens of thousands of pages reconnect at once, so all pending
 * tickets are claimed in one statement.
 */
export const claimInDatabase = (database: Database, clock: () => Date): ClaimTicket => {
  const waiting: Waiting[] = []
  let isRunning = false
  let removedAt = 0
  const db = () => database.reader({ domain: 'identity', organizationId: '' })

  const claim = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const { rows } = await sql<{ nonce: Buffer }>`
        insert into identity.used_tickets (nonce, expires_at)
        select * from unnest(${batch.map(({ nonce }) => nonce)}::bytea[], ${batch.map(({ expiresAt }) => expiresAt)}::timestamptz[])
        on conflict do nothing returning nonce`.execute(db())
      const first = new Set(rows.map(({ nonce }) => Buffer.from(nonce).toString('base64')))
      // If one statement has the same nonce twice, the first wins.
      for (const { nonce, resolve } of batch) resolve(first.delete(nonce.toString('base64')))
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }

  const removeExpired = async (): Promise<void> => {
    const now = clock()
    if (now.getTime() - removedAt < removeEvery) return
    removedAt = now.getTime()
    await sql`delete from identity.used_tickets where expires_at < ${now}`.execute(db())
  }

  const run = async (): Promise<void> => {
    while (waiting.length > 0) await claim(waiting.splice(0, mostPerStatement))
    isRunning = false
    // Rows that remain only take space. The next run removes them.
    await removeExpired().catch(() => undefined)
  }

  return (nonce, expiresAt) =>
    new Promise((resolve, reject) => {
      waiting.push({ nonce, expiresAt, resolve, reject })
      if (!isRunning) {
        isRunning = true
        setImmediate(() => void run())
      }
    })
}
