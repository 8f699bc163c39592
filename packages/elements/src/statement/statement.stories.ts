import { html } from 'lit'
import type { Estimate, Payment, Statement } from '@visitkit/sdk'
import { createSampleWorld, never, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { clickOn, deepQuery, withProvider, waitFor, type Story, type StoryMeta } from '../../test/story.ts'
import '../define/provider.ts'
import '../define/statement.ts'

const meta: StoryMeta = { title: 'Patient/Statement' }
export default meta

const element = html`<visit-statement></visit-statement>`
const shown = (handlers: TestHandlers = {}) => withProvider(createSampleWorld().client('patient', handlers), element)
const changed = (more: Partial<Statement>, estimates: Estimate[] = []) => {
  const { getStatement } = createSampleWorld().handlersFor('patient')
  return shown({
    getStatement: async (input) => ({ ...((await getStatement?.(input)) as Statement), ...more }),
    listEstimates: () => ({ patientId: 'patient-robin', items: estimates, nextCursor: null }),
  })
}
const payment = (id: string, status: Payment['status'], more: Partial<Payment> = {}): Payment => ({
  id,
  patientId: 'patient-robin',
  amountCents: 2_000,
  refundedCents: 0,
  status,
  createdAt: '2026-11-20T15:00:00Z',
  ...more,
})
const estimate: Estimate = {
  id: 'estimate-1',
  patientId: 'patient-robin',
  status: 'issued',
  dueAt: '2026-11-27T17:00:00Z',
  reason: 'requested',
  items: [],
  diagnosisCodes: [],
  totalCents: 18_000,
  practitioner: {
    id: 'practitioner-jo',
    displayName: 'Dr. Jo Sample',
    title: [],
    specialties: [],
    languages: ['en'],
    zone: 'America/New_York',
    states: ['OH'],
  },
  issuedAt: '2026-11-22T17:00:00Z',
  missing: [],
  version: 2,
}

export const Due: Story = { render: () => shown(), width: 720 }
export const PaymentsAndEstimates: Story = {
  width: 720,
  render: () =>
    changed(
      {
        pendingCents: 18_000,
        payments: [
          payment('p1', 'open', { checkoutUrl: 'https://payments.example/checkout' }),
          payment('p2', 'declined'),
          payment('p3', 'partially-refunded', { refundedCents: 500, paidAt: '2026-11-21T15:00:00Z' }),
        ],
      },
      [estimate, { ...estimate, id: 'estimate-2', status: 'due', totalCents: 0 }],
    ),
}
export const WaitsForAPayer: Story = {
  width: 720,
  render: () => {
    const { getStatement } = createSampleWorld().handlersFor('patient')
    return shown({
      getStatement: async (input) => {
        const statement = (await getStatement?.(input)) as Statement
        const waiting = { state: 'waiting-for-insurance' as const, dueCents: 0, waitsFor: 'Sample State Medicaid' }
        const visits = statement.visits.map((visit) => ({ ...visit, ...waiting }))
        return { ...statement, balanceCents: 0, pendingCents: 3_000, visits }
      },
    })
  },
}
export const EstimateAhead: Story = {
  width: 720,
  render: () =>
    changed({ balanceCents: 0, visits: [], payments: [] }, [
      { ...estimate, reason: 'changed', serviceOn: '2099-12-03' },
      { ...estimate, id: 'estimate-2', status: 'replaced', totalCents: 14_500, serviceOn: '2099-12-03' },
      { ...estimate, id: 'estimate-3', status: 'due', totalCents: 0, serviceOn: '2099-12-10' },
    ]),
}
export const WrongAmount: Story = {
  render: () => shown(),
  play: async ({ canvasElement }) => {
    const other = () => [
      ...(deepQuery(canvasElement, 'form')?.querySelectorAll<HTMLElement>('input[type="radio"]') ?? []),
    ]
    ;(await waitFor(() => other()[1], 'the other amount')).click()
    await waitFor(() => deepQuery(canvasElement, '#amount'), 'the field')
    await clickOn(canvasElement, '.btn.primary')
    await waitFor(() => deepQuery(canvasElement, '#amount-error'), 'the error')
  },
}
export const NothingDue: Story = { render: () => changed({ balanceCents: 0, visits: [], payments: [] }) }
export const WeOwe: Story = { render: () => changed({ balanceCents: -1_250 }) }
export const Loading: Story = { render: () => shown({ getStatement: never }) }
export const Failed: Story = { render: () => shown({ getStatement: () => problem(503, 'database_unavailable') }) }
export const KeptFromInsurers: Story = {
  width: 720,
  render: () => {
    const { getStatement } = createSampleWorld().handlersFor('patient')
    return shown({
      getStatement: async (input) => {
        const statement = (await getStatement?.(input)) as Statement
        return { ...statement, visits: statement.visits.map((visit) => ({ ...visit, restricted: true as const })) }
      },
    })
  },
  play: async ({ canvasElement }) => {
    const button = () => deepQuery<HTMLElement>(canvasElement, '.visits > li > div > .btn.quiet')
    ;(await waitFor(button, 'the button')).click()
    await waitFor(() => deepQuery(canvasElement, '#self-pay'), 'the warning')
  },
}
