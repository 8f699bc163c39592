import { nothing, type ReactiveController, type TemplateResult } from 'lit'
import type { Visit, VisitGuest } from '@visitkit/sdk'
import type { VisitElement } from '../core/visit-element.ts'
import { guestText } from '../guests/guest-buttons.ts'
import { VisitGuests } from '../guests/visit-guests.ts'
import type { VideoParticipant } from '../video/driver.ts'
import type { Call } from './call.ts'
import { moveFocus } from '../core/focus.ts'
import { guestNotices, guestsButton } from './room-guests-view.ts'
import { followSession, type RoomSession } from './session-in-room.ts'

export interface GuestsInRoom {
  readonly call: Call
  readonly isStaff: () => boolean
  /** Null without a session. */
  readonly session: () => RoomSession | null
  readonly visit: () => Visit | undefined
  /** The page on which a guest types the code; empty when the host does not name it. */
  readonly guestUrl: () => string
}

const over: ReadonlySet<VisitGuest['status']> = new Set(['withdrawn', 'refused', 'removed', 'expired', 'ended'])

/**
 * Guests of a visit, in its room: who asks to join, who is in it, and the invitation of another one. No guest is heard before their name is
 * on the page.
 */
export class RoomGuests implements ReactiveController {
  readonly #host: VisitElement
  readonly #room: GuestsInRoom
  readonly #guests: VisitGuests
  readonly #lookForSession: () => void
  /** Guests whose admission the person has seen and put away. */
  readonly #seen = new Set<string>()

  constructor(host: VisitElement, room: GuestsInRoom) {
    this.#host = host
    this.#room = room
    this.#guests = new VisitGuests(host, {
      mayAdmit: room.isStaff,
      guestUrl: room.guestUrl,
      onChange: (guest) => this.#changed(guest),
      onClose: () => void moveFocus(host, '.guests-button'),
    })
    this.#lookForSession = followSession(
      room.session,
      ({ client, visit, signal }) => this.#guests.follow(client, visit.appointmentId, signal),
      () => this.#reset(),
    )
    room.call.isHidden = (participant) => this.#isHidden(participant)
    host.addController(this)
    host.requestUpdate()
  }

  hostUpdated(): void {
    this.#lookForSession()
    this.#guests.showDialog()
  }

  #reset(): void {
    this.#guests.reset()
    this.#seen.clear()
  }

  #changed(guest: VisitGuest): void {
    const { t } = this.#guests
    if (guest.status === 'admitted') this.#host.announce(t('came', { name: guestText(t, guest) }))
    if (over.has(guest.status)) this.#drop(guest)
  }

  /** A peer call has no server between the browsers: each page ends its own connection to a guest who was removed. */
  #drop(guest: VisitGuest): void {
    for (const { guestId, seatId } of this.#room.visit()?.participants ?? [])
      if (guestId === guest.id) this.#room.call.replace(seatId)
  }

  #seatedGuest(seatId: string): { readonly isGuest: boolean; readonly guest: VisitGuest | undefined } | null {
    const seat = this.#room.visit()?.participants.find((each) => each.seatId === seatId)
    if (seat === undefined) return null
    return {
      isGuest: seat.role === 'guest',
      guest: this.#guests.all.find(({ id, status }) => id === seat.guestId && status === 'admitted'),
    }
  }

  /** A guest without a name, and a participant who may be a guest. They are known a moment later. */
  #isHidden({ id, role }: VideoParticipant): boolean {
    const seated = this.#seatedGuest(id)
    if (seated !== null) return seated.isGuest && seated.guest === undefined
    return role === 'guest' || this.#guests.all.some(({ status }) => !over.has(status))
  }

  /** Whose hands must be seen: an interpreter may use sign language. */
  isInterpreter({ id, role }: VideoParticipant): boolean {
    return role === 'interpreter' || this.#seatedGuest(id)?.guest?.kind === 'interpreter'
  }

  /** Whose lines are shown as captions. */
  isCaptioner(seatId: string): boolean {
    return this.#seatedGuest(seatId)?.guest?.kind === 'captioner'
  }

  /** Undefined for a participant who is no guest. */
  nameOf(seatId: string): string | undefined {
    const guest = this.#seatedGuest(seatId)?.guest
    return guest && guestText(this.#guests.t, guest)
  }

  #admit = (guestId: string): void => {
    // The person who lets a guest in knows it.
    this.#seen.add(guestId)
    this.#guests.admit(guestId)
  }

  #withStatus(wanted: VisitGuest['status']): VisitGuest[] {
    return this.#guests.all.filter(({ status }) => status === wanted)
  }

  /** Nothing without a session. */
  button(): TemplateResult | typeof nothing {
    if (!this.#guests.isFollowing) return nothing
    const { t } = this.#guests
    return guestsButton({ t, waiting: this.#withStatus('waiting').length, onOpen: () => this.#guests.open() })
  }

  /** Who asks to join, and who was let in. */
  notices(): TemplateResult | typeof nothing {
    const visit = this.#room.visit()
    const { isFollowing, busy, problem, t, remove } = this.#guests
    if (!isFollowing || !visit) return nothing
    return guestNotices({
      ...{ t, mayAdmit: this.#room.isStaff(), clinician: visit.practitioner.displayName },
      waiting: this.#withStatus('waiting'),
      came: this.#withStatus('admitted').filter(({ id }) => !this.#seen.has(id)),
      ...{ busy, problem, onAdmit: this.#admit, onRemove: remove },
      onSeen: (id) => {
        this.#seen.add(id)
        this.#host.requestUpdate()
      },
    })
  }

  dialog(): TemplateResult | typeof nothing {
    return this.#guests.dialog()
  }
}
