import type { components } from '@visitkit/contract'
import type { Condition } from '../model/condition.ts'

export const presentCondition = (condition: Condition): components['schemas']['ChartCondition'] => ({
  id: condition.id,
  patientId: condition.patientId,
  code: condition.code,
  display: condition.display,
  status: condition.status,
  firstNotedAt: condition.firstNotedAt.toISOString(),
  lastNotedAt: condition.lastNotedAt.toISOString(),
  lastNoteId: condition.lastNoteId,
  ...(condition.endedAt && { endedAt: condition.endedAt.toISOString() }),
  version: condition.version,
})
