import { html } from 'lit'
import type { LabOrder, LabResult, LabTest, UnmatchedResult } from '@visitkit/sdk'
import { createSampleWorld, never, problem, type TestHandlers } from '@visitkit/sdk/testing'
import '../define/lab-orders.ts'
import '../define/provider.ts'
import { clickOn, deepQuery, withProvider, waitFor, type Story, type StoryMeta } from '../../test/story.ts'

const meta: StoryMeta = { title: 'Clinician/Lab orders' }
export default meta

const world = () => createSampleWorld({ stage: 'in-visit' })
const ofPatient = (more: TestHandlers = {}) => {
  const in_ = world()
  return withProvider(
    in_.client('practitioner', more),
    html`<visit-lab-orders patient-id=${in_.ids.patientId} visit-id=${in_.ids.visitId ?? ''}></visit-lab-orders>`,
  )
}
const inbox = (more: TestHandlers = {}) =>
  withProvider(world().client('practitioner', more), html`<visit-lab-orders></visit-lab-orders>`)

const nothingYet: TestHandlers = {
  listLabOrders: ({ path }) => ({ patientId: path.patientId, items: [], nextCursor: null }),
  listLabResults: ({ path }) => ({ patientId: path.patientId, items: [], nextCursor: null }),
  listWaitingLabResults: () => ({ items: [], nextCursor: null }),
  listUnmatchedResults: () => ({ items: [], nextCursor: null }),
}
/** The patient's results, each with a change. */
const changed = (change: (result: LabResult) => LabResult): TestHandlers => {
  const { listLabResults } = world().handlersFor('practitioner')
  return {
    listLabResults: async (input) => {
      const all = (await listLabResults?.(input)) as { patientId: string; items: LabResult[]; nextCursor: null }
      return { ...all, items: all.items.map(change) }
    },
  }
}
const search = async (root: HTMLElement, id: string, text: string): Promise<void> => {
  const field = await waitFor(() => deepQuery<HTMLInputElement>(root, `#${id}`), id)
  field.focus()
  field.value = text
  field.dispatchEvent(new Event('input'))
  await clickOn(root, '[role=option]')
}

export const OfPatient: Story = { width: 960, render: () => ofPatient() }
export const InSidePanel: Story = { width: 380, render: () => ofPatient() }
export const Empty: Story = { width: 960, render: () => ofPatient(nothingYet) }
export const Loading: Story = { width: 960, render: () => ofPatient({ listLabResults: never }) }
export const Failed: Story = {
  width: 960,
  render: () => ofPatient({ listLabResults: () => problem(503, 'overloaded') }),
}
export const Ordering: Story = {
  width: 960,
  render: () => ofPatient(nothingYet),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '#new')
    await search(canvasElement, 'add-test', 'basic')
    await search(canvasElement, 'add-test', 'urine')
    await search(canvasElement, 'add-diagnosis', 'hypertension')
  },
}
/** A clinic with two laboratories: the chosen tests, what a panel measures, who pays, and how sent orders say so. */
export const SeveralLaboratories: Story = {
  width: 960,
  render: () => {
    const { listLabOrders, searchLabTests } = world().handlersFor('practitioner')
    const laboratory = { id: 'main', name: 'Northlab' }
    return ofPatient({
      listLabResults: ({ path }) => ({ patientId: path.patientId, items: [], nextCursor: null }),
      searchLabTests: async (input) => {
        const found = (await searchLabTests?.(input)) as { items: LabTest[] }
        const includes = [
          { loinc: '2339-0', name: 'Glucose' },
          { loinc: '6299-2', name: 'Urea nitrogen' },
        ]
        return { items: found.items.map((test) => ({ ...test, laboratory, includes })) }
      },
      listLabOrders: async (input) => {
        const all = (await listLabOrders?.(input)) as { patientId: string; items: LabOrder[]; nextCursor: null }
        const payers = [['Plain Health Plan', 'Sample State Medicaid'], []]
        return {
          ...all,
          items: all.items.map((order, index) => ({ ...order, laboratory, payers: payers[index % 2] ?? [] })),
        }
      },
    })
  },
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '#new')
    await search(canvasElement, 'add-test', 'basic')
    await search(canvasElement, 'add-diagnosis', 'hypertension')
  },
}
export const AnswerMissing: Story = {
  width: 380,
  render: () => ofPatient(nothingYet),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '#new')
    await search(canvasElement, 'add-test', 'basic')
    await clickOn(canvasElement, '.form .primary')
  },
}
export const Acknowledged: Story = {
  width: 960,
  render: () => ofPatient(),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '.banner .danger')
    await waitFor(() => !deepQuery(canvasElement, '.banner .danger'), 'the answer')
  },
}
export const Overdue: Story = {
  width: 960,
  render: () =>
    ofPatient(
      changed((result) =>
        result.critical
          ? { ...result, critical: { ...result.critical, dueAt: new Date(Date.now() - 12 * 60_000).toISOString() } }
          : result,
      ),
    ),
}
export const CorrectedAfterReview: Story = {
  width: 960,
  render: () => ofPatient(changed((result) => ({ ...result, correctedAfterReview: Boolean(result.reviewedAt) }))),
}
/** What the laboratory wrote: about an order, and about a test that it could not measure. */
export const WordsOfTheLaboratory: Story = {
  width: 960,
  render: () => {
    const { listLabOrders } = world().handlersFor('practitioner')
    return ofPatient({
      ...changed((result) =>
        result.critical
          ? { ...result, note: 'The tube broke.\nTake another (sample).', abnormal: false, observations: [] }
          : result,
      ),
      listLabOrders: async (input) => {
        const all = (await listLabOrders?.(input)) as { patientId: string; items: LabOrder[]; nextCursor: null }
        const laboratoryNotes = ['The courier is late.', 'The specimen is on its way (sample).']
        return { ...all, items: all.items.map((order) => ({ ...order, laboratoryNotes })) }
      },
    })
  },
  play: async ({ canvasElement }) => clickOn(canvasElement, '.result .btn[aria-expanded=false]'),
}
const unflagged = (result: LabResult): LabResult => ({
  ...result,
  extra: Boolean(result.critical),
  collectedAt: result.receivedAt,
  specimen: 'Serum',
  laboratoryAddress: '1 Sample Street, Exampleville, OH',
  observations: result.observations.map(({ flag, ...each }, index) => {
    if (index === 0) return { ...each, value: '131', outsideRange: 'above' as const }
    if (index === 3) return { ...each, value: '1,400', referenceRange: '0.6 - 1.2', rangeNotCompared: true }
    if (index === 1) return { ...each, criticalLimit: { outcome: 'not-compared', low: 120, high: 160, unit: 'mmol/L' } }
    if (index === 2)
      return { ...each, outsideRange: 'above', criticalLimit: { outcome: 'beyond', high: 6, unit: 'mmol/L' } }
    if (each.value === undefined)
      return {
        loinc: '11502-2',
        name: 'Laboratory report',
        status: 'final',
        document: { id: 'd', kind: 'pdf', bytes: 9 },
      }
    return { ...each, ...(flag && { flag }), coded: [{ code: '260385009', system: 'SCT' }] }
  }),
})
export const Unflagged: Story = { width: 960, render: () => ofPatient(changed(unflagged)) }
export const Conflict: Story = {
  width: 960,
  render: () => ofPatient({ reviewLabResult: () => problem(409, 'version_conflict') }),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '.review .primary')
    await waitFor(() => deepQuery(canvasElement, '[role=alert]'), 'the reason')
  },
}
export const WithTheLaboratory: Story = {
  width: 960,
  render: () => {
    const { listLabOrders } = world().handlersFor('practitioner')
    return ofPatient({
      listLabResults: ({ path }) => ({ patientId: path.patientId, items: [], nextCursor: null }),
      listLabOrders: async (input) => {
        const all = (await listLabOrders?.(input)) as { patientId: string; items: LabOrder[]; nextCursor: null }
        const states = ['accepted', 'refused'] as const
        const items = all.items.map((order, index) => ({
          ...order,
          status: states[index] ?? order.status,
          ...(index === 0 ? { priority: 'urgent' as const } : { refusal: 'The specimen was not labeled.' }),
        }))
        return { ...all, items }
      },
    })
  },
}
export const SeveralTests: Story = {
  width: 960,
  render: () => {
    const { listLabOrders } = world().handlersFor('practitioner')
    return ofPatient({
      listLabResults: ({ path }) => ({ patientId: path.patientId, items: [], nextCursor: null }),
      listLabOrders: async (input) => {
        const all = (await listLabOrders?.(input)) as { patientId: string; items: LabOrder[]; nextCursor: null }
        const tests = all.items.flatMap((order) => order.tests)
        const each = (['final', 'refused'] as const).flatMap((status, index) =>
          tests.slice(index, index + 1).map((test) => ({ ...test, status })),
        )
        const refusal = 'The specimen was not labeled.'
        return { ...all, items: all.items.slice(0, 1).map((order) => ({ ...order, tests: each, refusal })) }
      },
    })
  },
}
export const Inbox: Story = { width: 960, render: () => inbox() }
export const InboxEmpty: Story = { width: 960, render: () => inbox(nothingYet) }
export const Comparing: Story = {
  width: 960,
  render: () => inbox({ listWaitingLabResults: () => ({ items: [], nextCursor: null }) }),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '.rows .btn')
    await waitFor(() => deepQuery(canvasElement, '[name=order]'), 'the orders')
  },
}
export const MessageAsItCame: Story = {
  ...Comparing,
  play: async (context) => {
    await Comparing.play?.(context)
    await clickOn(context.canvasElement, '.ask .tight .btn')
    await waitFor(() => deepQuery(context.canvasElement, 'pre'), 'the message')
  },
}
/**
 * Responses about orders that do not fit: one that a person can apply, and one that is settled by telephone; a unit of another test, and a
 * result without a test.
 */
export const HeldResponses: Story = {
  width: 960,
  render: () => {
    const { listUnmatchedResults } = world().handlersFor('practitioner')
    return inbox({
      listWaitingLabResults: () => ({ items: [], nextCursor: null }),
      listUnmatchedResults: async (input) => {
        const page = (await listUnmatchedResults?.(input)) as { items: UnmatchedResult[] }
        const [one] = page.items
        const held = (id: string, change: Partial<UnmatchedResult>) =>
          ({ ...one, id, person: { name: '' }, testName: '', fillerNumber: '', ...change }) as UnmatchedResult
        return {
          items: [
            held('unmatched-2', {
              reason: 'foreign-laboratory',
              response: { status: 'cancelled', text: 'The tube broke (sample).' },
            }),
            held('unmatched-3', { reason: 'contradictory', testName: 'Potassium', response: { status: 'refused' } }),
            held('unmatched-4', {
              ...{ reason: 'contradictory', testName: 'Glucose', fillerNumber: 'L-4' },
              person: { name: 'Robin Example', birthDate: '1984-02-29' },
            }),
            held('unmatched-5', {
              ...{ reason: 'unknown-code', fillerNumber: 'L-5' },
              person: { name: 'Robin Example', birthDate: '1984-02-29' },
            }),
          ],
          nextCursor: null,
        }
      },
    })
  },
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '[aria-expanded=false][aria-label*="Potassium"]')
  },
}
