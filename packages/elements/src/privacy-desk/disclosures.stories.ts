import { html, type TemplateResult } from 'lit'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { deepQuery, press, waitFor, withProvider, type Story, type StoryMeta } from '../../test/story.ts'
import '../define/privacy-desk.ts'
import '../define/provider.ts'
import { asOfficer } from '../../test/sample-officer.ts'

const meta: StoryMeta = { title: 'Staff/Privacy desk: disclosures' }
export default meta

const desk = (more: TestHandlers = {}): TemplateResult =>
  withProvider(
    createSampleWorld().client('practitioner', asOfficer(more)),
    html`<visit-privacy-desk></visit-privacy-desk>`,
  )
const tab = /^\s*(Disclosures|Divulgaciones|الإفصاحات)\s*$/
const record = /^\s*(Record a disclosure|Anotar una divulgación|تسجيل إفصاح)\s*$/
const save = /^\s*(Save|Guardar|حفظ)\s*$/

/** Opens the tab and chooses the first patient who is found. */
const pick = async (root: HTMLElement): Promise<void> => {
  await press(root, tab)
  const field = await waitFor(() => deepQuery<HTMLInputElement>(root, '#disclosure-patient'), 'the search')
  field.value = 'Robin'
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
  const option = await waitFor(() => deepQuery<HTMLElement>(root, '[role=option]'), 'the patient')
  option.click()
  await waitFor(() => deepQuery(root, '#disclosures-patient'), 'the patient')
}
const showing = (more: TestHandlers, ...then: readonly RegExp[]): Story => ({
  width: 960,
  render: () => desk(more),
  play: async ({ canvasElement }) => {
    await pick(canvasElement)
    for (const name of then) await press(canvasElement, name)
  },
})

export const Disclosures = showing({})
export const NoPatient: Story = {
  width: 960,
  render: () => desk(),
  play: ({ canvasElement }) => press(canvasElement, tab),
}
export const Recording = showing({}, record, save)
export const Correcting = showing({}, /(Correct|Corregir|تصحيح): /)
export const HoldingBack = showing({}, /(Hold back|Retener|حجب مؤقت): /)
export const NoDisclosures = showing({
  listDisclosures: () => ({ patientId: 'patient-robin', items: [], nextCursor: null }),
})
export const Failed = showing({ listDisclosures: () => problem(503, 'overloaded') })
