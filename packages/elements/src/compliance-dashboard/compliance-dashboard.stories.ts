import { html } from 'lit'
import { createSampleWorld, never, problem, type TestHandlers } from '@visitkit/sdk/testing'
import '../define/compliance-dashboard.ts'
import '../define/provider.ts'
import { complianceProgram, signed, staffWith, readByOwen } from '../../test/compliance-program.ts'
import { clickOn, deepQuery, waitFor, withProvider, type Story, type StoryMeta } from '../../test/story.ts'

const meta: StoryMeta = { title: 'Staff/Compliance dashboard' }
export default meta

const dashboard = (open = '', handlers: TestHandlers = {}) =>
  withProvider(
    createSampleWorld().client('practitioner', { ...complianceProgram, ...handlers }),
    html`<visit-compliance-dashboard open=${open}></visit-compliance-dashboard>`,
  )
const wide = { width: 820 }

export const Pages: Story = { ...wide, render: () => dashboard() }
export const Due: Story = { ...wide, render: () => dashboard('due') }
export const NothingDue: Story = {
  ...wide,
  render: () =>
    dashboard('due', {
      listFindings: () => ({
        today: '2026-11-25',
        items: [],
        nextCursor: null,
        totals: [{ area: 'obligations', total: 7, inTime: 7, soon: 0, overdue: 0 }],
      }),
    }),
}
export const Obligations: Story = { ...wide, render: () => dashboard('obligations') }
export const ObligationHistory: Story = {
  ...wide,
  render: () => dashboard('obligations'),
  play: ({ canvasElement }) => clickOn(canvasElement, 'li:first-child .btn:last-child'),
}
export const NewObligation: Story = {
  ...wide,
  render: () => dashboard('obligations'),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, 'ul + div .btn')
    await clickOn(canvasElement, 'form .primary')
  },
}
/** A colleague changed it in the meantime. */
export const ObligationConflict: Story = {
  ...wide,
  render: () => dashboard('obligations', { completeObligation: () => problem(409, 'version_conflict') }),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, 'li:first-child .btn')
    const field = await waitFor(() => deepQuery<HTMLInputElement>(canvasElement, '#field-evidence'), 'the form')
    field.value = 'Minutes 14'
    await clickOn(canvasElement, 'form .primary')
    await waitFor(() => deepQuery(canvasElement, '[role=alert]'), 'the refusal')
  },
}
export const Training: Story = { ...wide, render: () => dashboard('training') }
/** No one records their own. */
export const OwnTraining: Story = { ...wide, render: () => dashboard('training', readByOwen) }
export const NewCourse: Story = {
  ...wide,
  render: () => dashboard('training'),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, 'section + div .btn')
    await clickOn(canvasElement, 'form .primary')
  },
}
const asAdministrator = staffWith('obligation:read', 'obligation:manage', 'member:manage')
export const Access: Story = { ...wide, render: () => dashboard('access', asAdministrator) }
/** What an administrator is asked before a colleague is signed out. */
export const SignOut: Story = {
  ...wide,
  render: () => dashboard('access', asAdministrator),
  play: ({ canvasElement }) => clickOn(canvasElement, 'li:first-child .btn:last-child'),
}
export const Risks: Story = { ...wide, render: () => dashboard('risks') }
export const ReviewOfRisk: Story = {
  ...wide,
  render: () => dashboard('risks'),
  play: ({ canvasElement }) => clickOn(canvasElement, 'li:first-child .btn'),
}
export const Retention: Story = { ...wide, render: () => dashboard('retention') }
/** A colleague chose fewer years than the law asks for. */
export const TooFewYears: Story = {
  ...wide,
  render: () => dashboard('retention', { changeRetentionSchedule: () => problem(422, 'retention_too_short') }),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, 'table ~ div .btn')
    await clickOn(canvasElement, 'form .primary')
    await waitFor(() => deepQuery(canvasElement, '[role=alert]'), 'the refusal')
  },
}
export const Ledger: Story = { ...wide, render: () => dashboard('ledger') }
export const LedgerWithoutWitness: Story = {
  ...wide,
  render: () => dashboard('ledger', { getLedgerState: () => ({ checkpoint: signed }) }),
}
export const LedgerWaitsForWitness: Story = {
  ...wide,
  render: () =>
    dashboard('ledger', {
      getLedgerState: () => ({ checkpoint: signed, witness: { state: 'unreachable', checkpoint: signed.number - 12 } }),
    }),
}
/** The database was replaced by an older copy. */
export const LedgerFault: Story = {
  ...wide,
  render: () =>
    dashboard('ledger', {
      getLedgerState: () => ({
        ...{ checkpoint: signed, fault: 'witness-newer' },
        witness: { state: 'newer', checkpoint: signed.number + 40 },
      }),
    }),
}
export const LedgerUnsigned: Story = {
  ...wide,
  render: () => dashboard('ledger', { getLedgerState: () => ({ witness: { state: 'not-asked', checkpoint: 0 } }) }),
}
export const Incidents: Story = { ...wide, render: () => dashboard('incidents') }
export const Assessment: Story = {
  ...wide,
  render: () => dashboard('incidents'),
  play: ({ canvasElement }) => clickOn(canvasElement, 'li:first-child > div:last-child .btn'),
}
/** A colleague who can only report one. */
export const ReportOnly: Story = { ...wide, render: () => dashboard('', staffWith('incident:report')) }
export const Nothing: Story = { ...wide, render: () => dashboard('', staffWith()) }
export const Loading: Story = { ...wide, render: () => dashboard('due', { listFindings: never }) }
