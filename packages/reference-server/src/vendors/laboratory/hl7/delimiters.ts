/** The delimiters of a message. A receiver takes them from MSH-1 and MSH-2 and never assumes them (HL7 v2.5.1, 2.5.4). */
export interface Delimiters {
  readonly field: string
  readonly component: string
  readonly repetition: string
  readonly escape: string
  readonly subcomponent: string
}

/** Delimiters of sent messages: `|^~\&`. */
export const standardDelimiters: Delimiters = {
  field: '|',
  component: '^',
  repetition: '~',
  escape: '\\',
  subcomponent: '&',
}
