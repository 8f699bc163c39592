import type { CarersOf } from '../../platform/care/care-ports.ts'
import type { PagePlace } from '../../platform/database/ids/page-of-ids.ts'
import type { Database } from '../../platform/contracts/database.ts'
import type { Reading } from '../../platform/contracts/context.ts'
import type { Medication } from './kernel/model/medication-pack.ts'
import type { LocalizedText, Prescription, PrescriptionStatus } from './kernel/model/prescription.ts'
import { prescriptionCarers } from './messages/store/carers.ts'
import { parkedMessages, type ParkedMessage } from './messages/store/parked-messages.ts'
import { listPrescriptions } from './kernel/store/prescriptions.ts'

/** A prescription as chart, summary and checks need it. */
export interface PrescribedMedicine {
  readonly prescriptionId: string
  readonly patientId: string
  readonly practitionerId: string
  readonly visitId: string | null
  /** Of the medicine. */
  readonly name: string
  readonly medication: Pick<Medication, 'rxcui' | 'name' | 'ingredients' | 'strength' | 'form'>
  readonly directionsText: readonly LocalizedText[]
  readonly status: PrescriptionStatus
  readonly pharmacyName: string | null
  readonly signedAt: Date
  /** Until then the supply lasts, with the refills that may still be handed out; null for what nobody takes. */
  readonly supplyEndsAt: Date | null
}

/** What the domains beside and after prescriptions may ask. Opens what it answers: each patient's access is noted. */
export interface PrescriptionsProvides {
  /** What a patient takes now, the latest first. At most a hundred. */
  medicationsOf(reading: Reading, patientId: string): Promise<readonly PrescribedMedicine[]>
  /** What was signed at a visit, the latest first. At most a hundred; none beyond the caller's reach. */
  prescriptionsOfVisit(reading: Reading, visitId: string): Promise<readonly PrescribedMedicine[]>
  /** Messages of the network that nobody could place, oldest first. Opens nothing. */
  parkedMessages(reading: Reading, place: PagePlace): Promise<readonly ParkedMessage[]>
  /** Who cares for these patients, as far as is known here. Opens nothing and notes no access. */
  readonly carersOf: CarersOf
}

const firstHundred: PagePlace = { after: null, take: 100 }

export const prescriptionsProvides = (database: Pick<Database, 'reader'>): PrescriptionsProvides => {
  const dbFor = ({ caller }: Reading) =>
    database.reader({ domain: 'prescriptions', organizationId: caller.organizationId })
  return {
    carersOf: (organizationId, patientIds, since) =>
      prescriptionCarers(database.reader({ domain: 'prescriptions', organizationId }), patientIds, since),
    medicationsOf: async (reading, patientId) => {
      const filter = { patientId, takenAt: reading.now, signedOnly: true }
      return (await listPrescriptions(dbFor(reading), reading, filter, firstHundred)).flatMap(describe)
    },
    prescriptionsOfVisit: async (reading, visitId) => {
      const filter = { visitId, signedOnly: true }
      return (await listPrescriptions(dbFor(reading), reading, filter, firstHundred)).flatMap(describe)
    },
    parkedMessages: (reading, place) => parkedMessages(dbFor(reading), reading, place),
  }
}

const describe = ({ content, signedAt, ...facts }: Prescription): PrescribedMedicine[] => {
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
