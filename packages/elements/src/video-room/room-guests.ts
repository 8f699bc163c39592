import { nothing, type ReactiveController, type TemplateResult } from 'lit'
import type { CreatedVisitGuest, GuestKind, Visit, VisitClient, VisitGuest, VisitGuests } from '@visitkit/sdk'
import { adoptStyles } from '../core/adopt-styles.ts'
import { moveFocus } from '../core/focus.ts'
import { followWatch } from '../core/follow-watch.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { VideoParticipant } from '../video/driver.ts'
import type { Call } from './call.ts'
import type { ChatSession } from './room-chat.ts'
import { guestNotices, guestsButton, guestsDialog, guestText } from './room-guests-view.ts'
import { roomGuestsMessages } from './room-guests.messages.ts'
import { roomGuestsStyles } from './room-guests.styles.ts'

export interface GuestsInRoom {
  readonly call: Call
  readonly isStaff: () => boolean
  /** Null without a session. */
  readonly session: () => ChatSession | null
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
  readonly #t
  readonly #list: Loader<VisitGuests>
  readonly #acting: Loader<string>
  readonly #inviting: Loader<CreatedVisitGuest>
  #session: ChatSession | null = null
  #client: VisitClient | null = null
  #isOpen = false
  #name = ''
  #kind: GuestKind = 'family'
  #isMissing = false
  #copied: 'page' | 'code' | null = null
  /** Guests whose admission the person has seen and put away. */
  readonly #seen = new Set<string>()

  constructor(host: VisitElement, room: GuestsInRoom) {
    this.#host = host
    this.#room = room
    this.#t = host.language.bundle(roomGuestsMessages)
    this.#list = new Loader(host)
    this.#acting = new Loader(host)
    this.#inviting = new Loader(host)
    room.call.isHidden = (participant) => this.#isHidden(participant)
    adoptStyles(host, [roomGuestsStyles])
    host.addController(this)
    host.requestUpdate()
  }

  hostUpdated(): void {
    const session = this.#room.session()
    if (session !== this.#session) {
      this.#session = session
      if (session) this.#follow(session)
      else this.#reset()
    }
    const dialog = this.#host.renderRoot.querySelector<HTMLDialogElement>('dialog.guests')
    if (dialog?.isConnected && !dialog.open) dialog.showModal()
  }

  get #guests(): readonly VisitGuest[] {
    return this.#list.value?.items ?? []
  }

  #follow({ client, visit, signal }: ChatSession): void {
    this.#client = client
    const { appointmentId } = visit
    const watch = client.watch((reading) => client.guests.list(appointmentId, reading), {
      on: ['guest.changed'],
      ids: { appointmentId },
      signal,
    })
    void this.#list.run(() => followWatch(watch, (changed) => this.#changed(changed)), { quietly: true })
  }

  /** Clears what is in memory: a code that was made is not shown again. */
  #reset(): void {
    for (const loader of [this.#list, this.#acting, this.#inviting]) loader.reset()
    this.#client = null
    this.#isOpen = false
    this.#name = ''
    this.#seen.clear()
  }

  #changed(list: VisitGuests): void {
    const before = new Map(this.#guests.map((guest) => [guest.id, guest]))
    this.#list.set(list)
    for (const guest of list.items) {
      const was = before.get(guest.id)?.status
      if (was === guest.status) continue
      const name = guestText(this.#t, guest)
      if (guest.status === 'waiting') this.#host.announce(this.#t('asks', { name, by: guest.invitedBy }))
      if (guest.status === 'admitted') this.#host.announce(this.#t('came', { name }))
      if (over.has(guest.status)) this.#drop(guest)
    }
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
      guest: this.#guests.find(({ id, status }) => id === seat.guestId && status === 'admitted'),
    }
  }

  /** A guest without a name, and a participant who may be a guest. They are known a moment later. */
  #isHidden({ id, role }: VideoParticipant): boolean {
    const seated = this.#seatedGuest(id)
    if (seated !== null) return seated.isGuest && seated.guest === undefined
    return role === 'guest' || this.#guests.some(({ status }) => !over.has(status))
  }

  /** Undefined for a participant who is no guest. */
  nameOf(seatId: string): string | undefined {
    const guest = this.#seatedGuest(seatId)?.guest
    return guest && guestText(this.#t, guest)
  }

  #run(guestId: string, act: (client: VisitClient) => Promise<VisitGuest>): void {
    const client = this.#client
    if (!client || this.#acting.busy) return
    void this.#acting.run(async () => {
      const changed = await act(client)
      const list = this.#list.value
      if (list) this.#changed({ ...list, items: list.items.map((one) => (one.id === guestId ? changed : one)) })
      return guestId
    })
  }

  #admit = (guestId: string): void => {
    // The person who lets a guest in knows it.
    this.#seen.add(guestId)
    this.#run(guestId, (client) => client.guests.admit(guestId))
  }

  #remove = (guestId: string): void => this.#run(guestId, (client) => client.guests.remove(guestId))

  #invite = (): void => {
    const [client, visit, name] = [this.#client, this.#room.visit(), this.#name.trim()]
    if (!client || !visit || this.#inviting.busy) return
    this.#isMissing = name === ''
    this.#host.requestUpdate()
    if (this.#isMissing) return void moveFocus(this.#host, '#guest-name')
    this.#copied = null
    void this.#inviting
      .run(() => client.guests.invite(visit.appointmentId, { name, kind: this.#kind }))
      .then((created) => (created ? moveFocus(this.#host, '.given h3') : undefined))
  }

  #another = (): void => {
    this.#inviting.reset()
    this.#name = ''
    void moveFocus(this.#host, '#guest-name')
  }

  /** The code is on the screen: who cannot copy reads it. */
  #copy = async (what: 'page' | 'code', text: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      this.#copied = what
      this.#host.announce(this.#t('copied'))
    } catch {
      this.#copied = null
    }
    this.#host.requestUpdate()
  }

  #show = (isOpen: boolean): void => {
    this.#isOpen = isOpen
    if (!isOpen) this.#another()
    this.#host.requestUpdate()
    void moveFocus(this.#host, isOpen ? 'dialog.guests h2' : '.guests-button')
  }

  /** Nothing without a session. */
  button(): TemplateResult | typeof nothing {
    if (!this.#client) return nothing
    const waiting = this.#guests.filter(({ status }) => status === 'waiting').length
    return guestsButton({ t: this.#t, waiting, onOpen: () => this.#show(true) })
  }

  /** Who asks to join, and who was let in. */
  notices(): TemplateResult | typeof nothing {
    const visit = this.#room.visit()
    if (!this.#client || !visit) return nothing
    const { problem } = this.#acting
    return guestNotices({
      ...{ t: this.#t, isStaff: this.#room.isStaff(), clinician: visit.practitioner.displayName },
      waiting: this.#guests.filter(({ status }) => status === 'waiting'),
      came: this.#guests.filter(({ id, status }) => status === 'admitted' && !this.#seen.has(id)),
      busy: this.#acting.busy,
      problem: problem && !this.#isOpen ? problemView(this.#host, problem, { texts: this.#t }) : nothing,
      ...{ onAdmit: this.#admit, onRemove: this.#remove },
      onSeen: (id) => {
        this.#seen.add(id)
        this.#host.requestUpdate()
      },
    })
  }

  dialog(): TemplateResult | typeof nothing {
    if (!this.#isOpen || !this.#client) return nothing
    const problem = this.#acting.problem ?? this.#inviting.problem ?? this.#list.problem
    return guestsDialog({
      ...{ t: this.#t, format: this.#host.format, isStaff: this.#room.isStaff() },
      ...{ guests: this.#guests, busy: this.#acting.busy, isInviting: this.#inviting.busy },
      problem: problem ? problemView(this.#host, problem, { texts: this.#t }) : nothing,
      ...{ name: this.#name, kind: this.#kind, isMissing: this.#isMissing },
      ...{ created: this.#inviting.value, copied: this.#copied, page: this.#room.guestUrl() },
      onName: (name) => {
        this.#name = name
        this.#isMissing = false
      },
      onKind: (kind) => (this.#kind = kind),
      ...{ onInvite: this.#invite, onAnother: this.#another, onAdmit: this.#admit, onRemove: this.#remove },
      onCopy: (what, text) => void this.#copy(what, text),
      onClose: () => this.#show(false),
    })
  }
}
