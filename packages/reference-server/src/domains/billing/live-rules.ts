import type { LiveRule } from '../../platform/contracts/live-rule.ts'
import type { DomainEvent } from '../../platform/contracts/event.ts'

const idsOf =
  (...names: readonly ('claimId' | 'coverageId' | 'estimateId' | 'patientId' | 'visitId')[]) =>
  ({ data }: DomainEvent): Record<string, string> =>
    Object.fromEntries(names.flatMap((name) => (typeof data[name] === 'string' ? [[name, data[name]]] : [])))

/** Claims are the desk's; what a patient owes, and who pays, is the patient's and the desk's. */
const desk: readonly string[] = ['role:biller']
const patientAndDesk = ({ data }: DomainEvent): readonly string[] => [`patient:${data['patientId']}`, ...desk]

const rule = (
  event: string,
  type: 'claim.changed' | 'coverage.changed' | 'account.changed' | 'estimate.changed',
  audience: LiveRule['audience'],
  ids: (event: DomainEvent) => Record<string, string>,
): LiveRule => ({ event, audience, message: (told) => ({ type, ids: ids(told) }) })

export const liveRules: readonly LiveRule[] = [
  rule('billing.claim-changed', 'claim.changed', () => desk, idsOf('claimId', 'visitId', 'patientId')),
  rule('billing.remittance-posted', 'claim.changed', () => desk, idsOf()),
  rule('billing.mailbox-file-changed', 'claim.changed', () => desk, idsOf()),
  rule('billing.account-changed', 'account.changed', patientAndDesk, idsOf('patientId')),
  ...['billing.coverage-changed', 'billing.eligibility-answered'].map((event) =>
    rule(
      event,
      'coverage.changed',
      (told) => [...patientAndDesk(told), 'role:front-desk'],
      idsOf('coverageId', 'patientId'),
    ),
  ),
  ...['billing.estimate-due', 'billing.estimate-issued', 'billing.estimate-replaced'].map((event) =>
    rule(event, 'estimate.changed', patientAndDesk, idsOf('estimateId', 'patientId')),
  ),
]
