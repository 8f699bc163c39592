/** What may change. The contract's `LiveMessageType`: no answer of an operation names it, so it is written out here. */
export type LiveMessageType =
  | 'access.recorded'
  | 'account.changed'
  | 'allergy.changed'
  | 'appointment.changed'
  | 'claim.changed'
  | 'condition.changed'
  | 'consent.changed'
  | 'cover.changed'
  | 'coverage.changed'
  | 'estimate.changed'
  | 'intake.changed'
  | 'lab-order.changed'
  | 'lab-result.changed'
  | 'note.changed'
  | 'prescription.changed'
  | 'queue.changed'
  | 'referral.changed'
  | 'resync'
  | 'seat.changed'
  | 'session.ended'
  | 'signal'
  | 'slots.changed'
  | 'summary.changed'
  | 'task.changed'
  | 'thread.changed'
  | 'visit.changed'

/** The ids that a message names; which ones depends on the type. */
export interface LiveIds {
  appointmentId?: string | undefined
  claimId?: string | undefined
  consentId?: string | undefined
  coverId?: string | undefined
  coverageId?: string | undefined
  estimateId?: string | undefined
  noteId?: string | undefined
  orderId?: string | undefined
  patientId?: string | undefined
  practitionerId?: string | undefined
  prescriptionId?: string | undefined
  referralId?: string | undefined
  resultId?: string | undefined
  sessionId?: string | undefined
  taskId?: string | undefined
  threadId?: string | undefined
  visitId?: string | undefined
}

/** What happened, as ids: whoever shows it reads it again. */
export interface LiveMessage {
  /** A server may be newer than this client: a type that is not listed here is passed on all the same. */
  type: LiveMessageType | (string & {})
  ids: LiveIds
  /** Where to resume after a break. */
  cursor?: string
  /** Of a signal: the seat that sent it. */
  from?: string
  /** Of a signal: what the other browser's driver said. */
  data?: unknown
}

/** Which messages are wanted. */
export interface LiveFilter {
  /** `visit.changed`, `visit.*` for all that concern visits, or `*`. */
  types: readonly string[]
  /** Only messages that name these ids. A message that leaves an id out may concern any, so it matches. */
  ids?: LiveIds | undefined
}

export function matches(filter: LiveFilter, message: LiveMessage): boolean {
  const { types, ids = {} } = filter
  const typed = types.some(
    (type) =>
      type === '*' || type === message.type || (type.endsWith('.*') && message.type.startsWith(type.slice(0, -1))),
  )
  return (
    typed &&
    Object.entries(ids).every(([name, id]) => {
      const named = message.ids?.[name as keyof LiveIds]
      return id === undefined || named === undefined || named === id
    })
  )
}
