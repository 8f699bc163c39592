import type { ConsentForm, ConsentFrequency, ConsentPurpose, JurisdictionRow } from './consent-pack.ts'
import { isPartTwo } from './part-two.ts'

/** Where and how care takes place. Null means unknown, which never makes a requirement less strict. */
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
 * What consent to telehealth treatment requires: the strictest combination of all rules that may apply on `day` (`YYYY-MM-DD`). The rules
 * of `*` apply to a state without a rule for this profession, payer and modality; without any, the strictest of all applies. A rule for a different profession, payer or modality is left out; if that
 * value is unknown here, the rule counts.
 */
export const consentRule = (rows: readonly JurisdictionRow[], care: CareCircumstances, day: string): ConsentRule => {
  const current = rows.filter((row) => row.effectiveFrom <= day && (row.effectiveTo === null || day < row.effectiveTo))
  const may = (row: JurisdictionRow): boolean =>
    mayApply(row.profession, care.profession) &&
    mayApply(row.payer, care.payer) &&
    mayApply(row.modality, care.modality)
  const ofState = current.filter((row) => row.jurisdiction === care.state && may(row))
  const federal = current.filter((row) => row.jurisdiction === 'US' && may(row))
  const fallback = current.filter((row) => row.jurisdiction === '*')
  // A rule for one profession, payer or modality does not say what the state requires of the others.
  const covered = ofState.some(
    (row) =>
      isAbout(row.profession, care.profession) &&
      isAbout(row.payer, care.payer) &&
      isAbout(row.modality, care.modality),
  )
  const applying = [...ofState, ...federal, ...(covered ? [] : fallback)]
  const isUnruled = !covered && fallback.length === 0
  return {
    form: strictest(forms, isUnruled ? [] : applying.map(({ form }) => form)),
    frequency: strictest(frequencies, isUnruled ? [] : applying.map(({ frequency }) => frequency)),
    extraClauses: [...new Set(applying.flatMap(({ extraClauses }) => extraClauses))],
    sources: applying.map(({ source }) => source),
  }
}

/**
 * In which form a person may decide, and the rules that say so: for treatment the strictest of all `states`, the home state and where the
 * patient is now; for a consent of 42 CFR part 2 in writing (2.31(a)). The other purposes may be spoken.
 */
export const requiredForm = (
  rows: readonly JurisdictionRow[],
  purpose: ConsentPurpose,
  states: readonly string[],
  day: string,
): Pick<ConsentRule, 'form' | 'sources'> => {
  if (isPartTwo(purpose)) return { form: 'written', sources: ['42 CFR 2.31(a)'] }
  if (purpose !== 'telehealth-treatment') return { form: 'verbal-documented', sources: [] }
  const rules = [...new Set(states)].map((state) =>
    consentRule(rows, { state, profession: null, payer: null, modality: null }, day),
  )
  return {
    form: strictest(
      forms,
      rules.map(({ form }) => form),
    ),
    sources: [...new Set(rules.flatMap(({ sources }) => sources))],
  }
}

const mayApply = (wanted: string | null, known: string | null): boolean =>
  wanted === null || known === null || wanted === known

const isAbout = (wanted: string | null, known: string | null): boolean => wanted === null || wanted === known

/** `scale` is ordered from least to most strict. Returns the strictest if there are no rules. */
const strictest = <T>(scale: readonly T[], found: readonly T[]): T => {
  const place = found.length === 0 ? scale.length - 1 : Math.max(...found.map((each) => scale.indexOf(each)))
  return scale[place] as T
}
