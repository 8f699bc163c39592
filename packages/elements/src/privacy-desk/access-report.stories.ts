import { html, type TemplateResult } from 'lit'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { deepQuery, press, waitFor, withProvider, type Story, type StoryMeta } from '../../test/story.ts'
import '../define/privacy-desk.ts'
import '../define/provider.ts'
import { asOfficer } from '../../test/sample-officer.ts'

const meta: StoryMeta = { title: 'Staff/Privacy desk: access report' }
export default meta

const desk = (more: TestHandlers = {}): TemplateResult =>
  withProvider(
    createSampleWorld().client('practitioner', asOfficer(more)),
    html`<visit-privacy-desk></visit-privacy-desk>`,
  )
const tab = /^\s*(Access report|Informe de accesos|تقرير الوصول)\s*$/
const show = /^\s*(Show the report|Mostrar el informe|عرض التقرير)\s*$/

const showing = (more: TestHandlers, then: (root: HTMLElement) => Promise<unknown> = async () => undefined): Story => ({
  width: 960,
  render: () => desk(more),
  play: async ({ canvasElement }) => {
    await press(canvasElement, tab)
    await press(canvasElement, show)
    await waitFor(() => deepQuery(canvasElement, '.work details, .empty, [role=alert]'), 'the report')
    await then(canvasElement)
  },
})
const choose = async (root: HTMLElement, field: string): Promise<void> => {
  const select = await waitFor(() => deepQuery<HTMLSelectElement>(root, '#report-field'), 'the fields')
  select.value = field
  select.dispatchEvent(new Event('change', { bubbles: true }))
  await waitFor(() => deepQuery(root, '#report-value'), 'the value')
}

export const NotAsked: Story = {
  width: 960,
  render: () => desk(),
  play: ({ canvasElement }) => press(canvasElement, tab),
}
export const Report = showing({})
export const Fields = showing({}, async (root) => {
  ;(await waitFor(() => deepQuery<HTMLElement>(root, '.work summary'), 'a row')).click()
})
export const Filtered = showing({}, async (root) => {
  ;(await waitFor(() => deepQuery<HTMLElement>(root, '.work summary'), 'a row')).click()
  await press(root, /(Only these|Solo estas|هذه فقط):\P{L}+(Role|Función|الدور)/u)
  await choose(root, 'entity')
})
export const OfOnePatient = showing({}, (root) => choose(root, 'patientId'))
export const NoRow = showing({ listAccessReport: () => ({ items: [], nextCursor: null }) })
export const Failed = showing({ listAccessReport: () => problem(503, 'overloaded') })
