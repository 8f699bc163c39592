import type { FaultyProperty } from '../../../platform/problems/problem.ts'
import type { Vital } from './note.ts'

type Loinc = Vital['loinc']

interface VitalSign {
  /** Accepted UCUM units with plausible ranges. A value outside is a typing error. */
  readonly ranges: Readonly<Record<string, readonly [least: number, most: number]>>
  /** The unit in our questionnaires. */
  readonly asked: string
}

/**
 * Vital signs of the US Core Vital Signs profile, and those that patients can measure at home. The ranges are of plausibility, not of
 * health; they are wide by intention.
 */
const vitalSigns: Readonly<Record<Loinc, VitalSign>> = {
  '8867-4': { ranges: { '/min': [15, 350] }, asked: '/min' },
  '9279-1': { ranges: { '/min': [3, 120] }, asked: '/min' },
  '8480-6': { ranges: { 'mm[Hg]': [30, 320] }, asked: 'mm[Hg]' },
  '8462-4': { ranges: { 'mm[Hg]': [10, 220] }, asked: 'mm[Hg]' },
  '8310-5': { ranges: { Cel: [20, 46], '[degF]': [68, 115] }, asked: '[degF]' },
  '2708-6': { ranges: { '%': [30, 100] }, asked: '%' },
  '59408-5': { ranges: { '%': [30, 100] }, asked: '%' },
  '29463-7': { ranges: { kg: [0.2, 650], '[lb_av]': [0.4, 1_430], g: [200, 20_000] }, asked: '[lb_av]' },
  '8302-2': { ranges: { cm: [20, 275], '[in_i]': [8, 108] }, asked: '[in_i]' },
  '39156-5': { ranges: { 'kg/m2': [5, 250] }, asked: 'kg/m2' },
  '9843-4': { ranges: { cm: [15, 80], '[in_i]': [6, 32] }, asked: 'cm' },
  '72514-3': { ranges: { '{score}': [0, 10] }, asked: '{score}' },
  // The code is of a mass: in moles it would be 15074-8.
  '2339-0': { ranges: { 'mg/dL': [5, 1_500] }, asked: 'mg/dL' },
}

const isVitalSign = (loinc: string): loinc is Loinc => Object.hasOwn(vitalSigns, loinc)

/** Faults of measurements, each with a pointer into `/vitals`. */
export const validateVitals = (vitals: readonly Vital[], now: Date): FaultyProperty[] =>
  vitals.flatMap((vital, at) => validateVital(vital, `/vitals/${at}`, now))

/** The same for one measurement; the pointers begin with `pointer`. */
export const validateVital = (
  { loinc, value, unit, measuredAt }: Omit<Vital, 'source'>,
  pointer: string,
  now: Date,
): FaultyProperty[] => {
  if (measuredAt !== undefined && new Date(measuredAt) > now)
    return [{ pointer: `${pointer}/measuredAt`, code: 'out_of_range', message: 'Must not be in the future.' }]
  const { ranges } = vitalSigns[loinc]
  const range = ranges[unit]
  if (range === undefined) {
    const message = `Must be given in ${Object.keys(ranges).join(' or ')} (UCUM).`
    return [{ pointer: `${pointer}/unit`, code: 'unknown_unit', message }]
  }
  const [least, most] = range
  const isPlausible = value >= least && value <= most
  const message = `Must be between ${least} and ${most} ${unit}. Check the number and the unit.`
  return isPlausible ? [] : [{ pointer: `${pointer}/value`, code: 'implausible', message }]
}

/** The vital sign in a patient's answer; null for any other question, and for an implausible value. */
export const vitalFromAnswer = (loinc: string, value: number): Vital | null => {
  if (!isVitalSign(loinc)) return null
  const vital: Vital = { loinc, value, unit: vitalSigns[loinc].asked, source: 'patient-reported' }
  return validateVital(vital, '', new Date(0)).length === 0 ? vital : null
}
