import type { Directions, DoseUnit } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import type { prescriptionFormEn } from './prescription-form.en.ts'

export type PrescriptionFormTranslate = Translate<typeof prescriptionFormEn>

export const unitText = (t: PrescriptionFormTranslate, unit: DoseUnit, count = 1): string =>
  t(`unit_${unit}`, { count })

/** `2 tablets` */
export const amountText = (t: PrescriptionFormTranslate, format: Formatter, amount: number, unit: DoseUnit): string =>
  `${format.number(amount)} ${unitText(t, unit, amount)}`

/** Directions in the reader's language during input. The label itself is written by the server and shown before signing. */
export const labelText = (t: PrescriptionFormTranslate, format: Formatter, directions: Directions): string => {
  const { dose, doseUnit, route, timing, days, asNeededFor, maximum, note } = directions
  const often =
    'timesPerDay' in timing ? t('perDay', { count: timing.timesPerDay }) : t('perHours', { count: timing.everyHours })
  const values = { dose: amountText(t, format, dose, doseUnit), often }
  const sentence = [
    t(`label_${route}`, values),
    ...(days ? [t('forDays', { count: days })] : []),
    ...(asNeededFor ? [t('whenNeeded', { what: asNeededFor })] : []),
  ].join(' ')
  const atMost = maximum
    ? [t('atMost', { amount: amountText(t, format, maximum.dose, doseUnit), count: maximum.hours })]
    : []
  return [sentence, ...atMost, ...(note ? [note] : [])].map((part) => `${part}.`).join(' ')
}
