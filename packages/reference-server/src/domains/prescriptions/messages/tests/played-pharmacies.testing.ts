/** The simulated network as these tests see it; a test file starts it, because only those may reach into the sandbox. */
export interface PlayedPharmacies {
  readonly url: string
  readonly pharmacies: readonly { readonly ncpdpId: string }[]
  network(): {
    readonly outbox: { readonly sent: readonly { readonly type: string }[]; settled(): Promise<void> }
    readonly shelf: ReadonlyMap<string, unknown>
  }
  stop(): Promise<void>
}
export type StartPharmacies = (options: {
  readonly port: number
  readonly accounts: readonly { readonly accountId: string; readonly secret: string; readonly webhookUrl: string }[]
  readonly clock: () => Date
  readonly retryAfter: number
}) => Promise<PlayedPharmacies>

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

/** Takes everything, says nothing of its own: tests say when a pharmacy speaks. */
export const quiet = { answer: 'status', verifies: false, fills: null, cancels: 'ignores' }
