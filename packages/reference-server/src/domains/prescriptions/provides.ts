import type { ListCareParticipants } from '../../platform/care/care-ports.ts'
import type { PageCursor } from '../../platform/database/ids/page-cursor.ts'
import type { Database } from '../../platform/contracts/database.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'
import type { Medication } from './kernel/model/medication-pack.ts'
import type { LocalizedText, Prescription, PrescriptionStatus } from './kernel/model/prescription.ts'
import { listPrescriptionCareParticipants } from './messages/store/care-participants.ts'
import { listDeadLetters, type PharmacyDeadLetter } from './messages/store/dead-letters.ts'
import type { Pharmacy } from '../../vendors/pharmacy/provider.ts'
import { listPrescriptions, readPrescription } from './kernel/store/prescriptions.ts'

/** A prescription for the chart, the summary and checks. */
export interface PrescribedMedication {
  readonly prescriptionId: string
  readonly patientId: string
  readonly practitionerId: string
  readonly visitId: string | null
  /** The medication's. */
  readonly name: string
  readonly medication: Pick<Medication, 'rxcui' | 'name' | 'ingredients' | 'strength' | 'form'>
  readonly directionsText: readonly LocalizedText[]
  readonly status: PrescriptionStatus
  readonly pharmacyName: string | null
  readonly signedAt: Date
  /** The end of the supply, including remaining refills; null if the patient does not take it. */
  readonly supplyEndsAt: Date | null
}

/** What other domains can read from prescriptions. Decrypts what it returns and records the access for each patient. */
export interface PrescriptionsProvides {
  /** What a patient takes now, the latest first. At most a hundred. */
  medicationsOf(context: ReadContext, patientId: string): Promise<readonly PrescribedMedication[]>
  /** Prescriptions signed at a visit, the latest first. At most a hundred; none outside the caller's reach. */
  prescriptionsOfVisit(context: ReadContext, visitId: string): Promise<readonly PrescribedMedication[]>
  /** Which pharmacy was sent each of these prescriptions, and of which visit it is. Throws `not_found` outside the caller's reach. */
  recipientsOf(
    context: ReadContext,
    prescriptionIds: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly visitId: string | null; readonly name: string; readonly address: string }>>
  /** Messages of the network that could not be matched, oldest first. Decrypts nothing. */
  deadLetters(context: ReadContext, page: PageCursor): Promise<readonly PharmacyDeadLetter[]>
  /** Who cares for these patients, as far as prescriptions knows. Decrypts nothing and records no access. */
  readonly listCareParticipants: ListCareParticipants
}

const firstHundred: PageCursor = { after: null, take: 100 }

export const prescriptionsProvides = (database: Pick<Database, 'reader'>): PrescriptionsProvides => {
  const dbFor = ({ caller }: ReadContext) =>
    database.reader({ domain: 'prescriptions', organizationId: caller.organizationId })
  return {
    listCareParticipants: (organizationId, patientIds, since) =>
      listPrescriptionCareParticipants(database.reader({ domain: 'prescriptions', organizationId }), patientIds, since),
    medicationsOf: async (context, patientId) => {
      const filter = { patientId, takenAt: context.now, signedOnly: true }
      return (await listPrescriptions(dbFor(context), context, filter, firstHundred)).flatMap(toPrescribedMedication)
    },
    prescriptionsOfVisit: async (context, visitId) => {
      const filter = { visitId, signedOnly: true }
      return (await listPrescriptions(dbFor(context), context, filter, firstHundred)).flatMap(toPrescribedMedication)
    },
    recipientsOf: async (context, prescriptionIds) => {
      const found = await Promise.all(prescriptionIds.map((id) => readPrescription(dbFor(context), context, id)))
      return new Map(
        found.flatMap(({ id, visitId, continuedVisitId, content: { pharmacy } }) =>
          pharmacy === null
            ? []
            : [
                [
                  id,
                  { visitId: visitId ?? continuedVisitId, name: pharmacy.name, address: addressOf(pharmacy) },
                ] as const,
              ],
        ),
      )
    },
    deadLetters: (context, page) => listDeadLetters(dbFor(context), context, page),
  }
}

const addressOf = ({ address: { line1, city, state, postalCode } }: Pharmacy): string =>
  `${line1}\n${city}, ${state} ${postalCode}`

const toPrescribedMedication = ({ content, signedAt, ...facts }: Prescription): PrescribedMedication[] => {
  if (signedAt === null) return []
  const { rxcui, name, ingredients, strength, form } = content.medication
  return [
    {
      prescriptionId: facts.id,
      patientId: facts.patientId,
      practitionerId: facts.practitionerId,
      visitId: facts.visitId,
      name,
      medication: { rxcui, name, ingredients, strength, form },
      directionsText: content.directionsText,
      status: facts.status,
      pharmacyName: content.pharmacy?.name ?? null,
      signedAt,
      supplyEndsAt: facts.supplyEndsAt,
    },
  ]
}
