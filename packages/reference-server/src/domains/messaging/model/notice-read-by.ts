import type { components } from '@visitkit/contract'
import type { OperationId } from '@visitkit/contract/operations'
import { vocabularies } from '@visitkit/contract/vocabularies'
import type { Delivery } from './delivery.ts'

export type Notice = Pick<Delivery, 'kind' | 'template'>

/** Every kind of notice with each of its templates. */
export const everyNotice: readonly Notice[] = vocabularies.NotificationKind.flatMap((kind) =>
  vocabularies.NoticeTemplate.map((template) => ({ kind, template })),
)

/** The operations that read what each kind of notice announces. */
const byKind: Readonly<Record<components['schemas']['NotificationKind'], readonly OperationId[]>> = {
  appointment: ['getAppointment'],
  reminder: ['getAppointment'],
  message: ['getThread'],
  result: ['getLabResult'],
  summary: ['getVisitSummary'],
  prescription: ['listRefillRequests'],
  // It asks the person to book or to come in.
  outreach: ['searchSlots', 'getVisit'],
  access: ['listPatientAccesses'],
}

/**
 * A person who may call one of these operations may receive the notice. A good faith estimate belongs to an appointment, but is read like a
 * statement.
 */
export const noticeReadBy = ({ kind, template }: Notice): readonly OperationId[] => {
  if (kind === 'appointment' && template === 'result-ready') return ['listEstimates']
  if (kind === 'appointment' && template === 'waitlist-offer') return ['listWaitlist']
  if (kind === 'appointment' && template === 'called-in') return ['getVisit']
  return byKind[kind]
}
