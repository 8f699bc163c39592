/** Subcomponents, in order. Texts are unescaped: escapes exist only on the wire. */
export type Component = readonly string[]
export type Repetition = readonly Component[]
export type Field = readonly Repetition[]

/** One segment. `fields[0]` is the first field after the name; of MSH it is MSH-1, the field separator itself. */
export interface Segment {
  readonly name: string
  readonly fields: readonly Field[]
}
export type Message = readonly Segment[]

/** A field for builders: one text, or the components of its single repetition, each a text or its subcomponents. */
export type FieldText = string | readonly (string | readonly string[])[]

/** A field that repeats. */
export interface RepeatedField {
  readonly repetitions: readonly FieldText[]
}

/** `segment('PID', { 1: '1', 5: ['Sample', 'Pat'] })`: fields by their number in the standard. */
export const segment = (
  name: string,
  fields: Readonly<Record<number, FieldText | RepeatedField | undefined>>,
): Segment => {
  const last = Math.max(0, ...Object.keys(fields).map(Number))
  return { name, fields: Array.from({ length: last }, (_, index) => fieldOf(fields[index + 1] ?? '')) }
}

const fieldOf = (text: FieldText | RepeatedField): Field =>
  typeof text === 'object' && 'repetitions' in text
    ? text.repetitions.flatMap(fieldOf)
    : text === ''
      ? []
      : [typeof text === 'string' ? [[text]] : text.map((part) => (typeof part === 'string' ? [part] : part))]

/** The text of `field` (counted from 1), or `''` if there is none. */
export const valueOf = (of: Segment | undefined, field: number, component = 1, subcomponent = 1): string =>
  valueIn(of?.fields[field - 1]?.[0], component, subcomponent)

export const valueIn = (repetition: Repetition | undefined, component = 1, subcomponent = 1): string =>
  repetition?.[component - 1]?.[subcomponent - 1] ?? ''

export const repetitionsOf = (of: Segment | undefined, field: number): Field => of?.fields[field - 1] ?? []
