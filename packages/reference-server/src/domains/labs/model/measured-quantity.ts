import type { components } from '@visitkit/contract'
import type { ReportedObservation } from '../../../vendors/laboratory/report.ts'
import { measuredNumber } from './measured-number.ts'

type Quantity = NonNullable<components['schemas']['LabObservation']['quantity']>

/** What the laboratory calls a number (OBX-2): numeric, and structured numeric with a comparator. A number in a text may be anything. */
const numeric: ReadonlySet<string | undefined> = new Set(['NM', 'SN'])

/** The value as a number with its comparator and its unit; null for texts, codes, titers (`1:128`) and documents. */
export const measuredQuantity = ({
  value,
  valueType,
  unit,
  ucum,
}: Pick<ReportedObservation, 'value' | 'valueType' | 'unit' | 'ucum'>): Quantity | null => {
  const number = value === null || !numeric.has(valueType) ? null : measuredNumber(value)
  if (number === null) return null
  const sign = number.is === 'less' ? ('<' as const) : ('>' as const)
  return {
    value: number.at,
    ...(number.is !== 'exactly' && { comparator: number.isOpen ? sign : (`${sign}=` as const) }),
    ...(unit !== null && { unit }),
    ...(ucum !== undefined && { system: 'http://unitsofmeasure.org' as const, code: ucum }),
  }
}
