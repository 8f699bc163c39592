import { childOf, childrenOf, type XmlElement } from '../xml/xml-element.ts'
import type { ScriptSig } from './script-message.ts'

/**
 * The structured directions, if they are one complete instruction of the kind that this server writes. Undefined for all others, such as
 * tapering doses, ranges or times of day: part of an instruction is another instruction, and `SigText` is complete.
 */
export const sigIn = (sig: XmlElement | undefined): ScriptSig | undefined => {
  const [instruction, ...others] = childrenOf(sig, 'Instruction')
  if (!instruction || others.length > 0 || childrenOf(sig, 'MultipleInstructionModifier').length > 0) return undefined
  const administration = only(instruction, ['DoseAdministration', 'TimingAndDuration', 'IndicationForUse'])
  if (administration === undefined) return undefined
  const dosing = only(childOf(instruction, 'DoseAdministration'), [
    'DoseDeliveryMethod',
    'Dosage',
    'RouteOfAdministration',
  ])
  const dosage = dosing && only(childOf(dosing, 'Dosage'), ['DoseQuantity', 'DoseUnitOfMeasure'])
  const dose = numberIn(dosage, 'DoseQuantity')
  const unit = childOf(dosage, 'DoseUnitOfMeasure')
  const unitText = textIn(unit, 'Text')
  const unitCode = textIn(unit, 'Code')
  const route = textIn(childOf(dosing, 'RouteOfAdministration'), 'Text')
  const when = timesOf(instruction)
  if (dose === undefined || unitText === undefined || route === undefined || when === undefined) return undefined
  const method = textIn(childOf(dosing, 'DoseDeliveryMethod'), 'Text')
  const asNeededFor = textIn(childOf(childOf(instruction, 'IndicationForUse'), 'IndicationValue'), 'Text')
  const note = textIn(sig, 'ClarifyingFreeText')
  return {
    ...(method !== undefined && { method }),
    dose,
    doseUnit: { text: unitText, ...(unitCode !== undefined && { code: unitCode }) },
    route,
    ...when,
    ...(asNeededFor !== undefined && { asNeededFor }),
    ...(note !== undefined && { note }),
  }
}

/** Frequency and duration in days, once each. Other units than days and hours are not converted. */
const timesOf = (instruction: XmlElement): Pick<ScriptSig, 'timing' | 'days'> | undefined => {
  const parts = childrenOf(instruction, 'TimingAndDuration').flatMap(({ children }) => children)
  const [timing, duration, ...others] = [
    ...parts.filter(({ name }) => name === 'Frequency' || name === 'Interval'),
    ...parts.filter(({ name }) => name === 'Duration'),
  ]
  if (timing === undefined || others.length > 0 || parts.length > (duration === undefined ? 1 : 2)) return undefined
  const days = duration === undefined ? undefined : counted(duration, 'DurationNumericValue', 'DurationText', 'day')
  if (duration !== undefined && days === undefined) return undefined
  const timesPerDay = counted(timing, 'FrequencyNumericValue', 'FrequencyUnits', 'day')
  const everyHours = counted(timing, 'IntervalNumericValue', 'IntervalUnits', 'hour')
  const more = days === undefined ? {} : { days }
  if (timing.name === 'Frequency' && timesPerDay !== undefined) return { timing: { timesPerDay }, ...more }
  return timing.name === 'Interval' && everyHours !== undefined ? { timing: { everyHours }, ...more } : undefined
}

const counted = (parent: XmlElement, value: string, units: string, unit: string): number | undefined => {
  const number = only(parent, [value, units]) && numberIn(parent, value)
  return number !== undefined && Number.isInteger(number) && textIn(childOf(parent, units), 'Text') === unit
    ? number
    : undefined
}

/** The element, if it has no other children than these, each once; `TimingAndDuration` may repeat. */
const only = (parent: XmlElement | undefined, names: readonly string[]): XmlElement | undefined =>
  parent?.children.every(
    ({ name }) => names.includes(name) && (name === 'TimingAndDuration' || childrenOf(parent, name).length === 1),
  )
    ? parent
    : undefined

const longest = 4_000

const textIn = (parent: XmlElement | undefined, name: string): string | undefined => {
  const found = childOf(parent, name)
  return found === undefined || found.children.length > 0 || found.text.length > longest
    ? undefined
    : found.text || undefined
}

const numberIn = (parent: XmlElement | undefined, name: string): number | undefined => {
  const text = textIn(parent, name)?.trim() ?? ''
  return /^\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : undefined
}
