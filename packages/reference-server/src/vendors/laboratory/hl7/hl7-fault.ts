/** Codes of HL7 table 0357 that we answer with. */
export type FaultCode =
  | '100' // segment sequence error
  | '101' // required field missing
  | '102' // data type error
  | '103' // table value not found
  | '200' // unsupported message type
  | '201' // unsupported event code
  | '202' // unsupported processing id
  | '203' // unsupported version id
  | '207' // application internal error

/** Where a fault stands: segment, which of that name, field. Counted from 1, as ERR-2 has it. */
export interface FaultPosition {
  readonly segment: string
  readonly sequence?: number
  readonly field?: number
}

/** A message that is not as it must be. Says where and of what kind, never what it holds: messages are PHI. */
export class Hl7Fault extends Error {
  readonly code: FaultCode
  readonly position: FaultPosition | null
  constructor(code: FaultCode, what: string, position: FaultPosition | null = null) {
    super(what)
    this.name = 'Hl7Fault'
    this.code = code
    this.position = position
  }
}
