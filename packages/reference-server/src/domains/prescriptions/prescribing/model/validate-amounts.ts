import type { FaultyProperty } from '../../../../platform/problems/problem.ts'
import type { Medication } from '../../kernel/model/medication-pack.ts'
import type { PrescribingPolicy } from '../../kernel/model/prescribing-policy.ts'
import type { Directions } from '../../kernel/model/prescription.ts'

export interface Amounts {
  readonly directions: Directions
  readonly quantity: number
  readonly daysSupply: number
  readonly refills: number
}

/** Doses per day. */
const dosesADay = (timing: Directions['timing']): number =>
  'everyHours' in timing ? 24 / timing.everyHours : timing.timesPerDay

/** Three times 0.1 is more than 0.3 in binary fractions. */
const rounding = 1e-9

type Measured = Pick<Medication, 'quantityUnit' | 'doseUnits'>

/** How many dose units make one unit of the quantity. Null if that is not known. */
export const perQuantityUnit = (
  { quantityUnit, doseUnits }: Measured,
  doseUnit: Directions['doseUnit'],
): number | null =>
  quantityUnit.unit === doseUnit ? 1 : (doseUnits?.find(({ unit }) => unit === doseUnit)?.perQuantityUnit ?? null)

/**
 * Inconsistencies between frequency, duration and quantity. The quantity must match what the directions use up, in whole units; where it
 * cannot be compared (applications and grams), an alert says so (`fitAlerts`). What is taken as needed may last longer, never less.
 */
export const validateAmounts = (
  { directions, quantity, daysSupply, refills }: Amounts,
  medication: Measured,
  { quantity: limits }: Pick<PrescribingPolicy, 'quantity'>,
): readonly FaultyProperty[] => {
  const { timing, dose, doseUnit, days, asNeededFor, maximum } = directions
  const often = dosesADay(timing)
  if (!(often > 0 && often <= 24))
    return [
      {
        pointer: '/directions/timing',
        code: 'out_of_range',
        message: 'At least once in a while, and at most every hour.',
      },
    ]
  if (maximum !== undefined && maximum.dose < dose)
    return [
      {
        pointer: '/directions/maximum/dose',
        code: 'too_small',
        message: 'Less than one dose: raise it, or lower the dose.',
      },
    ]
  const limit = maximum === undefined ? Infinity : (maximum.dose * 24) / maximum.hours
  if (asNeededFor === undefined && dose * often > limit * (1 + rounding))
    return [
      {
        pointer: '/directions/maximum',
        code: 'too_small',
        message: 'The directions exceed it each day: take less often, or say what it is needed for.',
      },
    ]
  if (days !== undefined && days > daysSupply * (refills + 1))
    return [
      {
        pointer: '/daysSupply',
        code: 'too_short',
        message: 'The directions go on for longer than the supply and its refills last.',
      },
    ]
  const per = perQuantityUnit(medication, doseUnit)
  if (per === null) return []
  const needed = (Math.min(dose * often, limit) * Math.min(daysSupply, days ?? daysSupply)) / per
  if (quantity > Math.max(Math.ceil(needed), 1) * limits.atMostTimesNeeded)
    return [
      { pointer: '/quantity', code: 'too_large', message: 'More than the directions use up in the days supplied.' },
    ]
  if (asNeededFor === undefined && quantity < needed * limits.atLeastTimesNeeded)
    return [
      { pointer: '/quantity', code: 'too_small', message: 'Less than the directions use up in the days supplied.' },
    ]
  return []
}
