import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { checkMedication } from '../../../../vendors/drug-checks/check-medication.ts'
import type { CheckContext } from '../../../../vendors/drug-checks/provider.ts'
import { controlledRefusal, type ControlledRefusal } from '../../kernel/model/controlled-substance.ts'
import type { Medication } from '../../kernel/model/medication-pack.ts'
import type { Alert } from '../../kernel/model/prescription.ts'
import { checkedReport } from '../model/reported-medicine.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { listPrescriptions } from '../../kernel/store/prescriptions.ts'

export interface LoadedMedication {
  readonly controlled: ControlledRefusal | null
  readonly alerts: readonly Alert[]
}

/** More concurrent medications than this are for a person to review, not for a rule. */
const maxMedications = 100

/** Whether a medication is forbidden here today, and its alerts for this patient. `except` does not count as taken. */
export const gatherMedication = async (
  ports: PrescriptionsContext,
  context: ReadContext,
  patientId: string,
  medication: Medication,
  except: readonly string[],
): Promise<LoadedMedication> => {
  const controlled = controlledRefusal(medication, ports.policy, ports.certifications, context.now)
  if (controlled !== null) return { controlled, alerts: [] }
  const checkContext = await gatherContext(ports, context, patientId, except)
  return {
    controlled,
    alerts: await checkMedication(ports.checks, medication, checkContext, ports.policy.checks.timeoutMilliseconds),
  }
}

const gatherContext = async (
  ports: PrescriptionsContext,
  context: ReadContext,
  patientId: string,
  except: readonly string[],
): Promise<CheckContext> => {
  const taken = { patientId, takenAt: context.now, signedOnly: true }
  const [{ asked, items }, reported, current] = await Promise.all([
    ports.documentation.allergies(context, patientId),
    ports.documentation.reportedMedications(context, patientId),
    listPrescriptions(context.db, context, taken, { after: null, take: maxMedications }),
  ])
  return {
    medications: [
      ...current.filter(({ id }) => !except.includes(id)).map(({ content }) => content.medication),
      ...reported.map((each) => checkedReport(ports.medications, each)),
    ],
    allergies: asked || items.length > 0 ? items.map(({ substance, severity }) => ({ ...substance, severity })) : null,
  }
}
