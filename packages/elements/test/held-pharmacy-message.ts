import type { HeldPharmacyMessageDetail, PharmacyHoldReason } from '@visitkit/sdk'

const receipts: readonly PharmacyHoldReason[] = [
  'unreadable',
  'contradictory',
  'unknown-code',
  'unexpected-type',
  'test-message',
]

/** A message of a pharmacy that waits for this reason. */
export const heldMessage = (reason: PharmacyHoldReason): HeldPharmacyMessageDetail => {
  const isRead = reason !== 'unreadable' && reason !== 'contradictory'
  return {
    id: 'held-1',
    receivedAt: '2026-11-25T14:00:00Z',
    reason,
    kind: reason === 'unreadable' ? 'unreadable' : reason === 'unexpected-type' ? 'NewRx' : 'RxFill',
    ...(isRead && {
      sender: { kind: 'pharmacy' as const, id: '9900002' },
      patient: { name: 'Pat Sample', birthDate: '1984-06-15' },
      medication: 'metformin hydrochloride 500 MG Oral Tablet',
      pharmacyName: 'Example Street Pharmacy',
      fill: 'Dispensed' as const,
      prescriptionId: 'prescription-lisinopril',
      patientId: 'patient-robin',
    }),
    applicable: !receipts.includes(reason),
    text: '<?xml version="1.0"?><Message><Body><RxFill>...</RxFill></Body></Message>',
  }
}
