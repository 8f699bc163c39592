import type { components } from '@visitkit/contract'
import type { OperationId } from '@visitkit/contract/operations'
import { vocabularies } from '@visitkit/contract/vocabularies'
import type { Delivery } from './delivery.ts'

export type Notice = Pick<Delivery, 'kind' | 'template'>

/** Every kind with every text. */
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
  // It asks the person to book or to come.
  outreach: ['searchSlots', 'getVisit'],
}

/** Who may call one of these may know of the notice. A good faith estimate is an appointment's, but is read like a statement. */
export const noticeReadBy = ({ kind, template }: Notice): readonly OperationId[] =>
  kind === 'appointment' && template === 'result-ready' ? ['listEstimates'] : byKind[kind]
