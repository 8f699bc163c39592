import { html, type TemplateResult } from 'lit'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { deepQuery, press, waitFor, withProvider, type Story, type StoryMeta } from '../../test/story.ts'
import '../define/privacy-desk.ts'
import '../define/provider.ts'
import { asOfficer } from '../../test/sample-officer.ts'

const meta: StoryMeta = { title: 'Staff/Privacy desk: legal proceedings' }
export default meta

const desk = (more: TestHandlers = {}): TemplateResult =>
  withProvider(
    createSampleWorld().client('practitioner', asOfficer(more)),
    html`<visit-privacy-desk></visit-privacy-desk>`,
  )
const tab = /^\s*(Legal proceedings|Procesos legales|إجراءات قانونية)\s*$/
const add = /^\s*(Write down a request|Anotar una solicitud|تدوين طلب)\s*$/
const decide = /^\s*(Write it down and decide|Anotar y decidir|دوّنه وقرّر)\s*$/

/** Opens the tab and chooses the first patient who is found. */
const showing = (more: TestHandlers, ...then: readonly RegExp[]): Story => ({
  width: 960,
  render: () => desk(more),
  play: async ({ canvasElement }) => {
    await press(canvasElement, tab)
    const field = await waitFor(() => deepQuery<HTMLInputElement>(canvasElement, '#proceeding-patient'), 'the search')
    field.value = 'Robin'
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
    const option = await waitFor(() => deepQuery<HTMLElement>(canvasElement, '[role=option]'), 'the patient')
    option.click()
    await waitFor(() => deepQuery(canvasElement, '#proceedings-patient'), 'the patient')
    for (const name of then) await press(canvasElement, name)
  },
})

export const Requests = showing({})
export const Writing = showing({}, add, decide)
export const NoRequests = showing({
  listRecordRequests: () => ({ patientId: 'patient-robin', items: [], nextCursor: null }),
})
export const Failed = showing({ listRecordRequests: () => problem(503, 'overloaded') })
