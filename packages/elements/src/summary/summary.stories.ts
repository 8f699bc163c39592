import { html } from 'lit'
import type { VisitSummary } from '@visitkit/sdk'
import { createSampleWorld, never, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { clickOn, withProvider, type Story, type StoryMeta } from '../../test/story.ts'
import '../define/provider.ts'
import '../define/summary.ts'

const meta: StoryMeta = { title: 'Patient/Summary' }
export default meta

const shown = (handlers: TestHandlers = {}) =>
  withProvider(
    createSampleWorld().client('patient', handlers),
    html`<visit-summary visit-id="visit-past"></visit-summary>`,
  )
const changed = (more: Partial<VisitSummary>) => {
  const { getVisitSummary } = createSampleWorld().handlersFor('patient')
  return shown({ getVisitSummary: async (input) => ({ ...(await getVisitSummary?.(input)), ...more }) as never })
}

export const Published: Story = { render: () => shown(), width: 720 }
export const CorrectedAndBooked: Story = {
  width: 720,
  render: () =>
    changed({
      correctedAt: new Date(Date.now() - 3_600_000).toISOString(),
      instructions: [],
      corrections: [
        {
          text: 'Take the tablets twice a day, not 3 times.',
          at: new Date(Date.now() - 3_600_000).toISOString(),
          by: 'Dr. Jo Sample',
        },
      ],
      nextVisit: {
        visitTypeId: 'visit-type',
        visitTypeName: [{ language: 'en', text: 'Follow-up' }],
        earliest: '2026-12-08',
        latest: '2026-12-22',
        appointmentId: 'appointment-next',
      },
      referrals: [{ referralId: 'referral-1', to: 'Sample Heart Clinic', status: 'scheduled' }],
      tests: [
        { orderId: 'order-1', name: [{ language: 'en', text: 'Potassium' }], status: 'ready' },
        { orderId: 'order-2', name: [{ language: 'en', text: 'Blood count' }], status: 'cancelled' },
      ],
    }),
}
export const BeingWritten: Story = { render: () => shown({ getVisitSummary: () => problem(409, 'not_published') }) }
export const SecondQuestion: Story = {
  width: 720,
  render: () => shown(),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, 'input[name="rating"]')
    await clickOn(canvasElement, 'form .btn')
  },
}
export const List: Story = {
  render: () => withProvider(createSampleWorld().client('patient'), html`<visit-summary></visit-summary>`),
}
export const Empty: Story = {
  render: () =>
    withProvider(
      createSampleWorld().client('patient', {
        listVisitSummaries: () => ({ patientId: 'patient-robin', items: [], nextCursor: null }),
      }),
      html`<visit-summary></visit-summary>`,
    ),
}
export const Loading: Story = { render: () => shown({ getVisitSummary: never }) }
export const Failed: Story = { render: () => shown({ getVisitSummary: () => problem(503, 'database_unavailable') }) }
