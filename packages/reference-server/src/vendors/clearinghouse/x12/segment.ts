/** A segment: its tag and its elements from 01. A composite element is a list. */
export interface Segment {
  readonly tag: string
  readonly elements: readonly (string | readonly string[])[]
}

/** A segment of validated texts (FieldWriter) or constants. */
export const segment = (tag: string, ...elements: readonly (string | readonly string[])[]): Segment => ({
  tag,
  elements,
})
