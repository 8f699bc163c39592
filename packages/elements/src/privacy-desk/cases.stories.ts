import { html, type TemplateResult } from 'lit'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { press, withProvider, type Story, type StoryMeta } from '../../test/story.ts'
import '../define/privacy-desk.ts'
import '../define/provider.ts'
import { asOfficer } from '../../test/sample-officer.ts'

const meta: StoryMeta = { title: 'Staff/Privacy desk: cases' }
export default meta

const tabs = { cases: /^\s*(Cases|Casos|الحالات)\s*$/, monitor: /^\s*(Monitor|المراقب)\s*$/ }

const desk = (more: TestHandlers = {}): TemplateResult =>
  withProvider(
    createSampleWorld().client('practitioner', asOfficer(more)),
    html`<visit-privacy-desk></visit-privacy-desk>`,
  )
const showing = (tab: keyof typeof tabs, more: TestHandlers = {}, ...then: readonly RegExp[]): Story => ({
  width: 960,
  render: () => desk(more),
  play: async ({ canvasElement }) => {
    await press(canvasElement, tabs[tab])
    for (const name of then) await press(canvasElement, name)
  },
})

export const Cases = showing('cases')
export const Accesses = showing('cases', {}, /(Show the accesses|Mostrar los accesos|عرض مرات الاطلاع): /)
export const Deciding = showing('cases', {}, /(Decide|Decidir|اتخاذ قرار): /, /^\s*(Save|Guardar|حفظ)\s*$/)
export const Suppressing = showing('cases', {}, /(Do not count a reason|No contar un motivo|عدم احتساب سبب): /)
export const SecondLooks = showing('cases', {}, /^\s*(Second looks|Segunda mirada|نظرة ثانية)\s*$/)
export const NoCases = showing('cases', { listAccessCases: () => ({ items: [], nextCursor: null }) })
export const Failed = showing('cases', { listAccessCases: () => problem(503, 'overloaded') })
export const Monitor = showing('monitor', {
  listAccessSuppressions: () => ({
    items: [
      {
        id: 'suppression-1',
        member: { memberId: 'member-nia', displayName: 'Nia Specimen' },
        code: 'household',
        createdAt: '2026-11-20T10:00:00Z',
        createdBy: { memberId: 'member-jo', displayName: 'Dr. Jo Sample' },
        until: '2099-12-31',
        reason: 'She cares for her mother, who has asked for it in writing.',
        version: 1,
      },
    ],
    nextCursor: null,
  }),
  measureAccessCases: () => ({
    items: [
      { code: 'unexplained', closed: 41, inappropriate: 31 },
      { code: 'confidential', closed: 12, inappropriate: 10 },
      { code: 'volume', closed: 3, inappropriate: 2 },
    ],
  }),
})
/** Other officers remove what is known of this one. */
export const MonitorAboutOneself = showing('monitor', {
  listMonitorFacts: () => ({
    items: ['member-jo', 'member-nia'].map((memberId, place) => ({
      id: `fact-${place}`,
      patientId: 'patient-robin',
      kind: 'household' as const,
      createdAt: '2026-11-25T15:00:00Z',
      patient: {
        ...{ id: 'patient-robin', displayName: 'Robin Example', age: 42 },
        ...{ state: 'OH', language: 'en', zone: 'America/New_York' },
      },
      member: { memberId, displayName: place === 0 ? 'Dr. Jo Sample' : 'Nia Specimen' },
    })),
    nextCursor: null,
  }),
})
export const MonitorEmpty = showing('monitor', { listMonitorFacts: () => ({ items: [], nextCursor: null }) })
export const AddingAPatient = showing('monitor', {}, /^\s*(Add a patient|Añadir un paciente|إضافة مريض)\s*$/)
