import type { components } from '@visitkit/contract'
import { meaningOf, type StatusInquiry } from '../../kernel/model/status-inquiry.ts'

export const presentStatusInquiry = ({ facts, answer }: StatusInquiry): components['schemas']['StatusInquiry'] => ({
  ...{ id: facts.id, askedBy: facts.askedBy, state: facts.state, askedAt: facts.askedAt.toISOString() },
  ...(facts.answeredAt && { answeredAt: facts.answeredAt.toISOString() }),
  ...(facts.code !== null && { code: facts.code }),
  statuses: (answer?.statuses ?? []).map(({ category, status, entity }) => ({
    meaning: meaningOf(category),
    code: [category, status, ...(entity === null ? [] : [entity])].join(':'),
  })),
  ...(answer?.effectiveOn && { effectiveOn: answer.effectiveOn }),
  ...(answer?.paidCents != null && { paidCents: answer.paidCents }),
  ...(answer?.paymentNumber && { paymentNumber: answer.paymentNumber }),
})
