import { readFile } from 'node:fs/promises'
import { withEffectiveTo } from '../../../platform/code-sets/with-effective-to.ts'
import type { CodeSetFile } from '../../../platform/code-sets/code-set-files.ts'
import { diagnosisCatalog, type DatedDiagnosis, type DiagnosisCatalog } from '../model/diagnosis-catalog.ts'

const shipped = new URL('../../../../packs/diagnoses/icd-10-cm-common.json', import.meta.url)

export interface DiagnosisPack {
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
  readonly source: string
  /** Wording by code. */
  readonly codes: Readonly<Record<string, string>>
}

/**
 * The imported releases, each in effect until the next begins: a code that a new release leaves out is no longer valid. The subset in the
 * product applies before the first of them. `imported` is ordered by first day.
 */
export const loadDiagnoses = async (imported: readonly CodeSetFile[] = []): Promise<DiagnosisCatalog> => {
  const common = await read(shipped)
  const own = await Promise.all(imported.map(({ path }) => read(path)))
  const until = own[0]?.effectiveFrom ?? common.effectiveTo
  return diagnosisCatalog([{ ...common, effectiveTo: until }, ...withEffectiveTo(own)].flatMap(datedCodes))
}

const read = async (file: string | URL): Promise<DiagnosisPack> => {
  const pack = JSON.parse(await readFile(file, 'utf8')) as DiagnosisPack
  if (!/^\d{4}-\d{2}-\d{2}$/.test(pack.effectiveFrom) || Object.keys(pack.codes).length === 0)
    throw new Error(`${String(file)} is no set of diagnoses: import the release again.`)
  return pack
}

const datedCodes = ({ codes, effectiveFrom, effectiveTo }: DiagnosisPack): DatedDiagnosis[] =>
  Object.entries(codes).map(([code, display]) => ({ code, display, effectiveFrom, effectiveTo }))
