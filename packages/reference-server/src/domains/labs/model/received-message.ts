/** The bytes of a laboratory's message about one patient, what was made of them, and by which version of the reader. */
export interface ReceivedMessage {
  readonly id: string
  readonly source: string
  /** The laboratory's id of the message. */
  readonly controlId: string
  /** SHA-256 of the whole message. */
  readonly digest: Uint8Array
  /** The patient's part of it, counted from 0. */
  readonly part: number
  readonly parser: string
  readonly receivedAt: Date
}

export interface PatientMessage extends ReceivedMessage {
  readonly patientId: string
  /** Also results that it did not change. */
  readonly resultIds: readonly string[]
}

export interface UnmatchedMessage extends ReceivedMessage {
  readonly unmatchedId: string
}
