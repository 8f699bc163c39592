import type { Directions } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import type { prescriptionFormEn } from './prescription-form.en.ts'

export type T = Translate<typeof prescriptionFormEn>

/** A unit that has no word here as it was given. */
export const unitText = (t: T, unit: string, count = 1): string => t.maybe(`unit_${unit}`, { count }) ?? unit

/** `2 tablets` */
export const amountText = (t: T, format: Formatter, amount: number, unit: string): string =>
  `${format.number(amount)} ${unitText(t, unit, amount)}`

/** Directions in the reader's language while they are written. The label itself is worded by the server and shown before signing. */
export const labelText = (t: T, format: Formatter, directions: Directions): string => {
  const { dose, doseUnit, route, timing, days, asNeededFor, note } = directions
  const often =
    'timesADay' in timing ? t('perDay', { count: timing.timesADay }) : t('perHours', { count: timing.everyHours })
  const values = { dose: amountText(t, format, dose, doseUnit), often }
  const sentence = [
    t.maybe(`label_${route.toLowerCase()}`, values) ?? t('label_other', values),
    ...(days ? [t('forDays', { count: days })] : []),
    ...(asNeededFor ? [t('whenNeeded', { what: asNeededFor })] : []),
  ].join(' ')
  return note ? `${sentence}. ${note}.` : `${sentence}.`
}
