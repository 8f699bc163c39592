import type { ScriptSig } from '../../../../vendors/pharmacy/script/script-message.ts'
import { doseUnitOf, doseUnits, routes } from './directions-words.ts'
import type { Medication } from './medication-pack.ts'
import type { Directions } from './prescription.ts'

/** The directions as they were written, in the words in which the text names them. */
export const structuredSig = (
  directions: Directions,
  { quantityUnit }: Pick<Medication, 'quantityUnit'>,
): ScriptSig => {
  const { dose, doseUnit, route, timing, days, asNeededFor, note } = directions
  const unit = doseUnitOf(doseUnit)
  const [method] = routes[route.trim().toLowerCase()]?.en ?? []
  const isCountedAlike = quantityUnit.word.some(({ text }) => doseUnitOf(text) === unit)
  return {
    ...(method !== undefined && { method }),
    dose,
    // Only the code of what is counted like the quantity is known here.
    doseUnit: { text: doseUnits[unit]?.en[0] ?? doseUnit, ...(isCountedAlike && { code: quantityUnit.code }) },
    route,
    timing,
    ...(days !== undefined && { days }),
    ...(asNeededFor !== undefined && { asNeededFor }),
    ...(note !== undefined && { note }),
  }
}
