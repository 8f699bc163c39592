/** A file that is no X12, or not the X12 it says it is. Names the fault and the kind of segment, never what the file holds. */
export class X12Unreadable extends Error {
  /** Stable, e.g. `count`, `control_number`, `unexpected_segment`, `amount`. */
  readonly code: string
  /** Tag of the segment that is wrong; null when there is none. */
  readonly segment: string | null
  /** Counted from ST = 1; null for envelopes. */
  readonly position: number | null
  constructor(code: string, segment: string | null = null, position: number | null = null) {
    super([code, segment, position].filter((part) => part !== null).join(' '))
    this.name = 'X12Unreadable'
    this.code = code
    this.segment = segment
    this.position = position
  }
}
