import type { Estimate, Payment, Statement, StatementVisit } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import { sampleNewConcern } from './sample-catalog.ts'
import type { SampleDomain } from './sample-domain.ts'
import { sampleClinician, samplePatient } from './sample-people.ts'
import { find, instant, minute, page } from './sample-state.ts'

const day = 1440 * minute

/**
 * What the patient owes: one visit that insurance has paid in part, and payments that succeed when the patient returns from the payment
 * page.
 */
export const statementSample: SampleDomain = ({ live, now, newId }) => {
  const patientId = samplePatient.id
  const payments: Payment[] = []
  const estimates: Estimate[] = []
  const visitAt = instant(now() - 21 * day)

  const paid = (): number =>
    payments.reduce((sum, { status, amountCents }) => sum + (status === 'paid' ? amountCents : 0), 0)
  let restricted = false
  const restrict = (isRestricted: boolean) => {
    restricted = isRestricted
    live.emit({ type: 'account.changed', ids: { patientId } })
    return { visitId: 'visit-past', patientId, restricted }
  }
  const visit = (): StatementVisit => {
    const dueCents = 3_000 - paid()
    const line = (id: string, daysAgo: number, kind: StatementVisit['lines'][number]['kind'], amountCents: number) => ({
      id,
      at: instant(now() - daysAgo * day),
      kind,
      amountCents,
      visitId: 'visit-past',
    })
    return {
      visitId: 'visit-past',
      visitAt,
      visitTypeName: sampleNewConcern.name,
      practitionerName: sampleClinician.displayName,
      chargeCents: 18_000,
      insurancePaidCents: 9_600,
      discountCents: 5_400,
      writtenOffCents: 0,
      patientPaidCents: paid(),
      dueCents,
      state: dueCents > 0 ? 'due' : 'settled',
      ...(restricted && { restricted }),
      lines: [
        line('line-1', 20, 'charge', 18_000),
        line('line-2', 6, 'insurance-paid', -9_600),
        line('line-3', 6, 'insurance-discount', -5_400),
      ],
    }
  }
  const statement = (): Statement => ({
    patientId,
    currency: 'USD',
    balanceCents: visit().dueCents,
    pendingCents: 0,
    refusedCents: 0,
    visits: [visit()],
    nextCursor: null,
    payments: payments.toReversed(),
  })

  return () => ({
    getStatementPdf: () => '%PDF-1.4\n%%EOF\n',
    getStatement: () => statement(),
    chooseSelfPay: () => restrict(true),
    endSelfPay: () => restrict(false),
    beginPayment: ({ body }) => {
      if (body.amountCents > visit().dueCents) throw problem(422, 'amount_too_large')
      const payment: Payment = {
        id: newId('payment'),
        patientId,
        amountCents: body.amountCents,
        refundedCents: 0,
        status: 'open',
        checkoutUrl: 'https://payments.example/checkout',
        createdAt: instant(now()),
      }
      payments.push(payment)
      live.emit({ type: 'account.changed', ids: { patientId } })
      return payment
    },
    getPayment: ({ path }) => find(payments, path.paymentId),
    listEstimates: ({ query }) => ({ patientId, ...page(estimates, query) }),
    requestEstimate: () => {
      const estimate: Estimate = {
        id: newId('estimate'),
        patientId,
        status: 'due',
        missing: ['no-appointment'],
        dueAt: instant(now() + 3 * day),
        reason: 'requested',
        items: [],
        diagnosisCodes: [],
        totalCents: 0,
        practitioner: sampleClinician,
        version: 1,
      }
      estimates.unshift(estimate)
      return estimate
    },
  })
}
