import type { Reading } from '../../../../platform/contracts/context.ts'
import { askInTime } from '../../../../vendors/drug-checks/ask-in-time.ts'
import type { CheckContext } from '../../../../vendors/drug-checks/provider.ts'
import { controlledRefusal, type ControlledRefusal } from '../../kernel/model/controlled-substance.ts'
import type { Medication } from '../../kernel/model/medication-pack.ts'
import type { Alert } from '../../kernel/model/prescription.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { listPrescriptions } from '../../kernel/store/prescriptions.ts'
import { mostMedicines } from '../store/taken.ts'

export interface MedicineAtHand {
  readonly controlled: ControlledRefusal | null
  readonly alerts: readonly Alert[]
  /** The prescriptions with which it was compared, and those that did not count. */
  readonly compared: readonly string[]
}

/** Whether a medicine is forbidden here today, and what speaks against it for this patient. `except` is not counted as taken. */
export const gatherMedicine = async (
  ports: PrescriptionsContext,
  reading: Reading,
  patientId: string,
  medication: Medication,
  except: readonly string[],
): Promise<MedicineAtHand> => {
  const controlled = controlledRefusal(medication, ports.policy, ports.certifications, reading.now)
  if (controlled !== null) return { controlled, alerts: [], compared: except }
  const { current, ...context } = await gatherContext(ports, reading, patientId, except)
  return {
    controlled,
    alerts: await askInTime(ports.checks, medication, context, ports.policy.checks.timeoutMilliseconds),
    compared: [...except, ...current],
  }
}

const gatherContext = async (
  ports: PrescriptionsContext,
  reading: Reading,
  patientId: string,
  except: readonly string[],
): Promise<CheckContext & { readonly current: readonly string[] }> => {
  const taken = { patientId, takenAt: reading.now, signedOnly: true }
  const [{ asked, items }, current] = await Promise.all([
    ports.documentation.allergies(reading, patientId),
    listPrescriptions(reading.db, reading, taken, { after: null, take: mostMedicines }),
  ])
  return {
    current: current.map(({ id }) => id),
    medications: current.filter(({ id }) => !except.includes(id)).map(({ content }) => content.medication),
    allergies: asked || items.length > 0 ? items.map(({ substance, severity }) => ({ ...substance, severity })) : null,
  }
}
