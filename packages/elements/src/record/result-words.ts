import type { LabObservation } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import { parseRange, type Bounds } from '../core/plot/parse-range.ts'
import type { recordEn } from './record.en.ts'

export type RecordTranslate = Translate<typeof recordEn>

/** Units of laboratories (UCUM, and other usual spellings) that a patient can read as words. */
const unitKeys = {
  'mmol/L': 'unit_millimolePerLiter',
  'mg/dL': 'unit_milligramPerDeciliter',
  'g/dL': 'unit_gramPerDeciliter',
  'ug/dL': 'unit_microgramPerDeciliter',
  'ng/mL': 'unit_nanogramPerMilliliter',
  'pg/mL': 'unit_picogramPerMilliliter',
  'U/L': 'unit_unitPerLiter',
  '[IU]/L': 'unit_unitPerLiter',
  'm[IU]/L': 'unit_milliunitPerLiter',
  'mIU/L': 'unit_milliunitPerLiter',
  '10*3/uL': 'unit_thousandPerMicroliter',
  'K/uL': 'unit_thousandPerMicroliter',
  '10*6/uL': 'unit_millionPerMicroliter',
  'meq/L': 'unit_milliequivalentPerLiter',
  'mEq/L': 'unit_milliequivalentPerLiter',
  fL: 'unit_femtoliter',
  pg: 'unit_picogram',
  'mm/h': 'unit_millimeterPerHour',
  '%': 'unit_percent',
} as const

/** The unit in words; as the laboratory sent it where there are none. A unit in braces is a remark and no unit. */
export const unitText = (t: RecordTranslate, unit = ''): string => {
  if (unit in unitKeys) return t(unitKeys[unit as keyof typeof unitKeys])
  return /^\{.*\}$/.test(unit) ? '' : unit
}

export const valueText = (t: RecordTranslate, { value = '', unit }: Pick<LabObservation, 'value' | 'unit'>): string =>
  [value, unitText(t, unit)].filter(Boolean).join(' ')

/** The mark in words. A value without a mark is only called usual when there is a range to compare it with. */
export const markText = (
  t: RecordTranslate,
  { flag, outsideRange, rangeNotCompared, referenceRange, value }: LabObservation,
): string => {
  if (value === undefined) return ''
  if (rangeNotCompared) return t('rangeNotCompared')
  if (flag && flag !== 'N') return t(`flag_${flag}`)
  if (outsideRange) return t(`outside_${outsideRange}`)
  return flag === 'N' || referenceRange ? t('inRange') : ''
}

export const boundsOf = ({ referenceRange }: LabObservation): Bounds => parseRange(referenceRange)

/** `3.5 to 5.1`, or the laboratory's own text. */
export const rangeText = (t: RecordTranslate, format: Formatter, { referenceRange = '' }: LabObservation): string => {
  const { low, high } = parseRange(referenceRange)
  if (low !== undefined && high !== undefined)
    return t('usualRange', { low: format.number(low), high: format.number(high) })
  if (high !== undefined) return t('usualBelow', { high: format.number(high) })
  return low === undefined ? referenceRange : t('usualAbove', { low: format.number(low) })
}
