import { readFile } from 'node:fs/promises'
import { diagnosisCatalogue, type DatedDiagnosis, type DiagnosisCatalogue } from '../model/diagnosis-catalogue.ts'
import { readDiagnosisOrderFile } from '../model/read-diagnosis-order-file.ts'

const shipped = new URL('../../../../packs/diagnoses/icd-10-cm-common.json', import.meta.url)

interface DiagnosisPack {
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
  readonly source: string
  /** Wording by code. */
  readonly codes: Readonly<Record<string, string>>
}

/** A release of ICD-10-CM as CMS publishes it, and the days on which it holds. */
export interface DiagnosisRelease {
  readonly file: string
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
}

/** The shipped subset, and over it the releases that the operator has downloaded; a later one replaces an earlier. */
export const loadDiagnoses = async (releases: readonly DiagnosisRelease[] = []): Promise<DiagnosisCatalogue> => {
  const pack = JSON.parse(await readFile(shipped, 'utf8')) as DiagnosisPack
  const { effectiveFrom, effectiveTo } = pack
  const common = Object.entries(pack.codes).map(([code, display]): DatedDiagnosis => ({
    code,
    display,
    effectiveFrom,
    effectiveTo,
  }))
  const own = await Promise.all(
    releases.map(async (release) =>
      readDiagnosisOrderFile(await readFile(release.file, 'utf8'), release.effectiveFrom, release.effectiveTo),
    ),
  )
  return diagnosisCatalogue([common, ...own].flat())
}
