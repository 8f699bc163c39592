import { ImportRefused } from '../../../../platform/code-sets/import-refused.ts'
import type { Schedule } from '../../kernel/model/medication-pack.ts'

const schedules: Readonly<Record<string, Schedule>> = { CII: 'II', CIII: 'III', CIV: 'IV', CV: 'V' }
const strictness: readonly Schedule[] = ['II', 'III', 'IV', 'V']

const refused = (field: string, remedy: string): ImportRefused =>
  new ImportRefused('The RxNorm release', [{ file: 'RXNSAT.RRF', line: null, field, remedy }])

/**
 * The schedule of a drug, from its labels' attribute `DCSA`. Throws ImportRefused when the release names none at all, or one that is none
 * of these: the controlled drugs in it would pass for ordinary ones.
 */
export const readSchedules = (lines: Iterable<string>): ReadonlyMap<string, Schedule> => {
  const read = new Map<string, Schedule>()
  for (const line of lines) {
    // RXCUI LUI SUI RXAUI STYPE CODE ATUI SATUI ATN SAB ATV SUPPRESS CVF
    const [rxcui = '', , , , , , , , attribute, , value = ''] = line.split('|')
    if (attribute !== 'DCSA') continue
    const schedule = schedules[value]
    if (schedule === undefined)
      throw refused('ATV', `Drug ${rxcui} has a schedule that is none of ${Object.keys(schedules).join(', ')}.`)
    // Of labels that differ the strictest counts: II sorts before V, and III and IV between.
    const known = read.get(rxcui)
    if (known === undefined || strictness.indexOf(schedule) < strictness.indexOf(known)) read.set(rxcui, schedule)
  }
  if (read.size === 0)
    throw refused(
      'ATN',
      'Without the attribute DCSA controlled drugs cannot be told apart: take a release that has it.',
    )
  return read
}

/** What tells which drugs are relatives: ingredients, and the code of the dose form. */
export interface Kinship {
  readonly own: readonly string[]
  readonly form: string
}

/**
 * How a drug is controlled by what is known of its relatives, because labels are of what is sold: the schedule of a substance may stand at
 * one brand or one strength alone. Undefined for an ordinary one; `unclear` when those of its ingredients and form differ, and when only
 * other forms, or one of its ingredients alone, are known to be controlled.
 */
export const scheduleByRelatives = (
  read: ReadonlyMap<string, Schedule>,
  kinshipOf: (rxcui: string) => Kinship,
): ((kinship: Kinship) => Schedule | 'unclear' | undefined) => {
  const ofFamily = new Map<string, Set<Schedule>>()
  const substances = new Set<string>()
  const familyOf = ({ own, form }: Kinship): string => `${substanceOf(own)} ${form}`
  for (const [rxcui, schedule] of read) {
    const kinship = kinshipOf(rxcui)
    const family = familyOf(kinship)
    ofFamily.set(family, (ofFamily.get(family) ?? new Set()).add(schedule))
    substances.add(substanceOf(kinship.own))
  }
  return (kinship) => {
    const [schedule, ...others] = ofFamily.get(familyOf(kinship)) ?? []
    const isSuspect = [substanceOf(kinship.own), ...kinship.own].some((each) => substances.has(each))
    return others.length > 0 || (schedule === undefined && isSuspect) ? 'unclear' : schedule
  }
}

const substanceOf = (ingredients: readonly string[]): string => ingredients.toSorted().join('+')
