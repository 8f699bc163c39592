import type { ScriptSig } from '../../../../vendors/pharmacy/script/script-message.ts'
import { doseUnits, routes } from './directions-words.ts'
import type { Medication } from './medication-pack.ts'
import type { Directions } from './prescription.ts'

/** The directions as structured SCRIPT elements, with the same words as the text. */
export const structuredSig = (
  directions: Directions,
  { quantityUnit }: Pick<Medication, 'quantityUnit'>,
): ScriptSig => {
  const { dose, doseUnit, route, timing, days, asNeededFor, note } = directions
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
