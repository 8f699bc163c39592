import { html, type TemplateResult } from 'lit'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { press, withProvider, type Story, type StoryMeta } from '../../test/story.ts'
import '../define/privacy-desk.ts'
import '../define/provider.ts'
import { asOfficer } from '../../test/sample-officer.ts'

const meta: StoryMeta = { title: 'Staff/Privacy desk: retention' }
export default meta

const desk = (more: TestHandlers = {}): TemplateResult =>
  withProvider(
    createSampleWorld().client('practitioner', asOfficer(more)),
    html`<visit-privacy-desk></visit-privacy-desk>`,
  )
const tab = /^\s*(Retention|Conservación|الاحتفاظ)\s*$/
const showing = (more: TestHandlers, ...then: readonly RegExp[]): Story => ({
  width: 960,
  render: () => desk(more),
  play: async ({ canvasElement }) => {
    await press(canvasElement, tab)
    for (const name of then) await press(canvasElement, name)
  },
})
const empty = { items: [], nextCursor: null }

export const Retention = showing({})
export const Erasing = showing({}, /(Erase the record of|Borrar el expediente de|محو سجل) /)
export const PlacingHold = showing({}, /^\s*(Place a hold|Poner una retención|وضع حجز)\s*$/)
export const ReleasingHold = showing(
  {},
  /(Release the hold|Levantar la retención|رفع الحجز عن) /,
  /^\s*(Release|Levantar|رفع)\s*$/,
)
export const NothingDue = showing({
  listDueRecords: () => empty,
  listLegalHolds: () => empty,
  listErasures: () => empty,
})
export const RetentionFailed = showing({ listDueRecords: () => problem(503, 'overloaded') })
