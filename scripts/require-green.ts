import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Evidence } from '../packages/reference-server/src/cli/report/evidence.ts'
import { makeReport } from '../packages/reference-server/src/cli/report/make-report.ts'
import { releaseRefusals } from '../packages/reference-server/src/cli/report/release-refusals.ts'
import { checkout } from '../prove/checkout.ts'

/*
 * The gate of a release: `npm run release:publish` and `npm publish` of the server run it, and nothing is published when it refuses. Each of
 * the sixty controls is green on exactly these files, or has an exception in prove/release-exceptions.json.
 */

/** Why these files may not be published; empty: they may. `built` is the evidence in the package, as text; null if there is none. */
export const publishRefusals = (evidence: Evidence, built: string | null, now: Date): readonly string[] => [
  ...(built?.trimEnd() === JSON.stringify(evidence)
    ? []
    : ['The package has not the evidence of these files: run npm run build after the last commit and the last run.']),
  ...releaseRefusals(makeReport(evidence), now),
]

if (import.meta.main) {
  const path = join(import.meta.dirname, '../packages/reference-server/dist/evidence.json')
  const built = await readFile(path, 'utf8').catch(() => null)
  const refusals = publishRefusals(await checkout.gatherEvidence(), built, new Date())
  if (refusals.length > 0) {
    console.error(`Nothing is published:\n${refusals.map((each) => `- ${each}`).join('\n')}`)
    process.exitCode = 1
  }
}
