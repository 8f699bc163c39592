import { doseUnits, routes } from './directions-words.ts'
import type { Directions, LocalizedText } from './prescription.ts'

/**
 * The directions as on a label, in English and Spanish. The prescriber's own text is not translated, because a translation would be
 * prescribing.
 */
export const renderDirections = (directions: Directions): LocalizedText[] => [
  { language: 'en', text: render(directions, 'en', english) },
  { language: 'es', text: render(directions, 'es', spanish) },
]

interface Phrases {
  readonly timing: (timing: Directions['timing']) => string
  readonly days: (days: number) => string
  readonly asNeeded: (what: string) => string
  readonly maximum: (amount: string, hours: number) => string
}

const english: Phrases = {
  timing: (timing) => {
    if ('everyHours' in timing) return timing.everyHours === 1 ? 'every hour' : `every ${timing.everyHours} hours`
    if (timing.timesPerDay === 1) return 'once a day'
    return timing.timesPerDay === 2 ? 'twice a day' : `${timing.timesPerDay} times a day`
  },
  days: (days) => (days === 1 ? 'for 1 day' : `for ${days} days`),
  asNeeded: (what) => `when needed for ${what}`,
  maximum: (amount, hours) => `No more than ${amount} in ${hours} ${hours === 1 ? 'hour' : 'hours'}.`,
}

const spanish: Phrases = {
  timing: (timing) => {
    if ('everyHours' in timing) return timing.everyHours === 1 ? 'cada hora' : `cada ${timing.everyHours} horas`
    return timing.timesPerDay === 1 ? 'una vez al día' : `${timing.timesPerDay} veces al día`
  },
  days: (days) => (days === 1 ? 'durante 1 día' : `durante ${days} días`),
  asNeeded: (what) => `si lo necesita para: ${what}`,
  maximum: (amount, hours) => `No más de ${amount} en ${hours} ${hours === 1 ? 'hora' : 'horas'}.`,
}

const render = (directions: Directions, language: 'en' | 'es', phrases: Phrases): string => {
  const { dose, doseUnit, route, timing, days, asNeededFor, maximum, note } = directions
  const [verb, way] = routes[route][language]
  const amount = (count: number): string => `${count} ${doseUnits[doseUnit][language][count > 1 ? 1 : 0]}`
  const how = [verb, amount(dose), way, phrases.timing(timing)]
  const sentence = [how.filter((part) => part !== '').join(' '), days === undefined ? '' : phrases.days(days)]
    .filter((part) => part !== '')
    .join(' ')
  const whole = asNeededFor === undefined ? sentence : `${sentence}, ${phrases.asNeeded(asNeededFor)}`
  return [
    `${whole}.`,
    ...(maximum === undefined ? [] : [phrases.maximum(amount(maximum.dose), maximum.hours)]),
    ...(note === undefined ? [] : [note]),
  ].join(' ')
}
