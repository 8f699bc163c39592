import type { CorrectionRecipient } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'

/** What a patient reads about those who should know of a correction. */
export const recipientsEn = {
  heading: 'Who else should know?',
  intro: 'We sent facts about you to these places. Choose who may know of the change. No one else hears of it from us.',
  none: 'We have sent this part to no one. Did someone get it from you? Name them here.',
  kind_laboratory: 'Laboratory',
  kind_pharmacy: 'Pharmacy',
  kind_payer: 'Insurance',
  kind_named: 'Other',
  lastSent: 'Last sent on {date}',
  state_asking: 'Waits for your choice',
  'state_to-notify': 'We let them know',
  state_declined: 'You do not want it',
  state_notified: 'They know',
  'state_not-possible': 'We could not reach them',
  when: '{date}, {channel}',
  whenBy: '{date}, {channel}, {name}',
  channel_mail: 'by mail',
  channel_fax: 'by fax',
  channel_telephone: 'by phone',
  'channel_secure-message': 'by secure message',
  'channel_in-person': 'in person',
  choose: 'Choose who should know',
  change: 'Change your choice',
  may: 'These may know',
  otherName: 'Someone else who should know. You may leave this empty.',
  otherAddress: 'How can we reach them?',
  save: 'Save my choice',
  cancel: 'Cancel',
  saved: 'Your choice was saved.',
} as const satisfies Messages &
  CodeWords<'kind', CorrectionRecipient['kind']> &
  CodeWords<'state', CorrectionRecipient['state']> &
  CodeWords<'channel', NonNullable<CorrectionRecipient['notification']>['channel']>
