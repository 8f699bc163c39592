import type { ScriptBody, ScriptMedication } from '../../../../vendors/pharmacy/script/script-message.ts'
import type { PrescriptionFacts } from './prescription.ts'

/** What is sealed of a request. */
export interface RequestContent {
  readonly medicationName: string
  /** What the pharmacy would hand out: once more, or instead. Absent where a change is about no medicine. */
  readonly asked?: Asked
  readonly text?: string
}

export interface Asked {
  readonly name: string
  readonly rxcui: string | null
  readonly quantity: number
  /** Of the quantity: an NCI code. */
  readonly unit: string
  /** As many as were prescribed where the pharmacy does not say. */
  readonly refills: number
  /** Directions as the pharmacy would have them. Shown, never taken over: what is approved keeps the prescriber's own. */
  readonly sig?: string
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
  readonly respondedAt: Date | null
  readonly content: RequestContent
}

/** What a request says. Of several proposals the first counts: a prescriber approves one thing or denies. */
export const contentOfRequest = (
  body: Extract<ScriptBody, { type: 'RxRenewalRequest' | 'RxChangeRequest' }>,
  prescribed: Pick<PrescriptionFacts, 'refills'>,
): RequestContent => {
  const { description, note } = body.medication
  const asked = body.type === 'RxChangeRequest' ? body.requested[0] : body.medication
  return {
    medicationName: description,
    ...(asked && { asked: askedOf(asked, prescribed) }),
    ...((asked?.note ?? note) !== undefined && { text: asked?.note ?? note ?? '' }),
  }
}

const askedOf = (
  { description, code, quantity, refills, sigText }: ScriptMedication,
  prescribed: Pick<PrescriptionFacts, 'refills'>,
): Asked => ({
  name: description,
  rxcui: code?.rxcui ?? null,
  quantity: quantity.value,
  unit: quantity.unit,
  refills: refills ?? prescribed.refills,
  ...(sigText !== '' && { sig: sigText }),
})
