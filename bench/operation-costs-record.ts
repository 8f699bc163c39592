import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Of one request, medians. */
export interface OperationCost {
  /** Of the file of its handler. */
  readonly lines: number
  readonly statements: number
  readonly waits: number
  /** Milliseconds until the answer: of server, database and the sender, which is in the server's process. */
  readonly cpu: number
}

interface Measured {
  readonly commit: string
  readonly times: number
  /** The machine's load average at the end. */
  readonly load: number
  readonly costs: Readonly<Record<string, OperationCost>>
}
type OperationCosts = Partial<Record<'before' | 'now', Measured>>

const file = join(import.meta.dirname, 'operation-costs.json')
const read = async (): Promise<OperationCosts> =>
  JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as OperationCosts

export const recordOperationCosts = async (side: 'before' | 'now', measured: Measured): Promise<void> =>
  writeFile(file, `${JSON.stringify({ ...(await read()), [side]: measured }, null, 2)}\n`)

/** The section of the report; empty if only one side was measured. */
export const describeOperationCosts = async (): Promise<string> => {
  const { before, now } = await read()
  if (before === undefined || now === undefined) return ''
  const rows = Object.entries(now.costs).flatMap(([id, is]) => {
    const was = before.costs[id]
    if (was === undefined) return []
    const pair = (name: keyof OperationCost): string => `${was[name]} -> ${is[name]}`
    return [`| ${id} | ${pair('lines')} | ${pair('statements')} | ${pair('waits')} | ${pair('cpu')} |`]
  })
  return `## The cost of an operation

Before the first operation returned a change (${before.commit}), and now (${now.commit}): medians of ${before.times} and ${now.times} requests, one after another (\`node bench/operation-costs.ts\`). Lines are of the file of the handler. Statements include those that set a role or an organization, begin and commit. A wait is one for the database; what is asked at the same time is one wait. Both are counted by a proxy in front of PostgreSQL until the answer arrives, so that they do not depend on the machine. CPU is of server, database, proxy and sender, in milliseconds, **on a shared machine** (load average ${before.load.toFixed(1)} and ${now.load.toFixed(1)} on 2 cores) and of a server that has handled few requests: compare it only within the table. Handlers also do more than before: a hold and a booking know the other visits and holds of who asks, for example.

| operation | lines of handler | statements | waits | CPU |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`
}
