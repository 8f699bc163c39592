import type { HeldPartnerMessageDetail, PartnerHoldReason } from '@visitkit/sdk'

const robin = {
  ...{ id: 'patient-robin', displayName: 'Robin Example', age: 42, state: 'OH', language: 'en' },
  zone: 'America/New_York',
} as const
const sam = { ...robin, id: 'patient-sam', displayName: 'Sam Sample', age: 9 } as const

const reports: readonly PartnerHoldReason[] = ['unknown-code', 'contradictory', 'unreadable', 'unknown-room']

/** A text or a report that waits for this reason. */
export const heldPartnerMessage = (
  reason: PartnerHoldReason,
  more: Partial<HeldPartnerMessageDetail> = {},
): HeldPartnerMessageDetail => {
  const isReport = reports.includes(reason)
  return {
    id: 'held-text-1',
    receivedAt: '2026-11-25T14:00:00Z',
    kind: reason === 'unknown-room' ? 'video-report' : isReport ? 'text-report' : 'text',
    reason,
    urgent: false,
    ...(reason === 'written' && { patientId: robin.id }),
    ...(!isReport && { from: '+16145550142', text: 'Can I take it with food?' }),
    files: 0,
    patients: reason === 'written' ? [robin] : reason === 'shared-number' ? [robin, sam] : [],
    original: '{"data":{"event_type":"message.received"}}',
    ...more,
  }
}
