import type { components } from '@visitkit/contract'
import { operation } from '../../../platform/http/operation.ts'
import type { Reading } from '../../../platform/seams.ts'
import type { VideoProvider, VideoRoom, VideoSeat } from '../../../vendors/video/provider.ts'
import { seatTold, visitTold } from '../events.ts'
import { areTogether, isHeld, takeSeat as decide, type Seat, type SeatRequest } from '../model/seat.ts'
import { ownersOf, start, treatingPractitioner, withRoom, type Safeguards, type VisitFacts } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { seatInsertion, seatsOf, updateSeat } from '../store/seats.ts'
import { readVisitAndSeats } from '../store/visit-and-seats.ts'
import { openVisit, readVisit, visitChange } from '../store/visits.ts'
import { gatherPractitioner } from './gather-visit.ts'
import { providerOfVisit, roomOfVisit } from './room-of-visit.ts'

export const takeSeat = operation<VisitsContext>()('takeSeat', {
  gather: async ({ path }, ports, reading) => {
    const { visit: stored, seats } = await readVisitAndSeats(reading.db, reading, path.visitId)
    reading.access.requireOwner(ownersOf(stored))
    await ports.directory.actingFor(reading, stored.patientId, 'visit')
    const [visit, provider, safeguards] = await Promise.all([
      openVisit(reading.db, reading, stored),
      providerOfVisit(ports, reading.caller.organizationId, stored),
      gatherSafeguards(ports, reading, stored),
    ])
    const { maxParticipants } = provider.capabilities
    const request: SeatRequest = {
      id: reading.newId(),
      visit,
      seats,
      sitter: reading.caller,
      safeguards,
      maxParticipants,
      now: reading.now,
    }
    // Refused here, before the vendor is asked for anything; and decided again in the transaction, on what holds then.
    const { seat, replaced } = decide(request)
    const room = await roomOfVisit(provider, visit, ports.policy.roomHours, reading.now)
    const issued = await provider.issueSeat(
      {
        room,
        seatId: seat.id,
        role: seat.role,
        mayShareScreen: true,
        expiresAt: new Date(reading.now.getTime() + ports.policy.seatMinutes * 60_000),
      },
      reading.now,
    )
    await putOut(provider, room, replaced)
    return { request, room, issued }
  },
  keep: async ({ path }, { request, room, issued }, keeping) => {
    const { tx, caller, emit, beside, now } = keeping
    const visit = await readVisit(tx, keeping, path.visitId, 'lock')
    const seats = await seatsOf(tx, visit.id)
    const { seat, replaced } = decide({ ...request, visit, seats })
    for (const each of replaced) {
      const left = { ...each, leftAt: now }
      await updateSeat(tx, left)
      await emit(seatTold('seat-left', visit, left))
    }
    await emit(seatTold('seat-taken', visit, seat))
    const others = seats.filter((each) => isHeld(each) && each.personId !== seat.personId)
    const roomed = withRoom(visit, { name: room.name, url: room.url, closesAt: room.closesAt })
    const started = areTogether([...others, seat]) ? start(roomed, now) : null
    beside(seatInsertion(tx, caller, seat))
    beside(await visitChange(tx, keeping, visit, started ?? roomed))
    if (started) await emit(visitTold('started', started))
    return { status: 201, body: answerOf(seat, issued, others) }
  },
})

/** Consents of the patient, and the licence of whoever treats: a colleague's own when they take the seat. */
const gatherSafeguards = async (ports: VisitsContext, reading: Reading, visit: VisitFacts): Promise<Safeguards> => {
  const practitionerId = reading.caller.practitionerId ?? treatingPractitioner(visit)
  const [consents, { isLicensed }] = await Promise.all([
    ports.consent.current(reading, visit.patientId, visit.requiredConsents),
    gatherPractitioner(ports, reading, practitionerId),
  ])
  return { consents, isLicensed }
}

/**
 * Ends the connections of seats that are given up. A vendor that does not answer keeps nobody out of a visit: the old seat has no
 * rights left with us, and the vendor ends it with the room.
 */
const putOut = async (provider: VideoProvider, room: VideoRoom, replaced: readonly Seat[]): Promise<void> => {
  if (!provider.capabilities.ownRooms) return
  await Promise.allSettled(replaced.map(({ id }) => provider.eject(room.name, id)))
}

/** The token is answered once and kept nowhere. */
const answerOf = (seat: Seat, issued: VideoSeat, others: readonly Seat[]): components['schemas']['Seat'] => ({
  id: seat.id,
  visitId: seat.visitId,
  patientId: seat.patientId,
  role: seat.role,
  vendor: issued.vendor,
  ...(issued.roomUrl !== null && { roomUrl: issued.roomUrl }),
  ...(issued.token !== null && { token: issued.token }),
  seats: others.map(({ id, role }) => ({ id, role })),
  iceServers: issued.iceServers.map((server) => ({ ...server, urls: [...server.urls] })),
  expiresAt: issued.expiresAt.toISOString(),
})
