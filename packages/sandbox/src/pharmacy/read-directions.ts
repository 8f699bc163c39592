import type { Element } from '@xmldom/xmldom'
import { at, elementsOf, textAt } from './elements.ts'

/** How a medicine is to be taken, as a pharmacy's system reads it from the parts of a `Sig`. */
export interface ReceivedDirections {
  readonly method: string | null
  readonly dose: string | null
  readonly doseUnit: string | null
  readonly doseUnitCode: string | null
  readonly route: string | null
  /** One of both. */
  readonly timesPerDay: string | null
  readonly everyHours: string | null
  readonly days: string | null
  readonly asNeededFor: string | null
  readonly note: string | null
}

export const parseDirections = (sig: Element | null): ReceivedDirections | null => {
  const instruction = at(sig, 'Instruction')
  if (instruction === null) return null
  const administration = at(instruction, 'DoseAdministration')
  const times = elementsOf(instruction).filter(({ localName }) => localName === 'TimingAndDuration')
  const timeAt = (name: string, value: string): string | null =>
    times.map((time) => textAt(time, name, value)).find((text) => text !== null) ?? null
  return {
    method: textAt(administration, 'DoseDeliveryMethod', 'Text'),
    dose: textAt(administration, 'Dosage', 'DoseQuantity'),
    doseUnit: textAt(administration, 'Dosage', 'DoseUnitOfMeasure', 'Text'),
    doseUnitCode: textAt(administration, 'Dosage', 'DoseUnitOfMeasure', 'Code'),
    route: textAt(administration, 'RouteOfAdministration', 'Text'),
    timesPerDay: timeAt('Frequency', 'FrequencyNumericValue'),
    everyHours: timeAt('Interval', 'IntervalNumericValue'),
    days: timeAt('Duration', 'DurationNumericValue'),
    asNeededFor: textAt(instruction, 'IndicationForUse', 'IndicationValue', 'Text'),
    note: textAt(sig, 'ClarifyingFreeText'),
  }
}

/**
 * Whether the parts contradict the text: a pharmacist would have to call, so the sandbox refuses the message. Text that it cannot parse
 * contradicts nothing.
 */
export const contradictsText = (parts: ReceivedDirections, text: string): boolean =>
  textPatterns.some(({ part, inWords }) => {
    const words = inWords(text)
    const number = parts[part]
    return words !== null && number !== null && Number(number) !== words
  }) ||
  // Twice a day is not every twelve hours for a patient who sleeps.
  (parts.everyHours !== null && timesPerDay(text) !== null) ||
  (parts.timesPerDay !== null && everyHours(text) !== null)

/** What stands before the reason, and before a dot that ends a sentence: behind them come numbers of another kind. */
const instructionIn = (text: string): string => text.split(/, when needed for |\.(?:\s|$)/)[0] ?? ''

const numberIn = (text: string, pattern: RegExp): number | null => {
  const [, number] = pattern.exec(instructionIn(text)) ?? []
  return number === undefined ? null : Number(number)
}
const timesPerDay = (text: string): number | null => {
  if (/\bonce a day\b/.test(instructionIn(text))) return 1
  return /\btwice a day\b/.test(instructionIn(text)) ? 2 : numberIn(text, /\b(\d+) times a day\b/)
}
const everyHours = (text: string): number | null =>
  /\bevery hour\b/.test(instructionIn(text)) ? 1 : numberIn(text, /\bevery (\d+) hours\b/)

const textPatterns = [
  { part: 'dose', inWords: (text: string) => numberIn(text, /^[A-Z][a-z]+ (\d+(?:\.\d+)?)\b/) },
  { part: 'timesPerDay', inWords: timesPerDay },
  { part: 'everyHours', inWords: everyHours },
  { part: 'days', inWords: (text: string) => numberIn(text, /\bfor (\d+) days?\b/) },
] as const
