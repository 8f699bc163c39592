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

/** An element of an envelope, which is never a composite; empty if it is missing. */
export const elementAt = ({ elements }: Segment, position: number): string => {
  const element = elements[position - 1] ?? ''
  return typeof element === 'string' ? element : (element[0] ?? '')
}
