import type { Coverage } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'

/** The patient's own insurance, as the clinic has it. */
export const insuranceEn = {
  heading: 'What the clinic has',
  hint: 'If the front desk corrects it, the change shows here. Is it wrong? Call the clinic.',
  reading: 'Loading your insurance',
  none: 'The clinic has no insurance for you.',
  order_1: 'Pays first',
  order_2: 'Pays second',
  order_3: 'Pays third',
  memberNumber: 'Member number',
  groupNumber: 'Group number',
  insured: 'Insured person',
  insured_self: 'You',
  insured_spouse: 'Your spouse',
  insured_child: 'Your parent',
  insured_other: 'Another person',
  card: 'Name on the card',
  valid: 'When it counts',
  period: 'From {from}',
  periodTo: 'From {from} to {to}',
} as const satisfies Messages & CodeWords<'insured', Coverage['relationship']>
