import type { ConsentForm, ConsentFrequency, JurisdictionRow } from './consent-pack.ts'

/** Where and how care takes place. Null means that it is not known, which never makes a rule milder. */
export interface CareCircumstances {
  /** Where the patient is. */
  readonly state: string | null
  readonly profession: string | null
  readonly payer: string | null
  readonly modality: string | null
}

export interface ConsentRule {
  readonly form: ConsentForm
  readonly frequency: ConsentFrequency
  readonly extraClauses: readonly string[]
  readonly sources: readonly string[]
}

const forms: readonly ConsentForm[] = ['verbal-documented', 'written']
const frequencies: readonly ConsentFrequency[] = ['initiation', 'annual', 'each-visit']

/**
 * What consent to telehealth treatment takes: the union of the strictest of all rows that may apply on `day` (`YYYY-MM-DD`). A state
 * without a row for this profession falls under `*`. A row for another profession, payer or modality than the known one is left out; when
 * ours is unknown, it counts.
 */
export const consentRule = (rows: readonly JurisdictionRow[], care: CareCircumstances, day: string): ConsentRule => {
  const current = rows.filter((row) => row.effectiveFrom <= day && (row.effectiveTo === null || day < row.effectiveTo))
  const may = (row: JurisdictionRow): boolean =>
    mayApply(row.profession, care.profession) &&
    mayApply(row.payer, care.payer) &&
    mayApply(row.modality, care.modality)
  const ofState = current.filter((row) => row.jurisdiction === care.state && may(row))
  const federal = current.filter((row) => row.jurisdiction === 'US' && may(row) && care.payer !== null)
  const fallback = current.filter((row) => row.jurisdiction === '*')
  // A row for one profession only leaves open what the state asks of the others.
  const covered = ofState.some((row) => row.profession === null || row.profession === care.profession)
  const applying = [...ofState, ...federal, ...(covered ? [] : fallback)]
  return {
    form: strictest(
      forms,
      applying.map(({ form }) => form),
    ),
    frequency: strictest(
      frequencies,
      applying.map(({ frequency }) => frequency),
    ),
    extraClauses: [...new Set(applying.flatMap(({ extraClauses }) => extraClauses))],
    sources: applying.map(({ source }) => source),
  }
}

const mayApply = (wanted: string | null, known: string | null): boolean =>
  wanted === null || known === null || wanted === known

/** `scale` runs from mild to strict; with nothing to go by, the strictest. */
const strictest = <T>(scale: readonly T[], found: readonly T[]): T => {
  const place = found.length === 0 ? scale.length - 1 : Math.max(...found.map((each) => scale.indexOf(each)))
  return scale[place] as T
}
