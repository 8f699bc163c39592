import type { components } from '@visitkit/contract'
import type { Finding } from './finding.ts'
import { findingTexts } from './finding-texts.ts'
import { findingWords } from './finding-words.ts'

type Values = components['schemas']['ClaimFindingValues']
type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never
/** The values in the sentences of a code. */
type Names<Code extends Finding['code']> = Placeholders<(typeof findingTexts)[Code][number]>
type ValuesOf<Code extends Finding['code']> = { readonly [Name in Names<Code>]: NonNullable<Values[Name]> }

/** How each value is written in English. A placeholder that is no value of the contract does not compile. */
const written: { readonly [Name in Names<Finding['code']>]: (value: NonNullable<Values[Name]>) => string } = {
  modifiers: (codes) =>
    codes.length < 2 ? codes.join('') : `${codes.slice(0, -1).join(', ')} and ${codes.at(-1) ?? ''}`,
  days: String,
  date: (day) => day,
  placeOfService: (place) => findingWords.place[place],
  field: (field) => findingWords.field[field],
  limit: String,
  codes: (ranges) => ranges.map(({ from, to }) => (from === to ? from : `${from} to ${to}`)).join(', '),
  instead: ({ kind, code = '' }) => findingWords.instead[kind].replace('{code}', code),
}

const isWritten = (name: string): name is keyof typeof written => Object.hasOwn(written, name)

const write = <Name extends keyof typeof written>(name: Name, values: Values): string => {
  const value = values[name]
  return value === undefined ? '' : (written[name] as (one: typeof value) => string)(value)
}

const fill = (text: string, values: Values): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => (isWritten(name) ? write(name, values) : ''))

/** A finding with its English sentences. Requires the values that the sentences of its code contain. */
export const makeFinding = <Code extends Finding['code']>(
  severity: Finding['severity'],
  code: Code,
  pointer: string,
  ...given: [Names<Code>] extends [never] ? [] : [values: ValuesOf<Code>]
): Finding => {
  const [message, remedy] = findingTexts[code]
  const values: Values = given[0] ?? {}
  return { code, severity, pointer, message: fill(message, values), remedy: fill(remedy, values), values }
}
