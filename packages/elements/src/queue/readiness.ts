import type { QueueEntry } from '@visitkit/sdk'

export interface ReadinessChip {
  readonly tone: 'ok' | 'warn' | 'bad' | 'none'
  readonly key:
    'allSet' | 'consentOpen' | 'consentDeclined' | 'intakeOpen' | 'deviceProblem' | 'deviceUnknown' | 'licenseMissing'
}

/** The requirements that the patient does not meet yet, the most severe first; one green chip when all are met. */
export const readinessChips = ({ readiness }: Pick<QueueEntry, 'readiness'>): readonly ReadinessChip[] => {
  const chips: ReadinessChip[] = []
  if (readiness.license === 'missing') chips.push({ tone: 'bad', key: 'licenseMissing' })
  if (readiness.consent === 'declined') chips.push({ tone: 'bad', key: 'consentDeclined' })
  if (readiness.consent === 'open') chips.push({ tone: 'warn', key: 'consentOpen' })
  if (readiness.intake === 'open') chips.push({ tone: 'warn', key: 'intakeOpen' })
  if (readiness.device === 'problem') chips.push({ tone: 'warn', key: 'deviceProblem' })
  if (chips.length > 0) return chips
  return [readiness.device === 'not-checked' ? { tone: 'none', key: 'deviceUnknown' } : { tone: 'ok', key: 'allSet' }]
}
