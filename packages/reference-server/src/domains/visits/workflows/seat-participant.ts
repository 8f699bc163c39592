import type { components } from '@visitkit/contract'
import type { Change } from '../../../platform/contracts/change.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { VideoProvider, VideoSeat } from '../../../vendors/video/provider.ts'
import { seatLeft, seatTaken, visitChanged, visitStarted } from '../events.ts'
import {
  arePatientAndPractitionerPresent,
  isHeld,
  takeSeat as sit,
  type Seat,
  type SeatRequest,
} from '../model/seat.ts'
import {
  consentsOf,
  start,
  treatingPractitioner,
  withRoom,
  withSeatUses,
  type Safeguards,
  type Room,
  type Visit,
} from '../model/visit.ts'
import type { Guest } from '../model/guest.ts'
import type { VisitsContext } from '../ports.ts'
import { seatInRoom } from '../store/seating.ts'
import { seats as seatTable } from '../store/seats.ts'
import type { SeatedVisit } from '../store/visit-and-seats.ts'
import { decryptVisit, type EncryptedVisit } from '../store/visits.ts'
import { ejectSeat } from './end-room.ts'
import { gatherConsentsOf } from './gather-consents.ts'
import { gatherPractitioner } from './gather-visit.ts'
import { gatherListeners, notifyGuests } from './notify-guests.ts'
import { providerOfVisit } from './provider-of-visit.ts'

export interface IssuedSeat {
  readonly request: SeatRequest
  readonly room: Room
  readonly issued: VideoSeat
  readonly isAtVendor: boolean
  readonly mayStartCaptions: boolean
  readonly mayAskToRecord: boolean
  readonly guests: readonly Guest[]
}

/** The vendor's part of a seat for the caller, who may take one. Refuses before the vendor is called. */
export const issueSeat = async (
  ports: VisitsContext,
  context: ReadContext,
  { visit: stored, seats }: SeatedVisit<EncryptedVisit>,
): Promise<IssuedSeat> => {
  const [visit, provider, { machineCaptions, callRecording }] = await Promise.all([
    decryptVisit(context.db, context, stored),
    providerOfVisit(ports, context.caller.organizationId, stored),
    ports.directory.organization(context),
  ])
  const safeguards = await gatherSafeguards(ports, context, visit)
  const { covered, maxParticipants } = provider.capabilities(context.now)
  const request: SeatRequest = {
    id: context.newId(),
    visit,
    seats,
    participant: context.caller,
    safeguards,
    maxParticipants,
    vendorRoomId: null,
    now: context.now,
  }
  const { seat, replaced } = sit(request)
  context.access.permittedBy(consentsOf(visit, safeguards))
  const { organizationId } = context.caller
  const room = await ports.roomOfVisit({ provider, organizationId, visit, now: context.now })
  const mayStartCaptions =
    machineCaptions && seat.role === 'practitioner' && covered.has('captions') && covered.has('transcription')
  const issued = await provider.issueSeat(
    {
      room,
      seatId: seat.id,
      role: seat.role,
      mayShareScreen: covered.has('screenShare'),
      mayStartCaptions,
      expiresAt: new Date(context.now.getTime() + ports.policy.seatMinutes * 60_000),
    },
    context.now,
  )
  await ejectReplaced(provider, room, replaced, context.now)
  const guests = await gatherListeners(context.db, visit)
  const mayAskToRecord = callRecording && seat.practitionerId !== null
  return { request, room, issued, isAtVendor: covered.has('roomsAtVendor'), mayStartCaptions, mayAskToRecord, guests }
}

/** Stores the seat, and the start of the visit if it is the one that was awaited. */
export const seatParticipant = (
  { request, room, issued, isAtVendor, mayStartCaptions, mayAskToRecord, guests }: IssuedSeat,
  now: Date,
): Required<Pick<Change<components['schemas']['Seat']>, 'writes' | 'events' | 'answer'>> => {
  const { visit, seats, safeguards } = request
  const { seat, replaced } = sit({ ...request, vendorRoomId: room.vendorRoomId })
  const others = seats.filter((each) => isHeld(each) && each.personId !== seat.personId)
  const used = withSeatUses(visit, safeguards, now)
  const taken = { ...withRoom(used, room), seatsVersion: visit.seatsVersion + 1 }
  const started = arePatientAndPractitionerPresent([...others, seat]) ? start(taken, now) : null
  const left = replaced.map((before) => ({ before, after: { ...before, leftAt: now } }))
  return {
    writes: [
      // Of two people who take a seat at once, the second one is decided with the seat of the first.
      seatInRoom(started ?? taken, visit, room, isAtVendor),
      ...left.map(({ before, after }) => seatTable.replace(after, before)),
      seatTable.insert(seat),
    ],
    events: [
      ...left.map(({ after }) => seatLeft(visit, after)),
      seatTaken(visit, seat),
      ...(started ? [visitStarted(started)] : used === visit ? [] : [visitChanged(taken)]),
      ...notifyGuests(visit, guests),
    ],
    answer: {
      ...presentSeat(seat, issued, others),
      ...(mayStartCaptions && { mayStartMachineCaptions: true }),
      ...(mayAskToRecord && { mayAskToRecord: true }),
    },
  }
}

/** Consents of the patient, and the license of the treating practitioner: a colleague's own when they take the seat. */
const gatherSafeguards = async (ports: VisitsContext, context: ReadContext, visit: Visit): Promise<Safeguards> => {
  const practitionerId = context.caller.practitionerId ?? treatingPractitioner(visit)
  const [consents, { isLicensed }] = await Promise.all([
    gatherConsentsOf(ports, context, visit),
    gatherPractitioner(ports, context, practitionerId),
  ])
  return { consents, isLicensed }
}

/**
 * Ejects the connections of replaced seats. A vendor that does not respond blocks no one: the old seat has no rights in Visitkit, and the
 * vendor ends it with the room.
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

/** The token is returned once and never stored. */
const presentSeat = (seat: Seat, issued: VideoSeat, others: readonly Seat[]): components['schemas']['Seat'] => ({
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
