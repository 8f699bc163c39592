import type { Vital, VitalSign as VitalCode } from '@visitkit/sdk'

/** A vital sign with its only unit here, so that units cannot be mixed up. */
export interface VitalSign {
  /** LOINC of the US Core vital signs profile. */
  readonly loinc: VitalCode
  /** UCUM code. */
  readonly unit: string
  /** The plausible range of a living person, as on the server. A value outside is a typing error. */
  readonly from: number
  readonly to: number
}

const vitalSign = (loinc: VitalCode, unit: string, from: number, to: number): VitalSign => ({ loinc, unit, from, to })

/** The most common vital signs, in the order in which they are measured. Units as in the United States. */
const commonSigns: readonly VitalSign[] = [
  vitalSign('8480-6', 'mm[Hg]', 30, 320),
  vitalSign('8462-4', 'mm[Hg]', 10, 220),
  vitalSign('8867-4', '/min', 15, 350),
  vitalSign('9279-1', '/min', 3, 120),
  vitalSign('8310-5', '[degF]', 68, 115),
  vitalSign('2708-6', '%', 30, 100),
  vitalSign('29463-7', '[lb_av]', 0.4, 1430),
  vitalSign('8302-2', '[in_i]', 8, 108),
]

/** Shown when there is a value, e.g. from the intake. */
const otherSigns: readonly VitalSign[] = [
  vitalSign('59408-5', '%', 30, 100),
  vitalSign('39156-5', 'kg/m2', 5, 250),
  vitalSign('9843-4', 'cm', 15, 80),
  vitalSign('72514-3', '{score}', 0, 10),
  vitalSign('2339-0', 'mg/dL', 5, 1500),
]

/** The rows of the grid. A value in another unit keeps its unit. */
export const signsFor = (vitals: readonly Vital[]): VitalSign[] => {
  const of = (loinc: VitalCode): Vital | undefined => vitals.find((vital) => vital.loinc === loinc)
  const inItsUnit = (one: VitalSign): VitalSign => {
    const unit = of(one.loinc)?.unit
    return unit === undefined || unit === one.unit ? one : vitalSign(one.loinc, unit, 0, 100_000)
  }
  const known = [...commonSigns, ...otherSigns.filter(({ loinc }) => of(loinc))].map(inItsUnit)
  const unknown = vitals.filter(({ loinc }) => !known.some((one) => one.loinc === loinc))
  return [...known, ...unknown.map(({ loinc, unit }) => vitalSign(loinc, unit, 0, 100_000))]
}

/** A UCUM unit in its usual notation. */
export const shownUnit = (ucum: string): string =>
  ({
    'mm[Hg]': 'mmHg',
    '[degF]': '°F',
    Cel: '°C',
    '[lb_av]': 'lb',
    '[in_i]': 'in',
    'kg/m2': 'kg/m²',
    '{score}': '/ 10',
  })[ucum] ?? ucum

export const vitalSources: readonly Vital['source'][] = ['patient-reported', 'measured', 'device']

/** Parses a number with a comma or a point; null when it is no number or not plausible. */
export const readVital = ({ from, to }: VitalSign, typed: string): number | null => {
  const text = typed.trim().replace(',', '.')
  if (!/^\d{1,5}(\.\d{1,3})?$/.test(text)) return null
  const value = Number(text)
  return value >= from && value <= to ? value : null
}
