import type { Access, ConsentDocument } from '../../generated/models.ts'
import { createTestClient, type TestClient } from '../create-test-client.ts'
import type { TestHandlers } from '../test-handlers.ts'
import { createTestLive, type TestLive } from '../test-live.ts'
import { sampleNewConcern } from './sample-catalog.ts'
import { sampleRecordingConsent, sampleTelehealthConsent } from './sample-consents.ts'
import { directoryHandlers } from './sample-directory.ts'
import { sampleDomains } from './sample-domains.ts'
import { sampleClinician, sampleOrganization, samplePatient } from './sample-people.ts'
import { preparationHandlers } from './sample-preparation.ts'
import { sampleGeneralIntake } from './sample-questionnaires.ts'
import { recordVisit } from './sample-recording-list.ts'
import { sampleAppointment, schedulingHandlers } from './sample-scheduling.ts'
import { instant, minute, type SampleContext, type SamplePerson, type SampleState } from './sample-state.ts'
import { visitHandlers } from './sample-visits.ts'

/**
 * The progress of the patient. `new`: nothing booked. `booked`: a visit in 20 minutes, consent and intake open. `prepared`: both done.
 * `waiting`: checked in. `admitted`: let in. `in-visit`: both are in the room. `ended`: the visit has ended, and was
 * recorded.
 */
export type SampleStage = 'new' | 'booked' | 'prepared' | 'waiting' | 'admitted' | 'in-visit' | 'ended'

export interface SampleWorldOptions {
  /**
   * The clock of this world. An RFC 3339 instant stops the clock there, for screenshots that must not change; a function is a clock.
   * Default: `Date`, which the elements of the page use too, so a test that sets the time of its page also sets that of the world.
   */
  now?: string | (() => Date) | undefined
  /** Default `booked`. */
  stage?: SampleStage | undefined
}

/** A health system in memory: one patient, their clinician, and everything between booking and the end of a visit. */
export interface SampleWorld {
  /** The server as the patient sees it. */
  readonly handlers: TestHandlers
  /** The server as this person sees it. */
  readonly handlersFor: (person: SamplePerson) => TestHandlers
  /** A client of this person. All clients of one world receive each other's messages. */
  readonly client: (person?: SamplePerson, more?: TestHandlers) => TestClient
  readonly live: TestLive
  readonly state: SampleState
  readonly ids: {
    readonly patientId: string
    readonly practitionerId: string
    /** The appointment in 20 minutes. Absent at the stage `new`. */
    readonly appointmentId: string | undefined
    /** Absent before the stage `waiting`. */
    readonly visitId: string | undefined
  }
  /** RFC 3339, by this world's clock. */
  readonly now: () => string
  /** Advances the clock. */
  readonly advance: (minutes: number) => void
}

const stages: readonly SampleStage[] = ['new', 'booked', 'prepared', 'waiting', 'admitted', 'in-visit', 'ended']

export function createSampleWorld({ now: clock, stage = 'booked' }: SampleWorldOptions = {}): SampleWorld {
  const live = createTestLive()
  let ahead = 0
  let count = 0
  const read = (): number => {
    if (clock === undefined) return Date.now()
    return typeof clock === 'string' ? Date.parse(clock) : clock().getTime()
  }
  if (Number.isNaN(read()))
    throw new TypeError('`now` is not a moment. Give an RFC 3339 instant, as 2026-11-25T15:30:00Z.')
  const now = () => read() + ahead
  const state: SampleState = {
    organization: structuredClone(sampleOrganization),
    patient: structuredClone(samplePatient),
    contactChoice: { patientId: samplePatient.id, calls: 'recorded', letters: 'recorded', version: 1 },
    holds: [],
    appointments: [],
    bookingModes: {},
    visitTypeChanges: {},
    moreVisitTypes: [],
    overrides: new Map(),
    consents: [],
    intake: new Map(),
    visits: [],
    seats: [],
    guests: [],
    recordings: [],
    accesses: sampleAccesses(now()),
    queuePaused: false,
    covers: [],
    emergencies: [],
    heldPartnerMessages: [],
    heldPharmacyMessages: [],
    waitlist: [],
    onDemand: [],
  }
  const context: SampleContext = { state, live, now, newId: (kind) => `${kind}-${++count}` }
  const domains = sampleDomains.map((domain) => domain(context))
  const handlersFor = (person: SamplePerson): TestHandlers => ({
    ...directoryHandlers(context, person),
    ...schedulingHandlers(context, person),
    ...preparationHandlers(context, person),
    ...visitHandlers(context, person),
    ...(Object.assign({}, ...domains.map((domain) => domain(person))) as TestHandlers),
  })
  const handlers = handlersFor('patient')
  const world: SampleWorld = {
    handlers,
    handlersFor,
    client: (person = 'patient', more = {}) =>
      createTestClient(
        { ...handlersFor(person), ...more },
        { live, seatId: () => state.seats.findLast(({ role }) => role === person)?.id },
      ),
    live,
    state,
    ids: {
      patientId: samplePatient.id,
      practitionerId: sampleClinician.id,
      get appointmentId() {
        return state.appointments.find(({ id }) => id === 'appointment-next')?.id
      },
      get visitId() {
        return state.visits[0]?.id
      },
    },
    now: () => instant(now()),
    advance: (minutes) => {
      ahead += minutes * minute
    },
  }
  advanceTo(stage, world)
  return world
}

/** Runs the journey up to a stage, with the same handlers that the elements use. */
function advanceTo(stage: SampleStage, { handlersFor, state, now, ids }: SampleWorld): void {
  const reached = (other: SampleStage) => stages.indexOf(stage) >= stages.indexOf(other)
  const at = (minutes: number) => Math.floor(Date.parse(now()) / minute + minutes) * minute
  const past = { ...sampleNewConcern, questionnaires: [] }
  state.appointments.push(
    sampleAppointment('appointment-past', past, at(-21 * 1440), { practitioner: sampleClinician, status: 'completed' }),
  )
  if (!reached('booked')) return
  const appointmentId = 'appointment-next'
  state.appointments.push(
    sampleAppointment(appointmentId, sampleNewConcern, at(20), {
      practitioner: sampleClinician,
      reason: 'A sample reason',
    }),
  )
  if (!reached('prepared')) return
  const patient = handlersFor('patient')
  const clinician = handlersFor('practitioner')
  const run = (from: TestHandlers, id: keyof TestHandlers, path: object, body?: object): void => {
    const handler = from[id] as (input: object) => unknown
    handler({ path, query: {}, body, signal: undefined })
  }
  const agree = (document: ConsentDocument): void =>
    run(
      patient,
      'decideConsent',
      { patientId: ids.patientId },
      {
        documentId: document.id,
        version: document.version,
        language: document.language,
        decision: 'granted',
        signature: { kind: 'typed', name: 'Robin Example' },
        contentHash: document.contentHash,
        sectionsSeen: document.sections.map(({ id }) => id),
        zone: samplePatient.zone,
      },
    )
  agree(sampleTelehealthConsent)
  const answers = [
    { linkId: 'concern', values: [{ text: 'A sample answer' }] },
    { linkId: 'medicines', values: [{ boolean: false }] },
  ]
  run(patient, 'submitIntake', { appointmentId, questionnaireCode: sampleGeneralIntake.code }, { answers, version: 0 })
  if (!reached('waiting')) return
  run(
    patient,
    'checkIn',
    { appointmentId },
    {
      location: { line1: '1 Example Street', city: 'Sampleton', state: 'OH', kind: 'home' },
      callbackPhone: '555-0111',
      emergencyContact: { name: 'Chris Example', phone: '555-0112' },
    },
  )
  const visitId = ids.visitId ?? ''
  if (!reached('admitted')) return
  run(clinician, 'admitPatient', { visitId })
  if (!reached('in-visit')) return
  run(clinician, 'takeSeat', { visitId })
  run(patient, 'takeSeat', { visitId })
  if (!reached('ended')) return
  agree(sampleRecordingConsent)
  for (const visit of state.visits) recordVisit(state, visit, Date.parse(now()))
  run(clinician, 'endVisit', { visitId }, { outcome: 'completed' })
}

/** The newest first. */
function sampleAccesses(now: number): Access[] {
  const jo = { kind: 'member', id: 'member-jo', displayName: 'Dr. Jo Sample', role: 'practitioner' } as const
  const desk = { kind: 'member', id: 'member-pat', displayName: 'Pat Sample', role: 'front-desk' } as const
  const own = { kind: 'patient', id: samplePatient.id, displayName: 'Robin Example', role: 'patient' } as const
  const server = { kind: 'system', id: 'follow-up-begin', displayName: null, role: 'system' } as const
  const rows: [minutesAgo: number, Pick<Access, 'actor' | 'action' | 'entity' | 'reason' | 'purpose'>][] = [
    [4, { actor: own, action: 'read', entity: 'Appointment', reason: 'appointment', purpose: 'PATRQT' }],
    [50, { actor: server, action: 'export', entity: 'Delivery', reason: 'notification', purpose: 'HOPERAT' }],
    [51, { actor: server, action: 'execute', entity: 'Event', reason: 'documentation', purpose: 'HOPERAT' }],
    [55, { actor: jo, action: 'read', entity: 'Intake', reason: 'visit', purpose: 'TREAT' }],
    [56, { actor: jo, action: 'read', entity: 'Patient', reason: 'visit', purpose: 'TREAT' }],
    [1500, { actor: desk, action: 'update', entity: 'Patient', reason: 'demographics', purpose: 'HOPERAT' }],
    [1502, { actor: desk, action: 'search', entity: 'Patient', reason: 'search', purpose: 'HOPERAT' }],
    [30_240, { actor: jo, action: 'create', entity: 'Visit', reason: 'visit', purpose: 'TREAT' }],
  ]
  return rows.map(([minutesAgo, row], index) => ({
    id: `access-${rows.length - index}`,
    at: instant(now - minutesAgo * minute),
    patientId: samplePatient.id,
    outcome: 'done',
    application: row.actor.kind === 'system' ? null : 'Sample portal',
    sequence: rows.length - index,
    ...row,
  }))
}
