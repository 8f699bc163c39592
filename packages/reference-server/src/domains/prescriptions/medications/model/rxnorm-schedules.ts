import { ImportRefused } from '../../../../platform/code-sets/import-refused.ts'
import type { Schedule } from '../../kernel/model/medication-pack.ts'

const schedules: Readonly<Record<string, Schedule>> = { CII: 'II', CIII: 'III', CIV: 'IV', CV: 'V' }
const strictness: readonly Schedule[] = ['II', 'III', 'IV', 'V']

const refused = (field: string, remedy: string): ImportRefused =>
  new ImportRefused('The RxNorm release', [{ file: 'RXNSAT.RRF', line: null, field, remedy }])

/**
 * The schedule of a drug, from its labels' attribute `DCSA`. Throws ImportRefused if the release contains none, or an unknown one: its
 * controlled drugs would pass as uncontrolled.
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
    // If labels differ, the strictest applies: II sorts before V, and III and IV in between.
    const known = read.get(rxcui)
    if (known === undefined || strictness.indexOf(schedule) < strictness.indexOf(known)) read.set(rxcui, schedule)
  }
  if (read.size === 0)
    throw refused('ATN', 'Without the attribute DCSA controlled drugs cannot be identified: use a release that has it.')
  return read
}

/** What makes drugs related: the same ingredients, and the same code of the dose form. */
export interface DrugComposition {
  readonly own: readonly string[]
  readonly form: string
}

/**
 * The schedule of a drug from its related drugs, because labels exist only for products: the schedule of a substance may be given for one
 * brand or one strength only. Undefined for an uncontrolled drug. `unclear` if the schedules for its ingredients and form differ, or if
 * only other forms, or only one of its ingredients, are known to be controlled.
 */
export const scheduleByRelatives = (
  read: ReadonlyMap<string, Schedule>,
  compositionOf: (rxcui: string) => DrugComposition,
): ((composition: DrugComposition) => Schedule | 'unclear' | undefined) => {
  const ofFamily = new Map<string, Set<Schedule>>()
  const substances = new Set<string>()
  const familyOf = ({ own, form }: DrugComposition): string => `${substanceOf(own)} ${form}`
  for (const [rxcui, schedule] of read) {
    const composition = compositionOf(rxcui)
    const family = familyOf(composition)
    ofFamily.set(family, (ofFamily.get(family) ?? new Set()).add(schedule))
    substances.add(substanceOf(composition.own))
  }
  return (composition) => {
    const [schedule, ...others] = ofFamily.get(familyOf(composition)) ?? []
    const isSuspect = [substanceOf(composition.own), ...composition.own].some((each) => substances.has(each))
    return others.length > 0 || (schedule === undefined && isSuspect) ? 'unclear' : schedule
  }
}

const substanceOf = (ingredients: readonly string[]): string => ingredients.toSorted().join('+')
