import type { ScriptBody, ScriptMedication } from '../../../../vendors/pharmacy/script/script-message.ts'
import type { PrescriptionFacts } from './prescription.ts'

/** The encrypted part of a request. */
export interface RequestContent {
  readonly medicationName: string
  /** What the pharmacy proposes to dispense: the same again, or something else. Absent if a change is about no medication. */
  readonly requested?: RequestedMedication
  readonly text?: string
}

export interface RequestedMedication {
  readonly name: string
  readonly rxcui: string | null
  readonly quantity: number
  /** The unit of the quantity: an NCI code. */
  readonly unit: string
  /** The prescribed number if the pharmacy gives none. */
  readonly refills: number
  /** Directions as the pharmacy proposes them. Shown, but never used: an approval keeps the prescriber's own. */
  readonly sig?: string
}

/** A pharmacy's request to a prescriber about one of their prescriptions. */
export interface PharmacyRequest {
  readonly id: string
  readonly prescriptionId: string
  readonly patientId: string
  readonly practitionerId: string
  readonly kind: 'renewal' | 'change'
  readonly status: 'open' | 'approved' | 'denied'
  /** The pharmacy's message, to which the response relates. */
  readonly messageId: string
  readonly receivedAt: Date
  readonly respondedAt: Date | null
  readonly content: RequestContent
}

/** The content of a request. Of several proposals only the first is used: a prescriber approves one or denies. */
export const contentOfRequest = (
  body: Extract<ScriptBody, { type: 'RxRenewalRequest' | 'RxChangeRequest' }>,
  prescribed: Pick<PrescriptionFacts, 'refills'>,
): RequestContent => {
  const { description, note } = body.medication
  const requested = body.type === 'RxChangeRequest' ? body.requested[0] : body.medication
  return {
    medicationName: description,
    ...(requested && { requested: requestedMedicationOf(requested, prescribed) }),
    ...((requested?.note ?? note) !== undefined && { text: requested?.note ?? note ?? '' }),
  }
}

const requestedMedicationOf = (
  { description, code, quantity, refills, sigText }: ScriptMedication,
  prescribed: Pick<PrescriptionFacts, 'refills'>,
): RequestedMedication => ({
  name: description,
  rxcui: code?.rxcui ?? null,
  quantity: quantity.value,
  unit: quantity.unit,
  refills: refills ?? prescribed.refills,
  ...(sigText !== '' && { sig: sigText }),
})
