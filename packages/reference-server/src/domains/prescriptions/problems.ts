import { Problem, type FaultyProperty } from '../../platform/problems/problem.ts'
import type { ControlledRefusal } from './kernel/model/controlled-substance.ts'

/** The problems of prescriptions. None names a medication, an allergy or a person. */

const at = (pointer: string, code: string, message: string): { errors: readonly FaultyProperty[] } => ({
  errors: [{ pointer, code, message }],
})

export const unknownMedication = (): Problem =>
  new Problem(
    422,
    'unknown_medication',
    'This medicine is not in the set that can be prescribed here. Search again and choose one of the list.',
    at('/rxcui', 'unknown', 'Must be a medicine of the list.'),
  )

export const unknownDiagnosis = (): Problem =>
  new Problem(
    422,
    'unknown_code',
    'The diagnosis code is not one that is in use. Search for it by its words, or leave it out.',
    at('/diagnosisCode', 'unknown', 'Must be an ICD-10-CM code that can be billed and is in force.'),
  )

export const unknownPharmacy = (): Problem =>
  new Problem(
    422,
    'unknown_pharmacy',
    'The pharmacy network does not know this pharmacy. Search again and choose one of the list.',
    at('/pharmacyId', 'unknown', 'Must be a pharmacy of the list.'),
  )

export const quantityImplausible = (errors: readonly FaultyProperty[]): Problem =>
  new Problem(
    422,
    'quantity_implausible',
    'Directions, quantity and days do not fit together. Correct the one that is wrong.',
    { errors },
  )

const because: Readonly<Record<ControlledRefusal, string>> = {
  'no-certified-adapter':
    'Controlled substances cannot be prescribed here: no certified system for them is connected. Use the one that your organization has for it.',
  'no-rule-in-force':
    'Controlled substances cannot be prescribed by telemedicine today: no rule that allows it is in force. See the patient in person, or ask a compliance officer.',
}

export const controlledSubstance = (refusal: ControlledRefusal): Problem =>
  new Problem(403, 'controlled_substance', because[refusal], at('/rxcui', refusal, because[refusal]))

export const prescriptionSigned = (): Problem =>
  new Problem(
    409,
    'prescription_signed',
    'This prescription is signed and stays as it is. Cancel it, or renew it as a new draft and change that.',
  )

export const versionConflict = (): Problem =>
  new Problem(
    409,
    'version_conflict',
    'This was changed in the meantime, by another user or in another window. Read it again, then repeat your change.',
  )

export const tooManyFavorites = (most: number): Problem =>
  new Problem(
    409,
    'too_many_favorites',
    `You have ${most} favorites, and there can be no more. Remove one, or put this one in the place of another.`,
  )

export const favoriteNameTaken = (): Problem =>
  new Problem(
    409,
    'favorite_name_taken',
    'You have a favorite of this name. Choose another name, or put this one in its place.',
    at('/name', 'taken', 'Must be the name of no other favorite of yours.'),
  )

export const favoriteNameMissing = (): Problem =>
  new Problem(
    400,
    'invalid_request',
    'Some properties are not as they should be.',
    at('/name', 'blank', 'Must hold more than spaces.'),
  )

/** One error for each alert without a reason. Alert ids contain no data. */
export const alertsOpen = (
  alerts: readonly { readonly id: string; readonly kind: string }[],
  remedy: string,
): Problem =>
  new Problem(409, 'alerts_open', remedy, {
    errors: alerts.map(({ id, kind }) => ({
      pointer: `alert:${id}`,
      code: kind,
      message: 'This alert needs a reason for going on.',
    })),
  })

export const medicationsChanged = (): Problem =>
  new Problem(
    409,
    'medications_changed',
    'Another medicine was signed for this patient at the same moment, and this one was not compared with it. Nothing was sent. Sign again: the check is then made again.',
  )

export const notLicensed = (): Problem =>
  new Problem(
    409,
    'not_licensed',
    'The prescriber has no license in force in the state where the patient is. A colleague who has one can prescribe.',
  )

export const npiMissing = (): Problem =>
  new Problem(
    409,
    'npi_missing',
    'The prescriber has no National Provider Identifier on file, and no pharmacy would fill this. An administrator can add it.',
  )

export const notAPrescriber = (): Problem =>
  new Problem(403, 'not_a_prescriber', 'Only a practitioner prescribes. Sign in as one, or give a visit that has one.')

export const pharmacyMissing = (): Problem =>
  new Problem(
    409,
    'pharmacy_missing',
    'There is no pharmacy to send this to, or it takes no new prescriptions electronically. Choose another.',
    at('/pharmacyId', 'required', 'A pharmacy that takes new prescriptions is needed.'),
  )

export const noPharmacyNetwork = (): Problem =>
  new Problem(503, 'vendor_unavailable', 'No pharmacy network is connected. Telephone the pharmacy.', {
    reason: 'no pharmacy network for this organization',
    headers: { 'retry-after': '300' },
  })

export const notCancellable = (): Problem =>
  new Problem(
    409,
    'not_cancellable',
    'The pharmacy cannot be asked to cancel this: it is over, a cancellation is under way, or the pharmacy takes none electronically. Telephone the pharmacy.',
  )

export const notRenewable = (): Problem =>
  new Problem(
    409,
    'not_renewable',
    'Only a signed prescription can be renewed, and only while its medicine can be prescribed here. Write a new one.',
  )

export const notRenewableAsRequested = (): Problem =>
  new Problem(
    409,
    'not_renewable',
    'The pharmacy asks for another medicine or amount than was prescribed. Deny the request, and write a new prescription.',
  )

export const alreadyAnswered = (): Problem =>
  new Problem(409, 'already_answered', 'This request is answered. Nothing was sent again.')

export const refillOpen = (): Problem =>
  new Problem(409, 'refill_open', 'A refill of this medicine is asked for already. The clinic answers that request.')

export const notRefillable = (): Problem =>
  new Problem(
    409,
    'not_refillable',
    'This medicine is cancelled, replaced or was not accepted. Write to the care team instead.',
  )

export const alreadyResolved = (): Problem =>
  new Problem(
    409,
    'already_resolved',
    'Another person has decided about this message already. Nothing was changed. Read the list again.',
  )

export const messageNotApplicable = (): Problem =>
  new Problem(
    409,
    'message_not_applicable',
    'This message cannot be applied to this prescription: it is not clear enough, or it does not say what it is about. Telephone the pharmacy.',
  )

const differsIn = {
  'another-pharmacy': 'The message is from another pharmacy than the one that has this prescription.',
  'another-patient': 'The message names another patient than this prescription.',
  'another-medicine': 'The message reports another medicine than this prescription.',
  'another-receiver': 'The message is addressed to another system than that of this organization.',
} as const

export const messageDiffers = (differs: keyof typeof differsIn): Problem =>
  new Problem(
    409,
    'message_differs',
    `${differsIn[differs]} Compare the two. Confirm that it is for this prescription, or choose another.`,
    at('/confirmed', differs, differsIn[differs]),
  )
