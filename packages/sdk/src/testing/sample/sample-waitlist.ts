import type { Appointment, WaitlistEntry, WaitlistOffer } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import { sampleVisitTypes } from './sample-catalog.ts'
import type { SampleDomain } from './sample-domain.ts'
import { sampleOtherPatients, samplePatientSummary, samplePractitioners } from './sample-people.ts'
import { sampleAppointment } from './sample-scheduling.ts'
import { find, instant, page } from './sample-state.ts'

const isOpen = ({ status }: WaitlistEntry): boolean => status === 'waiting' || status === 'offered'

/** Places on the waiting list. Nothing is offered unless a test sets an offer in `state.waitlist`. */
export const waitlistSample: SampleDomain = ({ state, live, now, newId }) => {
  const changed = (entry: WaitlistEntry): WaitlistEntry => {
    entry.version += 1
    live.emit({ type: 'waitlist.changed', ids: { entryId: entry.id, patientId: entry.patientId } })
    return entry
  }

  const withPatient = (entry: WaitlistEntry): WaitlistEntry => {
    const patient = [samplePatientSummary, ...sampleOtherPatients].find(({ id }) => id === entry.patientId)
    return { ...entry, ...(patient && { patient }) }
  }

  const offerOf = ({ status, offer }: WaitlistEntry): WaitlistOffer => {
    if (status !== 'offered' || !offer || Date.parse(offer.expiresAt) <= now()) throw problem(409, 'offer_ended')
    return offer
  }

  const take = (entry: WaitlistEntry, offer: WaitlistOffer): Appointment => {
    const more = {
      ...{ practitioner: offer.practitioner, patientId: entry.patientId },
      ...(entry.consentedByMinor && { consentedByMinor: true }),
    }
    const start = Date.parse(offer.start)
    const taken = sampleAppointment(newId('appointment'), find(sampleVisitTypes, entry.visitTypeId), start, more)
    if (!entry.appointmentId) {
      state.appointments.push(taken)
      return taken
    }
    const moved = find(state.appointments, entry.appointmentId)
    return Object.assign(moved, taken, { id: moved.id, version: moved.version + 1 })
  }

  return (person) => ({
    joinWaitlist: ({ body: { practitionerId, state: stateCode, minorConsentsAlone, ...asked } }) => {
      const isSame = (one: WaitlistEntry): boolean =>
        isOpen(one) && one.visitTypeId === asked.visitTypeId && one.practitioner?.id === practitionerId
      if (state.waitlist.some((one) => one.patientId === asked.patientId && isSame(one)))
        return problem(409, 'already_waiting')
      const entry: WaitlistEntry = {
        id: newId('waitlist'),
        ...asked,
        visitTypeName: find(sampleVisitTypes, asked.visitTypeId).name,
        ...(practitionerId && { practitioner: find(samplePractitioners, practitionerId) }),
        state: stateCode ?? 'NY',
        ...(minorConsentsAlone && { consentedByMinor: true }),
        status: 'waiting',
        joinedAt: instant(now()),
        version: 0,
      }
      state.waitlist.push(entry)
      return changed(entry)
    },
    listWaitlist: ({ query: { patientId, visitTypeId, practitionerId, status, ...paging } }) => {
      const ofWhom = patientId ?? (person === 'patient' ? samplePatientSummary.id : undefined)
      const entries = state.waitlist.filter(
        (one) =>
          (!ofWhom || one.patientId === ofWhom) &&
          (status ? one.status === status : isOpen(one)) &&
          (!visitTypeId || one.visitTypeId === visitTypeId) &&
          (!practitionerId || one.practitioner?.id === practitionerId),
      )
      return page(person === 'patient' ? entries : entries.map(withPatient), paging)
    },
    leaveWaitlist: ({ path }) => {
      const entry = find(state.waitlist, path.entryId)
      delete entry.offer
      changed(Object.assign(entry, { status: 'left' }))
    },
    acceptWaitlistOffer: ({ path }) => {
      const entry = find(state.waitlist, path.entryId)
      const appointment = take(entry, offerOf(entry))
      delete entry.offer
      changed(Object.assign(entry, { status: 'accepted', appointmentId: appointment.id }))
      const { id: appointmentId, patientId, practitioner } = appointment
      live.emit({ type: 'appointment.changed', ids: { appointmentId, patientId, practitionerId: practitioner.id } })
      return appointment
    },
    declineWaitlistOffer: ({ path }) => {
      const entry = find(state.waitlist, path.entryId)
      offerOf(entry)
      delete entry.offer
      return changed(Object.assign(entry, { status: 'waiting' }))
    },
  })
}
