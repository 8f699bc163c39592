import type { components } from '@visitkit/contract'
import { newId } from '../../packages/reference-server/src/platform/database/ids/new-id.ts'
import { body, type Hospital, type Person } from '../hospital/create-hospital.ts'
import { accessiblePatient, type Requests } from './prepared-request.ts'

type Schemas = components['schemas']

const range = { from: '2027-06-01T13:00', to: '2027-06-01T15:00' }
const timeOff = { ...range, reason: 'meeting' as const }

/** Availability, holds and appointments. */
export const schedulingRequests: Requests<
  | 'listSpecialties'
  | 'listVisitTypes'
  | 'createVisitType'
  | 'updateVisitType'
  | 'listResources'
  | 'createResource'
  | 'updateResource'
  | 'getAvailability'
  | 'putAvailability'
  | 'addTimeOff'
  | 'removeTimeOff'
  | 'getClosures'
  | 'putClosures'
  | 'previewSupplyChange'
  | 'searchSlots'
  | 'holdSlot'
  | 'placeSeveralHolds'
  | 'listHolds'
  | 'renewHold'
  | 'leaveHold'
  | 'releaseHold'
  | 'bookAppointment'
  | 'listAppointments'
  | 'exportDowntimeList'
  | 'getAppointment'
  | 'rescheduleAppointment'
  | 'cancelAppointment'
  | 'changeAppointmentReason'
  | 'explainMissingCaptioner'
  | 'explainMissingInterpreter'
  | 'approveAppointment'
  | 'declineAppointment'
  | 'getAppointmentCalendar'
  | 'previewSeries'
  | 'bookSeries'
  | 'cancelSeries'
> = {
  listSpecialties: () => ({ names: 'nothing' }),
  listVisitTypes: () => ({ names: 'nothing' }),
  createVisitType: () => ({
    body: {
      code: `sample-${newId()}`,
      specialty: 'cardiology',
      name: [{ language: 'en', text: 'Sample' }],
      description: [],
      minutes: 20,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 5,
      stepMinutes: 10,
      modality: 'audio',
      requiredConsents: [],
      questionnaires: [],
      licenseRequired: true,
      minimumNoticeMinutes: 60,
      horizonDays: 30,
      cancellationNoticeMinutes: 60,
    },
    names: 'nothing',
  }),
  updateVisitType: async (hospital) => {
    const { items } = await body(hospital.administrator.get('/v1/visit-types?limit=100'))
    const { id, version } = items.at(-1)
    return { path: { visitTypeId: id }, body: { cancellationNoticeMinutes: 45, version }, names: 'organization' }
  },
  listResources: () => ({ names: 'nothing' }),
  createResource: () => ({
    body: {
      kind: 'room',
      name: 'Sample room',
      zone: 'America/New_York',
      weekly: [{ weekday: 1, from: '09:00', to: '17:00' }],
    },
    names: 'nothing',
  }),
  updateResource: async (hospital) => {
    const room = { kind: 'room', name: 'Sample room', zone: 'America/New_York', weekly: [] }
    const { id, version } = await body(hospital.administrator.post('/v1/resources', room))
    return { path: { resourceId: id }, body: { name: 'Another room', version }, names: 'organization' }
  },
  getAvailability: async (hospital) => ({
    path: { practitionerId: (await hospital.time('later')).practitionerId },
    names: 'organization',
  }),
  putAvailability: async (hospital) => {
    const { id: practitionerId } = await hospital.practitioner()
    const { version } = await body(hospital.administrator.get(`/v1/practitioners/${practitionerId}/availability`))
    return {
      path: { practitionerId },
      body: { zone: 'America/New_York', weekly: [{ weekday: 1, from: '09:00', to: '12:00' }], exceptions: [], version },
      names: 'organization',
    }
  },
  addTimeOff: async (hospital) => ({
    path: { practitionerId: (await hospital.practitioner()).id },
    body: { ...timeOff, appointments: 'cancel' },
    names: 'organization',
  }),
  removeTimeOff: async (hospital) => {
    const { id: practitionerId } = await hospital.practitioner()
    const added = await body(
      hospital.administrator.post(`/v1/practitioners/${practitionerId}/time-off`, { ...timeOff, appointments: 'flag' }),
    )
    return { path: { practitionerId, timeOffId: added.timeOff.id }, names: 'organization' }
  },
  getClosures: () => ({ names: 'nothing' }),
  putClosures: async (hospital) => {
    const { version } = await body(hospital.administrator.get('/v1/closures'))
    const holiday = { from: '2027-07-04T00:00', to: '2027-07-05T00:00', name: [{ language: 'en', text: 'Holiday' }] }
    return { body: { items: [holiday], version }, names: 'nothing' }
  },
  previewSupplyChange: async (hospital) => ({
    body: { timeOff: { ...range, practitionerId: (await hospital.practitioner()).id } },
    names: 'organization',
  }),
  searchSlots: async (hospital, person) => ({
    query: {
      visitTypeId: hospital.visitTypeId,
      from: '2026-11-26T15:00:00Z',
      to: '2026-11-26T16:00:00Z',
      practitionerId: (await hospital.time('later')).practitionerId,
      patientId: await accessiblePatient(hospital, person),
    },
    names: 'patient',
  }),
  holdSlot: async (hospital, person) => ({
    body: {
      ...(await hospital.time('later')),
      visitTypeId: hospital.visitTypeId,
      patientId: await accessiblePatient(hospital, person),
    },
    names: 'patient',
  }),
  placeSeveralHolds: async (hospital, person) => ({
    body: {
      ...(await hospital.time('later')),
      visitTypeId: hospital.visitTypeId,
      patientIds: [await accessiblePatient(hospital, person)],
    },
    names: 'patient',
  }),
  listHolds: async (hospital, person) => {
    const patientId = await accessiblePatient(hospital, person)
    await placeHold(hospital, person, patientId)
    return { names: 'nothing', concerns: [patientId] }
  },
  leaveHold: async (hospital, person) => ({
    path: { holdId: (await placeHold(hospital, person, await accessiblePatient(hospital, person))).id },
    names: 'patient',
  }),
  renewHold: async (hospital, person) => ({
    path: { holdId: (await placeHold(hospital, person, await accessiblePatient(hospital, person))).id },
    names: 'patient',
  }),
  releaseHold: async (hospital, person) => ({
    path: { holdId: (await placeHold(hospital, person, await accessiblePatient(hospital, person))).id },
    names: 'patient',
  }),
  bookAppointment: async (hospital, person) => {
    const patientId = await accessiblePatient(hospital, person)
    const { id: holdId } = await placeHold(hospital, person, patientId)
    return { body: { holdId, patientId, reason: 'A cough since Sunday', language: 'en' }, names: 'patient' }
  },
  listAppointments: async (hospital, person) => {
    const { patientId } = await bookAppointment(hospital, await accessiblePatient(hospital, person))
    // A filter for staff: for a patient of another organization the list is empty.
    const isFilter = person.patientIds.length === 0
    return {
      query: { patientId },
      names: 'patient',
      concerns: [patientId],
      ...(isFilter ? { strangersGet: { status: 200 } } : {}),
    }
  },
  exportDowntimeList: () => ({ names: 'nothing' }),
  getAppointment: async (hospital, person) => ({
    path: { appointmentId: (await bookAppointment(hospital, await accessiblePatient(hospital, person))).id },
    names: 'patient',
  }),
  rescheduleAppointment: async (hospital, person) => {
    const { id, patientId } = await bookAppointment(hospital, await accessiblePatient(hospital, person))
    const { id: holdId } = await placeHold(hospital, person, patientId)
    return { path: { appointmentId: id }, body: { holdId }, names: 'patient' }
  },
  cancelAppointment: async (hospital, person) => ({
    path: { appointmentId: (await bookAppointment(hospital, await accessiblePatient(hospital, person))).id },
    body: { reason: 'patient-request' },
    names: 'patient',
  }),
  changeAppointmentReason: async (hospital, person) => ({
    path: { appointmentId: (await bookAppointment(hospital, await accessiblePatient(hospital, person))).id },
    body: { reason: 'A cough since Monday' },
    names: 'patient',
  }),
  explainMissingInterpreter: async (hospital, person) => {
    const patientId = await accessiblePatient(hospital, person)
    const { version } = await body(hospital.desk.get(`/v1/patients/${patientId}`))
    await body(hospital.desk.patch(`/v1/patients/${patientId}`, { interpreterLanguage: 'es', version }))
    return {
      path: { appointmentId: (await bookAppointment(hospital, patientId)).id },
      body: { reason: 'brings-someone' },
      names: 'patient',
    }
  },
  explainMissingCaptioner: async (hospital, person) => {
    const patientId = await accessiblePatient(hospital, person)
    const { version } = await body(hospital.desk.get(`/v1/patients/${patientId}`))
    await body(hospital.desk.patch(`/v1/patients/${patientId}`, { needsCaptions: true, version }))
    return {
      path: { appointmentId: (await bookAppointment(hospital, patientId)).id },
      body: { reason: 'captioner-invited' },
      names: 'patient',
    }
  },
  approveAppointment: async (hospital) => ({
    path: { appointmentId: (await requestAppointment(hospital)).id },
    names: 'patient',
  }),
  declineAppointment: async (hospital) => ({
    path: { appointmentId: (await requestAppointment(hospital)).id },
    body: { reason: 'not-suitable' },
    names: 'patient',
  }),
  getAppointmentCalendar: async (hospital, person) => {
    const { id, patientId } = await bookAppointment(hospital, await accessiblePatient(hospital, person))
    return { path: { appointmentId: id }, names: 'patient', concerns: [patientId] }
  },
  previewSeries: async (hospital, person) => ({
    body: {
      ...(await hospital.time('later')),
      visitTypeId: hospital.visitTypeId,
      patientId: await accessiblePatient(hospital, person),
      rule: 'FREQ=WEEKLY;COUNT=2',
      zone: 'America/New_York',
    },
    names: 'patient',
  }),
  bookSeries: async (hospital, person) => {
    const { practitionerId, start } = await hospital.time('later')
    const patientId = await accessiblePatient(hospital, person)
    return {
      body: {
        practitionerId,
        starts: [start],
        visitTypeId: hospital.visitTypeId,
        patientId,
        reason: 'A cough since Sunday',
      },
      names: 'patient',
    }
  },
  cancelSeries: async (hospital, person) => {
    const { practitionerId, start } = await hospital.time('later')
    const patientId = await accessiblePatient(hospital, person)
    const wish = { practitionerId, starts: [start], visitTypeId: hospital.visitTypeId, patientId }
    const { id } = await body(hospital.desk.post('/v1/appointment-series', wish))
    return { path: { seriesId: id }, body: { reason: 'patient-request' }, names: 'patient' }
  },
}

export interface Booking {
  readonly when?: 'soon' | 'later'
  readonly visitTypeId?: string
  readonly practitionerId?: string
  readonly reason?: string
}

/** More than there are different times. */
const mostTimes = 12

/** A hold of this person, at a time at which the patient has no other visit. */
export const placeHold = async (
  hospital: Hospital,
  person: Person,
  patientId: string,
  booking: Booking = {},
): Promise<Schemas['Hold']> => {
  const { practitionerId, when = 'later', visitTypeId = hospital.visitTypeId } = booking
  const hold = async () => {
    const time = await hospital.time(when)
    const wanted = { ...time, ...(practitionerId === undefined ? {} : { practitionerId }), visitTypeId, patientId }
    return person.post('/v1/holds', wanted)
  }
  let answer = await hold()
  for (let tried = 1; answer.body.code === 'patient_busy' && tried < mostTimes; tried++) answer = await hold()
  return body(Promise.resolve(answer))
}

/** An appointment that a patient has requested, of a visit type that is only requested. */
const requestAppointment = async (hospital: Hospital): Promise<Schemas['Appointment']> => {
  const { id: patientId } = await hospital.patient()
  const ids = { personId: patientId, patientIds: [patientId], practitionerId: null }
  const patient = await hospital.signIn({ role: 'patient', ...ids })
  const visitTypeId = hospital.requestedVisitTypeId
  const { id: holdId } = await placeHold(hospital, patient, patientId, { visitTypeId })
  return body(patient.post('/v1/appointments', { holdId, patientId }))
}

/** An appointment, created by the front desk. */
export const bookAppointment = async (
  hospital: Hospital,
  patientId: string,
  booking: Booking = {},
): Promise<Schemas['Appointment']> => {
  const { id: holdId } = await placeHold(hospital, hospital.desk, patientId, booking)
  const { reason } = booking
  return body(
    hospital.desk.post('/v1/appointments', { holdId, patientId, ...(reason === undefined ? {} : { reason }) }),
  )
}
