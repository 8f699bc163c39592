import type { components } from '@visitkit/contract'
import { operation } from '../../../platform/contracts/operation.ts'
import type { Reading } from '../../../platform/contracts/context.ts'
import type { VideoProvider, VideoSeat } from '../../../vendors/video/provider.ts'
import { seatLeft, seatTaken, visitStarted } from '../events.ts'
import { vendorUnavailable } from '../../../vendors/video/problems.ts'
import { areTogether, isHeld, takeSeat as decide, type Seat, type SeatRequest } from '../model/seat.ts'
import {
  ownersOf,
  start,
  treatingPractitioner,
  withRoom,
  type Safeguards,
  type VisitFacts,
  type Room,
  type Visit,
} from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { seatInsertion, seatsOf, updateSeat } from '../store/seats.ts'
import { readVisitAndSeats } from '../store/visit-and-seats.ts'
import { openVisit, readVisit, visitChange } from '../store/visits.ts'
import { gatherPractitioner } from '../workflows/gather-visit.ts'
import { providerOfVisit } from '../workflows/provider-of-visit.ts'
import { ejectSeat } from '../workflows/end-room.ts'

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
    const { covered, maxParticipants } = provider.capabilities(reading.now)
    const request: SeatRequest = {
      id: reading.newId(),
      visit,
      seats,
      participant: reading.caller,
      safeguards,
      maxParticipants,
      vendorRoomId: null,
      now: reading.now,
    }
    // Refused here, before the vendor is asked for anything; and decided again in the transaction, on what holds then.
    const { seat, replaced } = decide(request)
    const { organizationId } = reading.caller
    const room = await ports.roomOfVisit({ provider, organizationId, visit, now: reading.now })
    const issued = await provider.issueSeat(
      {
        room,
        seatId: seat.id,
        role: seat.role,
        mayShareScreen: covered.has('screenShare'),
        expiresAt: new Date(reading.now.getTime() + ports.policy.seatMinutes * 60_000),
      },
      reading.now,
    )
    await ejectReplaced(provider, room, replaced, reading.now)
    return { request, room, issued, isAtVendor: covered.has('roomsAtVendor') }
  },
  keep: async ({ path }, { request, room, issued, isAtVendor }, keeping) => {
    const { tx, caller, emit, beside, now } = keeping
    const visit = await readVisit(tx, keeping, path.visitId, 'lock')
    const seats = await seatsOf(tx, visit.id)
    const roomed = inRoom(visit, room, isAtVendor)
    const { seat, replaced } = decide({ ...request, visit: roomed, seats, vendorRoomId: room.vendorRoomId })
    for (const each of replaced) {
      const left = { ...each, leftAt: now }
      await updateSeat(tx, left)
      await emit(seatLeft(visit, left))
    }
    await emit(seatTaken(visit, seat))
    const others = seats.filter((each) => isHeld(each) && each.personId !== seat.personId)
    const started = areTogether([...others, seat]) ? start(roomed, now) : null
    beside(seatInsertion(tx, caller, seat))
    beside(await visitChange(tx, keeping, visit, started ?? roomed))
    if (started) await emit(visitStarted(started))
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
 * The visit in the room that the seat was issued in. A vendor's room is in the visit's row already. If the visit has another room by now,
 * because the vendor lost the first, the seat is useless: the retry gets a seat in the new room.
 */
const inRoom = (visit: Visit, room: Room, isAtVendor: boolean): Visit => {
  if (!isAtVendor) return withRoom(visit, room)
  if (visit.room?.vendorRoomId !== room.vendorRoomId) throw vendorUnavailable('the room was replaced')
  return visit
}

/**
 * Ends the connections of seats that are given up. A vendor that does not answer keeps nobody out of a visit: the old seat has no
 * rights left with us, and the vendor ends it with the room.
 */
const ejectReplaced = async (
  provider: VideoProvider,
  room: Room,
  replaced: readonly Seat[],
  now: Date,
): Promise<void> => {
  const { covered } = provider.capabilities(now)
  if (!covered.has('roomsAtVendor') || !covered.has('eject')) return
  await Promise.allSettled(replaced.map((seat) => ejectSeat(provider, seat, room)))
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
