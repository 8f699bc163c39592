/** The possible faults of a file. */
export const x12Faults = [
  'amount',
  'trace_number_mismatch',
  'code',
  'control_number',
  'duplicate_control_number',
  'count',
  'currency',
  'date',
  'debit',
  'delimiters',
  'element_missing',
  'empty',
  'header_length',
  'loop_missing',
  'duplicate_loop',
  'duplicate_segment',
  'no_interchange',
  'outside_envelope',
  'percent',
  'quantity',
  'segment_missing',
  'segment_tag',
  'service',
  'too_large',
  'transaction',
  'unclosed',
  'unexpected_segment',
  'unterminated',
  'usage',
  'version',
] as const
export type X12Fault = (typeof x12Faults)[number]

/** A file that is not valid X12, or not of its declared type. Contains the fault and the segment tag, never content of the file. */
export class X12Unreadable extends Error {
  readonly code: X12Fault
  /** Tag of the faulty segment; null if there is none. */
  readonly segment: string | null
  /** Counted from ST = 1; null for envelopes. */
  readonly position: number | null
  constructor(code: X12Fault, segment: string | null = null, position: number | null = null) {
    super([code, segment, position].filter((part) => part !== null).join(' '))
    this.name = 'X12Unreadable'
    this.code = code
    this.segment = segment
    this.position = position
  }
}
