import type { Reading } from '../../../platform/seams.ts'
import { askInTime } from '../../../vendors/drug-checks/ask-in-time.ts'
import type { CheckContext } from '../../../vendors/drug-checks/provider.ts'
import { controlledRefusal, type ControlledRefusal } from '../model/controlled-substance.ts'
import type { Medication } from '../model/medication-pack.ts'
import type { Alert } from '../model/prescription.ts'
import type { PrescriptionsContext } from '../ports.ts'
import { listPrescriptions } from '../store/prescriptions.ts'

/** More medicines than that at once are looked at by a person, not by a rule. */
const mostMedicines = 100

/** Whether a medicine is forbidden here today, and what speaks against it for this patient. `except` is not counted as taken. */
export const gatherMedicine = async (
  ports: PrescriptionsContext,
  reading: Reading,
  patientId: string,
  medication: Medication,
  except: readonly string[],
): Promise<{ readonly controlled: ControlledRefusal | null; readonly alerts: readonly Alert[] }> => {
  const controlled = controlledRefusal(medication, ports.policy, ports.certifications, reading.now)
  if (controlled !== null) return { controlled, alerts: [] }
  const context = await gatherContext(ports, reading, patientId, except)
  return {
    controlled,
    alerts: await askInTime(ports.checks, medication, context, ports.policy.checks.timeoutMilliseconds),
  }
}

const gatherContext = async (
  ports: PrescriptionsContext,
  reading: Reading,
  patientId: string,
  except: readonly string[],
): Promise<CheckContext> => {
  const taken = { patientId, takenAt: reading.now, signedOnly: true }
  const [{ asked, items }, current] = await Promise.all([
    ports.documentation.allergies(reading, patientId),
    listPrescriptions(reading.db, reading, taken, { after: null, take: mostMedicines }),
  ])
  return {
    medications: current.filter(({ id }) => !except.includes(id)).map(({ content }) => content.medication),
    allergies: asked || items.length > 0 ? items.map(({ substance, severity }) => ({ ...substance, severity })) : null,
  }
}
