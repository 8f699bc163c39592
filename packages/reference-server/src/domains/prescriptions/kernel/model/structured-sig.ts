import type { ScriptSig } from '../../../../vendors/pharmacy/script/script-message.ts'
import { doseUnits, routes } from './directions-words.ts'
import type { Medication } from './medication-pack.ts'
import type { Directions } from './prescription.ts'

/**
 * The directions as structured SCRIPT elements, with the same words as the text. Undefined if there is a maximum: it is in the text, and
 * the structure without it would be another instruction.
 */
export const structuredSig = (
  directions: Directions,
  { quantityUnit }: Pick<Medication, 'quantityUnit'>,
): ScriptSig | undefined => {
  const { dose, doseUnit, route, timing, days, asNeededFor, maximum, note } = directions
  if (maximum !== undefined) return undefined
  const [method] = routes[route].en
  return {
    method,
    dose,
    // The code is only known for the unit of the quantity.
    doseUnit: { text: doseUnits[doseUnit].en[0], ...(quantityUnit.unit === doseUnit && { code: quantityUnit.code }) },
    route,
    timing,
    ...(days !== undefined && { days }),
    ...(asNeededFor !== undefined && { asNeededFor }),
    ...(note !== undefined && { note }),
  }
}
