import { join } from 'node:path'
import type { Evidence } from '../packages/reference-server/src/cli/report/evidence.ts'
import { gatherEvidence } from './gather-evidence.ts'
import { promises } from './mutants/promises.ts'
import { sabotage } from './sabotage.ts'

const root = join(import.meta.dirname, '..')

/** What `visitkit-server report` asks of a checkout. */
export const checkout = {
  gatherEvidence: (): Promise<Evidence> => gatherEvidence(root, promises),
  sabotage: (subject: string, print: (line: string) => void): Promise<0 | 1 | 2> =>
    sabotage({ root, promises, subject, print }),
}
