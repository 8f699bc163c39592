import { inBackground, inForeground } from '../database/pool/background.ts'
import { outsideTransaction } from '../database/pool/transaction-context.ts'
import { describeError } from '../logging/describe-error.ts'
import type { Logger } from '../logging/logger.ts'
import type { AccessRow } from '../contracts/ledger.ts'

/** Rows that are durable in the journal and not yet in the table. */
export interface TableBacklog {
  add(rows: readonly AccessRow[]): void
  /** Resolves when every row added so far is in the table; rejects if the table cannot be written. */
  settle(): Promise<void>
}

/** No request waits for the table, so rows are buffered and share one statement. Milliseconds. */
const bufferFor = 100
const triesAgainAfter = 1_000
const maxRowsPerWrite = 1_000

/** `write` must accept rows that are already in the table: it is called again if its outcome is unknown. */
export const createTableBacklog = (
  write: (rows: readonly AccessRow[]) => Promise<unknown>,
  log: Logger,
): TableBacklog => {
  let waiting: AccessRow[] = []
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> | null = null

  const writeAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, maxRowsPerWrite)
      await write(batch)
      waiting = waiting.slice(batch.length)
    }
  }
  const begin = (): Promise<void> =>
    (writing ??= writeAll()
      .catch((error: unknown) => {
        schedule(triesAgainAfter)
        throw error
      })
      .finally(() => (writing = null)))

  const schedule = (after: number): void => {
    timer ??= outsideTransaction(() =>
      setTimeout(() => {
        timer = undefined
        inBackground(begin).catch((error: unknown) =>
          log.error('audit rows wait in the journal for their table', {
            count: waiting.length,
            ...describeError(error),
          }),
        )
      }, after),
    )
  }

  return {
    add: (rows) => {
      waiting.push(...rows)
      schedule(bufferFor)
    },
    settle: async () => {
      // The write under way began before the last rows were added.
      await writing
      if (waiting.length > 0) await inForeground(begin)
    },
  }
}
