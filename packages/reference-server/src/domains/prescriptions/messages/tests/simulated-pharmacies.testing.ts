/** As the sandbox read it. */
export interface WireMessage {
  readonly type: string
  readonly messageId: string
  readonly relatesToMessageId: string | null
  readonly orderNumber: string
  readonly approved: boolean | null
  readonly outcome: string | null
  readonly patientLastName: string
  readonly patientFirstName: string | null
  readonly note: string | null
  readonly drug: string
  readonly sig: string
  readonly directions: Readonly<Record<string, string | null>> | null
}

/** Accepts everything and sends nothing by itself: tests decide when a pharmacy responds. */
export const quiet = { answer: 'status', verifies: false, fills: null, cancels: 'ignores' }
