import { expect } from 'vitest'
import type { AnyKysely } from '../contracts/database.ts'
import { outboxStart, readOutbox, type OutboxPage } from './read-outbox.ts'

/**
 * All events of the outbox so far, of every type or of some. An event waits behind each transaction that began before it, of other
 * databases on the same PostgreSQL server too: this waits for them.
 */
export const readSettled = async (db: AnyKysely, types: readonly string[] | null): Promise<OutboxPage['events']> => {
  let page: OutboxPage | undefined
  await expect
    .poll(async () => (page = await readOutbox(db, outboxStart, types, 10_000)).unsettled, { timeout: 30_000 })
    .toBe(false)
  return page?.events ?? []
}
