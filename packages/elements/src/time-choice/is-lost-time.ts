import type { ProblemCode } from '@visitkit/sdk'
import type { Problem } from '../core/problem.ts'

const codes: ReadonlySet<string> = new Set<ProblemCode>([
  'slot_taken',
  'resources_taken',
  'slot_unavailable',
  'hold_expired',
  'held_by_you',
  'patient_busy',
  'notice_too_short',
  'beyond_horizon',
  'outside_hours',
  'day_full',
  'week_full',
  'language_not_spoken',
])

/** Whether only the slot is lost: everything else that was chosen is still good. */
export const isLostTime = ({ code }: Problem): boolean => codes.has(code)
