/** The four delimiters of an interchange. Its ISA contains them, so each interchange may use others. */
export interface Delimiters {
  readonly element: string
  readonly repetition: string
  readonly component: string
  readonly segment: string
}

export const usualDelimiters: Delimiters = { element: '*', repetition: '^', component: ':', segment: '~' }

/**
 * Characters of X12's sets that names and addresses rarely use, in order of preference. Only printable ones, because partners refuse
 * others.
 */
const substitutes = ['|', '>', '{', '}', '<', '!', '%', '=', '@', '$', '_', '[', ']', '\\', '`', ';', '?', '"']

/** Every character that could be a delimiter. */
export const delimiterSigns: ReadonlySet<string> = new Set([...Object.values(usualDelimiters), ...substitutes])

/**
 * Chooses delimiters that occur in none of the texts. X12 has no escape: a text with a delimiter would inject structure, so another
 * delimiter is used and the text stays complete. The standard four if possible; null if the texts leave fewer than four characters.
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
