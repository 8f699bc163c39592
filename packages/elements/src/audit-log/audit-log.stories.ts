import { html } from 'lit'
import type { Access, AccessQuestion } from '@visitkit/sdk'
import { createSampleWorld, never, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { withProvider, press, type Story, type StoryMeta } from '../../test/story.ts'
import '../define/audit-log.ts'
import '../define/provider.ts'

const meta: StoryMeta = { title: 'Audit log' }
export default meta

const log = html`<visit-audit-log></visit-audit-log>`
const shown = (handlers: TestHandlers = {}) => withProvider(createSampleWorld().client('patient', handlers), log)

const nurse = { kind: 'member', id: 'member-sam', displayName: 'Sam Specimen', role: 'nurse' } as const
const gone = { kind: 'member', id: 'member-gone', displayName: null, role: 'biller' } as const
const program = { kind: 'service', id: 'scheduler', displayName: null, role: 'service' } as const
const system = {
  actor: { kind: 'system', id: 'labs-inbound', displayName: null, role: 'system' },
  application: null,
  purpose: 'HOPERAT',
} as const
const row = (id: string, minutesAgo: number, more: Partial<Access>): Access => ({
  id,
  at: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
  patientId: 'patient-robin',
  actor: nurse,
  action: 'read',
  entity: 'Patient',
  reason: 'visit',
  purpose: 'TREAT',
  outcome: 'done',
  application: 'Sample portal',
  ...more,
})

export const WhoSawIt: Story = { render: () => shown(), width: 800 }

export const EmergencyAndRefused: Story = {
  render: () =>
    shown({
      listPatientAccesses: () => ({
        patientId: 'patient-robin',
        items: [
          row('access-9', 30, { reason: 'chart', purpose: 'BTG', application: 'Emergency desk' }),
          row('access-8', 3000, { outcome: 'refused', entity: 'Visit' }),
          row('access-7', 9000, { reason: 'unlisted', entity: 'Unlisted', purpose: null }),
        ],
        nextCursor: 'more',
      }),
    }),
  play: ({ canvasElement }) => press(canvasElement, /Question this: |Preguntar sobre esto: |السؤال عن هذا: /),
  width: 800,
}

/** Accesses by the system are listed separately from those by people. */
export const PeopleAndSystem: Story = {
  render: () =>
    shown({
      listPatientAccesses: () => ({
        patientId: 'patient-robin',
        items: [
          row('access-9', 3, { ...system, entity: 'Delivery', action: 'export', reason: 'notification' }),
          row('access-8', 4, { ...system, entity: 'VisitSummary', action: 'execute', reason: 'notification' }),
          row('access-7', 5, { ...system, entity: 'LabResult', action: 'execute', reason: 'lab' }),
          row('access-6', 40, { entity: 'LabResult', reason: 'lab' }),
          row('access-5', 41, { entity: 'Prescription', reason: 'prescription' }),
          row('access-4', 42, { entity: 'Note', reason: 'documentation', action: 'update' }),
          row('access-3', 1500, { entity: 'Claim', reason: 'billing', purpose: 'HPAYMT', actor: gone }),
          row('access-2', 1600, { entity: 'Appointment', reason: 'booking', actor: program, purpose: 'HOPERAT' }),
        ],
        nextCursor: null,
      }),
    }),
  width: 800,
}

const doctor = { kind: 'member', id: 'member-lee', displayName: 'Dr. Lee Placeholder', role: 'practitioner' } as const
const jo = { practitionerId: 'practitioner-jo', displayName: 'Dr. Jo Sample' }
export const CoveringForAColleague: Story = {
  render: () =>
    shown({
      listPatientAccesses: () => ({
        patientId: 'patient-robin',
        items: [
          row('access-5', 30, { actor: doctor, entity: 'Visit', reason: 'cover', onBehalfOf: jo }),
          row('access-4', 31, { actor: doctor, entity: 'Visit' }),
          row('access-3', 2000, { actor: doctor, reason: 'hand-over', onBehalfOf: jo }),
          row('access-2', 4000, { actor: doctor, reason: 'supervision', onBehalfOf: jo }),
        ],
        nextCursor: null,
      }),
    }),
  width: 800,
}

export const FirstTime: Story = {
  render: () =>
    shown({
      listPatientAccesses: () => ({
        patientId: 'patient-robin',
        items: [
          row('access-3', 20, { entity: 'LabResult', reason: 'lab', firstAccess: true }),
          row('access-2', 30, { actor: doctor, entity: 'Visit', purpose: 'BTG', firstAccess: true }),
          row('access-1', 40, { actor: gone, entity: 'Claim', reason: 'billing', purpose: 'HPAYMT' }),
        ],
        nextCursor: null,
      }),
    }),
  width: 800,
}

const questioned = (more: Partial<AccessQuestion>): AccessQuestion => ({
  id: `question-${more.status ?? 'open'}`,
  patientId: 'patient-robin',
  accessId: 'access-3',
  access: row('access-3', 20, { entity: 'LabResult', reason: 'lab' }),
  reason: 'known-person',
  text: 'She lives next door.',
  status: 'open',
  askedAt: '2026-11-20T10:00:00Z',
  dueAt: '2026-12-04T10:00:00Z',
  version: 1,
  ...more,
})

/** What the patient asked, with deadlines and an answer. */
export const Questions: Story = {
  render: () =>
    shown({
      listPatientAccesses: () => ({
        patientId: 'patient-robin',
        items: [
          row('access-3', 20, { entity: 'LabResult', reason: 'lab' }),
          row('access-2', 30, { actor: doctor, entity: 'Visit' }),
        ],
        nextCursor: null,
      }),
      listAccessQuestions: () => ({
        items: [
          questioned({}),
          questioned({ status: 'assigned', escalatedAt: '2026-12-04T10:00:00Z' }),
          questioned({
            status: 'answered',
            outcome: 'mistake',
            answer: 'The nurse opened the wrong record and closed it at once. We have talked with her.',
            answeredAt: '2026-11-24T10:00:00Z',
          }),
        ],
        nextCursor: null,
      }),
    }),
  play: async ({ canvasElement }) => {
    await press(canvasElement, /(Question this|Preguntar sobre esto|السؤال عن هذا): /)
    await press(canvasElement, /^\s*(Send the question|Enviar la pregunta|إرسال السؤال)\s*$/)
  },
  width: 800,
}

export const Empty: Story = {
  render: () => shown({ listPatientAccesses: () => ({ patientId: 'patient-robin', items: [], nextCursor: null }) }),
}

export const Loading: Story = { render: () => shown({ listPatientAccesses: never }) }

export const OutOfReach: Story = { render: () => shown({ listPatientAccesses: () => problem(503, 'overloaded') }) }
