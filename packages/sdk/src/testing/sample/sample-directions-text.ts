import type { Directions } from '../../generated/models.ts'
import { both } from './sample-texts.ts'

/** The directions as the server writes them, shortened. */
export const sampleDirectionsText = ({ dose, doseUnit, timing, days, asNeededFor, note }: Directions) => {
  const often =
    'everyHours' in timing
      ? [`every ${timing.everyHours} hours`, `cada ${timing.everyHours} horas`]
      : timing.timesPerDay === 1
        ? ['once a day', 'una vez al día']
        : [`${timing.timesPerDay} times a day`, `${timing.timesPerDay} veces al día`]
  const more = (forDays: string, needed: string) =>
    `${days ? ` ${forDays}` : ''}${asNeededFor ? ` ${needed} ${asNeededFor}` : ''}${note ? `. ${note}` : ''}`
  return both(
    `Take ${dose} ${doseUnit} ${often[0]}${more(`for ${days} days`, 'as needed for')}.`,
    `Tome ${dose} ${doseUnit} ${often[1]}${more(`durante ${days} días`, 'si lo necesita para')}.`,
  )
}
