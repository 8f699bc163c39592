import type { HeldPartnerMessageDetail, PartnerHoldReason, PartnerMessageKind } from '@visitkit/sdk'

const robin = {
  ...{ id: 'patient-robin', displayName: 'Robin Example', age: 42, state: 'OH', language: 'en' },
  zone: 'America/New_York',
  call: { rule: 'recorded', phone: '+16145550142' },
} as const
const notice: NonNullable<HeldPartnerMessageDetail['notice']> = {
  ...{ channel: 'email', audience: 'patient', createdAt: '2026-11-25T13:00:00Z' },
  partnerCode: 'mail-5.1.1',
}
const sam = { ...robin, id: 'patient-sam', displayName: 'Sam Sample', age: 9 } as const

const reports: readonly PartnerHoldReason[] = [
  ...(['unknown-code', 'contradictory', 'unreadable', 'unknown-room'] as const),
  ...(['undelivered', 'complaint', 'unknown-message'] as const),
]
const ofPatient: readonly PartnerHoldReason[] = ['written', 'undelivered', 'complaint']
const ofNotices: readonly PartnerHoldReason[] = ['undelivered', 'complaint']
const kinds: Partial<Record<PartnerHoldReason, PartnerMessageKind>> = {
  ...{ 'unknown-room': 'video-report', undelivered: 'mail-report', complaint: 'mail-report' },
  ...{ 'unknown-message': 'mail-report', 'unknown-sender': 'mail' },
}

/** A text, a mail or a report that waits for this reason. */
export const heldPartnerMessage = (
  reason: PartnerHoldReason,
  more: Partial<HeldPartnerMessageDetail> = {},
): HeldPartnerMessageDetail => {
  const isReport = reports.includes(reason)
  const kind = kinds[reason] ?? (isReport ? 'text-report' : 'text')
  const from = kind === 'mail' ? 'someone@mail.example' : '+16145550142'
  return {
    id: 'held-text-1',
    receivedAt: '2026-11-25T14:00:00Z',
    ...{ kind, reason },
    urgent: false,
    ...(ofPatient.includes(reason) && { patientId: robin.id }),
    ...(!isReport && { from, text: 'Can I take it with food?' }),
    ...(ofNotices.includes(reason) && { notice }),
    ...(reason === 'undelivered' && { to: 'robin@mail.example' }),
    files: 0,
    patients: ofPatient.includes(reason) ? [robin] : reason === 'shared-number' ? [robin, sam] : [],
    original: '{"data":{"event_type":"message.received"}}',
    ...more,
  }
}
