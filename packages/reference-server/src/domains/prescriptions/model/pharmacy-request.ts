import type { ScriptBody, ScriptMedication } from '../../../vendors/pharmacy/script/script-message.ts'

/** What is sealed of a request. */
export interface RequestContent {
  readonly medicationName: string
  /** The medicine that the pharmacy would hand out instead. */
  readonly proposed?: {
    readonly name: string
    readonly rxcui: string | null
    readonly quantity: number
    /** Directions as the pharmacy would have them. Shown, never taken over: what is approved keeps the prescriber's own. */
    readonly sig?: string
  }
  readonly text?: string
}

/** What a pharmacy asks of a prescriber about a prescription of theirs. */
export interface PharmacyRequest {
  readonly id: string
  readonly prescriptionId: string
  readonly patientId: string
  readonly practitionerId: string
  readonly kind: 'renewal' | 'change'
  readonly status: 'open' | 'approved' | 'denied'
  /** The pharmacy's message, to which the answer relates. */
  readonly messageId: string
  readonly receivedAt: Date
  readonly answeredAt: Date | null
  readonly content: RequestContent
}

/** What a request says. Of several proposals the first counts: a prescriber approves one thing or denies. */
export const contentOfRequest = (
  body: Extract<ScriptBody, { type: 'RxRenewalRequest' | 'RxChangeRequest' }>,
): RequestContent => {
  const { description, note } = body.medication
  const proposed = body.type === 'RxChangeRequest' ? body.requested[0] : undefined
  return {
    medicationName: description,
    ...(proposed && { proposed: proposalOf(proposed) }),
    ...((proposed?.note ?? note) !== undefined && { text: proposed?.note ?? note ?? '' }),
  }
}

const proposalOf = ({
  description,
  code,
  quantity,
  sigText,
}: ScriptMedication): NonNullable<RequestContent['proposed']> => ({
  name: description,
  rxcui: code?.rxcui ?? null,
  quantity: quantity.value,
  ...(sigText !== '' && { sig: sigText }),
})
