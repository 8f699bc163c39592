import { html, type TemplateResult } from 'lit'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { press, withProvider, type Story, type StoryMeta } from '../../test/story.ts'
import '../define/privacy-desk.ts'
import '../define/provider.ts'
import { asOfficer } from '../../test/sample-officer.ts'

const meta: StoryMeta = { title: 'Staff/Privacy desk: corrections' }
export default meta

const desk = (more: TestHandlers = {}): TemplateResult =>
  withProvider(
    createSampleWorld().client('practitioner', asOfficer(more)),
    html`<visit-privacy-desk></visit-privacy-desk>`,
  )
const tab = /^\s*(Corrections|Correcciones|التصحيحات)\s*$/
const record = /(Record what was done|Anotar lo que se hizo|تسجيل ما تم)/
const save = /^\s*(Save|Guardar|حفظ)\s*$/
const showing = (more: TestHandlers, ...then: readonly RegExp[]): Story => ({
  width: 960,
  render: () => desk(more),
  play: async ({ canvasElement }) => {
    for (const name of [tab, ...then]) await press(canvasElement, name)
  },
})

export const Corrections = showing({})
export const Recording = showing({}, record)
export const Refused = showing({ recordCorrectionNotification: () => problem(422, 'day_refused') }, record, save)
export const NoCorrections = showing({ listWaitingPrivacyRequests: () => ({ items: [], nextCursor: null }) })
export const Failed = showing({ listWaitingPrivacyRequests: () => problem(503, 'overloaded') })
