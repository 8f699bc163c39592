import { inBackground, inForeground } from '../database/pool/background.ts'
import { outsideTransaction } from '../database/pool/transaction-context.ts'
import { describeError } from '../logging/describe-error.ts'
import type { Logger } from '../logging/logger.ts'
import type { AccessRow } from '../contracts/ledger.ts'

/** Rows that are safe in the journal and on their way into the table. */
export interface TableBacklog {
  add(rows: readonly AccessRow[]): void
  /** Resolves when everything added so far stands in the table; rejects where the table cannot be written. */
  settle(): Promise<void>
}

/** Nobody waits for the table, so rows gather for a moment and cost one statement together. Milliseconds. */
const bufferFor = 100
const triesAgainAfter = 1_000
const maxRowsPerWrite = 1_000

/** `write` takes rows that may stand in the table already: it is called again where its outcome was not heard. */
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
      // What is being written began before the last rows came.
      await writing
      if (waiting.length > 0) await inForeground(begin)
    },
  }
}
