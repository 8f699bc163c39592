import type { CodedDirections, Directions } from '../../generated/models.ts'
import { both } from './sample-texts.ts'

/** The directions as the server writes them, shortened. */
export const sampleDirectionsText = ({ dose, doseUnit, timing, days, asNeededFor, maximum, note }: Directions) => {
  const often =
    'everyHours' in timing
      ? [`every ${timing.everyHours} hours`, `cada ${timing.everyHours} horas`]
      : timing.timesPerDay === 1
        ? ['once a day', 'una vez al día']
        : [`${timing.timesPerDay} times a day`, `${timing.timesPerDay} veces al día`]
  const more = (forDays: string, needed: string, atMost: string) =>
    `${days ? ` ${forDays}` : ''}${asNeededFor ? ` ${needed} ${asNeededFor}` : ''}${maximum ? `. ${atMost} ${maximum.dose} / ${maximum.hours} h` : ''}${note ? `. ${note}` : ''}`
  return both(
    `Take ${dose} ${doseUnit} ${often[0]}${more(`for ${days} days`, 'as needed for', 'No more than')}.`,
    `Tome ${dose} ${doseUnit} ${often[1]}${more(`durante ${days} días`, 'si lo necesita para', 'No más de')}.`,
  )
}

/** The directions in public codes, as the server derives them, for tablets and capsules by mouth. */
export const sampleDirectionsCoded = (directions: Directions): CodedDirections => {
  const { dose, doseUnit, timing, days, asNeededFor, maximum } = directions
  const unit = doseUnit === 'mL' || doseUnit === 'mg' || doseUnit === 'g' ? doseUnit : `{${doseUnit}}`
  return {
    dose: { value: dose, unit },
    route: { code: 'C38288', name: 'ORAL' },
    timing:
      'everyHours' in timing
        ? { frequency: 1, period: timing.everyHours, periodUnit: 'h' }
        : { frequency: timing.timesPerDay, period: 1, periodUnit: 'd' },
    ...(days !== undefined && { duration: days }),
    ...(asNeededFor !== undefined && { asNeededFor }),
    ...(maximum !== undefined && { maximum: { amount: { value: maximum.dose, unit }, hours: maximum.hours } }),
  }
}
