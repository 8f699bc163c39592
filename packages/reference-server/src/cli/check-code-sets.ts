import type { Config } from '../config.ts'
import { loadBillingPack } from '../domains/billing/index.ts'
import { loadDiagnoses } from '../domains/documentation/index.ts'
import { loadMedications } from '../domains/prescriptions/index.ts'
import { codeSetFiles, type CodeSetKind } from '../platform/code-sets/code-set-files.ts'
import type { Finding } from './finding.ts'

/** Checks whether the server could start with the imported code sets, and reports which sets are only the sample that ships. */
export const checkCodeSets = async ({ mode, codeSetFolder }: Config): Promise<readonly Finding[]> => {
  const check = 'code sets'
  const daysOf = async (kind: CodeSetKind): Promise<readonly string[]> =>
    (await codeSetFiles(codeSetFolder, kind)).map(({ effectiveFrom }) => effectiveFrom)
  try {
    const medications = await codeSetFiles(codeSetFolder, 'medications')
    await Promise.all(medications.map(({ path }) => loadMedications(path)))
    await loadDiagnoses(
      await codeSetFiles(codeSetFolder, 'diagnoses'),
      await codeSetFiles(codeSetFolder, 'diagnosis-synonyms'),
    )
    await loadBillingPack(codeSetFolder)
    const kinds = ['medications', 'diagnoses'] as const
    const findings = await Promise.all(
      kinds.map(async (kind): Promise<Finding> => {
        const days = await daysOf(kind)
        if (days.length > 0) return { check, state: 'ok', message: `${kind} from ${days.join(', ')}.` }
        const message = `${kind} are the small sample that ships. Import a release: visitkit-server import ${kind}.`
        return { check, state: mode === 'production' ? 'warning' : 'ok', message }
      }),
    )
    return findings
  } catch {
    return [
      {
        check,
        state: 'fault',
        message: `A file in ${codeSetFolder} cannot be used, and the server does not start with it. Remove it, or import the set again.`,
      },
    ]
  }
}
