import { join } from 'node:path'
import { createPlatform, type Platform, type PlatformOptions } from '../../../create-platform.ts'
import { testCaller } from '../../../tests/create-platform.testing.ts'
import type { Caller } from '../../../contracts/caller.ts'
import { asRequest } from '../../pool/current-request.ts'
import { newId } from '../../ids/new-id.ts'
import { counters, increment, requestOf, type Counter } from './counters.testing.ts'

export interface KilledWriter {
  readonly databaseUrl: string
  /** Holds the keys and the checkpoints. */
  readonly folder: string
  readonly caller: Caller
}

/** The embedded engine also has a journal, as in production. */
export const killedWriterPlatform = ({ databaseUrl, folder }: Omit<KilledWriter, 'caller'>): PlatformOptions => ({
  databaseUrl,
  keyFolder: join(folder, 'keys'),
  checkpointFile: join(folder, 'checkpoints.ndjson'),
  ...(databaseUrl.startsWith('pglite:') && { journalFile: join(folder, 'audit.journal') }),
  poolSize: 2,
  clock: () => new Date(),
  log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
})

/** The response of an entry, kept for a repeated request. Random, so that only the stored one can be equal. */
export interface KilledAnswer {
  readonly id: string
  readonly receipt: string
}

/** The request with the key of an entry. */
export const killedRequest = (caller: Caller, entryId: string) =>
  requestOf<KilledAnswer>(caller, ({ id }) => [id], { key: entryId })

/** In half of the processes, changes are those of requests: groups then wait for more. */
const as = Math.random() < 0.5 ? asRequest : <A>(act: () => Promise<A>): Promise<A> => act()

/** One after the other on a counter of its own. Prints the entry and the receipt of each change once it is acknowledged. */
const changeUntilKilled = async ({ unitOfWork }: Platform, caller: Caller): Promise<never> => {
  let counter: Counter = { id: newId(), value: 0, version: 1 }
  await unitOfWork.keep(
    requestOf(caller, () => []),
    () => ({ writes: [counters.insert(counter)], answer: null }),
  )
  for (;;) {
    const [entryId, receipt] = [newId(), newId()]
    // Some are long, so that a kill meets groups that are sent in several parts.
    const note = 'note '.repeat(Math.random() < 0.05 ? 100_000 : 100)
    const seen = counter
    const { result } = await as(() =>
      unitOfWork.keep(killedRequest(caller, entryId), () => ({
        ...increment(seen, entryId, note),
        answer: { id: entryId, receipt },
      })),
    )
    process.stdout.write(`${result.id} ${result.receipt}\n`)
    counter = { ...counter, value: counter.value + 1, version: counter.version + 1 }
  }
}

/** Many at a time, so that one group is sent while another one is committed. */
const writersAtATime = 48

if (import.meta.main) {
  const { caller, ...options } = JSON.parse(process.argv[2] as string) as KilledWriter
  const platform = await createPlatform(killedWriterPlatform(options))
  // The parent prepares several processes ahead, and starts each one in its round.
  process.stdout.write('ready\n')
  process.stdin.once('data', () => {
    const writer: Caller = { ...testCaller(), ...caller, authenticatedAt: new Date() }
    for (let count = 0; count < writersAtATime; count += 1) void changeUntilKilled(platform, writer)
  })
}
