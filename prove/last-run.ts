import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Verdict } from './read-verdict.ts'

/** The result of a mutant's last run: `red` when every named test failed. */
export interface LastOutcome {
  readonly outcome: Verdict['outcome']
  /** The day, in UTC. */
  readonly date: string
  readonly commit: string
}

/** By the ids of the mutants. Written by their runs, and committed. */
export type LastRun = Readonly<Record<string, LastOutcome>>

const lastRunPath = 'prove/last-run.json'

export const readLastRun = async (root: string): Promise<LastRun> =>
  JSON.parse(await readFile(join(root, lastRunPath), 'utf8')) as LastRun

/** Keeps the earlier results of the other `ids`. */
export const writeLastRun = async (root: string, ids: readonly string[], ran: LastRun): Promise<void> => {
  const all = { ...(await readLastRun(root)), ...ran }
  // As Prettier formats it.
  const known = Object.fromEntries(ids.filter((id) => all[id] !== undefined).map((id) => [id, all[id]]))
  await writeFile(join(root, lastRunPath), `${JSON.stringify(known, null, 2)}\n`)
}
