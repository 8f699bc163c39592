/** The four characters that structure an interchange. They stand in its ISA, so that every interchange may have its own. */
export interface Delimiters {
  readonly element: string
  readonly repetition: string
  readonly component: string
  readonly segment: string
}

export const usualDelimiters: Delimiters = { element: '*', repetition: '^', component: ':', segment: '~' }

/** Signs of X12's sets that names and addresses do without, in the order in which they stand in. Printable ones only: partners refuse others. */
const substitutes = ['|', '>', '{', '}', '<', '!', '%', '=', '@', '$', '_', '[', ']', '\\', '`', ';', '?', '"']

/** Every sign that could be a delimiter. */
export const delimiterSigns: ReadonlySet<string> = new Set([...Object.values(usualDelimiters), ...substitutes])

/**
 * Delimiters that occur in none of the texts. X12 has no escape: a text that holds a delimiter would forge structure, so the delimiter makes
 * way and the text stays whole. The usual four as far as they are free; null when the texts leave no four signs.
 */
export const chooseDelimiters = (used: ReadonlySet<string>): Delimiters | null => {
  const free = substitutes.filter((sign) => !used.has(sign))
  const choose = (usual: string): string | undefined => (used.has(usual) ? free.shift() : usual)
  const element = choose(usualDelimiters.element)
  const repetition = choose(usualDelimiters.repetition)
  const component = choose(usualDelimiters.component)
  const segment = choose(usualDelimiters.segment)
  return element && repetition && component && segment ? { element, repetition, component, segment } : null
}

export const charactersOf = ({ element, repetition, component, segment }: Delimiters): readonly string[] => [
  element,
  repetition,
  component,
  segment,
]
