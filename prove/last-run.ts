import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Verdict } from './read-verdict.ts'

/** What the last run of all mutants showed. Written by it, and committed. */
export interface LastRun {
  /** The day, in UTC. */
  readonly date: string
  readonly commit: string
  /** Of each mutant, one word for it: `red` when every named test noticed. */
  readonly outcomes: Readonly<Record<string, Verdict['outcome']>>
}

export const lastRunPath = 'prove/last-run.json'

export const readLastRun = async (root: string): Promise<LastRun> =>
  JSON.parse(await readFile(join(root, lastRunPath), 'utf8')) as LastRun
