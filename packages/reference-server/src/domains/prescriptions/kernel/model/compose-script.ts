import type {
  ScriptBody,
  ScriptMedication,
  ScriptName,
  ScriptSubject,
} from '../../../../vendors/pharmacy/script/script-message.ts'
import { nameInLatin } from '../../../../platform/names/name-in-latin.ts'
import type { PersonName } from '../../../../platform/names/person-name.ts'
import { namesOfPractitioner } from '../../../../platform/names/names-of-practitioner.ts'
import type { Patient, Practitioner, PrescribingVisit } from '../../ports.ts'
import type { Pharmacy, Prescription } from './prescription.ts'
import { structuredSig } from './structured-sig.ts'

/** The payload of a transmission. Its header is created when it is sent, from the transmission's id. */
export interface ScriptPayload {
  readonly about: 'new' | 'cancel' | 'answer'
  readonly prescriptionId: string
  readonly pharmacyId: string
  readonly relatesToMessageId?: string
  readonly body: ScriptBody
}

/** All parties that a message names. */
export interface Parties {
  readonly patient: Patient
  readonly practitioner: Practitioner
  readonly practice: { readonly name: string; readonly contact: { readonly phone: string } }
  /** The visit with the patient's location, which is used if the record has no address. */
  readonly visit: PrescribingVisit | null
  /** The state of the license under which the prescriber acts. */
  readonly state: string
}

const genders: Readonly<Record<string, 'F' | 'M'>> = { female: 'F', male: 'M' }

export const subjectOf = (prescription: Prescription, pharmacy: Pharmacy, parties: Parties): ScriptSubject => ({
  patient: patientOf(parties),
  pharmacy: {
    ncpdpId: pharmacy.id,
    npi: pharmacy.npi,
    businessName: pharmacy.name,
    address: pharmacy.address,
    phone: pharmacy.phone,
  },
  prescriber: prescriberOf(parties),
  medication: medicationOf(prescription, parties.practitioner.zone),
})

/**
 * A single name becomes the last name, which SCRIPT requires. Its names are alphanumeric (an): a name of another script is sent in Latin
 * letters.
 */
const scriptNameOf = ({ given, middle = [], family, suffix }: PersonName): ScriptName => {
  const [lastName, firstName] = family === '' ? [given, ''] : [family, given]
  return {
    lastName,
    ...(firstName !== '' && { firstName }),
    ...(middle.length > 0 && { middleName: middle.join(' ') }),
    ...(suffix && { suffix }),
  }
}

const patientOf = ({ patient, visit }: Parties): ScriptSubject['patient'] => {
  const address = patient.ofRecord.address ?? (visit?.location?.kind === 'home' ? visit.location : undefined)
  return {
    name: scriptNameOf(nameInLatin(patient)),
    gender: genders[patient.sex ?? ''] ?? 'U',
    birthDate: patient.birthDate,
    ...(address && {
      address: {
        line1: address.line1,
        ...(address.line2 && { line2: address.line2 }),
        city: address.city,
        state: address.state,
        ...(address.postalCode && { postalCode: address.postalCode }),
      },
    }),
    ...(patient.call.phone !== undefined && { phone: patient.call.phone }),
  }
}

const prescriberOf = ({ practitioner, practice, state }: Parties): ScriptSubject['prescriber'] => {
  const license = practitioner.licenses.find((each) => each.state === state)
  return {
    npi: practitioner.npi ?? '',
    ...(license && { stateLicense: license.number }),
    practiceName: practice.name,
    name: scriptNameOf(nameInLatin(namesOfPractitioner(practitioner))),
    phone: practice.contact.phone,
  }
}

const medicationOf = (prescription: Prescription, zone: string): ScriptMedication => {
  const { medication, termType, directions, directionsText, diagnosisCode, noteToPharmacist } = prescription.content
  const sig = structuredSig(directions, medication)
  const written = Temporal.Instant.fromEpochMilliseconds((prescription.signedAt ?? prescription.createdAt).getTime())
  return {
    description: medication.name,
    code: { rxcui: medication.rxcui, qualifier: termType },
    quantity: { value: prescription.quantity, unit: medication.quantityUnit.code },
    daysSupply: prescription.daysSupply,
    writtenDate: written.toZonedDateTimeISO(zone).toPlainDate().toString(),
    substitutionAllowed: prescription.substitutionAllowed,
    refills: prescription.refills,
    ...(diagnosisCode !== undefined && { diagnosisCode }),
    ...(noteToPharmacist !== undefined && { note: noteToPharmacist }),
    sigText: directionsText.find(({ language }) => language === 'en')?.text ?? '',
    ...(sig !== undefined && { sig }),
  }
}
