import type { OperationId } from '@visitkit/contract/operations'
import type { roles } from '../hospital/create-hospital.ts'

/** The client opens the live stream, and sends reads together, by itself. */
export const excludedOperations: ReadonlySet<OperationId> = new Set([
  'exchangeToken',
  'receiveVideoWebhook',
  'receivePharmacyMessage',
  'receivePaymentWebhook',
  'receiveSmsWebhook',
  'receiveMailWebhook',
  'createLiveTicket',
  'streamLive',
  'sendSignal',
  'readTogether',
])

/** Entities without a patient, and those that only jobs, partners, an operator's commands and older servers record. */
export const unrecordedHere = {
  entities: [
    'Account',
    'DiagnosisCode',
    'InboxCount',
    'LabTest',
    'LiveStream',
    'LiveTicket',
    'MailWebhook',
    'Medication',
    'NoteTemplate',
    'Payer',
    'PaymentWebhook',
    'Pharmacy',
    'Questionnaire',
    'ServiceCode',
    'Signal',
    'SmsWebhook',
    'Specialty',
    'ThreadCount',
    'Transmission',
    'VideoWebhook',
    'Unlisted',
  ],
  reasons: [
    'emergency-life-at-risk',
    'emergency-cannot-answer',
    'emergency-danger-to-others',
    'emergency-cannot-decide',
    'emergency-nobody-to-decide',
    'operator',
    'restriction-ended-orally',
    'supervision',
    'step-up',
    'signed-out',
    'ended-by-person',
    'ended-by-staff',
    'idle',
    'absolute',
    'refresh-reused',
    'access-withdrawn',
    'stop-received',
    'start-received',
    'reaction',
    'unexplained',
    'unlisted',
  ],
}

/** Texts that only one role may send, in addition to its usual request. */
export const ofOneRole: Readonly<
  Partial<Record<OperationId, { readonly role: (typeof roles)[number]; readonly more: object }>>
> = {
  holdSlot: { role: 'front-desk', more: { override: { reason: 'She comes by ambulance' } } },
  placeSeveralHolds: { role: 'front-desk', more: { override: { reason: 'They come by ambulance' } } },
}
