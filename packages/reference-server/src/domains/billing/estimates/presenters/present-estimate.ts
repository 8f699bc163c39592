import type { components } from '@visitkit/contract'
import { notFound } from '../../../../platform/problems/problem.ts'
import { totalOf, type Estimate } from '../model/estimate.ts'
import type { PractitionerSummary } from '../../ports.ts'

export const presentEstimate = (
  estimate: Estimate,
  practitioner: PractitionerSummary | undefined,
): components['schemas']['Estimate'] => {
  if (!practitioner) throw notFound('a practitioner is never removed')
  return {
    id: estimate.id,
    patientId: estimate.patientId,
    ...(estimate.appointmentId !== null && { appointmentId: estimate.appointmentId }),
    status: estimate.status,
    dueAt: estimate.dueBefore.toISOString(),
    reason: estimate.reason,
    items: estimate.items.map(({ codeSystem, code, units, chargeCents }) => ({ codeSystem, code, units, chargeCents })),
    diagnosisCodes: [...estimate.diagnosisCodes],
    totalCents: totalOf(estimate),
    practitioner,
    ...(estimate.serviceOn !== null && { serviceOn: estimate.serviceOn }),
    ...(estimate.issuedAt && { issuedAt: estimate.issuedAt.toISOString() }),
    ...(estimate.issuedBy !== null && { issuedBy: estimate.issuedBy }),
    missing: [...estimate.missing],
    ...(estimate.validUntil !== null && { validUntil: estimate.validUntil }),
    version: estimate.version,
  }
}
