/** A segment as data: its tag and its elements from 01. An element of several components is a list. */
export interface Segment {
  readonly tag: string
  readonly elements: readonly (string | readonly string[])[]
}

/** A segment of texts that were checked already (FieldWriter) or are constants. */
export const segment = (tag: string, ...elements: readonly (string | readonly string[])[]): Segment => ({
  tag,
  elements,
})
