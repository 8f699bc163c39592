/**
 * One line of captions, as it goes from one browser to the others. It is PHI: it is on the screens of a call and in their memory, and is never
 * stored, logged or sent to the server of Visitkit.
 */
export interface CaptionText {
  /** A later text with the same id, from the same person, replaces the earlier one. */
  readonly id: string
  /** The seat of the person who said it; null where the captioner does not name them. */
  readonly speaker: string | null
  readonly text: string
  /** The line is complete. Until then it grows while it is typed. */
  readonly isFinal: boolean
}

/** A line that arrived. `from` is the seat whose browser sent it, as the driver knows it: nothing in the line can name another one. */
export interface Caption extends CaptionText {
  readonly from: string
  /** The vendor has made it of what they said. */
  readonly isByMachine: boolean
}

/** In characters. A line that is longer is not one that a page of ours sends. */
export const longestCaption = 500

const isName = (value: unknown): value is string => typeof value === 'string' && value.length > 0 && value.length <= 64

/** What a browser sends: `kind` keeps it apart from other messages on the same path. */
export const writeCaption = ({ id, speaker, text, isFinal }: CaptionText): object => ({
  ...{ kind: 'visit-caption', v: 1 },
  ...{ id, speaker, text: text.slice(0, longestCaption), isFinal },
})

/** Parses what arrived, object or JSON; null when it is no line of captions. Another participant must not be able to break the page. */
export const readCaption = (data: unknown): CaptionText | null => {
  const value = typeof data === 'string' ? parse(data) : data
  if (typeof value !== 'object' || value === null) return null
  const { kind, v, id, speaker, text, isFinal } = value as Readonly<Record<string, unknown>>
  if (kind !== 'visit-caption' || v !== 1 || !isName(id) || typeof isFinal !== 'boolean') return null
  if (typeof text !== 'string' || text.length > longestCaption || (speaker !== null && !isName(speaker))) return null
  return { id, speaker, text, isFinal }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
