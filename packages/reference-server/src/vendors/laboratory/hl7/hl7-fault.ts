/** Codes of HL7 table 0357 that this server sends. */
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

/** The position of a fault: segment, its occurrence, field. Counted from 1, as in ERR-2. */
export interface FaultPosition {
  readonly segment: string
  readonly sequence?: number
  readonly field?: number
}

/** An invalid message. Contains the position and kind of the fault, never content: messages are PHI. */
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
