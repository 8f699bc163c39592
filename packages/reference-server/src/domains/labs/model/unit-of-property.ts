import type { ReportedObservation } from '../../../vendors/laboratory/report.ts'
import { readUcum } from './ucum.ts'

/**
 * The dimensions of units (see `readUcum`) in which a property of LOINC (its column PROPERTY) can be measured. Only properties with one kind
 * of unit: a time, a ratio or an arbitrary concentration can have many. Sodium and its like are counted in equivalents as well.
 */
const dimensions: Readonly<Record<string, readonly string[]>> = {
  // mass, substance, catalytic and number concentration
  MCnc: ['g1.m-3'],
  SCnc: ['m-3.mol1', 'eq1.m-3'],
  CCnc: ['m-3.mol1.s-1'],
  NCnc: ['m-3'],
  // mass and number fraction
  MFr: [''],
  NFr: [''],
}

export const isComparedProperty = (property: string): boolean => Object.hasOwn(dimensions, property)

/**
 * Whether a value has a unit of another kind than its test measures, such as mmol/L for a mass concentration. A unit that the laboratory does
 * not call UCUM or that is not known here, and a test whose property is not known, are not judged.
 */
export const contradictsItsTest = (
  { value, ucum, status }: Pick<ReportedObservation, 'value' | 'ucum' | 'status'>,
  property: string | null,
): boolean => {
  if (value === null || ucum === undefined || status === 'cancelled') return false
  const allowed = property === null || !isComparedProperty(property) ? undefined : dimensions[property]
  const unit = readUcum(ucum)
  return allowed !== undefined && unit !== null && !allowed.includes(unit.dimension)
}
