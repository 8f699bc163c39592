import type { components } from '@visitkit/contract'
import type { ReportedMedication } from '../model/reported-medication.ts'

export const presentReportedMedication = (
  reported: ReportedMedication,
): components['schemas']['ReportedMedication'] => ({
  id: reported.id,
  patientId: reported.patientId,
  medication: { ...reported.medication },
  ...(reported.directions !== undefined && { directions: reported.directions }),
  status: reported.status,
  reportedBy: reported.reportedBy,
  reportedAt: reported.reportedAt.toISOString(),
  ...(reported.endedAt !== null && { endedAt: reported.endedAt.toISOString() }),
  version: reported.version,
})
